import { createReadStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BenchArgs } from './args';
import { replace } from './bench-run.node.ts';
import { compareResults, COMPARISON_FORMAT, type Comparisons } from './compare-results';
import { openFile } from './data.node.ts';
import { readLines } from './lines';
import { readResults } from './read-results';
import { Refusal } from './refusal';
import { comparisonReport } from './report';
import type { DataSetResult, Results } from './results';
import { readScores, type RowScores } from './scores-file';
import { compared } from './summary';
import { harmless, type Terminal } from './terminal.node.ts';

/** Compares the models of two results by the row scores beside them, and writes comparison.json and comparison.html. */
export async function compareFiles(
	[first, second]: NonNullable<BenchArgs['compare']>,
	{ out, seed, resamples }: BenchArgs,
	terminal: Terminal,
	signal: AbortSignal
): Promise<number> {
	const sides = [await scoresBeside(first), await scoresBeside(second)] as const;
	terminal.progress('Comparing');
	const datasets = await compareResults(...sides, { seed, resamples, signal });
	const all: Comparisons = {
		...{ format: COMPARISON_FORMAT, created: new Date().toISOString(), seed, resamples },
		...{ first, second, datasets }
	};
	await mkdir(out, { recursive: true });
	await replace(join(out, 'comparison.json'), `${JSON.stringify(all, null, '\t')}\n`);
	await replace(join(out, 'comparison.html'), comparisonReport(all));
	for (const { name, comparisons } of datasets)
		process.stdout.write(
			harmless(`${name}\n${comparisons.map((one) => `${compared(one)}\n`).join('')}\n`)
		);
	terminal.say(`Written: ${join(out, 'comparison.json')} and ${join(out, 'comparison.html')}`);
	return 0;
}

/** The row scores of a result's data sets; those of others, left by an earlier run, are passed over. */
export async function scoresBeside(path: string): Promise<readonly RowScores[]> {
	const results = await readResults(new File([await openFile(path)], path));
	const directory = join(dirname(path), 'scores');
	const names = await readdir(directory).catch(() => []);
	const wanted = new Map(results.datasets.map((set) => [`${set.hash} ${set.mapHash}`, set]));
	const found: RowScores[] = [];
	for (const name of names.filter((one) => one.endsWith('.jsonl')).sort()) {
		const file = join(directory, name);
		const scores = await readScores(readLines(createReadStream(file)), file);
		const set = wanted.get(`${scores.dataset.hash} ${scores.dataset.mapHash}`);
		if (!set) continue;
		if (!isOf(scores, results, set))
			throw new Refusal(
				`${file} is not of the run that wrote ${path}: make both again with --with-scores.`
			);
		found.push(scores);
	}
	if (found.length === 0)
		throw new Refusal(
			`${path} has no row scores beside it: make it again with --with-scores; what is kept makes that quick.`
		);
	return found;
}

/** Whether row scores have the models, the rows and the draw of a result. */
function isOf({ models, rows, drawn }: RowScores, results: Results, set: DataSetResult): boolean {
	const scored = models.map(({ name, scorer: { info } }) => [name, info.kind, info.hash]);
	const measured = set.models.flatMap(({ name, info }) =>
		info ? [[name, info.kind, info.hash]] : []
	);
	return (
		JSON.stringify(scored) === JSON.stringify(measured) &&
		rows.length === set.rows &&
		drawn?.seed === results.seed &&
		(drawn.limit ?? null) === (results.limit ?? null)
	);
}
