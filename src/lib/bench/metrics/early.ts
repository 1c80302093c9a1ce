import type { Estimate } from '$lib/bench/shape';
import { exp } from '$lib/intent/exp';
import { log } from './arithmetic';
import { byRareClass } from './bins';
import { estimate, resample, strataOf, type ResampleOptions } from './resample';
import { ratio } from './threshold';

/** One conversation: what is true of it, and the levels after each of the person's turns, in order. */
export type Watched = {
	readonly truth: boolean;
	readonly levels: ArrayLike<number>;
	/** How many turns come before the first of which it is true; 0 where the data say it of the whole conversation. */
	readonly from?: number;
	/** Milliseconds of each turn by any clock that rises, where the data has them. */
	readonly times?: ArrayLike<number>;
};

export type EarlyOptions = {
	/** The first turn of this level, or above, is the alarm. */
	readonly level: number;
	/** Cost of a false alarm; the part of the conversations that are true unless told (eRisk's custom). */
	readonly falseAlarm?: number;
	/** Steepness p of the penalty; unless told such that it is one half at the median length, as Sadeque et al. have it. */
	readonly steepness?: number;
};

/** How well and how soon conversations are found. Lower is better for ERDE, higher for F1, speed and their product. */
export type Early = {
	readonly precision: number | null;
	readonly recall: number | null;
	readonly f1: number | null;
	readonly erde5: number | null;
	readonly erde50: number | null;
	readonly speed: number | null;
	readonly latencyWeightedF1: number | null;
	/** Median turn of the alarm, from 1, in the conversations that are true and found; 1 is the first turn that holds. */
	readonly turns: number | null;
	/** Median time from that first turn to the alarm, where times are known. */
	readonly milliseconds: number | null;
};

/** Number of the first turn, from 1 after the turns that are skipped, that reaches the level; `null` without an alarm. */
export function firstAlarm(levels: ArrayLike<number>, level: number, skip = 0): number | null {
	for (let turn = skip; turn < levels.length; turn++) {
		if ((levels[turn] ?? NaN) >= level) return turn + 1 - skip;
	}
	return null;
}

/**
 * ERDE of one conversation (Losada and Crestani 2016, doi:10.1007/978-3-319-44564-9_3): a false alarm costs `falseAlarm`, a miss 1, a true
 * alarm at turn k costs 1 − 1/(1 + e^(k−o)), silence where nothing is wrong 0. A score is the mean over conversations.
 */
export function erde(truth: boolean, turn: number | null, o: number, falseAlarm: number): number {
	if (turn === null) return truth ? 1 : 0;
	return truth ? 1 / (1 + exp(o - turn)) : falseAlarm;
}

/**
 * Penalty −1 + 2/(1 + e^(−p(k−1))) of an alarm at turn k (Sadeque et al. 2018, doi:10.1145/3159652.3159725): 0 at the first, towards 1.
 * Speed is 1 minus its median over true alarms; F1 times speed is the latency-weighted F1.
 */
export function penalty(turn: number, steepness: number): number {
	return -1 + 2 / (1 + exp(-steepness * (turn - 1)));
}

/**
 * All figures of a set of conversations. An alarm before the first turn that holds is false, and another may follow that is
 * true: ERDE then adds the cost of both, up to that of a miss. Without a true alarm there is no speed, and the product is 0
 * where there is an F1.
 */
export function early(watched: readonly Watched[], options: EarlyOptions): Early {
	const out = new Float64Array(FIGURES.length);
	figures(watched, options)(new Float64Array(watched.length).fill(1), out);
	return named((at) => defined(out[at]));
}

/** The same with 95 % percentile intervals over resampled conversations; costs and steepness stay those of all of them. */
export async function bootstrapEarly(
	watched: readonly Watched[],
	options: EarlyOptions & ResampleOptions
): Promise<Record<keyof Early, Estimate>> {
	const statistic = figures(watched, options);
	const truth = Uint8Array.from(watched, (one) => Number(one.truth));
	const rows = Uint32Array.from(watched, (_, row) => row);
	const strata = strataOf(rows, byRareClass(truth));
	const drawn = await resample(strata, rows.length, statistic, FIGURES.length, options);
	const values = early(watched, options);
	return named((at, name) => estimate(values[name], drawn[at]));
}

