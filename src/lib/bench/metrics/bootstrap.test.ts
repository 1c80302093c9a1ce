import { describe, expect, it } from 'vitest';
import { bootstrap, paired } from './bootstrap';
import { averagePrecision } from './ranking';
import { integer, randomFrom } from './random';
import { quantile } from './quantile';
import { madeUp, sampleFrom, smooth } from './sample.fixture';
import type { Sample } from './sample';

/** The same rows, with a perfect score for `part` of every ten. */
const better = ({ scores, truth, missing }: Sample, part: number): Sample => ({
	scores: scores.map((score, row) => (row % 10 < part ? (truth[row] ?? 0) : score)),
	truth,
	missing
});

describe('a bootstrap', () => {
	it('has the width that theory gives', async () => {
		const { recall, falsePositiveRate, auroc } = await bootstrap(smooth, 0.45, { seed: 1 });
		// Wald: ± 1.96 √(p(1−p)/n), with 129 rows that hold and 371 that do not.
		expect((recall.high ?? 0) - (recall.low ?? 0)).toBeCloseTo(0.1707, 1.5);
		expect((falsePositiveRate.high ?? 0) - (falsePositiveRate.low ?? 0)).toBeCloseTo(0.0862, 1.7);
		// Hanley and McNeil's standard error for 0.7616 is 0.0266.
		expect((auroc.high ?? 0) - (auroc.low ?? 0)).toBeGreaterThan(0.085);
		expect((auroc.high ?? 0) - (auroc.low ?? 0)).toBeLessThan(0.125);
	});

	it('agrees with plainly drawing rows', async () => {
		const random = randomFrom(99);
		const size = smooth.truth.length;
		const drawn = Float64Array.from({ length: 1000 }, () => {
			const rows = Array.from({ length: size }, () => integer(random, size));
			return (
				averagePrecision({
					scores: Float64Array.from(rows, (row) => smooth.scores[row] ?? 0),
					truth: Uint8Array.from(rows, (row) => smooth.truth[row] ?? 0),
					missing: 0
				}) ?? NaN
			);
		}).sort();
		const { auprc } = await bootstrap(smooth, 0.45, { seed: 1 });
		// The interval is 0.17 wide; its ends vary by 0.003 from seed to seed.
		expect(Math.abs((auprc.low ?? 0) - quantile(drawn, 0.025))).toBeLessThan(0.012);
		expect(Math.abs((auprc.high ?? 0) - quantile(drawn, 0.975))).toBeLessThan(0.012);
	});

	it('covers the truth about as often as it says', async () => {
		let covered = 0;
		const { auroc: truth } = await bootstrap(madeUp(200_000, 1, 0.3), 0.5, {
			seed: 1,
			resamples: 1
		});
		for (let seed = 1; seed <= 100; seed++) {
			const { auroc } = await bootstrap(madeUp(300, seed * 7919, 0.3), 0.5, {
				seed,
				resamples: 200
			});
			if ((auroc.low ?? 1) <= (truth.value ?? 0) && (truth.value ?? 0) <= (auroc.high ?? 0))
				covered++;
		}
		expect(covered).toBeGreaterThan(86);
	});

	it('gives the same numbers for a seed and a name', async () => {
		const first = await bootstrap(smooth, 0.45, { seed: 1, name: 'a' });
		expect(await bootstrap(smooth, 0.45, { seed: 1, name: 'a' })).toEqual(first);
		expect(await bootstrap(smooth, 0.45, { seed: 1, name: 'b' })).not.toEqual(first);
		// Kept to the last digit: a change here changes results that people compare.
		expect(first.auprc).toEqual({
			value: 0.6448546286902852,
			low: 0.5659669938989755,
			high: 0.7119058411704439
		});
	});

	it('of many rows is as narrow as it should be', async () => {
		const many = madeUp(40_000, 1, 0.3);
		const { recall } = await bootstrap(many, 0.45, { seed: 1 });
		const held = many.truth.reduce((sum, holds) => sum + holds, 0);
		const p = recall.value ?? 0;
		const wald = 2 * 1.96 * Math.sqrt((p * (1 - p)) / held);
		expect(((recall.high ?? 0) - (recall.low ?? 0)) / wald).toBeGreaterThan(0.9);
		expect(((recall.high ?? 0) - (recall.low ?? 0)) / wald).toBeLessThan(1.1);
	});

	it('keeps the number of a rare class', async () => {
		const rare = sampleFrom(Array.from({ length: 300 }, (_, row) => [row, row > 296 ? 1 : 0]));
		const { recall, auroc } = await bootstrap(rare, 298, { seed: 1 });
		expect(recall).toEqual({ value: 2 / 3, low: 0, high: 1 });
		expect(auroc).toEqual({ value: 1, low: 1, high: 1 });
	});

	it('has no interval where there is no value', async () => {
		const nothing = { value: null, low: null, high: null };
		expect((await bootstrap(sampleFrom([]), 0.5, { seed: 1 })).f1).toEqual(nothing);
		const single = await bootstrap(
			sampleFrom([
				[0.1, 0],
				[0.2, 0]
			]),
			0.5,
			{ seed: 1 }
		);
		expect([single.auroc, single.recall, single.precision]).toEqual([nothing, nothing, nothing]);
		expect(single.falsePositiveRate).toEqual({ value: 0, low: 0, high: 0 });
	});

	it('lets others work, and stops when told to', async () => {
		const stop = new AbortController();
		setTimeout(() => stop.abort(), 30);
		const many = madeUp(30_000, 1, 0.5);
		await expect(
			bootstrap(many, 0.45, { seed: 1, resamples: 1e6, signal: stop.signal })
		).rejects.toThrow(/abort/i);
	});
});

describe('a comparison of two models', () => {
	it('finds a difference that is there', async () => {
		const found = await paired(better(smooth, 2), smooth, [0.45, 0.45], { seed: 1 });
		expect(found.auroc.value).toBeGreaterThan(0.02);
		expect(found.auroc.low).toBeGreaterThan(0);
		expect(found.auroc.p).toBeLessThan(0.01);
		const turned = await paired(smooth, better(smooth, 2), [0.45, 0.45], { seed: 1 });
		expect(turned.auroc.value).toBe(-(found.auroc.value ?? NaN));
	});

	it('finds none between a model and itself', async () => {
		const found = await paired(smooth, smooth, [0.45, 0.45], { seed: 1 });
		expect(found.auprc).toEqual({ value: 0, low: 0, high: 0, p: 1 });
	});

	it('is seldom sure of a difference that is chance', async () => {
		let sure = 0;
		for (let seed = 1; seed <= 60; seed++) {
			const first = madeUp(400, seed * 104_729, 0.5);
			const noise = randomFrom(seed, 'noise');
			const one = first.scores.map((score) => score + noise() / 2 ** 33);
			const other = first.scores.map((score) => score + noise() / 2 ** 33);
			const { auroc } = await paired(
				{ ...first, scores: one },
				{ ...first, scores: other },
				[0.5, 0.5],
				{ seed, resamples: 200 }
			);
			if ((auroc.p ?? 1) < 0.05) sure++;
		}
		expect(sure).toBeLessThan(10);
	});

	it('works on many rows, and refuses other rows', async () => {
		const many = madeUp(12_000, 1, 0.3);
		const found = await paired(better(many, 1), many, [0.45, 0.45], { seed: 1, resamples: 200 });
		expect(found.f1.low).toBeGreaterThan(0);
		await expect(paired(many, smooth, [0.5, 0.5], { seed: 1 })).rejects.toThrow(RangeError);
	});
});
