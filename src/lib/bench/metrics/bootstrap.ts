import type { Estimate } from '$lib/bench/shape';
import { binned, byRareClass, measure, METRICS, type Metric } from './bins';
import { isSpread } from './clusters';
import { auroc, averagePrecision } from './ranking';
import {
	difference,
	estimate,
	resample,
	strataOf,
	type Difference,
	type ResampleOptions,
	type Stratum
} from './resample';
import type { Sample } from './sample';
import { count, rates } from './threshold';

/**
 * The figures of one label at a threshold, with 95 % percentile intervals over resampled rows. The values are exact; how the
 * resamples are drawn, and what is put together in large samples, stands in resample.ts and bins.ts. When fewer than 20 rows hold the
 * label, or do not, their number is kept in each resample. Rows count as independent but for those of one cluster, which are drawn
 * together; where all that hold, or all that do not, are of one cluster, there are no intervals.
 */
export async function bootstrap(
	sample: Sample,
	threshold: number,
	options: ResampleOptions
): Promise<Record<Metric, Estimate>> {
	const bins = binned(sample, threshold);
	const drawn = await resample(
		strataFor(bins.cellOf, sample),
		2 * bins.bins,
		(weights, out) => measure(bins, weights, out),
		METRICS.length,
		options
	);
	const values = measured(sample, threshold);
	return named((metric, at) => estimate(values[metric], drawn[at]));
}

/**
 * The same figures' differences between two models, first minus second, on the same rows drawn for both (from `samplePair`).
 * Throws a RangeError when the rows' truths differ.
 */
export async function paired(
	first: Sample,
	second: Sample,
	thresholds: readonly [number, number],
	options: ResampleOptions
): Promise<Record<Metric, Difference>> {
	if (!same(first.truth, second.truth)) {
		throw new RangeError('Two models can be compared only on the same rows.');
	}
	const one = binned(first, thresholds[0]);
	const other = binned(second, thresholds[1]);
	const both = joined(one.cellOf, other.cellOf);
	const [left, right] = [new Float64Array(2 * one.bins), new Float64Array(2 * other.bins)];
	const [a, b] = [new Float64Array(METRICS.length), new Float64Array(METRICS.length)];
	const drawn = await resample(
		strataFor(both.cellOf, first),
		both.first.length,
		(weights, out) => {
			left.fill(0);
			right.fill(0);
			for (let cell = 0; cell < weights.length; cell++) {
				const weight = weights[cell] ?? 0;
				const [here, there] = [both.first[cell] ?? 0, both.second[cell] ?? 0];
				left[here] = (left[here] ?? 0) + weight;
				right[there] = (right[there] ?? 0) + weight;
			}
			measure(one, left, a);
			measure(other, right, b);
			for (let at = 0; at < out.length; at++) out[at] = (a[at] ?? NaN) - (b[at] ?? NaN);
		},
		METRICS.length,
		options
	);
	const [its, others] = [measured(first, thresholds[0]), measured(second, thresholds[1])];
	return named((metric, at) => difference(its[metric], others[metric], drawn[at]));
}

/** The figures of one label without intervals. */
export function measured(sample: Sample, threshold: number): Record<Metric, number | null> {
	return {
		...rates(count(sample, threshold)),
		auprc: averagePrecision(sample),
		auroc: auroc(sample)
	};
}

/** One cell for each pair of cells that occurs, and what they were in either. */
export function joined(first: Uint32Array, second: Uint32Array) {
	const cellOf = new Uint32Array(first.length);
	const wide = second.reduce((most, cell) => Math.max(most, cell), 0) + 1;
	const cells = new Map<number, number>();
	const [left, right]: [number[], number[]] = [[], []];
	first.forEach((here, row) => {
		const there = second[row] ?? 0;
		const key = here * wide + there;
		let cell = cells.get(key);
		if (cell === undefined) {
			cells.set(key, (cell = cells.size));
			left.push(here);
			right.push(there);
		}
		cellOf[row] = cell;
	});
	return { cellOf, first: Uint32Array.from(left), second: Uint32Array.from(right) };
}

function strataFor(cellOf: Uint32Array, { truth, clusters }: Sample): Stratum[] {
	if (clusters && !isSpread(truth, clusters)) return [];
	return strataOf(cellOf, byRareClass(truth), clusters);
}

function named<Value>(of: (metric: Metric, at: number) => Value): Record<Metric, Value> {
	return Object.fromEntries(METRICS.map((metric, at) => [metric, of(metric, at)])) as Record<
		Metric,
		Value
	>;
}

function same(first: Uint8Array, second: Uint8Array): boolean {
	return first.length === second.length && first.every((holds, row) => holds === second[row]);
}
