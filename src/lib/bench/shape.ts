import type { Label } from '$lib/intent/labels';

/** What is known about one row: true or false per label; a label that is absent is unknown and never counted. */
export type Truth = Partial<Record<Label, boolean>>;

/** One row of a data set. Texts stay in memory or in the file; they are never part of a result. */
export type Row = {
	readonly id: string;
	readonly text: string;
	readonly truth: Truth;
	/** What is known of each target, by its name; a target that is absent is unknown and never counted. */
	readonly targets?: Readonly<Record<string, boolean>>;
	/** BCP 47, `und` where the data does not say. */
	readonly lang: string;
	/** Subgroup columns by name, for example dialect or profession. */
	readonly groups: Readonly<Record<string, string>>;
	/** Rows of one conversation share this name. */
	readonly conversation?: string;
	/** Turn number, or milliseconds; orders the rows of a conversation. */
	readonly order?: number;
};

/**
 * A question with two answers, asked of every row: any of `labels`. Sets whose own labels are coarser than ours ("suicidal
 * or not") are measured with a target; our scores answer it with the highest of the labels' probabilities.
 */
export type Target = { readonly name: string; readonly labels: readonly Label[] };

/** What a model says of one text. */
export type Scored = {
	readonly scores: Partial<Record<Label, number>>;
	readonly level?: { readonly selfHarm: number; readonly violence: number };
	readonly routes?: readonly string[];
	readonly state?: 'ok' | 'unsure' | 'unscreened';
	readonly lang?: string;
	readonly tokens?: number;
	readonly milliseconds: number;
};

/** A value with its 95 % bootstrap interval. `null` where it is not defined (no row, one class only). */
export type Estimate = {
	readonly value: number | null;
	readonly low: number | null;
	readonly high: number | null;
};
