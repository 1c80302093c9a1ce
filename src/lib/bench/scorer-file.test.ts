import { describe, expect, it } from 'vitest';
import { Refusal, RowFailed } from './refusal';
import { openScores } from './scorer-file';

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
		['{"id":"b","scores":{"suicide":1}}', 'Line 2 of other.jsonl has a label that is none of ours']
	])('with the line %s is refused', async (line, why) => {
		const failed = openScores(file('{"id":"a","scores":{}}', line), 'other.jsonl');
		await expect(failed).rejects.toThrow(why);
		await expect(failed).rejects.toThrow(Refusal);
	});

	it('that is empty is refused', async () => {
		await expect(openScores(file(''), 'other.jsonl')).rejects.toThrow('holds no scores');
	});
});
