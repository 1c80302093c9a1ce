import { describe, expect, it } from 'vitest';
import { aDataset, aRun, labelled, someModel } from './fixtures/run';
import { measure } from './measure';
import { runBench } from './run';
import type { Row, Scored } from './shape';
import { memoryStore } from './store';
import { summary } from './summary';

const options = { seed: 1, resamples: 50 };
const rows = Array.from({ length: 12 }, (_, at) =>
	labelled(`${at}`, at % 4 === 0 ? 'self-harm/intent' : 'none')
);
const labels = ['none', 'self-harm/intent'] as const;
const quiet = { none: 0.9, 'self-harm/intent': 0.1 };

/** Right about every row but those of intent, of which it says this. */
function silent(said: Partial<Scored> | undefined, name = 'silent') {
	const scored = rows.map(({ truth }) =>
		truth['self-harm/intent']
			? said && { scores: {}, milliseconds: 1, ...said }
			: { scores: quiet, milliseconds: 1 }
	);
	return { ...someModel(rows, name, { labels }), scored };
}

describe('scores that are absent', () => {
	it.each([
		['no answer', undefined],
		['an answer without scores', { state: 'unscreened' as const }],
		['scores of some labels', { scores: { none: 0.9 } }]
	])('do not improve a figure and are told of: %s', async (_, said) => {
		const { models } = await measure(aRun(rows, silent(said)), aDataset(rows), options);
		const [slice] = models[0]?.slices ?? [];
		expect(models[0]?.problems).toEqual([
			expect.stringMatching(/^3 rows of 12 lack some or all scores of silent/)
		]);
		expect(slice?.macroF1).toMatchObject({ counted: 2 });
		expect(slice?.macroF1?.value).toBeLessThan(0.51);
		expect(slice?.argmax).toMatchObject({ rows: 9, macroF1: { value: 0.5, counted: 2 } });
		expect(slice?.levels).toMatchObject({ cardsOnHarmless: { rows: 9 }, missed: { rows: 0 } });
	});

	it('count as rows that failed, so that a run says it is not whole', async () => {
		const scorer = { ...someModel(rows, 'a').scorer, name: 'a', close: async () => undefined };
		const score = async () => ({ scores: {}, milliseconds: 1 });
		const run = await runBench({
			dataset: { name: 'a', hash: '0', rows },
			scorers: [{ name: 'a', open: async () => ({ ...scorer, score }) as never }],
			...{ options: { version: '1' }, store: memoryStore() }
		});
		expect(run.models[0]).toMatchObject({ failed: 12, problems: [expect.any(String)] });
	});

	it('show how many labels an average is of where models differ in that', async () => {
		const other: readonly Row[] = rows;
		const both = aRun(rows, silent(undefined), someModel(other, 'few', { labels: ['none'] }));
		const text = summary(await measure(both, aDataset(rows), options));
		expect(text).toMatch(/silent .*of 2 labels/);
		expect(text).toMatch(/few .*of 1 label /);
		const alone = await measure(aRun(rows, silent(undefined)), aDataset(rows), options);
		expect(summary(alone)).not.toContain('of 2 labels');
	});
});
