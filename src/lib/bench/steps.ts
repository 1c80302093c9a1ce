import { makeBreathe } from './breathe';

/** Tells how far a long computation is, and lets clicks through between its parts. Throws when aborted. */
export class Steps {
	#done = 0;
	readonly #breathe: () => Promise<void>;

	constructor(
		private readonly of: number,
		private readonly signal?: AbortSignal,
		private readonly onProgress?: (done: number, of: number) => void
	) {
		this.#breathe = makeBreathe(signal);
		onProgress?.(0, of);
	}

	/** After work that weighs so much of the whole. */
	async did(weight: number): Promise<void> {
		this.signal?.throwIfAborted();
		this.#done = Math.min(this.of, this.#done + weight);
		this.onProgress?.(this.#done, this.of);
		await this.#breathe();
	}
}
