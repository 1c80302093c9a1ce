import type { Label } from '$lib/intent/labels';
import { fill, type Scores, type Thresholds } from '$lib/intent/reading';

/** Log-odds that a phrase adds to those of the model: a likelihood ratio of about 400. */
const WEIGHT = 6;

/** Labels whose phrases say the thing itself. Phrases of distress ("つらい") are as often said of a film or an exam. */
const LIFTED: ReadonlySet<Label> = new Set([
	'self-harm/ideation',
	'self-harm/intent',
	'self-harm/instructions',
	'self-harm/concern-other',
	'violence/anger',
	'violence/threat',
	'violence/instructions',
	'violence/victim'
]);

/**
 * Model and lexicon, one reading: where the writer says a phrase of the lexicon outright (`Hits.said`), its label's odds
 * are multiplied, as of two independent witnesses. So a model that half hears "I'm going to kill him" is lifted over
 * `show`, and one that is quite sure of the contrary (below a thousandth where `show` is 0.3) is not.
 * Never above `show`: a phrase may bring help, and nothing leaves the device for it; nor does it change `none`.
 *
FIGURES
 */
export function lift(scores: Scores, thresholds: Thresholds, said: ReadonlySet<Label>): Scores {
	return fill((label) => {
		const p = scores[label];
		const { show } = thresholds[label];
		if (p >= show || !said.has(label) || !LIFTED.has(label)) return p;
		return Math.min(show, 1 / (1 + Math.exp(-WEIGHT) * (1 / p - 1)));
	});
}
