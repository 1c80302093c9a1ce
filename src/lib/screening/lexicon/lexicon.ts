import type { Label } from '$lib/intent/labels';
import type { Alike } from './fold';

/**
 * A few dozen plain phrases of one language. Only what is said outright: it stands in for the model while there is none
 * and lifts what the model half hears (`lift`), so a phrase that is as often harmless does not belong here.
 * A phrase is the source of a regular expression without capturing groups; a space stands for any white space. Accents do not count (`fold`).
 */
export type Lexicon = {
	/** Whether words have spaces between them, so that a phrase must begin and end at a word's border. */
	readonly spaced: boolean;
	/** The script of every phrase (a Unicode name): a text without a letter of it is not searched. */
	readonly script?: string;
	/** Particles written together with the word behind them (Arabic "and"): a phrase may begin right after one. */
	readonly joined?: string;
	/** Spellings that this language takes for one another, beside those that `fold` always does. */
	readonly alike?: Alike;
	/** Looked for in the plain view, lower case. */
	readonly phrases: Readonly<Partial<Record<Label, readonly string[]>>>;
	/** Figures of speech and technical uses: taken out of the text before phrases are looked for. */
	readonly idioms: readonly string[];
	/**
	 * What says that a phrase near it may be somebody else's (a story, a song, the news, a translation, a patient) or not
	 * meant (laughter): then only the model can tell.
	 */
	readonly frames: readonly string[];
	/** What makes a phrase untrue when it stands right beside it: "I would never …", "…つもりはない". */
	readonly negations: { readonly before: readonly string[]; readonly after: readonly string[] };
};
