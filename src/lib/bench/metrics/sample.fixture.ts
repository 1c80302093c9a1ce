import type { Sample } from './sample';

/**
 * Made-up scores and truths from a linear congruential generator, the same in Python, where the expected figures come from:
 *
 *     def sample(n, seed, share, step=None):
 *         x = seed; s = []; y = []
 *         def u():
 *             nonlocal x
 *             x = (x * 1664525 + 1013904223) & 0xFFFFFFFF
 *             return x / 4294967296
 *         for _ in range(n):
 *             hold = u() < share
 *             v = 0.6 * u() + (0.4 * u() if hold else 0)
 *             s.append(math.floor(v * step) / step if step else v); y.append(int(hold))
 *         return np.array(s), np.array(y)
 *
 * `step` puts many rows on one score.
 */
export function madeUp(rows: number, seed: number, share: number, step?: number): Sample {
	let x = seed;
	const uniform = () => (x = (Math.imul(x, 1664525) + 1013904223) >>> 0) / 4294967296;
	const scores = new Float64Array(rows);
	const truth = new Uint8Array(rows);
	for (let row = 0; row < rows; row++) {
		const holds = uniform() < share;
		const value = 0.6 * uniform() + (holds ? 0.4 * uniform() : 0);
		scores[row] = step ? Math.floor(value * step) / step : value;
		truth[row] = Number(holds);
	}
	return { scores, truth, missing: 0 };
}

/** `smooth`: sample(500, 1, 0.3); `ties`: sample(500, 2, 0.1, 20). */
export const smooth = madeUp(500, 1, 0.3);
export const ties = madeUp(500, 2, 0.1, 20);

/** A sample from pairs of score and truth. */
export function sampleFrom(pairs: readonly (readonly [number, 0 | 1])[]): Sample {
	return {
		scores: Float64Array.from(pairs, ([score]) => score),
		truth: Uint8Array.from(pairs, ([, holds]) => holds),
		missing: 0
	};
}
