import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeEngine } from './engine.node.ts';
import { directoryFolder } from './folder.node.ts';
import { hashRows } from './identity';
import { pick } from './pick';
import { Rate, type Progress } from './progress';
import { Refusal, RowFailed } from './refusal';
import { runBench, type RunInput } from './run';
import type { Opener, Scorer } from './scorer';
import { openHandrail } from './scorer-handrail';
import { openLexicon } from './scorer-lexicon';
import type { Row } from './shape';
import { memoryStore, type Store } from './store';
import { fileStore } from './store.node.ts';

const directory = await mkdtemp(join(tmpdir(), 'handrail-run-'));
afterAll(() => rm(directory, { recursive: true, force: true }));

const row = (id: string, text: string, more: Partial<Row> = {}): Row => ({
	id,
	text,
	truth: {},
	lang: 'en',
	groups: {},
	...more
});
const rowsOf = (count: number) =>
	Array.from({ length: count }, (_, index) => row(`row ${index}`, `good morning ${index}`));

const lexicon = await openLexicon();

/** The lexicon, with something done at each row; counts the rows it was asked about. */
function counting(before: (text: string, id: string) => unknown = () => undefined) {
	const asked: string[] = [];
	const opener: Opener = {
		name: 'lexicon',
		open: async (): Promise<Scorer> => ({
			...lexicon,
			score: async (text, id) => {
				asked.push(id);
				await before(text, id);
				return lexicon.score(text, id);
			}
		})
	};
	return { opener, asked };
}

function run(rows: readonly Row[], scorers: readonly Opener[], more: Partial<RunInput> = {}) {
	return runBench({
		dataset: { name: 'test', hash: 'test', rows },
		scorers,
		options: { version: '1' },
		store: memoryStore(),
		...more
	});
}

const without = (scored: readonly (object | undefined)[]) =>
	scored.map((one) => one && { ...one, milliseconds: 0 });

