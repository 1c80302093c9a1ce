import { describe, expect, it } from 'vitest';
import { loadDataset } from './dataset';
import { Refusal, RowFailed } from './refusal';
import { runBench } from './run';
import { openScores } from './scorer-file';
import { memoryStore } from './store';

const file = (...lines: string[]) => new Blob([lines.join('\n')]);

describe('a file of scores', () => {
	it('gives each row what it holds, as npm run screen writes it', async () => {
		const scorer = await openScores(
			file(
				'{"id":"a","scores":{"none":0.25,"violence/threat":1},"level":{"selfHarm":0,"violence":3},"routes":[],"state":"ok","lang":"en"}',
				'',
				'{"id":2,"scores":{"none":0.5}}',
				''
			),
			'other.jsonl'
		);
		expect(scorer.labels).toEqual(['none', 'violence/threat']);
		expect(await scorer.score('any text', 'a')).toEqual({
			scores: { none: 0.25, 'violence/threat': 1 },
			level: { selfHarm: 0, violence: 3 },
			routes: [],
			state: 'ok',
			lang: 'en',
			milliseconds: 0
		});
		expect((await scorer.score('any text', '2')).scores).toEqual({ none: 0.5 });
		await expect(scorer.score('any text', 'b')).rejects.toThrow(RowFailed);
	});

	it.each([
		['nonsense', 'Line 2 of other.jsonl is not JSON.'],
		['{"scores":{}}', 'Line 2 of other.jsonl needs an "id"'],
		['{"id":"b","scores":{"none":1.5}}', 'Line 2 of other.jsonl needs an "id"'],
		['{"id":"b","scores":{"suicide":1}}', 'Line 2 of other.jsonl has a label that is none of ours'],
		['{"id":"a","scores":{"none":1}}', 'Line 2 of other.jsonl gives an id other scores than'],
		['{"id":9007199254740993,"scores":{}}', 'Line 2 of other.jsonl has a number as "id" that'],
		['{"thresholds":{"none":1}}', 'Line 2 of other.jsonl needs an "id"']
	])('with the line %s is refused', async (line, why) => {
		const failed = openScores(file('{"id":"a","scores":{}}', line), 'other.jsonl');
		await expect(failed).rejects.toThrow(why);
		await expect(failed).rejects.toThrow(Refusal);
	});

	it('may say the same of an id twice, as where two sets share a row', async () => {
		const line = '{"id":"a","scores":{"none":0.5}}';
		const scorer = await openScores(file(line, line), 'other.jsonl');
		expect((await scorer.score('any text', 'a')).scores).toEqual({ none: 0.5 });
	});

	it('says its thresholds and name in a first line, or that they are 0.5', async () => {
		const lines = ['{"id":"a","scores":{"none":0.25,"violence/threat":1}}'];
		const plain = await openScores(file(...lines), 'other.jsonl');
		expect(plain).toMatchObject({
			thresholds: { none: 0.5, 'violence/threat': 0.5 },
			notes: [expect.stringMatching(/^other\.jsonl says no thresholds of its 2 labels/)]
		});
		const all = { none: 0.4, 'violence/threat': 0.7 };
		const head = JSON.stringify({ thresholds: all, name: 'Other' });
		expect(await openScores(file(head, ...lines), 'other.jsonl')).toMatchObject({
			...{ name: 'Other', info: { name: 'Other' }, thresholds: all, notes: [] }
		});
		const some = file('{"thresholds":{"none":0.4}}', ...lines);
		expect(await openScores(some, 'other.jsonl')).toMatchObject({
			...{ name: 'other.jsonl', thresholds: { none: 0.4, 'violence/threat': 0.5 } },
			notes: [expect.stringMatching(/says no thresholds of 1 label/)]
		});
		const wrong = openScores(file('{"thresholds":{"suicide":0.5}}', ...lines), 'other.jsonl');
		await expect(wrong).rejects.toThrow('Line 1 of other.jsonl needs "thresholds"');
	});

	it('gives nothing to rows of data that share an id, and its notes are told', async () => {
		const data = [
			{ id: 'a', text: 'one' },
			{ id: 'a', text: 'two' },
			{ id: 'b', text: 'three' }
		];
		const lines = data.map((row) => `${JSON.stringify(row)}\n`);
		const sidecar = { format: 'handrail-map/1', columns: { id: 'id', text: 'text' } } as const;
		const dataset = await loadDataset(new Blob(lines), 'd.jsonl', sidecar);
		const scores = file('{"id":"a","scores":{"none":1}}', '{"id":"b","scores":{"none":0}}');
		const opener = { name: 's', open: () => openScores(scores, 's.jsonl') };
		const options = { version: '1' };
		const run = await runBench({ dataset, scorers: [opener], options, store: memoryStore() });
		const [model] = run.models;
		expect(model?.scored.map((one) => one?.scores)).toEqual([undefined, undefined, { none: 0 }]);
		expect(model?.problems).toEqual([
			expect.stringMatching(/no thresholds/),
			expect.stringMatching(/^Rows of the data that share an id get no scores/),
			's.jsonl has no scores for some rows of the data.'
		]);
	});

	it('gives nothing to rows whose number is not what the data say', async () => {
		const line = '{"id":9007199254740993,"text":"one"}';
		const sidecar = { format: 'handrail-map/1', columns: { id: 'id', text: 'text' } } as const;
		const { rows } = await loadDataset(new Blob([line]), 'd.jsonl', sidecar);
		expect(rows[0]?.id).toBe('row-1');
	});

	it('that is empty is refused', async () => {
		await expect(openScores(file(''), 'other.jsonl')).rejects.toThrow('holds no scores');
	});
});
