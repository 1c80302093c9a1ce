import { falling, type Sample } from './sample';
import { rates, ratio, type Counts, type Rates } from './threshold';

/** What would be flagged at one threshold. */
export type SweepPoint = { readonly threshold: number } & Counts & Rates;

/** 0, 0.01, … 1. */
export const HUNDREDTHS: readonly number[] = Array.from({ length: 101 }, (_, step) => step / 100);

/** The 2×2 table and its figures at each of the thresholds, which need no order. */
export function sweep(sample: Sample, thresholds: readonly number[] = HUNDREDTHS): SweepPoint[] {
	const rows = falling(sample.scores);
	const held = new Uint32Array(rows.length + 1);
	rows.forEach((row, at) => {
		held[at + 1] = (held[at] ?? 0) + (sample.truth[row] ?? 0);
	});
	const positives = held[rows.length] ?? 0;
	return thresholds.map((threshold) => {
		const flagged = reaching(sample.scores, rows, threshold);
		const tp = held[flagged] ?? 0;
		const fp = flagged - tp;
		const fn = positives - tp;
		const counts = { tp, fp, fn, tn: rows.length - positives - fp };
		return { threshold, ...counts, ...rates(counts) };
	});
}

/**
 * Expected cost of one row when a false alarm costs 1 and a miss costs `miss` (Elkan 2001, The Foundations of Cost-Sensitive
 * Learning, with nothing for right answers). `null` without rows.
 */
export function cost({ tp, fp, fn, tn }: Counts, miss: number): number | null {
	return ratio(fp + miss * fn, tp + fp + fn + tn);
}

/** The point of the lowest cost; of equal ones the lowest threshold, which misses least. */
export function cheapest(points: readonly SweepPoint[], miss: number): SweepPoint | undefined {
	let best: SweepPoint | undefined;
	let lowest = Infinity;
	for (const point of points) {
		const here = cost(point, miss) ?? Infinity;
		if (here > lowest || (here === lowest && best && best.threshold <= point.threshold)) continue;
		best = point;
		lowest = here;
	}
	return best;
}

/** How many of the falling rows have at least the threshold. */
function reaching(scores: Float64Array, rows: Uint32Array, threshold: number): number {
	let [from, to] = [0, rows.length];
	while (from < to) {
		const middle = (from + to) >> 1;
		if ((scores[rows[middle] ?? 0] ?? NaN) >= threshold) from = middle + 1;
		else to = middle;
	}
	return from;
}