describe('a run', { timeout: 120_000 }, () => {
	it('gives what our model says of each row, and takes it all up the second time', async () => {
		const rows = [row('a', 'I want to die'), row('b', 'What is the capital of Portugal?')];
		const store = fileStore(join(directory, 'model'));
		const engine = await nodeEngine();
		const opener = {
			name: 'intent',
			open: () => openHandrail(directoryFolder('models/intent'), engine)
		};
		const first = await run(rows, [opener], { store });
		const [model] = first.models;
		expect(model?.scored.map((scored) => scored?.level?.selfHarm)).toEqual([2, 0]);
		expect(model).toMatchObject({ complete: true, failed: 0, kept: 0, problems: [] });
		expect(model?.scorer?.info.kind).toBe('handrail');
		const second = await run(rows, [opener], { store });
		expect(second.models[0]).toMatchObject({ complete: true, kept: 2 });
		expect(second.models[0]?.scored).toEqual(model?.scored);
		const [name = ''] = await readdir(join(directory, 'model'));
		const kept = await readFile(join(directory, 'model', name), 'utf8');
		expect(kept).not.toMatch(/die|Portugal/);
	});

	it('says how far it is, how fast, and when it will be done', async () => {
		const said: Progress[] = [];
		const { opener } = counting(() => new Promise((done) => setTimeout(done, 10)));
		await run(rowsOf(100), [opener, counting().opener], { onProgress: (one) => said.push(one) });
		expect(said[0]).toMatchObject({ phase: 'opening', index: 0, models: 2, done: 0, rows: 100 });
		const scoring = said.filter(({ phase, rate }) => phase === 'scoring' && rate);
		expect(scoring.length).toBeGreaterThan(1);
		for (const { rate = 0, secondsLeft = 0, done } of scoring)
			expect(secondsLeft * rate).toBeCloseTo(200 - done, 5);
		expect(said.at(-1)).toMatchObject({ phase: 'finished', index: 1, done: 100 });
	});

	it('stops when a person says so, keeps what is finished, and goes on from there', async () => {
		const store = memoryStore();
		const stop = new AbortController();
		const first = counting((_text, id) => id === 'row 30' && stop.abort());
		const half = await run(rowsOf(50), [first.opener, counting().opener], {
			store,
			signal: stop.signal
		});
		expect(half.stopped).toBe(true);
		expect(half.models[0]).toMatchObject({ complete: false, failed: 0 });
		expect(half.models[0]?.scored.filter(Boolean)).toHaveLength(31);
		expect(half.models[1]).toMatchObject({ complete: false, scorer: undefined });
		const second = counting();
		const whole = await run(rowsOf(50), [second.opener], { store });
		expect(second.asked).toHaveLength(19);
		expect(whole.models[0]).toMatchObject({ complete: true, kept: 31 });
	});

	it('goes on after the process was killed, with the same answers', async () => {
		const folder = join(directory, 'killed');
		const killed = spawn(
			process.execPath,
			['--import', 'tsx', 'src/lib/bench/fixtures/killed.ts', folder],
			{
				env: { ...process.env, TSX_TSCONFIG_PATH: 'src/lib/bench/tsconfig.json' },
				stdio: ['ignore', 'pipe', 'inherit']
			}
		);
		for await (const said of killed.stdout)
			if (Number(String(said).trim().split('\n').at(-1)) > 300) break;
		killed.kill('SIGKILL');
		if (killed.signalCode === null) await once(killed, 'exit');
		const rows = rowsOf(2000);
		const options = { version: 'test' };
		const { opener, asked } = counting();
		const resumed = await run(rows, [opener], { options, store: fileStore(folder) });
		expect(resumed.models[0]?.kept).toBeGreaterThan(100);
		expect(resumed.models[0]).toMatchObject({ complete: true, kept: 2000 - asked.length });
		const plain = await run(rows, [counting().opener], { options });
		expect(without(resumed.models[0]?.scored ?? [])).toEqual(
			without(plain.models[0]?.scored ?? [])
		);
	});

	it.each<[string, readonly Row[], Partial<RunInput>]>([
		['other texts', [row('a', 'other'), row('b', 'words')], {}],
		['another version', [row('a', 'x'), row('b', 'y')], { options: { version: '2' } }],
		['other code', [row('a', 'x'), row('b', 'y')], { options: { version: '1', code: 'new' } }],
		['a fresh start', [row('a', 'x'), row('b', 'y')], { options: { version: '1', resume: false } }]
	])('takes up nothing for %s', async (_what, rows, more) => {
		const store = memoryStore();
		await run([row('a', 'x'), row('b', 'y')], [counting().opener], { store });
		const { opener, asked } = counting();
		await run(rows, [opener], { store, ...more });
		expect(asked).toEqual(['a', 'b']);
	});

	it('takes up for other code what a model gave that does not run it', async () => {
		const store = memoryStore();
		const rows = [row('a', 'x'), row('b', 'y')];
		const foreign = () => {
			const { opener, asked } = counting();
			const info = { ...lexicon.info, kind: 'hub' as const };
			return {
				asked,
				opener: { ...opener, open: async () => ({ ...(await opener.open()), info }) }
			};
		};
		await run(rows, [foreign().opener], { store });
		const { opener, asked } = foreign();
		await run(rows, [opener], { store, options: { version: '1', code: 'new' } });
		expect(asked).toEqual([]);
	});

	it('takes up rows that are few of those drawn before', async () => {
		const store = memoryStore();
		await run(rowsOf(100), [counting().opener], { store, options: { version: '1', limit: 10 } });
		const { opener, asked } = counting();
		await run(rowsOf(100), [opener], { store });
		expect(asked).toHaveLength(90);
	});

	it('does not mix up rows of the same id', async () => {
		const rows = [row('a', 'I want to die'), row('a', 'good morning'), row('a', 'I hate myself')];
		const store = memoryStore();
		const stop = new AbortController();
		await run(rows, [counting((text) => text === 'good morning' && stop.abort()).opener], {
			store,
			signal: stop.signal
		});
		const { models } = await run(rows, [counting().opener], { store });
		expect(models[0]?.kept).toBe(2);
		expect(models[0]?.scored.map((one) => one?.level?.selfHarm)).toEqual([2, 0, 1]);
	});

	it('leaves out a row that fails, tries it again the next time, and says nothing of its text', async () => {
		const store = memoryStore();
		const broken = counting((_text, id) => {
			if (id === 'row 3') throw new Error('cannot read "good morning 3"');
			if (id === 'row 4') throw new RowFailed('No scores for some rows.');
		});
		const { models } = await run(rowsOf(8), [broken.opener], { store });
		expect(models[0]).toMatchObject({ failed: 2, complete: true });
		expect(models[0]?.scored.map((one) => one !== undefined).indexOf(false)).toBe(3);
		expect(models[0]?.problems).toEqual([
			'lexicon failed on some rows, which have no scores.',
			'No scores for some rows.'
		]);
		const again = counting();
		await run(rowsOf(8), [again.opener], { store });
		expect(again.asked).toEqual(['row 3', 'row 4']);
	});

	it('stops a model that is broken, or says that it cannot go on, and runs the next one', async () => {
		const broken = counting((_text, id) => {
			if (Number(id.slice(4)) >= 5) throw new Error('out of memory');
		});
		const refused = counting((_text, id) => {
			if (id === 'row 7') throw new Refusal('The key is used up.');
		});
		const absent: Opener = { name: 'gone', open: () => Promise.reject(new Refusal('It is gone.')) };
		const { models } = await run(rowsOf(100), [
			broken.opener,
			refused.opener,
			absent,
			counting().opener
		]);
		expect(broken.asked).toHaveLength(25);
		expect(models[0]?.problems.at(-1)).toMatch(/failed on 20 rows one after another/);
		expect(models[1]).toMatchObject({ complete: false, problems: ['The key is used up.'] });
		expect(models[2]).toMatchObject({ scorer: undefined, problems: ['It is gone.'] });
		expect(models[3]).toMatchObject({ complete: true });
	});

	it('goes on where nothing can be kept, and says so', async () => {
		const full: Store = {
			...memoryStore(),
			load: () => Promise.reject(new Error('broken')),
			append: () => Promise.reject(new Error('no room'))
		};
		const { models, notices } = await run(rowsOf(500), [counting().opener], { store: full });
		expect(models[0]?.complete).toBe(true);
		expect(notices).toHaveLength(2);
		expect(notices[1]).toContain('can no longer be kept');
	});

	it('asks a scorer about several rows at once where it may', async () => {
		let [now, most] = [0, 0];
		const { opener, asked } = counting(async () => {
			most = Math.max(most, ++now);
			await new Promise((done) => setTimeout(done, 2));
			now--;
		});
		const parallel = { ...opener, open: async () => ({ ...(await opener.open()), parallel: 4 }) };
		const { models } = await run(rowsOf(40), [parallel]);
		expect(most).toBe(4);
		expect(new Set(asked).size).toBe(40);
		expect(models[0]?.complete).toBe(true);
	});

	it('lets others have their turn', async () => {
		let longest = 0;
		let last = performance.now();
		const beat = setInterval(() => {
			longest = Math.max(longest, performance.now() - last);
			last = performance.now();
		}, 5);
		await run(rowsOf(8000), [counting().opener]);
		clearInterval(beat);
		// Generous: other work on the machine takes its share. Without pauses it would be seconds.
		expect(longest).toBeLessThan(400);
	});
});

