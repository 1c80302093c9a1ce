import { figure, figures, fold, list, table, type Cell } from './html';
import { latencyPlot, prPlot, reliabilityPlot, rocPlot, slicesPlot, sweepPlot } from './plots';
import type { ModelResult, Slice } from './results';
import { escape } from './escape';
import { averaged, decimal, estimated, milliseconds, percent } from './words';

/** Everything about one model on one data set. */
export function modelSection(model: ModelResult): string {
	const { name, slices, details, calibration, latency } = model;
	const [all, ...others] = slices;
	const held = details.filter(({ positives }) => positives > 0);
	const parts = [`<section><h3>${escape(name)}</h3>`, list(model.problems)];
	if (all) parts.push(labelTable(`Labels and targets at the thresholds of ${name}`, all));
	parts.push(sliceTables(others), confusionTable(model));
	if (held.length > 0)
		parts.push(
			figure(prPlot(held, `Precision and recall, ${name}`)),
			figure(rocPlot(held, `ROC, ${name}`))
		);
	if (calibration)
		parts.push(
			figure(reliabilityPlot(calibration, `Reliability of all labels, ${name}`)),
			calibrationTable(model)
		);
	if (held.length > 0)
		parts.push(
			fold(
				'Thresholds of each label',
				held.map((one) => figure(sweepPlot(one, `Thresholds: ${one.name}, ${name}`))).join('\n')
			)
		);
	if (latency) parts.push(latencyTable(latency), figure(latencyPlot(latency)));
	parts.push(earlyTable(model), '</section>');
	return parts.join('\n');
}

function labelTable(caption: string, { figures: rows }: Slice): string {
	const header = [
		...['label', 'threshold', 'hold', 'do not', 'no score', 'precision', 'recall', 'F1'],
		...['AUPRC', 'AUROC', 'false alarms per 1,000']
	];
	return table(
		caption,
		header,
		rows.map(({ name, kind, threshold, positives, negatives, missing, metrics }) => [
			kind === 'target' ? `${name} (target)` : name,
			...figures(
				...[decimal(threshold, 2), String(positives), String(negatives), String(missing)],
				...[metrics.precision, metrics.recall, metrics.f1, metrics.auprc, metrics.auroc].map(
					(one) => estimated(one)
				),
				estimated(metrics.falseAlarmsPer1000, (value) => decimal(value, 1))
			)
		])
	);
}

/** Languages, then each subgroup column: one line per value, and its labels behind it. */
function sliceTables(slices: readonly Slice[]): string {
	const columns = new Map<string, Slice[]>();
	for (const slice of slices) {
		const key = slice.column ?? 'language';
		columns.set(key, [...(columns.get(key) ?? []), slice]);
	}
	return [...columns]
		.map(([column, found]) => {
			const title = column === 'language' ? 'Languages' : `Subgroups: ${column}`;
			const rows = found.map((slice) => [slice.value, ...summaryCells(slice)]);
			return [
				table(title, [column, ...SUMMARY], rows),
				figure(slicesPlot(found, `${title}: macro-F1`)),
				fold(
					`Labels by ${column}`,
					found.map((slice) => labelTable(`${column}: ${slice.value}`, slice)).join('\n')
				)
			].join('\n');
		})
		.join('\n');
}

/** Names of `summaryCells`. */
export const SUMMARY = [
	'rows',
	'macro-F1',
	'argmax accuracy',
	'argmax macro-F1',
	'cards on harmless',
	'quiet lines on harmless',
	'missed'
];

/** One line about a slice. */
export function summaryCells({ rows, macroF1, argmax, levels }: Slice, apart = false): Cell[] {
	return figures(
		String(rows),
		averaged(macroF1, apart),
		estimated(argmax?.accuracy),
		estimated(argmax?.macroF1),
		estimated(levels?.cardsOnHarmless, percent),
		estimated(levels?.linesOnHarmless, percent),
		estimated(levels?.missed, percent)
	);
}

function confusionTable({ confusion, name }: ModelResult): string {
	if (!confusion) return '';
	const { labels, cells, leftOut } = confusion;
	const rows = cells.map((line, at) => [
		labels[at] ?? '',
		...figures(
			...line.map((rowCount) => (rowCount === 0 ? '' : String(Math.round(rowCount * 10) / 10)))
		)
	]);
	const caption = `Confusion, ${name}: true labels down, named ones across; ${leftOut} rows left out`;
	return fold('Confusion', table(caption, ['true label', ...labels], rows));
}

function calibrationTable({ details, calibration, name }: ModelResult): string {
	const lines = [
		...(calibration ? [['all labels', calibration] as const] : []),
		...details.map((one) => [one.name, one.calibration] as const)
	];
	return table(
		`Calibration, ${name}`,
		['label', 'ECE, equal mass', 'ECE, equal width', 'Brier', 'log loss'],
		lines.map(([title, { eceMass, eceWidth, brier, logLoss }]) => [
			title,
			...figures(...[eceMass, eceWidth, brier, logLoss].map((value) => decimal(value, 4)))
		])
	);
}

function latencyTable({ byLength, ...all }: NonNullable<ModelResult['latency']>): string {
	const rows = [{ length: 'all', ...all }, ...byLength].filter(({ count }) => count > 0);
	return table(
		'Time of a reading by length in tokens',
		['tokens', 'texts', 'mean', 'median', '90 %', '95 %', '99 %', 'longest'],
		rows.map(({ length, count, mean, p50, p90, p95, p99, longest }) => [
			length,
			...figures(String(count), ...[mean, p50, p90, p95, p99, longest].map(milliseconds))
		])
	);
}

function earlyTable({ early, name }: ModelResult): string {
	if (early.length === 0) return '';
	return table(
		`Conversations, ${name}: from the first turn of the level on`,
		[
			...[
				'axis',
				'level',
				'so',
				'not so',
				'no score',
				'precision',
				'recall',
				'F1',
				'ERDE 5',
				'ERDE 50'
			],
			...['latency-weighted F1', 'speed', 'median turn', 'median time']
		],
		early.map(({ axis, level, positives, negatives, missing, metrics }) => [
			axis === 'selfHarm' ? 'self-harm' : 'violence',
			...figures(
				...[level, positives, negatives, missing].map(String),
				...[metrics.precision, metrics.recall, metrics.f1, metrics.erde5, metrics.erde50].map(
					(one) => estimated(one)
				),
				estimated(metrics.latencyWeightedF1),
				estimated(metrics.speed),
				estimated(metrics.turns, (value) => decimal(value, 1)),
				metrics.milliseconds.value === null
					? '–'
					: `${decimal(metrics.milliseconds.value / 60_000, 1)} min`
			)
		])
	);
}
