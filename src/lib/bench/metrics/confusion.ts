import { UNKNOWN } from './sample';

/**
 * All labels of all rows, row by row: the value of label `l` in row `r` is at `r * labels.length + l`. A score of NaN is
 * missing; truth is 0, 1 or UNKNOWN.
 */
export type Grid = {
	readonly labels: readonly string[];
	readonly scores: Float32Array | Float64Array;
	readonly truth: Uint8Array;
	/** What each row belongs to, where rows are drawn together. */
	readonly clusters?: Uint32Array;
};

/** Which label rows have, against which one the model would name. */
export type Confusion = {
	readonly labels: readonly string[];
	/** `cells[true label][named label]`, in rows; halves and thirds where a row has several labels. */
	readonly cells: readonly (readonly number[])[];
	/** Rows whose true label is not known, whose named label may hold, or for which the model gave no score at all. */
	readonly leftOut: number;
};

/** How many rows a grid has. Throws a RangeError when its parts do not fit together. */
export function rowsOf({ labels, scores, truth }: Grid): number {
	if (scores.length !== truth.length || truth.length % labels.length !== 0) {
		throw new RangeError('Scores and truth must have one value for each row and label.');
	}
	return truth.length / labels.length;
}

/**
 * The model names the highest of the labels that reach their own threshold, or `none`; this is for looking at mistakes, for the
 * labels do not exclude each other. A row with several true labels counts for the one that is named, if it is
 * among them, and else in equal parts for each. A row without a true label counts for `none` when `none` holds, or when every
 * other label is known not to; otherwise it is left out, as is a row of which
 * is not known whether the named label holds. After MLCM (Heydarian et al. 2022, doi:10.1109/ACCESS.2022.3151048).
 * Throws a RangeError when `none` is not one of the labels.
 */
export function confusion(grid: Grid, thresholds: ArrayLike<number>, none = 'none'): Confusion {
	const { labels, scores, truth } = grid;
	const nothing = labels.indexOf(none);
	if (nothing < 0) throw new RangeError('The labels lack the one that stands for nothing.');
	const width = labels.length;
	const cells = labels.map(() => new Array<number>(width).fill(0));
	let leftOut = 0;
	for (let row = 0; row < rowsOf(grid); row++) {
		const first = row * width;
		const known = truth.subarray(first, first + width);
		const held = trueLabels(known, nothing);
		const given = scores.subarray(first, first + width);
		const named = highest(given, thresholds, nothing);
		if (held.length === 0 || given.every(Number.isNaN) || mayHold(named, known, nothing)) {
			leftOut++;
			continue;
		}
		const counted = held.includes(named) ? [named] : held;
		for (const label of counted) {
			const line = cells[label];
			if (line) line[named] = (line[named] ?? 0) + 1 / counted.length;
		}
	}
	return { labels, cells, leftOut };
}

function trueLabels(truth: Uint8Array, nothing: number): number[] {
	const held: number[] = [];
	let unknown = false;
	truth.forEach((holds, label) => {
		if (label === nothing) return;
		if (holds === 1) held.push(label);
		else if (holds === UNKNOWN) unknown = true;
	});
	if (held.length > 0) return held;
	return truth[nothing] === 1 || !unknown ? [nothing] : [];
}

/** `none` excludes all others, so that one known truth settles it. */
function mayHold(label: number, truth: Uint8Array, nothing: number): boolean {
	return label !== nothing && truth[label] === UNKNOWN && truth[nothing] !== 1;
}

function highest(
	scores: Float32Array | Float64Array,
	thresholds: ArrayLike<number>,
	nothing: number
): number {
	let best = nothing;
	let top = -Infinity;
	scores.forEach((score, label) => {
		if (label === nothing || !(score >= (thresholds[label] ?? Infinity)) || score <= top) return;
		best = label;
		top = score;
	});
	return best;
}
