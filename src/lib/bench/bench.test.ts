import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import { Results } from './results';

const directory = await mkdtemp(join(tmpdir(), 'handrail-bench-'));
afterAll(() => rm(directory, { recursive: true, force: true }));
const at = (...path: readonly string[]) => join(directory, ...path);

/** As `npm run bench` does it. */
function start(...options: readonly string[]) {
	const command = ['--import', 'tsx', 'src/lib/bench/bench.ts', ...options];
	return spawn(process.execPath, command, {
		env: { ...process.env, TSX_TSCONFIG_PATH: 'src/lib/bench/tsconfig.json' }
	});
}

async function bench(...options: readonly string[]) {
	const command = start(...options);
	const [out, said, [status]] = await Promise.all([
		text(command.stdout),
		text(command.stderr),
		once(command, 'close')
	]);
	return { out, said, status };
}

async function results(...path: readonly string[]) {
	return v.parse(Results, JSON.parse(await readFile(at(...path, 'results.json'), 'utf8')));
}

const csv = [
	'id,text,label,lang',
	'1,I want to die,self-harm/ideation,en',
	'2,"What is the capital of Portugal?",none,en',
	'3,"I\'m going to kill him",violence/threat,en',
	'4,a calm morning by the sea,none,en',
	'5,quiero morir,self-harm/ideation,es'
].join('\n');
await writeFile(at('a.csv'), csv);
const LEXICON = ['--model', 'none', '--baseline', 'lexicon', '--resamples', '50'];

