import { LABELS } from '$lib/intent/labels';
import { fill } from '$lib/intent/reading';
import { sha256 } from '$lib/screening/hash';
import { knownHere } from '$lib/screening/known';
import { LEXICONS, LEXICON_THRESHOLDS } from '$lib/screening/lexicon/look';
import { screenText } from '$lib/screening/screen';
import { describe } from './scorer-handrail';
import type { Scorer } from './scorer';

const OTHERS = LABELS.filter((label) => label !== 'none');

/**
 * The baseline: our list of phrases without any model, as it answers while the model loads. A label is 0.8 or 0, and `none`
 * what the others leave: the list has no phrases for it, and would else be wrong wherever there is nothing to find.
 */
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
			const { scores, ...rest } = describe(await screenText(text, { known }));
			const milliseconds = performance.now() - start;
			const none = 1 - Math.max(...OTHERS.map((label) => scores[label] ?? 0));
			return { ...rest, scores: { ...scores, none }, milliseconds };
		},
		close: async () => undefined
	};
}
