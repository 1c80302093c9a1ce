/** How far a run is. */
export type Progress = {
	readonly model: string;
	/** From 0, of `models`. */
	readonly index: number;
	readonly models: number;
	readonly phase: 'opening' | 'scoring' | 'finished';
	/** Rows of this model that have an answer, those of an earlier run included. */
	readonly done: number;
	readonly rows: number;
	/** Rows of this model that an earlier run had finished. */
	readonly kept: number;
	/** Rows per second lately; undefined until that can be said. */
	readonly rate?: number;
	/** Seconds to the end of the whole run, as if models to come were as fast as this one. */
	readonly secondsLeft?: number;
};

/** Milliseconds over which the rate is taken: long texts and short ones come in stretches. */
const WINDOW = 20_000;

/** Rows before which a rate would be a guess. */
const ENOUGH = 5;

/** The rate of lately finished rows. Times are milliseconds of one clock that never runs back. */
export class Rate {
	readonly #marks: { readonly at: number; readonly done: number }[];

	constructor(at: number) {
		this.#marks = [{ at, done: 0 }];
	}

	/** Rows per second, after so many rows in all since the start. */
	at(now: number, done: number): number | undefined {
		this.#marks.push({ at: now, done });
		let [first, second] = this.#marks;
		while (first && second && second.at < now - WINDOW) {
			this.#marks.shift();
			[first, second] = this.#marks;
		}
		if (!first || done < ENOUGH || now <= first.at) return undefined;
		return ((done - first.done) / (now - first.at)) * 1000;
	}
}
