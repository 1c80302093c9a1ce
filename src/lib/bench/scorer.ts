import type { Label } from '$lib/intent/labels';
import type { Backend } from './engine';
import type { Scored } from './shape';

/**
 * `handrail`: the whole path of a message, lexicon and policy included; `handrail-model`: its classifier alone; `hub`: any
 * other model in Hugging Face layout; `judge`: a language model behind an endpoint; `file`: scored elsewhere.
 */
export type ModelKind = 'handrail' | 'handrail-model' | 'hub' | 'judge' | 'lexicon' | 'file';

/** A model's own label -> which of ours it speaks for; an empty list leaves it out. */
export type LabelMap = Readonly<Record<string, readonly Label[]>>;

/** What a result says of a model. `null` where the kind has no such thing. */
export type ModelInfo = {
	readonly kind: ModelKind;
	readonly name: string;
	readonly version: string | null;
	/** SHA-256 of what decides about its scores: its files, its prompt and address, its phrases. */
	readonly hash: string;
	/** Size of the files that it needs. */
	readonly bytes: number | null;
	readonly backend: Backend | null;
	readonly threads: number | null;
	/** For example `onnxruntime-web 1.30.0`. */
	readonly runtime: string | null;
	/** From the files to the end of a first reading, in milliseconds. */
	readonly coldStartMs: number | null;
	/** How much more memory was taken after opening; rough, since memory is given back late. */
	readonly memoryBytes: number | null;
	readonly map: LabelMap | null;
};

/** Gives texts their scores. */
export interface Scorer {
	readonly name: string;
	/** The labels it speaks of; the others are unknown, never false. */
	readonly labels: readonly Label[];
	/** Probability from which each label counts as given, for metrics at the model's own operating point. */
	readonly thresholds: Partial<Readonly<Record<Label, number>>>;
	readonly info: ModelInfo;
	/** Sentences that a result should say of it. */
	readonly notes?: readonly string[];
	/** Texts that may be under way at once; 1 where it is absent. */
	readonly parallel?: number;
	/** Rejects with RowFailed for this row alone, with a Refusal where no row can be scored any more. */
	score(text: string, id: string): Promise<Scored>;
	/** Gives up what is under way. */
	cancel?(): void;
	/** Gives the memory back. */
	close(): Promise<void>;
}

/** A model that is opened when its turn comes, so that only one is in memory at a time. */
export type Opener = { readonly name: string; open(): Promise<Scorer> };