describe('rows that are drawn', () => {
	it('are the same for the same seed, in order, and others for another', () => {
		const rows = rowsOf(1000);
		const drawn = pick(rows, 50, 7);
		expect(drawn).toHaveLength(50);
		expect(pick(rows, 50, 7)).toEqual(drawn);
		expect(pick(rows, 50, 8)).not.toEqual(drawn);
		const places = drawn.map((one) => rows.indexOf(one));
		expect(places).toEqual([...places].sort((a, b) => a - b));
		expect(pick(rows, undefined, 7)).toBe(rows);
	});

	it('are whole conversations', () => {
		const rows = Array.from({ length: 300 }, (_, index) =>
			row(`${index}`, 'x', { conversation: `c${index % 60}` })
		);
		const counts = new Map<string, number>();
		for (const { conversation = '' } of pick(rows, 42, 1))
			counts.set(conversation, (counts.get(conversation) ?? 0) + 1);
		expect([...counts.values()]).toEqual(Array(9).fill(5));
	});
});

describe('the identity of rows', () => {
	it('depends on texts, ids and their order', async () => {
		const rows = rowsOf(2500);
		const hash = await hashRows(rows);
		expect(await hashRows(rowsOf(2500))).toBe(hash);
		expect(await hashRows([...rows].reverse())).not.toBe(hash);
		expect(await hashRows(rows.with(2400, row('row 2400', 'other')))).not.toBe(hash);
	});
});

describe('the rate', () => {
	it('is that of the last seconds, and unknown at first', () => {
		const rate = new Rate(0);
		expect(rate.at(100, 2)).toBeUndefined();
		for (let second = 1; second <= 60; second++) rate.at(second * 1000, second * 10);
		expect(rate.at(61_000, 610)).toBeCloseTo(10);
		let last: number | undefined;
		for (let second = 62; second <= 120; second++) last = rate.at(second * 1000, 610 + second - 61);
		expect(last).toBeCloseTo(1, 1);
	});
});
