import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { loadDataset } from './dataset';
import { hashBlob, shortHash } from './hash';
import { languageTag } from './language-tag';
import type { Columns } from './columns';
import type { Sidecar } from './map';
import { findLabels, peek } from './peek';

const lines = (...rows: readonly object[]) =>
	new Blob([rows.map((row) => JSON.stringify(row)).join('\n')]);
function sidecar(columns: Columns, more: Partial<Sidecar> = {}): Sidecar {
	return {
		format: 'handrail-map/1',
		columns: { text: 'text', ...columns },
		map: { anger: ['violence/anger'], calm: ['none'], skip: 'ignore' },
		...more
	};
}
const LABELLED: Columns = { id: 'id', labels: { kind: 'one', column: 'label' } };

describe('a data set', () => {
	it('has rows with what is known of each, and counts what was left out', async () => {
		const data = await loadDataset(
			lines(
				{ id: 'a', text: ' so annoyed today ', label: 'anger', lang: 'German', dialect: 'north' },
				{ id: 'a', text: 'a calm morning', label: 'calm', lang: 'pt_br', dialect: null },
				{ text: '', label: 'calm' },
				{ text: 'a calm morning', label: 'calm', lang: 'pt-BR' },
				{ text: 'a calm morning', label: 'anger', lang: 'pt-BR' },
				{ id: 'b', text: 'left out', label: 'skip' },
				{ id: 'c', text: 'new', label: 'surprise' }
			),
			'data.jsonl',
			sidecar({ ...LABELLED, lang: 'lang', groups: ['dialect'] })
		);
		expect(data.rows).toMatchObject([
			{ id: 'a', text: 'so annoyed today', lang: 'de', groups: { dialect: 'north' } },
			{ id: 'a#2', text: 'a calm morning', lang: 'pt-BR', groups: {} }
		]);
		expect(data.rows.map(({ truth }) => [truth.none, truth['violence/anger']])).toEqual([
			[false, true],
			[true, false]
		]);
		expect(data.counts).toMatchObject({
			...{
				read: 7,
				kept: 2,
				empty: 1,
				duplicate: 2,
				contradicting: 1,
				unmapped: 1,
				ignored: 1,
				renamed: 1
			},
			langs: { de: 1, 'pt-BR': 1 },
			groups: { dialect: { north: 1 } }
		});
		expect(data.counts.labels['violence/anger']).toEqual({ yes: 1, no: 1 });
		expect(data.faults.map(({ code }) => code)).toEqual([
			...['map/unmapped', 'rows/empty', 'rows/duplicate', 'rows/contradicting']
		]);
		expect(JSON.stringify([data.counts, data.faults])).not.toMatch(/annoyed|morning/);
	});

	it('has unknown truth without a label column, and names rows that have none', async () => {
		const { rows, targets } = await loadDataset(
			lines({ text: 'one' }, { text: 'two' }),
			'a.jsonl',
			sidecar({ language: 'en' }, { map: {} })
		);
		expect(rows).toEqual([
			{ id: 'row-1', text: 'one', truth: {}, lang: 'en', groups: {} },
			{ id: 'row-2', text: 'two', truth: {}, lang: 'en', groups: {} }
		]);
		expect(targets).toEqual([]);
	});

	it('gives all rows the same label where it is told so', async () => {
		const columns: Columns = { labels: { kind: 'same', label: 'calm' } };
		const { rows } = await loadDataset(new Blob(['text\none\ntwo\n']), 'a.csv', sidecar(columns));
		expect(rows.map(({ truth }) => truth.none)).toEqual([true, true]);
	});

	it('brings the turns of a conversation together in their order, and those of the person only', async () => {
		const turn = (thread: number, at: number | string, role: string, text: string) => ({
			thread,
			at,
			role,
			text
		});
		const { rows, counts } = await loadDataset(
			lines(
				turn(1, '2026-01-01T00:02:00Z', 'user', 'ok'),
				turn(2, 1767225600, 'client', 'hello'),
				turn(1, '2026-01-01T00:01:00Z', 'user', 'ok'),
				turn(1, '2026-01-01T00:01:30Z', 'assistant', 'how are you'),
				turn(1, '2026-01-01T00:02:00Z', 'user', 'ok')
			),
			'a.jsonl',
			sidecar({ conversation: 'thread', order: 'at', role: 'role' })
		);
		expect(rows.map(({ conversation, order, text }) => [conversation, order, text])).toEqual([
			['1', 1767225660000, 'ok'],
			['1', 1767225720000, 'ok'],
			['2', 1767225600000, 'hello']
		]);
		expect(counts).toMatchObject({ read: 5, kept: 3, others: 1, duplicate: 1 });
	});

	it('makes a row of each turn where a row is a conversation', async () => {
		const turns = [{ role: 'user', content: 'one' }, { role: 'assistant', content: 'x' }, 'three'];
		const { rows, labelsOf, counts } = await loadDataset(
			lines({ id: 'k', turns, label: 'anger' }, { id: 'l', turns: 'none', label: 'anger' }),
			'a.jsonl',
			sidecar({ ...LABELLED, text: undefined, turns: 'turns', labelsOf: 'conversation' })
		);
		expect(rows).toMatchObject([
			{ id: 'k/1', text: 'one', conversation: 'k', order: 1, truth: { 'violence/anger': true } },
			{ id: 'k/3', text: 'three', conversation: 'k', order: 3 }
		]);
		expect(labelsOf).toBe('conversation');
		expect(counts.bad.turns).toBe(1);
	});

	it('says where rows of a conversation differ in the label that is the conversation’s', async () => {
		const turn = (c: string, text: string, label: string) => ({ c, text, label });
		const source = lines(
			turn('x', 'hello', 'calm'),
			turn('y', 'good morning', 'calm'),
			turn('x', 'so annoyed', 'anger'),
			turn('y', 'good evening', '')
		);
		const labels = LABELLED.labels;
		const map = {
			anger: ['violence/anger' as const],
			calm: ['none' as const],
			'': 'unknown' as const
		};
		const load = (labelsOf?: 'conversation') =>
			loadDataset(source, 'a.jsonl', sidecar({ labels, conversation: 'c', labelsOf }, { map }));
		expect((await load()).faults).toEqual([]);
		const { faults } = await load('conversation');
		expect(faults.map(({ code, count }) => [code, count])).toEqual([['rows/conversation', 1]]);
		expect(faults[0]?.sentence).toMatch(/^1 conversation has rows with different labels/);
	});

	it('says of bad rows how many there are of each kind', async () => {
		const text = 'text,label\none,calm\ntwo\n"open,calm\nthree,calm\n';
		const { counts, faults } = await loadDataset(
			new Blob([text]),
			'a.csv',
			sidecar({
				labels: { kind: 'one', column: 'label' }
			})
		);
		expect(counts).toMatchObject({ read: 4, kept: 2, bad: { fields: 1, quotes: 1 } });
		expect(faults.map(({ sentence }) => sentence)).toEqual([
			expect.stringMatching(/^1 row left out, each of which has a quotation mark out of order/),
			expect.stringMatching(/^1 row left out, each of which has more or fewer fields/)
		]);
	});

	it.each<[string, Sidecar, RegExp]>([
		['{"text":"one","label":"new"}', sidecar(LABELLED), /no column "id"/],
		[
			'{"id":1,"text":"one","label":"new"}',
			sidecar(LABELLED),
			/No row .* says nothing of the label "new"/
		],
		['{"id":1,"text":"one","label":"skip"}', sidecar(LABELLED), /leave every row out/]
	])('is refused where nothing can be measured', async (text, map, message) => {
		await expect(loadDataset(new Blob([text]), 'a.jsonl', map)).rejects.toThrow(message);
	});

	it('ends where its texts would not fit into memory, and says so', async () => {
		const source = new Blob([
			'text\n',
			...Array.from({ length: 100 }, (_, index) => `text ${index + 100}\n`)
		]);
		const { rows, counts, faults } = await loadDataset(source, 'a.csv', sidecar({}), { most: 80 });
		expect(rows).toHaveLength(10);
		expect(counts).toMatchObject({ read: 10, kept: 10 });
		expect(faults[0]?.sentence).toMatch(/only its first 10 usable rows/);
	});

	it('tells how far it is, over the bytes of the file, and can be stopped', async () => {
		const texts = Array.from({ length: 2000 }, (_, index) => `${'x'.repeat(500)} ${index}\n`);
		const source = new Blob([`text\n${texts.join('')}`]);
		const seen: number[] = [];
		await loadDataset(source, 'a.csv', sidecar({}), {
			onBytes: (read, of) => seen.push(read / of)
		});
		expect(seen).toEqual([...seen].sort((a, b) => a - b));
		expect(seen.at(-1)).toBe(1);
		const signal = AbortSignal.abort();
		await expect(loadDataset(source, 'a.csv', sidecar({}), { signal })).rejects.toThrow(/abort/i);
	});

	it('changes its map hash with the map and its hash with the bytes', async () => {
		const load = (text: string, map: Sidecar) => loadDataset(new Blob([text]), 'a.csv', map);
		const one = await load('text\none\n', sidecar({}));
		const other = await load('text\none\n', sidecar({}, { rest: 'other' }));
		const bytes = await load('text\ntwo\n', sidecar({}));
		expect(other.hash).toBe(one.hash);
		expect(other.mapHash).not.toBe(one.mapHash);
		expect(bytes.hash).not.toBe(one.hash);
		expect(bytes.mapHash).toBe(one.mapHash);
	});
});

