import { log } from './arithmetic';
import { quantile, rising } from './quantile';
import type { Sample } from './sample';

/** A point of a reliability plot: rows whose probabilities lie together. Empty bins have no point. */
export type ReliabilityPoint = {
	/** Edges; a probability equal to an inner edge belongs to the bin below it. */
	readonly from: number;
	readonly to: number;
	/** Mean probability of the rows. */
	readonly mean: number;
	/** The part of the rows that hold. */
	readonly rate: number;
	readonly count: number;
};

/** Bins of equal width, or of equal mass: edges at quantiles (type 7), so that each bin has about as many rows. */
export type Binning = 'width' | 'mass';

/**
 * The points of a reliability plot, as scikit-learn's `calibration_curve` makes them (`uniform` and `quantile`). Equal mass
 * after Nguyen and O'Connor 2015 (arXiv:1508.05154). Probabilities from 0 to 1.
 */
export function reliability(
	{ scores, truth }: Sample,
	binning: Binning,
	bins = 15
): ReliabilityPoint[] {
	if (scores.length === 0) return [];
	const sorted = rising(scores);
	const edges = Float64Array.from({ length: bins + 1 }, (_, edge) =>
		binning === 'width' ? edge / bins : quantile(sorted, edge / bins)
	);
	const sums = new Float64Array(bins);
	const held = new Float64Array(bins);
	const counts = new Float64Array(bins);
	scores.forEach((score, row) => {
		const bin = binOf(score, edges);
		sums[bin] = (sums[bin] ?? 0) + score;
		held[bin] = (held[bin] ?? 0) + (truth[row] ?? 0);
		counts[bin] = (counts[bin] ?? 0) + 1;
	});
	return Array.from(counts, (count, bin) => ({
		from: edges[bin] ?? 0,
		to: edges[bin + 1] ?? 1,
		mean: (sums[bin] ?? 0) / count,
		rate: (held[bin] ?? 0) / count,
		count
	})).filter(({ count }) => count > 0);
}

/**
 * Expected calibration error Σ (nᵦ/n) |rateᵦ − meanᵦ| of these points (Naeini et al. 2015, doi:10.1609/aaai.v29i1.9602); adaptive when
 * they have equal mass (Nixon et al. 2019, arXiv:1904.01685). It is never below 0 and leans upwards where rows are few. `null` without rows.
 */
export function calibrationError(points: readonly ReliabilityPoint[]): number | null {
	let [sum, rows] = [0, 0];
	for (const { mean, rate, count } of points) {
		sum += count * Math.abs(rate - mean);
		rows += count;
	}
	return rows === 0 ? null : sum / rows;
}

/** Mean squared distance between probability and truth (Brier 1950), 0 to 1. `null` without rows. */
export function brier({ scores, truth }: Sample): number | null {
	let sum = 0;
	scores.forEach((score, row) => {
		const distance = score - (truth[row] ?? 0);
		sum += distance * distance;
	});
	return scores.length === 0 ? null : sum / scores.length;
}

/** Mean of −ln p of what is true, p kept 2⁻⁵² away from 0 and 1 as scikit-learn does. In nats. `null` without rows. */
export function logLoss({ scores, truth }: Sample): number | null {
	let sum = 0;
	scores.forEach((score, row) => {
		const p = Math.min(Math.max(score, Number.EPSILON), 1 - Number.EPSILON);
		sum -= log(truth[row] === 1 ? p : 1 - p);
	});
	return scores.length === 0 ? null : sum / scores.length;
}

/** How many inner edges lie below the score. */
function binOf(score: number, edges: Float64Array): number {
	let [from, to] = [1, edges.length - 1];
	while (from < to) {
		const middle = (from + to) >> 1;
		if ((edges[middle] ?? 0) < score) from = middle + 1;
		else to = middle;
	}
	return from - 1;
}
