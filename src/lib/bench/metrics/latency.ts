import { quantile, rising } from './quantile';

/** Milliseconds of a number of readings; `null` for each when there are none. */
export type Latency = {
	readonly count: number;
	readonly mean: number | null;
	readonly p50: number | null;
	readonly p90: number | null;
	readonly p95: number | null;
	readonly p99: number | null;
	readonly longest: number | null;
};

/** Lengths in tokens of which the latency is told apart; the last has no end. */
export const LENGTHS = [
	{ name: '1–16', from: 0, to: 16 },
	{ name: '17–32', from: 17, to: 32 },
	{ name: '33–64', from: 33, to: 64 },
	{ name: '65–128', from: 65, to: 128 },
	{ name: '>128', from: 129, to: Infinity }
] as const;

/** Quantiles of type 7 (see `quantile`). NaN is left out. */
export function latency(milliseconds: ArrayLike<number>): Latency {
	const sorted = rising(milliseconds);
	const at = (share: number) => (sorted.length === 0 ? null : quantile(sorted, share));
	const sum = sorted.reduce((total, value) => total + value, 0);
	return {
		count: sorted.length,
		mean: sorted.length === 0 ? null : sum / sorted.length,
		p50: at(0.5),
		p90: at(0.9),
		p95: at(0.95),
		p99: at(0.99),
		longest: at(1)
	};
}

/** The same per length. `tokens` is as long as `milliseconds`; rows of unknown length (NaN) are in none. */
export function latencyByLength(
	milliseconds: ArrayLike<number>,
	tokens: ArrayLike<number>
): ({ readonly length: string } & Latency)[] {
	return LENGTHS.map(({ name, from, to }) => {
		const within = Array.from(milliseconds).filter((_value, row) => {
			const size = tokens[row] ?? NaN;
			return size >= from && size <= to;
		});
		return { length: name, ...latency(within) };
	});
}
