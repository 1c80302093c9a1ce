import 'fake-indexeddb/auto';
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { browserStore, memoryStore, type Done, type Store } from './store';
import { fileStore } from './store.node.ts';

const directory = await mkdtemp(join(tmpdir(), 'handrail-store-'));
afterAll(() => rm(directory, { recursive: true, force: true }));

const done = (id: string, none = 0.1 + 0.2): Done => ({
	id,
	scored: { scores: { none }, level: { selfHarm: 0, violence: 1 }, milliseconds: 1 / 3 }
});

describe.each<[string, () => Promise<Store>]>([
	['in IndexedDB', browserStore],
	['in a folder', async () => fileStore(join(directory, 'rows'))],
	['in memory', async () => memoryStore()]
])('a store %s', (_where, open) => {
	let store: Store;
	afterEach(() => store.clear());

	it('gives back what it keeps, to the last digit, in order and by key', async () => {
		store = await open();
		await store.append('one', [done('a'), done('b')]);
		await store.append('two', [done('c')]);
		await store.append('one', [done('a', 0.7)]);
		expect(await store.load('one')).toEqual([done('a'), done('b'), done('a', 0.7)]);
		expect(await store.load('none')).toEqual([]);
	});

	it('forgets one run, or all', async () => {
		store = await open();
		await store.append('one', [done('a')]);
		await store.append('two', [done('b')]);
		await store.remove('one');
		expect(await store.load('one')).toEqual([]);
		expect(await store.load('two')).toEqual([done('b')]);
		await store.clear();
		expect(await store.load('two')).toEqual([]);
	});
});

describe('a store on a disk or in a browser', () => {
	it.each<[string, () => Promise<Store>]>([
		['in IndexedDB', browserStore],
		['in a folder', async () => fileStore(join(directory, 'again'))]
	])('%s still has everything when it is opened again', async (_where, open) => {
		const first = await open();
		await first.append('one', [done('a')]);
		first.close();
		const second = await open();
		expect(second.persistent).toBe(true);
		expect(await second.load('one')).toEqual([done('a')]);
		await second.clear();
	});

	it('passes over a line that was cut, and goes on after it', async () => {
		const folder = join(directory, 'cut');
		await fileStore(folder).append('one', [done('a')]);
		const [name = ''] = await readdir(folder);
		await appendFile(join(folder, name), '{"id":"b","scored":{"sco');
		const store = fileStore(folder);
		expect(await store.load('one')).toEqual([done('a')]);
		await store.append('one', [done('c')]);
		expect(await store.load('one')).toEqual([done('a'), done('c')]);
	});

	it('keeps its files in its folder, whatever the key', async () => {
		const folder = join(directory, 'keys');
		await fileStore(folder).append('../../out', [done('a')]);
		expect(await readdir(folder)).toEqual(['.._.._out.jsonl']);
	});
});
