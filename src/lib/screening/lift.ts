import { exp } from '$lib/intent/exp';
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
 * Measured on 2026-11-22 with two models (1.0.0; the next one, trained on plain statements, model file 541c5414), without
 * and with: plain statements in English, Spanish, Chinese, Japanese and Korean at their level, 48 and 107, 100 and 108 of
 * 108, written by the author of the phrases; the patterns of models/training/explicit.json with 1.0.0, before its misses
 * were looked at: plans 28 and 47 of 59, threats 30 and 44 of 61, no card more on the 193 harmless ones. Held-out
 * sentences (tests/behaviour) are mostly implicit, 11 of 1,194 say a phrase: level 3 taken for nothing 38.6 and 38.2 %,
 * 50.9 and 50.4 %; cards on harmless ones 6.6 and 6.8 %, 4.2 and 4.6 %. Of 7,322 ordinary texts (CLINC150, XPersona,
 * trivia with scary words, assistant prompts) 3 say a phrase of level 2 or 3, so that no model can get more cards by this
 * than those. The phrases of French, German, Portuguese, Hindi and Arabic are newer and not yet measured with a model: of
 * 47,543 ordinary texts (the same four, whole) 2 say one, of 169,601 sentences in those languages (films, news,
 * assistants) 38, all spoken so by somebody ("I'm going to kill him").
 * A weight of 4 brought 85 and 105 of the 108 to their level, 5 brought 98 and 107. The other rule tried, "unless `none`
 * is far ahead", brought 86 with 1.0.0 and more false cards: a model is sure of `none` just where it is wrong.
 */
export function lift(scores: Scores, thresholds: Thresholds, said: ReadonlySet<Label>): Scores {
	return fill((label) => {
		const p = scores[label];
		const { show } = thresholds[label];
		if (p >= show || !said.has(label) || !LIFTED.has(label)) return p;
		return Math.min(show, 1 / (1 + exp(-WEIGHT) * (1 / p - 1)));
	});
}
