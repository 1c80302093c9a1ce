import { LABELS } from '$lib/intent/labels';
import { fill } from '$lib/intent/reading';
import { sha256 } from '$lib/screening/hash';
import { knownHere } from '$lib/screening/known';
import { LEXICONS, LEXICON_THRESHOLDS } from '$lib/screening/lexicon/look';
import { screenText } from '$lib/screening/screen';
import { describe } from './scorer-handrail';
import type { Scorer } from './scorer';

/** The baseline: our list of phrases without any model, as it answers while the model loads. A label is 0.8 or 0. */
export async function openLexicon(): Promise<Scorer> {
	const known = await knownHere();
	return {
		name: 'lexicon',
		labels: LABELS,
		thresholds: fill((label) => LEXICON_THRESHOLDS[label].show),
		info: {
			kind: 'lexicon',
			name: 'lexicon',
			version: null,
			hash: await sha256(JSON.stringify(LEXICONS)),
			bytes: null,
			backend: null,
			threads: null,
			runtime: null,
			coldStartMs: null,
			memoryBytes: null,
			map: null
		},
		async score(text) {
			const start = performance.now();
			const scored = describe(await screenText(text, { known }));
			return { ...scored, milliseconds: performance.now() - start };
		},
		close: async () => undefined
	};
}
