import { pause } from './metrics/pause';

/** Milliseconds of work after which the page gets a turn. */
const EVERY = 20;

/** Returns a function to await inside a long loop: every 20 ms it lets clicks and messages through. Throws when aborted. */
export function makeBreathe(signal?: AbortSignal): () => Promise<void> {
	let last = performance.now();
	return async () => {
		if (performance.now() - last < EVERY) return;
		await pause();
		signal?.throwIfAborted();
		last = performance.now();
	};
}
