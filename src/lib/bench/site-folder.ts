import type { Folder } from './folder';
import { Refusal } from './refusal';

/** The folder from which this site serves its own model, for the bench's worker. */
export function siteFolder(): Folder {
	const base = new URL('/models/intent/', globalThis.location.origin);
	return {
		name: 'models/intent',
		list: async () => [],
		async read(path) {
			const response = await fetch(new URL(path, base), {
				credentials: 'omit',
				cache: 'no-cache'
			}).catch(() => undefined);
			if (!response)
				throw new Refusal('The model cannot be fetched from this site: check the connection.');
			return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
		}
	};
}
