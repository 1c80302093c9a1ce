import { sweepOf } from './figures';
import type { Plot, Series } from './plot-svg';
import type { Calibration, Detail, ModelResult, Slice } from './results';

const part = (label: string) => ({ label, from: 0, to: 1 });

/** Recall against precision, one line per label that some row holds. */
export function prPlot(details: readonly Detail[], title = 'Precision and recall'): Plot {
	return {
		title,
		x: part('recall'),
		y: part('precision'),
		series: details
			.filter(({ pr }) => pr.length > 0)
			.map(({ name, pr }) => ({
				...{ name, kind: 'line' as const },
				points: pr.map(({ recall, precision }) => ({ x: recall, y: precision }))
			}))
	};
}

/** False-positive rate against recall. */
export function rocPlot(details: readonly Detail[], title = 'ROC'): Plot {
	return {
		title,
		x: part('false-positive rate'),
		y: part('recall'),
		series: [
			...details
				.filter(({ roc }) => roc.length > 0)
				.map(({ name, roc }) => ({
					...{ name, kind: 'line' as const },
					points: roc.map((one) => ({ x: one.falsePositiveRate, y: one.recall }))
				})),
			DIAGONAL
		]
	};
}

/** How often a label holds among texts of about the same probability; on the diagonal, as often as said. */
export function reliabilityPlot(calibration: Calibration, title = 'Reliability'): Plot {
	const points = (from: Calibration['mass']) =>
		from.map(({ mean, rate }) => ({ x: mean, y: rate }));
	return {
		title,
		x: part('mean probability'),
		y: part('part that holds'),
		series: [
			{ name: 'bins of equal width', kind: 'line', points: points(calibration.width) },
			{ name: 'bins of equal mass', kind: 'points', points: points(calibration.mass) },
			DIAGONAL
		]
	};
}

/** Precision, recall and F1 of one label at each threshold. */
export function sweepPlot(detail: Detail, title = `Thresholds: ${detail.name}`): Plot {
	const points = sweepOf(detail);
	const series = (name: string, of: 'precision' | 'recall' | 'f1'): Series => ({
		...{ name, kind: 'line' },
		points: points.flatMap((point) => {
			const y = point[of];
			return y === null ? [] : [{ x: point.threshold, y }];
		})
	});
	return {
		title,
		x: part('threshold'),
		y: part('share'),
		series: [series('precision', 'precision'), series('recall', 'recall'), series('F1', 'f1')]
	};
}

/** Macro-F1 with its interval per language, or per value of a subgroup column. */
export function slicesPlot(slices: readonly Slice[], title: string): Plot | undefined {
	const shown = slices.filter(({ macroF1 }) => macroF1?.value !== null && macroF1 !== null);
	if (shown.length < 2) return undefined;
	return {
		title,
		x: { label: '', from: -0.5, to: shown.length - 0.5, names: shown.map(({ value }) => value) },
		y: part('macro-F1'),
		series: [
			{
				...{ name: '', kind: 'points' },
				points: shown.map(({ macroF1 }, x) => ({
					...{ x, y: macroF1?.value ?? NaN },
					...{ low: macroF1?.low, high: macroF1?.high }
				}))
			}
		]
	};
}

/** Median and 95th percentile of a reading per length of the text. */
export function latencyPlot(
	latency: NonNullable<ModelResult['latency']>,
	title = 'Milliseconds per text'
): Plot | undefined {
	const shown = latency.byLength.filter(({ count }) => count > 0);
	if (shown.length === 0) return undefined;
	const series = (name: string, of: 'p50' | 'p95'): Series => ({
		...{ name, kind: 'points' },
		points: shown.flatMap((one, x) => (one[of] === null ? [] : [{ x, y: one[of] }]))
	});
	const most = Math.max(...shown.map(({ p95 }) => p95 ?? 0));
	return {
		title,
		x: {
			...{ label: 'tokens', from: -0.5, to: shown.length - 0.5 },
			names: shown.map(({ length }) => length)
		},
		y: { label: 'milliseconds', from: 0, to: most * 1.05 || 1 },
		series: [series('median', 'p50'), series('95th percentile', 'p95')]
	};
}

const DIAGONAL: Series = {
	...{ name: '', kind: 'line', guide: true },
	points: [
		{ x: 0, y: 0 },
		{ x: 1, y: 1 }
	]
};
