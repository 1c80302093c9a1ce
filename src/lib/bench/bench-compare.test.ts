import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readArgs } from './args';
import { scoresBeside } from './bench-compare.node.ts';
import { bench } from './bench-run.node.ts';
import { aDataset, aRun, someModel, someRows } from './fixtures/run';
import { measure } from './measure';
import { buildResults, writeResults } from './results';
import { writeScores } from './scores-file';
import { Terminal } from './terminal.node.ts';

const directory = await mkdtemp(join(tmpdir(), 'handrail-beside-'));
afterAll(() => rm(directory, { recursive: true, force: true }));

const rows = someRows(20);
const good = someModel(rows, 'good');
const device = { platform: 'test', processor: null, cores: 1, memoryBytes: null };

/** A result with the row scores of perhaps another run beside it. */
async function beside(model: typeof good, drawn: { seed?: number; limit?: number }, some = rows) {
	const dataset = aDataset(rows);
	const result = await measure(aRun(rows, good), dataset, { seed: 1, resamples: 5 });
	const versions = { app: '1', runtime: 'test' };
	const created = '2026-01-01T00:00:00Z';
	const results = buildResults({
		...{ created, seed: 1, resamples: 5, limit: 20, versions, device, datasets: [result] }
	});
	await mkdir(join(directory, 'scores'), { recursive: true });
	await writeFile(join(directory, 'results.json'), writeResults(results));
	const lines = [...writeScores(aRun(some, model), dataset, drawn)];
	await writeFile(join(directory, 'scores', 'a.jsonl'), lines.join(''));
	return scoresBeside(join(directory, 'results.json'));
}

it('row scores of the run that wrote a result are taken', async () => {
	expect(await beside(good, { seed: 1, limit: 20 })).toHaveLength(1);
});

it.each<[string, () => ReturnType<typeof beside>]>([
	['another model', () => beside(someModel(rows, 'bad'), { seed: 1, limit: 20 })],
	['another seed', () => beside(good, { seed: 2, limit: 20 })],
	['no limit', () => beside(good, { seed: 1 })],
	['fewer rows', () => beside(good, { seed: 1, limit: 20 }, rows.slice(1))]
])('row scores of %s are refused', async (_what, found) => {
	await expect(found()).rejects.toThrow(/is not of the run that wrote/);
});

it('a run without row scores removes those of the run before', async () => {
	const data = join(directory, 'a.csv');
	await writeFile(data, 'text,label\ngood morning,none\n');
	const out = join(directory, 'out');
	const run = (...options: readonly string[]) => {
		const common = ['--data', data, '--out', out, '--model', 'none', '--baseline', 'lexicon'];
		const args = readArgs([...common, '--resamples', '5', ...options]);
		if (args === 'help') throw new Error('no command');
		return bench(args, new Terminal(), new AbortController().signal);
	};
	await run('--with-scores');
	expect(await readdir(join(out, 'scores'))).toHaveLength(1);
	await run();
	expect(await readdir(join(out, 'scores'))).toHaveLength(0);
});
