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
import { readScores, type RowScores } from './scores-file';
import { compared } from './summary';
import type { Terminal } from './terminal.node.ts';

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
		process.stdout.write(`${name}\n${comparisons.map((one) => `${compared(one)}\n`).join('')}\n`);
	terminal.say(`Written: ${join(out, 'comparison.json')} and ${join(out, 'comparison.html')}`);
	return 0;
}

/** The row scores of a result's data sets; those of others, left by an earlier run, are passed over. */
async function scoresBeside(path: string): Promise<readonly RowScores[]> {
	const results = await readResults(new File([await openFile(path)], path));
	const directory = join(dirname(path), 'scores');
	const names = await readdir(directory).catch(() => []);
	const wanted = new Set(results.datasets.map(({ hash, mapHash }) => `${hash} ${mapHash}`));
	const found: RowScores[] = [];
	for (const name of names.filter((one) => one.endsWith('.jsonl')).sort()) {
		const file = join(directory, name);
		const scores = await readScores(readLines(createReadStream(file)), file);
		if (wanted.has(`${scores.dataset.hash} ${scores.dataset.mapHash}`)) found.push(scores);
	}
	if (found.length === 0)
		throw new Refusal(
			`${path} has no row scores beside it: make it again with --with-scores; what is kept makes that quick.`
		);
	return found;
}
