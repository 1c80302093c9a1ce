import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkColumns } from './columns';
import { openData } from './data.node.ts';
import { loadDataset } from './dataset';
import { isLikeText, nameList } from './fault';
import { aDataset, aRun, someModel, someRows } from './fixtures/run';
import { directoryFolder } from './folder.node.ts';
import type { Sidecar } from './map';
import { measure } from './measure';
import { harmless } from './terminal.node.ts';

const directory = await mkdtemp(join(tmpdir(), 'handrail-harmless-'));
afterAll(() => rm(directory, { recursive: true, force: true }));
const options = { seed: 1, resamples: 20 };

describe('what results and messages never show', () => {
	it.each([
		['I will do it tonight', true],
		['我想自杀今天晚上', true],
		['Is it?', true],
		['x'.repeat(61), true],
		['self-harm/intent', false],
		['African American English', false],
		['抑郁', false]
	])('are names that may be texts: %s', (name, is) => expect(isLikeText(name)).toBe(is));

	it('counts them beside the names that are none', () => {
		expect(nameList(['a', 'b', 'I will do it tonight'])).toBe('"a", "b" and 1 that may be texts');
		expect(nameList(['ok', 'I will do it tonight', 'and nobody knows it'])).toBe(
			'(which may be texts)'
		);
	});

	it('are labels of the data that have no meaning: results say how many', async () => {
		const sidecar: Sidecar = {
			format: 'handrail-map/1',
			columns: { text: 'text', labels: { kind: 'one', column: 'label' } },
			map: { none: ['none'] }
		};
		const data = new Blob(['text,label\ngood morning,none\nwords,goodbye dear Anna\n']);
		const dataset = await loadDataset(data, 'a.csv', sidecar);
		const { notices } = await measure(
			aRun(dataset.rows, someModel(dataset.rows, 'a')),
			dataset,
			options
		);
		expect(notices).toEqual([
			expect.stringMatching(/^The map says nothing of one label \(1 row\)/)
		]);
		expect(dataset.faults[0]?.sentence).toContain('"goodbye dear Anna"');
	});

	it('are values of a subgroup column of which one may be a text', async () => {
		const said = ['short', 'I will do it tonight, and nobody knows'];
		const rows = someRows(10).map((row, at) => ({ ...row, groups: { g: said[at % 2] ?? '' } }));
		const result = await measure(aRun(rows, someModel(rows, 'a')), aDataset(rows), options);
		expect(JSON.stringify(result)).not.toMatch(/tonight|short/);
		expect(result.notices).toEqual([expect.stringMatching(/^The column "g" has too many values/)]);
	});

	it.each([
		'I am going to kill myself tonight,suicide\nlovely weather,non-suicide\n',
		'kill me,suicide\nlovely weather,non-suicide\n'
	])('are the fields of a first row that is no header: %j', async (text) => {
		const path = join(directory, 'headerless.csv');
		await writeFile(path, text);
		const failed = await openData(path, undefined).catch((error: unknown) => String(error));
		expect(failed).toMatch(/first row of headerless\.csv has no names/);
		expect(failed).not.toMatch(/kill|weather/);
	});

	it('are its fields where a map expects names', () => {
		const rows = [{ 'I will do it tonight': 'lovely weather', 'kill me': 'fine' }];
		const [fault] = checkColumns({ text: 'text' }, rows);
		expect(fault?.sentence).toMatch(/"header": false/);
		expect(fault?.sentence).not.toMatch(/tonight|kill/);
	});

	it('is where a model lies', async () => {
		const folder = directoryFolder(`${directory}/`);
		expect(folder.name).toBe(basename(directory));
		await expect(directoryFolder(join(directory, 'gone')).list()).rejects.toThrow(/^gone is not/);
	});

	it('are signs that control a terminal', () => {
		expect(harmless('a\u001b[31mRED\u202e\u009b\r\n\tb')).toBe('a[31mRED\n\tb');
	});
});
