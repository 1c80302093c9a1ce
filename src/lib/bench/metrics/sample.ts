/** What is not known of a row: neither false (0) nor true (1). */
export const UNKNOWN = 2;

/**
 * The rows of which is known whether one label holds, with the scores of one model. Higher means more likely; only
 * calibration and the sweep need scores from 0 to 1.
 */
export type Sample = {
	readonly scores: Float64Array;
	/** 0 or 1, as long as `scores`. */
	readonly truth: Uint8Array;
	/** Rows of known truth for which the model gave no score (NaN). They are in no figure; show their number. */
	readonly missing: number;
	/** What each row belongs to, where rows are drawn together. */
	readonly clusters?: Uint32Array;
};

/** Leaves out the rows whose truth is unknown, that have no score, or that `keep` (a subgroup, a language) does not want. */
export function sampleOf(
	scores: ArrayLike<number>,
	truth: ArrayLike<number>,
	keep: (row: number) => boolean = () => true,
	clusters?: Uint32Array
): Sample {
	return samplePair(scores, scores, truth, keep, clusters)[0];
}

/** The same for two models: a row is in both samples, at the same place, or in neither. */
export function samplePair(
	first: ArrayLike<number>,
	second: ArrayLike<number>,
	truth: ArrayLike<number>,
	keep: (row: number) => boolean = () => true,
	clusters?: Uint32Array
): [Sample, Sample] {
	if (first.length !== truth.length || second.length !== truth.length) {
		throw new RangeError('Scores and truth must have the same number of rows.');
	}
	const one = new Float64Array(truth.length);
	const other = new Float64Array(truth.length);
	const known = new Uint8Array(truth.length);
	const together = new Uint32Array(truth.length);
	let size = 0;
	let missing = 0;
	for (let row = 0; row < truth.length; row++) {
		const holds = truth[row];
		if ((holds !== 0 && holds !== 1) || !keep(row)) continue;
		one[size] = first[row] ?? NaN;
		other[size] = second[row] ?? NaN;
		known[size] = holds;
		together[size] = clusters?.[row] ?? 0;
		if (Number.isNaN(one[size]) || Number.isNaN(other[size])) missing++;
		else size++;
	}
	const same = {
		...{ truth: known.slice(0, size), missing },
		...(clusters && { clusters: together.slice(0, size) })
	};
	return [
		{ scores: one.slice(0, size), ...same },
		{ scores: other.slice(0, size), ...same }
	];
}

/** Row numbers from the highest score to the lowest; rows of one score stay in their order. */
export function falling(scores: Float64Array): Uint32Array {
	const rows = new Uint32Array(scores.length);
	for (let row = 0; row < rows.length; row++) rows[row] = row;
	return rows.sort((a, b) => {
		const left = scores[a] ?? 0;
		const right = scores[b] ?? 0;
		return left > right ? -1 : left < right ? 1 : a - b;
	});
}

/** How many rows hold and how many do not. */
export function classes(truth: Uint8Array): { positives: number; negatives: number } {
	let positives = 0;
	for (const holds of truth) positives += holds;
	return { positives, negatives: truth.length - positives };
}
