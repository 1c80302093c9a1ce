import { classes, falling, type Sample } from './sample';

/** More distinct scores among the rows that hold are put together. */
const MOST = 4096;

/** Fewer rows of a class make it rare: a resample then keeps their number. */
const RARE = 20;

/** What a resample computes, in this order. */
export const METRICS = [
	'precision',
	'recall',
	'f1',
	'falsePositiveRate',
	'falseAlarmsPer1000',
	'auprc',
	'auroc'
] as const;
export type Metric = (typeof METRICS)[number];

/**
 * Rows by score, from the highest bin down; cell `2 · bin` are the rows of the bin that do not hold the label, `2 · bin + 1` those
 * that do.
 */
export type Bins = {
	readonly bins: number;
	/** How many of the bins are at or above the threshold. */
	readonly flagged: number;
	/** Each row's cell. */
	readonly cellOf: Uint32Array;
};

/**
 * Rows that hold and have one score share a bin with the rows that do not and have it too; between two such bins, the rows
 * that do not hold need no order, for neither curve's area depends on it. So nothing is lost up to 4,096 distinct scores of rows that hold.
 * Above that, bins lie at 4,096 quantiles of those scores, and rows in one bin are taken for ties: areas differ by less than
 * 1/4,096. (Quantiles of all scores would blur just where a rare label is found.) A bin never reaches across the threshold.
 */
export function binned(sample: Sample, threshold: number): Bins {
	const { scores, truth } = sample;
	const rows = falling(scores);
	const { positives } = classes(truth);
	const exact = distinctHeld(sample, rows) <= MOST;
	const cellOf = new Uint32Array(rows.length);
	let [bin, flagged, held] = [-1, 0, 0];
	let key = NaN;
	for (let at = 0; at < rows.length;) {
		const score = scores[rows[at] ?? 0] ?? NaN;
		let end = at;
		let here = 0;
		for (; end < rows.length && scores[rows[end] ?? 0] === score; end++) {
			here += truth[rows[end] ?? 0] ?? 0;
		}
		// A run without rows that hold lies between two whole numbers.
		const next = exact ? (here > 0 ? held : held - 0.5) : Math.floor((held * MOST) / positives);
		if (next !== key || (score < threshold && flagged === bin + 1)) bin++;
		if (score >= threshold) flagged = bin + 1;
		key = next;
		held += here;
		for (; at < end; at++) {
			const row = rows[at] ?? 0;
			cellOf[row] = 2 * bin + (truth[row] ?? 0);
		}
	}
	return { bins: bin + 1, flagged, cellOf };
}

/** The metrics of weighted rows, into `out`; NaN where one is not defined. */
export function measure({ bins, flagged }: Bins, weights: Float64Array, out: Float64Array): void {
	let [tp, fp, precisions, pairs, tpThere, fpThere] = [0, 0, 0, 0, 0, 0];
	for (let bin = 0; bin < bins; bin++) {
		const negatives = weights[2 * bin] ?? 0;
		const positives = weights[2 * bin + 1] ?? 0;
		pairs += negatives * (tp + positives / 2);
		tp += positives;
		fp += negatives;
		if (positives > 0) precisions += positives * (tp / (tp + fp));
		if (bin === flagged - 1) [tpThere, fpThere] = [tp, fp];
	}
	out[0] = tpThere / (tpThere + fpThere);
	out[1] = tpThere / tp;
	out[2] = (2 * tpThere) / (tpThere + fpThere + tp);
	out[3] = fpThere / fp;
	out[4] = (1000 * fpThere) / fp;
	out[5] = precisions / tp;
	out[6] = pairs / (tp * fp);
}

/** The stratum of each row: its class, when one of the two is rare; else all rows are one. */
export function byRareClass(truth: Uint8Array): (row: number) => number {
	const { positives, negatives } = classes(truth);
	return Math.min(positives, negatives) < RARE ? (row) => truth[row] ?? 0 : () => 0;
}

/** Says which labels are rare, from how many rows hold each. */
export function isRare(held: number): boolean {
	return held > 0 && held < RARE;
}

function distinctHeld({ scores, truth }: Sample, rows: Uint32Array): number {
	let distinct = 0;
	let before = NaN;
	for (const row of rows) {
		const score = scores[row] ?? NaN;
		if (truth[row] !== 1 || score === before) continue;
		distinct++;
		before = score;
	}
	return distinct;
}
