import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readArgs } from './args';
import { bench } from './bench-run.node.ts';
import { openData } from './data.node.ts';
import { loadDataset } from './dataset';
import type { Sidecar } from './map';
import { labelMap } from './models.node.ts';
import { Terminal } from './terminal.node.ts';

const directory = await mkdtemp(join(tmpdir(), 'handrail-lost-'));
afterAll(() => rm(directory, { recursive: true, force: true }));
const at = (name: string) => join(directory, name);

const sidecar: Sidecar = {
	format: 'handrail-map/1',
	columns: { text: 'text', labels: { kind: 'one', column: 'label' }, groups: ['dialect'] },
	map: { none: ['none'] }
};
const plain: Sidecar = { ...sidecar, columns: { ...sidecar.columns, groups: [] } };

async function status(name: string, text: string, ...options: readonly string[]) {
	await writeFile(at(name), text);
	await writeFile(at(`${name}.map.json`), JSON.stringify(plain));
	const args = readArgs(['--data', at(name), '--out', at('out'), '--resamples', '5', ...options]);
	if (args === 'help') throw new Error('no command');
	return bench(args, new Terminal(), new AbortController().signal);
}

const LEXICON = ['--model', 'none', '--baseline', 'lexicon'];

describe('data that are lost', () => {
	it.each([
		['none', 'text,label\ngood morning,none\n', 0],
		['a label without a meaning', 'text,label\ngood morning,none\ngood night,other\n', 1],
		['a row without enough fields', 'text,label\ngood morning,none\ngood night\n', 1]
	])('are told by the exit status: %s', async (_what, text, expected) => {
		expect(await status('a.csv', text, ...LEXICON)).toBe(expected);
	});

	it('are refused where the letters of most lines would be wrong', async () => {
		// '你好今天天气很好' and '我想自杀' in GBK.
		const gbk = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
		const [one, two] = [gbk('c4e3bac3bdf1ccecccecc6f8badcbac3'), gbk('ced2cfebd7d4c9b1')];
		const file = new Blob(['text,label\n', one, ',none\n', two, ',none\n']);
		await expect(loadDataset(file, 'gbk.csv', plain)).rejects.toThrow(
			/"gbk\.csv" is neither UTF-8 nor Windows-1252: save it as UTF-8/
		);
	});

	it('are not what is Windows-1252, nor a few lines of something else', async () => {
		const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
		const west = new Blob([
			'text,label\n',
			latin('créées à Köln «où»,none\nÄÖÜ,none\n\x97\x97\x97\x97,none\n')
		]);
		expect((await loadDataset(west, 'west.csv', plain)).counts.foreign).toBe(3);
		const mixed = new Blob([
			'text,label\nschön,none\nmüde,none\n',
			latin('\xc4\xe3\xba\xc3,none\n')
		]);
		expect((await loadDataset(mixed, 'mixed.csv', plain)).counts).toMatchObject({
			kept: 3,
			foreign: 1
		});
	});

	it('are not maps that cannot be read: these are no absent ones', async () => {
		await writeFile(at('b.csv'), 'text,label\ngood morning,none\n');
		await mkdir(at('b.csv.map.json'));
		await expect(openData(at('b.csv'), undefined)).rejects.toThrow(/map\.json cannot be read/);
		await mkdir(at('model.map.json'));
		await expect(labelMap(at('model'), undefined)).rejects.toThrow(/map\.json cannot be read/);
	});

	it('is no text of two subgroups', async () => {
		const file = new Blob(['text,label,dialect\nhello,none,a\nhello,none,b\nhello,none,a\n']);
		const { counts } = await loadDataset(file, 'a.csv', sidecar);
		expect(counts).toMatchObject({ kept: 2, duplicate: 1 });
	});

	it('are no hours of scoring before a suite that no model can answer', async () => {
		await mkdir(at('suite'));
		const one = { id: 'en-1', functionality: 'F26', type: 'MFT', axis: 'self-harm' };
		const line = JSON.stringify({ ...one, labels: ['self-harm/ideation'], text: 'made up' });
		await writeFile(join(at('suite'), 'en.jsonl'), line);
		await writeFile(at('s.jsonl'), '{"id":"row-1","scores":{"none":1}}');
		const run = status(
			'c.csv',
			'text,label\ngood morning,none\n',
			'--model',
			'none',
			'--scores',
			at('s.jsonl'),
			'--suite',
			at('suite'),
			'--out',
			at('early')
		);
		await expect(run).rejects.toThrow('The suite needs one of our models');
		await expect(readFile(join(at('early'), 'results.json'))).rejects.toThrow('ENOENT');
	});
});
