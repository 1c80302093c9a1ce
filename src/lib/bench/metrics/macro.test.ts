import { describe, expect, it } from 'vitest';
import type { Grid } from './confusion';
import { bootstrapMacro, countEach, pairedMacro } from './macro';
import { madeUp } from './sample.fixture';
import { count, macroF1 } from './threshold';

const columns = [0, 1, 2].map((k) => madeUp(300, 10 + k, 0.1 * (k + 1)));
const thresholds = [0.4, 0.45, 0.5];
const grid: Grid = {
	labels: ['a', 'b', 'c'],
	scores: Float64Array.from(
		{ length: 900 },
		(_, at) => columns[at % 3]?.scores[Math.floor(at / 3)] ?? NaN
	),
	truth: Uint8Array.from(
		{ length: 900 },
		(_, at) => columns[at % 3]?.truth[Math.floor(at / 3)] ?? 2
	)
};

describe('macro-F1 of a grid', () => {
	it('counts each label as counting it alone does', () => {
		expect(countEach(grid, thresholds)).toEqual(
			columns.map((column, label) => count(column, thresholds[label] ?? NaN))
		);
	});

	it('is scikit-learn’s, with an interval about it', async () => {
		// f1_score(Y, F, average='macro'), as in threshold.test.ts
		const found = await bootstrapMacro(grid, thresholds, { seed: 1 });
		expect(found.value).toBeCloseTo(0.3889950173758323, 14);
		expect(found.counted).toBe(3);
		expect((found.high ?? 0) - (found.low ?? 0)).toBeGreaterThan(0.06);
		expect((found.high ?? 0) - (found.low ?? 0)).toBeLessThan(0.14);
		expect(found.low).toBeLessThan(0.38);
		expect(found.high).toBeGreaterThan(0.4);
	});

	it('leaves unknown rows and labels that no row holds out', async () => {
		const known = { ...grid, truth: grid.truth.map((holds, at) => (at % 3 === 2 ? 2 : holds)) };
		const found = await bootstrapMacro(known, thresholds, { seed: 1, resamples: 50 });
		expect(found.value).toBe(macroF1(countEach(grid, thresholds).slice(0, 2)).value);
		expect(found.counted).toBe(2);
	});

	it('keeps rows of a rare label in every resample', async () => {
		const rare = {
			...grid,
			truth: grid.truth.map((holds, at) => (at % 3 === 0 ? Number(at === 30) : holds))
		};
		const none = rare.scores.map((score, at) => (at % 3 === 0 ? 0 : score));
		none[30] = 1;
		const found = await bootstrapMacro({ ...rare, scores: none }, thresholds, {
			seed: 1,
			resamples: 200
		});
		// The rare label's F1 is 1 in all of them.
		expect(found.low).toBeGreaterThan(1 / 3 + 0.1);
	});
});

describe('comparing macro-F1', () => {
	it('finds a difference, and none with itself', async () => {
		const better = {
			...grid,
			scores: grid.scores.map((score, at) => (at % 5 ? score : (grid.truth[at] ?? 0)))
		};
		const found = await pairedMacro(better, grid, [thresholds, thresholds], { seed: 1 });
		expect(found.low).toBeGreaterThan(0);
		expect(found.p).toBeLessThan(0.01);
		const same = await pairedMacro(grid, grid, [thresholds, thresholds], { seed: 1 });
		expect(same).toEqual({ value: 0, low: 0, high: 0, p: 1, counted: 3 });
	});

	it('counts only what both have scored', async () => {
		const half = { ...grid, scores: grid.scores.map((score, at) => (at < 450 ? score : NaN)) };
		const found = await pairedMacro(half, grid, [thresholds, thresholds], {
			seed: 1,
			resamples: 50
		});
		expect(found.value).toBe(0);
	});

	it('refuses other rows', async () => {
		const other = { ...grid, truth: grid.truth.map((holds) => 1 - holds) };
		await expect(pairedMacro(grid, other, [thresholds, thresholds], { seed: 1 })).rejects.toThrow(
			RangeError
		);
	});
});