/** The steepness for which an alarm at the median length costs one half: ln 3 / (median − 1). */
export function steepnessFor(watched: readonly Watched[]): number {
	const all = new Float64Array(watched.length).fill(1);
	const median = weightedMedian(
		Array.from(watched, ({ levels }) => levels.length),
		all
	);
	return log(3) / Math.max(median - 1, 1);
}

const FIGURES = [
	'precision',
	'recall',
	'f1',
	'erde5',
	'erde50',
	'speed',
	'latencyWeightedF1',
	'turns',
	'milliseconds'
] as const satisfies readonly (keyof Early)[];

function figures(watched: readonly Watched[], options: EarlyOptions) {
	const { level, steepness = steepnessFor(watched) } = options;
	const held = watched.filter(({ truth }) => truth).length;
	const falseAlarm = options.falseAlarm ?? ratio(held, watched.length) ?? 0;
	const cases = watched.map(({ truth, levels, times, from = 0 }) => {
		const turn = firstAlarm(levels, level, from);
		const hit = truth && turn !== null;
		const early = firstAlarm(Array.from(levels).slice(0, from), level) !== null;
		const cost = (o: number) =>
			Math.min(1, erde(truth, turn, o, falseAlarm) + (early ? falseAlarm : 0));
		return {
			truth,
			hit,
			alarm: early || (!truth && turn !== null),
			erde5: cost(5),
			erde50: cost(50),
			penalty: hit ? penalty(turn, steepness) : NaN,
			turn: hit ? turn : NaN,
			milliseconds: hit && times ? (times[from + turn - 1] ?? NaN) - (times[from] ?? NaN) : NaN
		};
	});
	const medians = [
		medianOf(cases.map((one) => one.penalty)),
		medianOf(cases.map((one) => one.turn)),
		medianOf(cases.map((one) => one.milliseconds))
	] as const;
	return (weights: Float64Array, out: Float64Array) => {
		let [tp, fp, fn, all, erde5, erde50] = [0, 0, 0, 0, 0, 0];
		cases.forEach((one, row) => {
			const weight = weights[row] ?? 0;
			if (one.hit) tp += weight;
			else if (one.truth) fn += weight;
			if (one.alarm) fp += weight;
			all += weight;
			erde5 += weight * one.erde5;
			erde50 += weight * one.erde50;
		});
		const f1 = (2 * tp) / (2 * tp + fp + fn);
		const speed = 1 - medians[0](weights);
		out[0] = tp / (tp + fp);
		out[1] = tp / (tp + fn);
		out[2] = f1;
		out[3] = erde5 / all;
		out[4] = erde50 / all;
		out[5] = speed;
		out[6] = tp === 0 ? f1 : f1 * speed;
		out[7] = medians[1](weights);
		out[8] = medians[2](weights);
	};
}

/** The median of values that count `weights` times; between two values their mean. NaN without weight. */
export function weightedMedian(values: readonly number[], weights: Float64Array): number {
	return medianOf(values)(weights);
}

function medianOf(values: readonly number[]): (weights: Float64Array) => number {
	const order = values
		.map((value, row) => ({ value, row }))
		.filter(({ value }) => !Number.isNaN(value))
		.sort((a, b) => a.value - b.value || a.row - b.row);
	return (weights) => {
		const total = order.reduce((sum, { row }) => sum + (weights[row] ?? 0), 0);
		let [sum, low] = [0, NaN];
		for (const { value, row } of order) {
			sum += weights[row] ?? 0;
			if (Number.isNaN(low) && 2 * sum >= total && sum > 0) low = value;
			if (2 * sum > total) return (low + value) / 2;
		}
		return NaN;
	};
}

function named<Value>(of: (at: number, name: keyof Early) => Value): Record<keyof Early, Value> {
	return Object.fromEntries(FIGURES.map((name, at) => [name, of(at, name)])) as Record<
		keyof Early,
		Value
	>;
}

function defined(value: number | undefined): number | null {
	return value === undefined || Number.isNaN(value) ? null : value;
}
