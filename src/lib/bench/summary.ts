import type { Comparison, DataSetResult, SuiteResult } from './results';
import { averaged, countedApart, decimal, estimated, milliseconds, NONE, percent } from './words';

/** Columns with spaces between them; the first to the left, the others to the right. */
export function columns(rows: readonly (readonly string[])[]): string {
	const widths = (rows[0] ?? []).map((_, at) =>
		Math.max(...rows.map((cells) => [...(cells[at] ?? '')].length))
	);
	return rows
		.map((cells) =>
			cells
				.map((cell, at) => {
					const fill = ' '.repeat(Math.max(0, (widths[at] ?? 0) - [...cell].length));
					return at === 0 ? cell + fill : fill + cell;
				})
				.join('  ')
				.trimEnd()
		)
		.join('\n');
}

/** A short table of a data set: its models and the languages of each. */
export function summary({
	name,
	rows,
	notices,
	models,
	comparisons,
	stopped
}: DataSetResult): string {
	const lines = [
		['', 'rows', 'macro-F1', 'accuracy', 'cards on harmless', 'missed', 'ECE', 'median', '95 %']
	];
	const apart = countedApart(models);
	for (const model of models) {
		const [all, ...others] = model.slices;
		for (const slice of [all, ...others.filter(({ by }) => by === 'language')]) {
			const whole = slice === all;
			lines.push([
				whole ? model.name : `  ${slice?.value ?? ''}`,
				String(slice?.rows ?? 0),
				averaged(slice?.macroF1, apart),
				estimated(slice?.argmax?.accuracy),
				percent(slice?.levels?.cardsOnHarmless.value),
				percent(slice?.levels?.missed.value),
				whole ? decimal(model.calibration?.eceMass) : '',
				whole ? milliseconds(model.latency?.p50) : '',
				whole ? milliseconds(model.latency?.p95) : ''
			]);
		}
		for (const { name: target, metrics } of all?.figures.filter(({ kind }) => kind === 'target') ??
			[])
			lines.push([
				`${model.name}, ${target}: F1 ${estimated(metrics.f1)}, AUPRC ${estimated(metrics.auprc)}, AUROC ${estimated(metrics.auroc)}`
			]);
	}
	const targets = lines.filter((cells) => cells.length === 1);
	return [
		`${name}: ${rows} rows${stopped ? ' (stopped before the end)' : ''}`,
		columns(lines.filter((cells) => cells.length > 1)),
		...targets.flat(),
		...comparisons.map(compared),
		...notices.map((notice) => `! ${notice}`),
		...models.flatMap(({ problems }) => problems.map((problem) => `! ${problem}`)),
		''
	].join('\n');
}

/** One line about two models. */
export function compared({ first, second, macroF1, accuracy, rows }: Comparison): string {
	const one = macroF1 ?? accuracy;
	if (!one) return `${first} minus ${second}: nothing that both can be measured by`;
	const { value, low, high, p } = one;
	const range = low === null ? '' : ` (${decimal(low)} to ${decimal(high)})`;
	return `${first} minus ${second}, ${macroF1 ? 'macro-F1' : 'accuracy'} on ${rows} rows: ${decimal(value)}${range}, p ${decimal(p)}`;
}

/** The suite: a line per functionality, passed and cases per language, `!` below the pass mark. */
export function suiteSummary({ model, cells }: SuiteResult): string {
	const langs = [...new Set(cells.map(({ lang }) => lang))].sort();
	const names = [...new Set(cells.map(({ functionality }) => functionality))].sort();
	const lines = names.map((name) => {
		const own = cells.filter(({ functionality }) => functionality === name);
		return [
			name,
			percent(own[0]?.mark),
			...langs.map((lang) => {
				const cell = own.find((one) => one.lang === lang);
				if (!cell) return NONE;
				return `${cell.passed}/${cell.cases}${cell.passed < cell.mark * cell.cases ? '!' : ' '}`;
			})
		];
	});
	const [passed, cases] = cells.reduce(
		([some, all], cell) => [some + cell.passed, all + cell.cases],
		[0, 0]
	);
	return [
		`Behavioural suite, ${model}: ${passed} of ${cases} cases passed`,
		columns([['', 'mark', ...langs], ...lines]),
		''
	].join('\n');
}
