import { addCluster, cellsOf, clusterStrata, type Cells, type ClusterStratum } from './clusters';
import { pause } from './pause';
import { poisson } from './poisson';
import { quantile, rising } from './quantile';
import { integer, randomFrom, type Random } from './random';
import type { Estimate } from '$lib/bench/shape';

/** Larger strata are drawn by Poisson weights. */
const DRAWN_ROW_BY_ROW = 5000;

/** How long to work before the page may draw, in milliseconds. */
const TURN = 20;

/** Rows, or clusters of rows, that are drawn among themselves. Rows in one cell are the same to the statistic: only their number counts. */
export type Stratum = Cells | ClusterStratum;

export type ResampleOptions = {
	readonly seed: number;
	/** What is measured, for example "ours/self-harm/intent": each has its own random numbers. */
	readonly name?: string;
	/** 1,000 unless told. */
	readonly resamples?: number;
	readonly signal?: AbortSignal;
};

/** Writes its figures for rows that count `weights` times into `out`; NaN where one is not defined. */
export type Statistic = (weights: Float64Array, out: Float64Array) => void;

/**
 * Bootstrap (Efron and Tibshirani 1993): `width` figures of each resample, as one array per figure. A stratum of up to 5,000
 * rows is drawn with replacement; in a larger one each cell of c rows weighs Poisson(c), the sum of c rows' Poisson(1)
 * weights (Hanley and MacGibbon 2006, doi:10.1016/j.cmpb.2006.04.006), so its size varies by the root of its size. Clusters are
 * drawn whole in the same ways (Davison and Hinkley 1997, §3.8). Without a stratum no figure is defined. Gives way every 20 ms.
 * Throws the signal's reason when aborted.
 */
export async function resample(
	strata: readonly Stratum[],
	cells: number,
	statistic: Statistic,
	width: number,
	{ seed, name = '', resamples = 1000, signal }: ResampleOptions
): Promise<Float64Array[]> {
	const random = randomFrom(seed, name);
	const draws = strata.map(drawing);
	const results = Array.from({ length: width }, () => new Float64Array(resamples));
	const weights = new Float64Array(cells);
	const out = new Float64Array(width);
	let turn = performance.now();
	signal?.throwIfAborted();
	if (strata.length === 0) return results.map((result) => result.fill(NaN));
	for (let round = 0; round < resamples; round++) {
		weights.fill(0);
		for (const draw of draws) draw(random, weights);
		statistic(weights, out);
		results.forEach((result, at) => (result[round] = out[at] ?? NaN));
		if (performance.now() - turn < TURN) continue;
		await pause();
		signal?.throwIfAborted();
		turn = performance.now();
	}
	return results;
}

/**
 * Strata from each row's cell and stratum, and its cluster where rows belong together; without `stratumOf` they are one stratum.
 */
export function strataOf(
	cellOf: Uint32Array,
	stratumOf: (row: number) => number = () => 0,
	clusterOf?: Uint32Array
): Stratum[] {
	if (clusterOf) return clusterStrata(cellOf, stratumOf, clusterOf);
	const found = new Map<number, Map<number, number>>();
	cellOf.forEach((cell, row) => {
		const key = stratumOf(row);
		const counts = found.get(key) ?? new Map<number, number>();
		found.set(key, counts);
		counts.set(cell, (counts.get(cell) ?? 0) + 1);
	});
	return [...found.values()].map(cellsOf);
}

/** 95 % percentile interval. Resamples without a value are left out; when they are half or more, there is no interval. */
export function interval(drawn: Float64Array): { low: number | null; high: number | null } {
	const sorted = rising(drawn);
	if (sorted.length * 2 <= drawn.length) return { low: null, high: null };
	return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}

/** A value with its interval; neither without a value. */
export function estimate(value: number | null, drawn: Float64Array | undefined): Estimate {
	if (value === null || !drawn) return { value, low: null, high: null };
	return { value, ...interval(drawn) };
}

/** The difference of two models on the same rows, first minus second. */
export type Difference = Estimate & {
	/** Two-sided: twice the smaller part of resamples on either side of 0, from the percentile interval turned round. */
	readonly p: number | null;
};

/**
 * p = 2 · min(#{d* ≤ 0} + 1, #{d* ≥ 0} + 1) / (B + 1), at most 1 (Davison and Hinkley 1997, §4.2 and §5.4): below 0.05 about when
 * the 95 % interval lacks 0, and never 0.
 */
export function difference(
	first: number | null,
	second: number | null,
	drawn: Float64Array | undefined
): Difference {
	if (first === null || second === null || !drawn) {
		return { value: null, low: null, high: null, p: null };
	}
	const bounds = interval(drawn);
	if (bounds.low === null) return { value: first - second, ...bounds, p: null };
	let [below, above, rounds] = [0, 0, 0];
	for (const value of drawn) {
		if (Number.isNaN(value)) continue;
		rounds++;
		if (value <= 0) below++;
		if (value >= 0) above++;
	}
	const p = Math.min(1, (2 * (Math.min(below, above) + 1)) / (rounds + 1));
	return { value: first - second, ...bounds, p };
}

type Drawing = (random: Random, weights: Float64Array) => void;

function drawing(stratum: Stratum): Drawing {
	return 'clusters' in stratum ? drawingClusters(stratum) : drawingRows(stratum);
}

function drawingClusters({ clusters }: ClusterStratum): Drawing {
	const total = clusters.length;
	if (total > DRAWN_ROW_BY_ROW) {
		const draw = poisson(1);
		return (random, weights) => {
			for (const cluster of clusters) addCluster(cluster, draw(random), weights);
		};
	}
	return (random, weights) => {
		for (let left = total; left > 0; left--) {
			const cluster = clusters[integer(random, total)];
			if (cluster) addCluster(cluster, 1, weights);
		}
	};
}

function drawingRows({ cells, counts }: Cells): Drawing {
	const total = counts.reduce((sum, count) => sum + count, 0);
	if (total > DRAWN_ROW_BY_ROW) {
		const draws = Array.from(counts, poisson);
		return (random, weights) => {
			for (let at = 0; at < cells.length; at++) {
				const cell = cells[at] ?? 0;
				weights[cell] = (weights[cell] ?? 0) + (draws[at]?.(random) ?? 0);
			}
		};
	}
	const rows = new Uint32Array(total);
	let filled = 0;
	cells.forEach((cell, at) => {
		const next = filled + (counts[at] ?? 0);
		rows.fill(cell, filled, next);
		filled = next;
	});
	return (random, weights) => {
		for (let left = total; left > 0; left--) {
			const cell = rows[integer(random, total)] ?? 0;
			weights[cell] = (weights[cell] ?? 0) + 1;
		}
	};
}
