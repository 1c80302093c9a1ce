import { loadModel, type ModelFailure } from '$lib/screening/model';
import type { Folder } from './folder';
import { Refusal } from './refusal';

declare const __MODEL_MANIFEST_SHA256__: string;

/**
 * The folder from which this site serves its own model, for the bench's worker. The chat's loader brings the files: what it
 * keeps between visits is not fetched again for every backend and run.
 */
export function siteFolder(): Folder {
	const base = new URL('/models/intent/', globalThis.location.origin).href;
	let loading: ReturnType<typeof loadModel> | undefined;
	return {
		name: 'models/intent',
		list: async () => [],
		async read(path) {
			loading ??= loadModel({ base, anchor: __MODEL_MANIFEST_SHA256__ || undefined });
			const outcome = await loading;
			if (outcome.kind === 'failed') {
				if (outcome.why === 'missing') return undefined;
				throw new Refusal(why(outcome.why));
			}
			return path === 'handrail.json' ? manifest(base) : outcome.files.read(path);
		}
	};
}

/** The loader gives it only as read; its few bytes are asked for again. */
async function manifest(base: string): Promise<Uint8Array<ArrayBuffer>> {
	const request = { credentials: 'omit', cache: 'no-cache' } as const;
	const response = await fetch(`${base}handrail.json`, request).catch(() => undefined);
	if (!response?.ok) throw new Refusal(why('offline'));
	return new Uint8Array(await response.arrayBuffer());
}

function why(failure: ModelFailure): string {
	return failure === 'tampered' || failure === 'invalid'
		? 'The model on this site is not the one that this page was built with: reload the page.'
		: 'The model cannot be fetched from this site: check the connection.';
}
