import { bootstrap } from './metrics/bootstrap';
import { brier, calibrationError, logLoss, reliability } from './metrics/calibration';
import { prCurve, rocCurve } from './metrics/ranking';
import type { ResampleOptions } from './metrics/resample';
import { classes, sampleOf, UNKNOWN, type Sample } from './metrics/sample';
import { HUNDREDTHS, sweep, type SweepPoint } from './metrics/sweep';
import { count, rates } from './metrics/threshold';
import type { Calibration, Detail, Figures } from './results';
import { thresholdOf, type Answers, type Question } from './units';

/** A target's flags are 0 and 1. */
const FLAGGED = 0.5;

/**
 * The figures of a question on some of the units. A target's rates count where any of its labels reaches its own threshold;
 * its areas under curves come from the highest of its labels' probabilities.
 */
export async function figuresOf(
	question: Question,
	answers: Answers,
	units: Uint32Array,
	options: ResampleOptions
): Promise<Figures> {
	const sample = sampleFor(question, answers.scores.get(question), units);
	const flags = answers.flags.get(question);
	const threshold = thresholdOf(question, answers);
	const rated = flags ? sampleFor(question, flags, units) : sample;
	const at = flags ? FLAGGED : (threshold ?? FLAGGED);
	const metrics = await bootstrap(rated, at, options);
	if (flags) {
		const { auprc, auroc } = await bootstrap(sample, at, options);
		Object.assign(metrics, { auprc, auroc });
	}
	const { kind, name } = question;
	return {
		...{ name, kind, threshold },
		...classes(sample.truth),
		missing: sample.missing,
		counts: count(rated, at),
		metrics
	};
}

/** Curves and calibration of a question over all units. */
export function detailOf(question: Question, answers: Answers, units: Uint32Array): Detail {
	const sample = sampleFor(question, answers.scores.get(question), units);
	const { kind, name } = question;
	const points = sweep(sample);
	return {
		...{ name, kind },
		...classes(sample.truth),
		calibration: calibrationOf(sample),
		pr: prCurve(sample),
		roc: rocCurve(sample),
		sweep: { tp: points.map(({ tp }) => tp), fp: points.map(({ fp }) => fp) }
	};
}

/** Every hundredth's 2×2 table and rates, from the two numbers that a result keeps of each. */
export function sweepOf({ sweep: { tp, fp }, positives, negatives }: Detail): SweepPoint[] {
	return HUNDREDTHS.map((threshold, at) => {
		const [hits, alarms] = [tp[at] ?? 0, fp[at] ?? 0];
		const counts = { tp: hits, fp: alarms, fn: positives - hits, tn: negatives - alarms };
		return { threshold, ...counts, ...rates(counts) };
	});
}

/** Calibration of all labels of all units together. Targets repeat what their labels say and are not in it. */
export function pooledCalibration(answers: Answers, units: Uint32Array): Calibration | null {
	const samples = [...answers.scores]
		.filter(([question]) => question.kind === 'label')
		.map(([question, scores]) => sampleFor(question, scores, units));
	const size = samples.reduce((sum, { truth }) => sum + truth.length, 0);
	if (size === 0) return null;
	const [scores, truth] = [new Float64Array(size), new Uint8Array(size)];
	let at = 0;
	for (const sample of samples) {
		scores.set(sample.scores, at);
		truth.set(sample.truth, at);
		at += sample.truth.length;
	}
	return calibrationOf({ scores, truth, missing: 0 });
}

/** The truth and scores of these units, as the metrics take them. */
export function sampleFor(
	{ truth, clusters }: Question,
	scores: Float64Array | undefined,
	units: Uint32Array
): Sample {
	const given = Float64Array.from(units, (at) => scores?.[at] ?? NaN);
	return sampleOf(
		given,
		Uint8Array.from(units, (at) => truth[at] ?? UNKNOWN),
		undefined,
		clusters && units.map((at) => clusters[at] ?? at)
	);
}

function calibrationOf(sample: Sample): Calibration {
	const [width, mass] = [reliability(sample, 'width'), reliability(sample, 'mass')];
	return {
		brier: brier(sample),
		logLoss: logLoss(sample),
		eceWidth: calibrationError(width),
		eceMass: calibrationError(mass),
		width,
		mass
	};
}
