import { LABELS, type Label } from './labels';

/** One independent, calibrated probability in [0, 1] per label. */
export type Scores = Readonly<Record<Label, number>>;

/**
 * Two operating points per label, as probabilities: `show` is low, because a card that was not needed costs a
 * swipe; `act` is high, because what leaves the device can cost a home.
 */
export type Thresholds = Readonly<Record<Label, { show: number; act: number }>>;

/**
 * The chance that a text holds any label of an axis that raises a level, the labels taken as independent, from which the
 * quiet line is shown: a message that is a little of several graver things is often one of them.
 */
export type Hints = Readonly<Record<'self-harm' | 'violence', number>>;

/**
 * How far the scores can be trusted.
 * `ok`: the model read the text. `unsure`: it read it, but in a language or a form it does not know well.
 * `unscreened`: the model did not read it (missing, refused, failed); only the lexicon may have.
 */
export type ReadingState = 'ok' | 'unsure' | 'unscreened';

/** What screening says of exactly one text. */
export type Reading = {
	readonly scores: Scores;
	readonly thresholds: Thresholds;
	/** Absent where no model has read. */
	readonly hints?: Hints;
	readonly state: ReadingState;
	/** BCP-47 primary language (with script for Chinese) or `und`. */
	readonly lang: string;
	/** Set where that is a language which the model that read it was not made for. */
	readonly foreign?: true;
	/** Set when the text is in the signed list of known material. */
	readonly known?: 'self-harm' | 'violence';
};

/** Scores that say nothing: used where no detector has spoken. Never taken for "safe": see `state`. */
export const SILENT: Scores = fill(() => 0);

/** Builds one value per label. */
export function fill<T>(value: (label: Label) => T): Record<Label, T> {
	return Object.fromEntries(LABELS.map((label) => [label, value(label)])) as Record<Label, T>;
}
