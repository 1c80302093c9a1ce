import type { Comparisons } from './compare-results';
import { escape } from './escape';
import { figures, list, page, table, type Cell } from './html';
import { modelSection, SUMMARY, summaryCells } from './report-model';
import type { Comparison, DataSetResult, ModelResult, Results, SuiteResult } from './results';
import type { Difference } from './metrics/resample';
import { countedApart, decimal, megabytes, milliseconds, NONE, percent } from './words';

/** report.html: everything that results.json holds that a person would read. One file, no script, nothing loaded. */
export function report(results: Results): string {
	const { created, seed, resamples, versions, device } = results;
	const title = 'Handrail bench';
	const facts = [
		`Made ${created} with Handrail ${versions.app}, ${versions.runtime}.`,
		`Device: ${[device.platform, device.processor, device.cores && `${device.cores} cores`, device.memoryBytes && `${Math.round(device.memoryBytes / 2 ** 30)} GiB memory`].filter(Boolean).join(', ')}.`,
		`${resamples} resamples, seed ${seed}${results.limit === null ? '' : `, at most ${results.limit} rows of each set`}.`
	];
	return page(
		title,
		[
			`<h1>${title}</h1>`,
			list(facts),
			...results.datasets.map(setSection),
			suiteSection(results.suites),
			'<section><h2>How to read this</h2>',
			list(results.notes),
			'</section>'
		].join('\n')
	);
}

/** The page of a comparison of two results. */
export function comparisonReport(compared: Comparisons): string {
	const { first, second, created, seed, resamples, datasets } = compared;
	return page(
		'Handrail bench: comparison',
		[
			'<h1>Comparison</h1>',
			list([
				`First: ${first}. Second: ${second}.`,
				`Made ${created}; ${resamples} resamples, seed ${seed}. Differences are first minus second, on the rows that both have.`
			]),
			...datasets.map(
				({ name, comparisons }) =>
					`<section><h2>${escape(name)}</h2>${comparisons.map(comparisonTables).join('\n')}</section>`
			)
		].join('\n')
	);
}

function setSection(set: DataSetResult): string {
	const { name, hash, mapHash, counts, rows, notices, models, comparisons, unit } = set;
	const left = counts.read - counts.kept;
	return [
		`<section><h2>${escape(name)}</h2>`,
		list([
			`${rows} rows measured of ${counts.read} read; ${left} left out.${unit === 'conversation' ? ' Labels belong to conversations: figures count these.' : ''}`,
			...(set.stopped ? ['A person stopped this run before its end.'] : []),
			...notices,
			`File: ${set.bytes} bytes, ${set.hashKind} ${hash}. Columns and map: SHA-256 ${mapHash}.`
		]),
		table(
			'Models',
			['model', ...SUMMARY, 'ECE', 'median', '95 %', 'cold start', 'memory', 'size'],
			models.map((model) => [model.name, ...modelCells(model, countedApart(models))])
		),
		list(
			models.flatMap(({ name: title, info }) =>
				info
					? [
							`${title}: ${[info.kind, info.version, info.runtime, info.backend, info.threads && `${info.threads} threads`].filter(Boolean).join(', ')}; hash ${info.hash}.`
						]
					: []
			)
		),
		...comparisons.map(comparisonTables),
		...models.map(modelSection),
		'</section>'
	].join('\n');
}

function modelCells(
	{ slices: [all], calibration, latency, info }: ModelResult,
	apart: boolean
): Cell[] {
	return [
		...(all ? summaryCells(all, apart) : figures(...SUMMARY.map(() => NONE))),
		...figures(
			decimal(calibration?.eceMass, 4),
			milliseconds(latency?.p50),
			milliseconds(latency?.p95),
			milliseconds(info?.coldStartMs),
			megabytes(info?.memoryBytes),
			megabytes(info?.bytes)
		)
	];
}

function comparisonTables({ first, second, rows, figures: found, ...whole }: Comparison): string {
	const lines: [string, Difference | null][] = [
		['macro-F1', whole.macroF1],
		['argmax accuracy', whole.accuracy],
		['cards on harmless', whole.cardsOnHarmless],
		['missed', whole.missed]
	];
	const title = `${first} minus ${second}, ${rows} rows`;
	return [
		table(
			title,
			['figure', 'difference', '95 % interval', 'p'],
			lines.flatMap(([name, one]) => (one ? [[name, ...differenceCells(one)]] : []))
		),
		table(
			`${title}: labels`,
			['label', 'hold', ...['F1', 'recall', 'precision', 'AUPRC'].flatMap((name) => [name, 'p'])],
			found.map(({ name, positives, metrics }) => [
				name,
				...figures(
					String(positives),
					...[metrics.f1, metrics.recall, metrics.precision, metrics.auprc].flatMap((one) => [
						`${signed(one.value)}${one.low === null ? '' : ` (${signed(one.low)} to ${signed(one.high)})`}`,
						decimal(one.p)
					])
				)
			])
		)
	].join('\n');
}

function differenceCells({ value, low, high, p }: Difference): Cell[] {
	const range = low === null ? NONE : `${signed(low)} to ${signed(high)}`;
	return figures(signed(value), range, decimal(p));
}

function signed(value: number | null): string {
	return value === null ? NONE : `${value > 0 ? '+' : ''}${value.toFixed(3)}`;
}

/** Functionality by language, a table per model. */
function suiteSection(suites: readonly SuiteResult[]): string {
	if (suites.length === 0) return '';
	const tables = suites.map(({ model, cells }) => {
		const langs = [...new Set(cells.map(({ lang }) => lang))].sort();
		const names = [...new Set(cells.map(({ functionality }) => functionality))].sort();
		return table(
			`${model}: cases passed; those below their pass mark are marked with !`,
			['functionality', 'pass mark', ...langs, 'cases that failed'],
			names.map((name) => {
				const own = cells.filter(({ functionality }) => functionality === name);
				return [
					name,
					...figures(percent(own[0]?.mark)),
					...langs.map((lang) => suiteCell(own.find((one) => one.lang === lang))),
					own.flatMap(({ failing }) => failing).join(', ')
				];
			})
		);
	});
	return `<section><h2>Behavioural suite</h2>\n${tables.join('\n')}</section>`;
}

function suiteCell(cell: SuiteResult['cells'][number] | undefined): Cell {
	if (!cell) return { figure: '' };
	const { passed, cases, mark } = cell;
	const bad = passed < mark * cases;
	return { figure: `${passed}/${cases} ${percent(passed / cases)}${bad ? ' !' : ''}`, bad };
}
