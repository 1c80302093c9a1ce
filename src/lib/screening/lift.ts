import type { Label } from '$lib/intent/labels';
import { fill, type Scores, type Thresholds } from '$lib/intent/reading';

/**
 * Log-odds that a phrase said outright adds to the model's: a likelihood ratio of 400.
 */
const WEIGHT = 6;

/** Labels whose phrases say the thing itself. What is said in distress ("つらい") is said of a film, too. */
const PLAIN: ReadonlySet<Label> = new Set([
	'self-harm/ideation',
	'self-harm/intent',
	'self-harm/instructions',
	'self-harm/concern-other',
	'violence/anger',
	'violence/threat',
	'violence/instructions',
	'violence/victim'
]);

export function lift(scores: Scores, thresholds: Thresholds, said: ReadonlySet<Label>): Scores {
	return fill((label) => {
		const p = scores[label];
		const { show } = thresholds[label];
		if (!said.has(label) || !PLAIN.has(label) || p >= show) return p;
		return Math.min(show, 1 / (1 + Math.exp(-WEIGHT) * (1 / p - 1)));
	});
}