describe('the hash of a file', () => {
	const sha256 = (...parts: readonly Uint8Array[]) => {
		const hash = createHash('sha256');
		for (const part of parts) hash.update(part);
		return hash.digest();
	};

	it.each([0, 1, 1024 * 1024, 1024 * 1024 + 1, 2_500_000])(
		'is that of its parts: %d bytes',
		async (size) => {
			const bytes = Uint8Array.from(
				{ length: size },
				(_, index) => (index * 31 + (index >> 9)) & 255
			);
			const parts: Uint8Array[] = [];
			for (let from = 0; from < size; from += 1024 * 1024)
				parts.push(sha256(bytes.subarray(from, from + 1024 * 1024)));
			expect(await hashBlob(new Blob([bytes]))).toBe(sha256(...parts).toString('hex'));
		}
	);

	it('in short differs for a hundred thousand different texts', () => {
		const hashes = new Set(
			Array.from({ length: 100_000 }, (_, index) => shortHash(`text ${index}`))
		);
		expect(hashes.size).toBe(100_000);
	});
});

describe('the labels of a file', () => {
	it('are all found, with their rows', async () => {
		const source = lines(
			{ text: 'a', label: 'x,y' },
			{ text: 'b', label: 'y' },
			{ text: 'c', label: null }
		);
		const columns: Columns = {
			text: 'text',
			labels: { kind: 'split', column: 'label', separator: ',' }
		};
		expect(await findLabels(source, 'a.jsonl', { columns })).toEqual(
			new Map([
				['x', 1],
				['y', 2],
				['', 1]
			])
		);
		expect((await peek(source, 'a.jsonl')).columns).toEqual(['text', 'label']);
	});
});

describe('a language tag', () => {
	it.each([
		['en', 'en'],
		['EN_us', 'en-US'],
		['German', 'de'],
		['hi-latn', 'hi-Latn'],
		['?', 'und'],
		['', 'und'],
		['no idea', 'und'],
		['constructor', 'und']
	])('is read from %j as %s', (said, tag) => {
		expect(languageTag(said)).toBe(tag);
	});
});
