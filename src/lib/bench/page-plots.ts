import { m } from '$paraglide/messages';
import type { Latency } from './metrics/latency';
import type { Plot, PlotPoint } from './plot-svg';
import type { Detail, ModelResult } from './results';
import { pointsOf, type Point } from './sweep-points';

/** One model's curves of the label that is looked at. */
export type Curves = { readonly name: string; readonly detail: Detail };

const share = (label: string) => ({ label, from: 0, to: 1 });

export function prPlot(label: string, curves: readonly Curves[]): Plot {
	const [first] = curves;
	const { positives = 0, negatives = 0 } = first?.detail ?? {};
	const chance = positives / Math.max(1, positives + negatives);
	return {
		title: m.bench_plot_pr({ label }),
		each: m.bench_model(),
		x: share(m.bench_recall()),
		y: share(m.bench_precision()),
		series: [
			...curves.map(({ name, detail }) => ({
				name,
				kind: 'line' as const,
				points: detail.pr.map(({ recall, precision }) => ({ x: recall, y: precision }))
			})),
			guide(m.bench_guide_prevalence(), [
				{ x: 0, y: chance },
				{ x: 1, y: chance }
			])
		]
	};
}

export function rocPlot(label: string, curves: readonly Curves[]): Plot {
	return {
		title: m.bench_plot_roc({ label }),
		each: m.bench_model(),
		x: share(m.bench_false_positive_rate()),
		y: share(m.bench_recall()),
		series: [
			...curves.map(({ name, detail }) => ({
				name,
				kind: 'line' as const,
				points: detail.roc.map(({ falsePositiveRate, recall }) => ({
					x: falsePositiveRate,
					y: recall
				}))
			})),
			guide(m.bench_guide_chance(), DIAGONAL)
		]
	};
}

export function reliabilityPlot(
	label: string,
	curves: readonly Curves[],
	binning: 'width' | 'mass'
): Plot {
	return {
		title: m.bench_plot_reliability({ label }),
		each: m.bench_model(),
		x: share(m.bench_mean_probability()),
		y: share(m.bench_observed_rate()),
		series: [
			...curves.map(({ name, detail }) => ({
				name,
				kind: 'points' as const,
				points: detail.calibration[binning].map(({ mean, rate }) => ({ x: mean, y: rate }))
			})),
			guide(m.bench_guide_calibrated(), DIAGONAL)
		]
	};
}

/** Precision, recall and the cost of a row, scaled to its highest, at each threshold. */
export function sweepPlot(label: string, detail: Detail, miss: number): Plot {
	const points = pointsOf(detail, miss);
	const highest = Math.max(...points.map(({ cost }) => cost ?? 0)) || 1;
	const series = (name: string, of: (point: Point) => number | null) => ({
		name,
		kind: 'line' as const,
		points: points.flatMap((point): PlotPoint[] => {
			const y = of(point);
			return y === null ? [] : [{ x: point.threshold, y }];
		})
	});
	return {
		title: m.bench_plot_sweep({ label }),
		x: share(m.bench_threshold()),
		y: share(m.bench_share()),
		series: [
			series(m.bench_precision(), ({ precision }) => precision),
			series(m.bench_recall(), ({ recall }) => recall),
			series('F1', ({ f1 }) => f1),
			series(m.bench_cost_relative(), ({ cost }) => (cost === null ? null : cost / highest))
		]
	};
}

/** Median with the way up to the 95th percentile, per length in tokens. */
export function latencyPlot(models: readonly ModelResult[]): Plot {
	const timed = models.filter(({ latency }) => latency);
	const names = timed[0]?.latency?.byLength.map(({ length }) => length) ?? [];
	const all = timed.flatMap(({ latency }) =>
		(latency?.byLength ?? []).flatMap(({ p50, p95 }) =>
			[p50, p95].filter((value) => value !== null)
		)
	);
	const positive = all.filter((value) => value > 0);
	return {
		title: m.bench_plot_latency(),
		each: m.bench_model(),
		x: { label: m.bench_tokens(), from: -0.5, to: names.length - 0.5, names },
		y: { label: 'ms', ...decades(positive), log: true },
		series: timed.map(({ name, latency }, at) => ({
			name,
			kind: 'points' as const,
			points: (latency?.byLength ?? []).flatMap((one, place) =>
				point(one, place + offset(at, timed.length))
			)
		}))
	};
}

function point({ p50, p95 }: Pick<Latency, 'p50' | 'p95'>, x: number): PlotPoint[] {
	return p50 === null || p50 <= 0 ? [] : [{ x, y: p50, low: p50, high: p95 }];
}

/** Points of several models at one length stand beside each other. */
function offset(at: number, of: number): number {
	return of < 2 ? 0 : ((at - (of - 1) / 2) / of) * 0.5;
}

function decades(values: readonly number[]): { from: number; to: number } {
	if (values.length === 0) return { from: 1, to: 10 };
	const from = 10 ** Math.floor(Math.log10(Math.min(...values)));
	return { from, to: Math.max(from * 10, 10 ** Math.ceil(Math.log10(Math.max(...values)))) };
}

function guide(name: string, points: readonly PlotPoint[]) {
	return { name, kind: 'line' as const, points, guide: true };
}

const DIAGONAL = [
	{ x: 0, y: 0 },
	{ x: 1, y: 1 }
];
