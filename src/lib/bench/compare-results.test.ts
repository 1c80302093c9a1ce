import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { aDataset, aRun, SECRET, someModel, someRows } from './fixtures/run';
import { Comparisons, compareResults, COMPARISON_FORMAT } from './compare-results';
import { measure } from './measure';
import { Refusal } from './refusal';
import { comparisonReport } from './report';
import { readScores, writeScores } from './scores-file';

const rows = someRows(150);
const dataset = aDataset(rows);
const options = { seed: 1, resamples: 100 };
const good = someModel(rows, 'good', { sure: 0.4 });
const bad = someModel(rows, 'bad', { sure: 0.1 });

const written = (...models: Parameters<typeof aRun> extends [unknown, ...infer M] ? M : never) => [
	...writeScores(aRun(rows, ...models), dataset)
];

describe('row scores', () => {
	it('are read as they were written, without a text', async () => {
		const half = { ...bad, scored: bad.scored.map((one, at) => (at % 2 ? one : undefined)) };
		const closed = { ...bad, scorer: undefined };
		const lines = written(good, closed, half);
		expect(lines).toHaveLength(151);
		expect(lines.join('')).not.toContain(SECRET);
		const read = await readScores(lines, 'a.jsonl');
		expect(read.models.map(({ name, scored }) => [name, scored.filter(Boolean).length])).toEqual([
			['good', 150],
			['bad', 75]
		]);
		expect(read.rows[3]).toMatchObject({ id: 'r3', truth: rows[3]?.truth, lang: 'ko', text: '' });
		expect(read.models[0]?.scored[3]?.scores).toEqual(good.scored[3]?.scores);
	});

	it.each([
		[[], /empty/],
		[['{}'], /no file of row scores/],
		[[...written(good).slice(0, 5), 'x'], /Line 6 of a\.jsonl/],
		[[...written(good, bad).slice(0, 1), ...written(good).slice(1, 3)], /Line 2 of a\.jsonl/]
	])('are refused where they are damaged: %#', async (lines, message) => {
		await expect(readScores(lines, 'a.jsonl')).rejects.toThrow(message);
	});
});

describe('two results', () => {
	it('give the same differences as one result with both models', async () => {
		const one = await readScores(written(good), 'a');
		const other = await readScores([...written(bad)], 'b');
		const [set] = await compareResults([one], [other], options);
		const together = await measure(aRun(rows, good, bad), dataset, options);
		expect(set?.comparisons).toEqual(together.comparisons);
		expect(set?.comparisons[0]?.macroF1?.value).toBeGreaterThan(0);
	});

	it('are compared on the rows that both have, models of one name with each other', async () => {
		const one = await readScores(written(good, bad), 'a');
		const lines = written(bad, good);
		const other = await readScores([lines[0] ?? '', ...lines.slice(51).reverse()], 'b');
		const [set] = await compareResults([one], [other], options);
		expect(set?.comparisons.map(({ first, second, rows: both }) => [first, second, both])).toEqual([
			['good (first)', 'good (second)', 100],
			['bad (first)', 'bad (second)', 100]
		]);
		expect(set?.comparisons[0]?.macroF1).toMatchObject({ value: 0, low: 0, high: 0 });
		const all: Comparisons = {
			...{ format: COMPARISON_FORMAT, created: '2026-01-01T00:00:00Z', ...options },
			...{ first: 'a', second: '<b>', datasets: set ? [set] : [] }
		};
		expect(v.safeParse(Comparisons, all).success).toBe(true);
		expect(comparisonReport(all)).toContain('Second: &lt;b&gt;.');
	});

	it('pair models of one name by what they are, each once', async () => {
		const named = (model: typeof good, hash: string) => ({
			...model,
			...{
				name: 'm',
				scorer: model.scorer && { ...model.scorer, info: { ...model.scorer.info, hash } }
			}
		});
		const [a, b, c] = [named(good, 'a'), named(bad, 'b'), named(bad, 'c')];
		const one = await readScores(written(a, b), 'one');
		const other = await readScores(written(b, a), 'other');
		const [set] = await compareResults([one], [other], options);
		expect(set?.comparisons.map(({ macroF1 }) => macroF1?.value)).toEqual([0, 0]);
		const third = await readScores(written(c, a), 'third');
		const [again] = await compareResults([one], [third], options);
		expect(again?.comparisons.map(({ macroF1 }) => macroF1?.value)).toEqual([0, 0]);
	});

	it('are refused where they share no data set', async () => {
		const one = await readScores(written(good), 'a');
		const other = { ...one, dataset: { ...one.dataset, mapHash: '2'.repeat(64) } };
		await expect(compareResults([one], [other], options)).rejects.toThrow(Refusal);
	});
});