describe('npm run bench', { timeout: 120_000 }, () => {
	it('measures our model with its whole path, and writes both files without a text', async () => {
		const { out, status, said } = await bench(
			...['--data', at('a.csv'), '--out', at('ours'), '--resamples', '50', '--baseline', 'lexicon']
		);
		expect(status).toBe(0);
		expect(said).toMatch(/a\.csv has no a\.csv\.map\.json: columns and labels are guessed/);
		expect(said).toMatch(/5 of 5 rows \(100 %\)/);
		expect(out).toMatch(/^a\.csv: 5 rows\n/);
		const { datasets, seed } = await results('ours');
		const [set] = datasets;
		expect([seed, set?.rows, set?.models.map(({ info }) => info?.kind)]).toEqual([
			...[1, 5],
			['handrail', 'lexicon']
		]);
		expect(set?.models[0]?.latency?.count).toBe(5);
		expect(set?.models[1]?.latency).toBeNull();
		expect(set?.models[0]?.slices[0]?.levels).toMatchObject({
			...{ cardsOnHarmless: { value: 0, rows: 2 }, missed: { value: 0, rows: 1 } }
		});
		for (const file of ['results.json', 'report.html'])
			expect(await readFile(at('ours', file), 'utf8')).not.toMatch(/Portugal|want to die|morir/);
	});

	it('takes maps from another folder, compares two results, and takes up what is kept', async () => {
		const map = {
			...{ format: 'handrail-map/1', name: 'Small', columns: { id: 'id', text: 'text' } },
			map: { none: ['none'] },
			rest: { yes: ['self-harm/ideation'] }
		};
		const columns = { ...map.columns, labels: { kind: 'one', column: 'label' } };
		await writeFile(at('a.map.json'), JSON.stringify({ ...map, columns }));
		const common = ['--data', at('a.csv'), '--maps', directory, '--with-scores', ...LEXICON];
		const first = await bench(...common, '--out', at('one'));
		expect([first.status, first.said]).toEqual([0, expect.not.stringMatching(/guessed/)]);
		expect(first.out).toMatch(/^Small: 5 rows/);
		const again = await bench(...common, '--out', at('one'));
		expect(again.said).toMatch(/5 from an earlier run/);
		const scores = at('s.jsonl');
		const lines = [1, 2, 3, 4, 5].map((id) => JSON.stringify({ id, scores: { none: id / 10 } }));
		await writeFile(scores, lines.join('\n'));
		const other = await bench(
			...['--data', at('a.csv'), '--maps', directory, '--with-scores', '--model', 'none'],
			...['--scores', scores, '--out', at('two')]
		);
		expect(other.status).toBe(0);
		const compared = await bench(
			...['--compare', at('one', 'results.json'), at('two', 'results.json'), '--out', at('both')]
		);
		expect(compared.out).toMatch(/lexicon minus s\.jsonl, macro-F1 on 5 rows/);
		expect(await readdir(at('both'))).toEqual(['comparison.html', 'comparison.json']);
		await rm(at('two', 'scores'), { recursive: true });
		const without = await bench('--compare', at('one', 'results.json'), at('two', 'results.json'));
		expect(without).toMatchObject({ status: 2, said: expect.stringMatching(/--with-scores/) });
	});

	it('stops at Ctrl-C, keeps what is finished, and goes on from there', async () => {
		const rows = Array.from({ length: 6000 }, (_, id) =>
			JSON.stringify({ id, text: `good morning ${id}`, label: 'none' })
		);
		await writeFile(at('long.jsonl'), rows.join('\n'));
		const options = ['--data', at('long.jsonl'), '--out', at('long'), ...LEXICON];
		const command = start(...options);
		const said = text(command.stderr);
		for (;;) {
			const kept = await readdir(at('long', 'kept')).catch(() => []);
			if (kept.length > 0) break;
			await new Promise((done) => setTimeout(done, 50));
		}
		command.kill('SIGINT');
		expect(await once(command, 'close')).toEqual([130, null]);
		expect(await said).toMatch(/kept in .*: the same command goes on from there/);
		const { status, said: more } = await bench(...options, '--limit', '6000');
		expect(status).toBe(0);
		expect(more).toMatch(/\d+ from an earlier run/);
	});

	it('runs the suite, and shows passed cases by functionality and language', async () => {
		const suite = await mkdtemp(at('suite-'));
		const one = {
			...{ functionality: 'F26', type: 'MFT', axis: 'self-harm', labels: ['self-harm/ideation'] },
			...{ id: 'en-1', text: 'I want to die' }
		};
		await writeFile(
			join(suite, 'en.jsonl'),
			[one, { ...one, id: 'en-2', text: 'a calm morning' }]
				.map((row) => JSON.stringify(row))
				.join('\n')
		);
		const { out, status } = await bench('--suite', suite, '--out', at('suite'), ...LEXICON);
		expect(status).toBe(0);
		expect(out).toMatch(/1 of 2 cases passed/);
		const { suites } = await results('suite');
		expect(suites[0]?.cells).toMatchObject([
			{ lang: 'en', cases: 2, passed: 1, failing: ['en-2'] }
		]);
		expect(await readFile(at('suite', 'report.html'), 'utf8')).toContain('1/2 50.0 % !');
	});

	it.each<[string, readonly string[], RegExp]>([
		['no data', [], /^Name a data file/],
		[
			'a file that is not there',
			['--data', '/nowhere.csv'],
			/^There is no file \/nowhere\.csv\.$/m
		],
		['a folder', ['--data', directory], /is no file/],
		[
			'a model that is not there',
			['--data', at('a.csv'), '--model', '/nowhere'],
			/no model's folder/
		],
		['labels nobody knows', ['--data', at('b.csv')], /What "blue", "red" .* cannot be guessed/],
		['a wrong map', ['--data', at('c.csv')], /"colour"/],
		['a backend of browsers', ['--data', at('a.csv'), '--backend', 'webgpu'], /need the page/],
		['a suite that is none', ['--suite', directory, ...LEXICON], /no case|no folder/],
		[
			'a folder that is a file',
			[...LEXICON, '--out', at('b.csv'), '--data', at('a.csv')],
			/not a folder/
		]
	])(
		'says in one sentence what is wrong with %s, with status 2',
		async (_what, options, message) => {
			await writeFile(at('b.csv'), 'text,label\nsome words here,blue\nother words,red\n');
			await writeFile(at('c.csv'), 'text,label\nsome words here,blue\n');
			const columns = { text: 'text', labels: { kind: 'one', column: 'colour' } };
			const map = { format: 'handrail-map/1', columns, rest: 'other' };
			await writeFile(at('c.csv.map.json'), JSON.stringify(map));
			const { said, status } = await bench('--out', at('wrong'), ...options);
			expect(said).toMatch(message);
			expect(said.trim().split('\n')).toHaveLength(1);
			expect(status).toBe(2);
		}
	);
});
