import type { Estimate } from '$lib/bench/shape';
import { isRare } from './bins';
import { joined } from './bootstrap';
import { rowsOf, type Grid } from './confusion';
import {
	difference,
	estimate,
	resample,
	strataOf,
	type Difference,
	type ResampleOptions
} from './resample';
import { macroF1, type Counts } from './threshold';

/** What a row is to one label at its threshold. */
const [OUT, TN, FP, FN, TP] = [0, 1, 2, 3, 4];
const STATES = 5;

/** Macro-F1 with its interval, and how many labels are in it: those that some row holds. */
export type Macro = Estimate & { readonly counted: number };

/** The 2×2 table of each label, in the order of the labels; rows of unknown truth or without a score count for none. */
export function countEach(grid: Grid, thresholds: ArrayLike<number>): Counts[] {
	const { kinds, counts } = patterns(grid, thresholds);
	return tables(kinds, Float64Array.from(counts), grid.labels.length);
}

/**
 * Macro-F1 with a 95 % percentile interval over resampled rows, drawn whole, so that labels move together. Rows that are flagged
 * and true alike are one cell: nothing is put together that matters. Rows of a label that fewer than 20 rows hold are drawn among
 * themselves, each with the rarest of its labels.
 */
export async function bootstrapMacro(
	grid: Grid,
	thresholds: ArrayLike<number>,
	options: ResampleOptions
): Promise<Macro> {
	const found = patterns(grid, thresholds);
	const scored = scorer(grid, found);
	const drawn = await resample(
		strataOf(found.kindOf, byRarestLabel(grid), grid.clusters),
		found.kinds.length,
		(weights, out) => (out[0] = scored(weights)),
		1,
		options
	);
	const { value, counted } = macroF1(countEach(grid, thresholds), heldIn(grid));
	return { ...estimate(value, drawn[0]), counted };
}

/**
 * The difference of two models' macro-F1, first minus second. Each row's label counts for both only if both have a score
 * for it. Throws a RangeError when the truths differ.
 */
export async function pairedMacro(
	first: Grid,
	second: Grid,
	thresholds: readonly [ArrayLike<number>, ArrayLike<number>],
	options: ResampleOptions
): Promise<Difference & { readonly counted: number }> {
	if (
		first.truth.length !== second.truth.length ||
		first.truth.some((holds, at) => holds !== second.truth[at])
	) {
		throw new RangeError('Two models can be compared only on the same rows.');
	}
	const [one, other] = [within(first, second), within(second, first)];
	const [its, others] = [patterns(one, thresholds[0]), patterns(other, thresholds[1])];
	const both = joined(its.kindOf, others.kindOf);
	const [left, right] = [new Float64Array(its.kinds.length), new Float64Array(others.kinds.length)];
	const [here, there] = [scorer(one, its), scorer(other, others)];
	const drawn = await resample(
		strataOf(both.cellOf, byRarestLabel(one), one.clusters),
		both.first.length,
		(weights, out) => {
			left.fill(0);
			right.fill(0);
			weights.forEach((weight, cell) => {
				const [a, b] = [both.first[cell] ?? 0, both.second[cell] ?? 0];
				left[a] = (left[a] ?? 0) + weight;
				right[b] = (right[b] ?? 0) + weight;
			});
			out[0] = here(left) - there(right);
		},
		1,
		options
	);
	const held = heldIn(one);
	const a = macroF1(countEach(one, thresholds[0]), held);
	const b = macroF1(countEach(other, thresholds[1]), held);
	return { ...difference(a.value, b.value, drawn[0]), counted: a.counted };
}

/** The kinds of rows that occur, as one state per label, and each row's kind. */
type Patterns = {
	readonly kinds: readonly Uint8Array[];
	readonly counts: readonly number[];
	readonly kindOf: Uint32Array;
};

function patterns(grid: Grid, thresholds: ArrayLike<number>): Patterns {
	const { labels, scores, truth } = grid;
	const width = labels.length;
	const kindOf = new Uint32Array(rowsOf(grid));
	const found = new Map<string, number>();
	const kinds: Uint8Array[] = [];
	const counts: number[] = [];
	const states = new Uint8Array(width);
	for (let row = 0; row < kindOf.length; row++) {
		for (let label = 0; label < width; label++) {
			const at = row * width + label;
			states[label] = stateOf(scores[at] ?? NaN, truth[at], thresholds[label] ?? Infinity);
		}
		const key = states.join('');
		let kind = found.get(key);
		if (kind === undefined) {
			found.set(key, (kind = kinds.length));
			kinds.push(states.slice());
			counts.push(0);
		}
		counts[kind] = (counts[kind] ?? 0) + 1;
		kindOf[row] = kind;
	}
	return { kinds, counts, kindOf };
}

function stateOf(score: number, holds: number | undefined, threshold: number): number {
	if (Number.isNaN(score) || (holds !== 0 && holds !== 1)) return OUT;
	const flagged = score >= threshold;
	if (holds === 1) return flagged ? TP : FN;
	return flagged ? FP : TN;
}

function tables(kinds: readonly Uint8Array[], weights: Float64Array, width: number): Counts[] {
	const sums = new Float64Array(width * STATES);
	for (let kind = 0; kind < kinds.length; kind++) {
		const weight = weights[kind] ?? 0;
		const states = kinds[kind];
		if (weight === 0 || !states) continue;
		for (let label = 0; label < width; label++) {
			const at = label * STATES + (states[label] ?? OUT);
			sums[at] = (sums[at] ?? 0) + weight;
		}
	}
	return Array.from({ length: width }, (_, label) => {
		const of = (state: number) => sums[label * STATES + state] ?? 0;
		return { tp: of(TP), fp: of(FP), fn: of(FN), tn: of(TN) };
	});
}

/** Macro-F1 of weighted kinds, always over the labels that a row of the whole sample holds; 0 for those without a scored one. */
function scorer(grid: Grid, { kinds, counts }: Patterns): (weights: Float64Array) => number {
	const width = grid.labels.length;
	const held = heldIn(grid);
	const scored = tables(kinds, Float64Array.from(counts), width).map(({ tp, fn }) => tp + fn > 0);
	const counted = held.filter(Boolean).length;
	return (weights) => {
		let sum = 0;
		tables(kinds, weights, width).forEach(({ tp, fp, fn }, label) => {
			if (scored[label]) sum += (2 * tp) / (2 * tp + fp + fn);
		});
		return sum / counted;
	};
}

/** Which labels some row holds, whether or not it has a score. */
function heldIn(grid: Grid): boolean[] {
	return rowsHolding(grid).map((rows) => rows > 0);
}

function rowsHolding({ labels, truth }: Grid): number[] {
	const held = labels.map(() => 0);
	truth.forEach((holds, at) => {
		const label = at % held.length;
		if (holds === 1) held[label] = (held[label] ?? 0) + 1;
	});
	return held;
}

function byRarestLabel(grid: Grid): (row: number) => number {
	const width = grid.labels.length;
	const rare = rowsHolding(grid)
		.map((rows, label) => ({ rows, label }))
		.filter(({ rows }) => isRare(rows))
		.sort((a, b) => a.rows - b.rows || a.label - b.label);
	return (row) => rare.find(({ label }) => grid.truth[row * width + label] === 1)?.label ?? width;
}

/** The grid without the scores that the other one lacks. */
function within(grid: Grid, other: Grid): Grid {
	const scores = grid.scores.map((score, at) =>
		Number.isNaN(other.scores[at] ?? NaN) ? NaN : score
	);
	return { ...grid, scores };
}
