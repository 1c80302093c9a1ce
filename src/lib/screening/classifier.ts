import { exp } from '$lib/intent/exp';
import { LABELS } from '$lib/intent/labels';
import { fill, type Scores } from '$lib/intent/reading';
import type { Manifest } from './manifest';
import type { Session } from './session';
import type { Tokenizer } from './tokenizer';
import { cut } from './windows';

export type Classification = {
	readonly scores: Scores;
	/** Shares of the first view's tokens: see Tokenizer. */
	readonly unknownShare: number;
	readonly crumbShare: number;
	readonly tokens: number;
	/** False where part of the text was too much to read. */
	readonly whole: boolean;
};

/** Whatever reads a text into the twelve labels: the model, or the tiny one that answers until the model is there. */
export interface Classifies {
	readonly manifest: Manifest;
	/** True for one whose readings are never more than `unsure`. */
	readonly unsure?: boolean;
	classify(views: readonly [string, ...string[]]): Promise<Classification>;
	check(): Promise<number>;
}

/** Reads texts with one model. Runs are queued: a session takes one at a time. */
export class Classifier implements Classifies {
	#last: Promise<unknown> = Promise.resolve();

	constructor(
		private readonly session: Session,
		private readonly tokenizer: Tokenizer,
		readonly manifest: Manifest
	) {}

	/**
	 * Highest calibrated probability per label (lowest for `none`) over all windows of all views. What is said of tokens
	 * is said of the first view; a view that comes to the same tokens as an earlier one is not read again.
	 */
	async classify(views: readonly [string, ...string[]]): Promise<Classification> {
		const [first, ...others] = views.map((view) => cut(view, this.tokenizer, this.manifest));
		if (!first) throw new Error('classify needs a view');
		const seen = [first];
		for (const other of others)
			if (!seen.some((earlier) => same(earlier.ids, other.ids))) seen.push(other);
		const read: Scores[] = [];
		for (const window of seen.flatMap((view) => view.windows))
			read.push(calibrate(await this.#run(window), this.manifest));
		return {
			scores: fill((label) => {
				const values = read.map((scores) => scores[label]);
				return label === 'none' ? Math.min(...values) : Math.max(...values);
			}),
			unknownShare: this.tokenizer.unknownShare(first.ids),
			crumbShare: this.tokenizer.crumbShare(first.ids),
			tokens: first.ids.length,
			whole: seen.every((view) => view.whole)
		};
	}

	/**
	 * Runs the golden sentences of the manifest, which also warms the runtime up (its first run takes 20 times as long).
	 * Returns the largest difference of any logit; above `goldenTolerance` the model must be refused.
	 */
	async check(): Promise<number> {
		let largest = 0;
		for (const { text, logits } of this.manifest.golden) {
			const found = await this.#run(this.tokenizer.encode(text).slice(0, this.#room));
			logits.forEach((logit, index) => {
				const difference = Math.abs(logit - (found[index] ?? NaN));
				largest = Number.isNaN(difference) ? Infinity : Math.max(largest, difference);
			});
		}
		return largest;
	}

	get #room(): number {
		return this.manifest.maxTokens - 2;
	}

	#run(ids: readonly number[]): Promise<number[]> {
		const turn = this.#last.then(() => this.session.run(this.tokenizer.wrap(ids)));
		this.#last = turn.catch(() => undefined);
		return turn;
	}
}

/** Probabilities from raw logits, by the slope and offset of each label in the manifest. */
export function calibrate(logits: readonly number[], { calibration }: Manifest): Scores {
	return fill((label) => {
		const { a, b } = calibration[label];
		const p = 1 / (1 + exp(-(a * (logits[LABELS.indexOf(label)] ?? NaN) + b)));
		if (Number.isNaN(p)) throw new Error('the model gave something that is not a number');
		return p;
	});
}

function same(a: readonly number[], b: readonly number[]): boolean {
	return a.length === b.length && a.every((id, index) => id === b[index]);
}
