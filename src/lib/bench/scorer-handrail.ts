import { LABELS } from '$lib/intent/labels';
import { fill, type Reading } from '$lib/intent/reading';
import { evaluate } from '$lib/policy/verdict';
import { openFolder } from '$lib/screening/folder';
import { knownHere } from '$lib/screening/known';
import { screenText } from '$lib/screening/screen';
import { openSession } from '$lib/screening/session';
import { rawView } from '$lib/screening/views';
import { measured, type Engine } from './engine';
import { ReadFolder, type Folder } from './folder';
import { Refusal } from './refusal';
import type { Scorer } from './scorer';
import type { Scored } from './shape';

export type HandrailOptions = {
	/** The classifier alone, on the text as it was typed: no lexicon, no second view, no sentences read apart. */
	readonly raw?: boolean;
	readonly name?: string;
};

/**
 * Our own model, with the code that screens a message: the same scores, state, level and routes as `npm run screen` gives
 * for a text that stands alone. Rejects with a Refusal where the folder holds no model that can be used here.
 */
export async function openHandrail(
	folder: Folder,
	engine: Engine,
	{ raw = false, name }: HandrailOptions = {}
): Promise<Scorer> {
	const files = new ReadFolder(folder);
	const start = (model: Uint8Array) => openSession(engine.runtime, model, engine.providers);
	const { opened, ...cost } = await measured(engine, () =>
		openFolder(folder.name, (path) => files.read(path), start)
	);
	if (opened.kind === 'failed') throw new Refusal(opened.why);
	const { classifier, manifest, tokenizer, close } = opened;
	const known = await knownHere();
	const title = name ?? `${manifest.name} ${manifest.version}`;
	return {
		name: raw ? `${title}, model alone` : title,
		labels: LABELS,
		thresholds: fill((label) => manifest.thresholds[label].show),
		info: {
			kind: raw ? 'handrail-model' : 'handrail',
			name: raw ? `${title}, model alone` : title,
			version: manifest.version,
			hash: await files.hash(),
			bytes: files.bytes,
			backend: engine.backend,
			threads: engine.threads,
			runtime: engine.version,
			...cost,
			map: null
		},
		async score(text) {
			const start = performance.now();
			const scored = raw
				? { scores: (await classifier.classify([rawView(text)])).scores }
				: describe(await screenText(text, { classifier, known }));
			const milliseconds = performance.now() - start;
			return { ...scored, tokens: tokenizer?.encode(rawView(text)).length, milliseconds };
		},
		close
	};
}

/** What a reading comes to, were it the first message of a conversation. */
export function describe(reading: Reading): Omit<Scored, 'milliseconds'> {
	const { level, routes, state, lang } = evaluate(reading);
	return { scores: reading.scores, level, routes, state, lang };
}
