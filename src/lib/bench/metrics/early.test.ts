import { describe, expect, it } from 'vitest';
import {
	bootstrapEarly,
	early,
	erde,
	firstAlarm,
	penalty,
	weightedMedian,
	type Watched
} from './early';

/** A conversation that reaches level 2 at this turn, or never. */
const watched = (truth: boolean, turn: number | null, length = 10): Watched => ({
	truth,
	levels: Array.from({ length: Math.max(length, turn ?? 0) }, (_, at) => (at + 1 === turn ? 2 : 1)),
	times: Array.from({ length: Math.max(length, turn ?? 0) }, (_, at) => 5000 + at * 1000)
});

/*
 * cases = [(1,3),(1,8),(1,None),(0,2),(0,None),(0,None),(1,60)]; cfp = 4/7
 * lc = lambda k, o: 1 - 1/(1 + math.exp(k - o))
 * erde = lambda o: np.mean([lc(k,o) if y and k else 1 if y else cfp if k else 0 for y, k in cases])
 * pen = lambda k, p: -1 + 2/(1 + math.exp(-p*(k-1))); speed = 1 - np.median([pen(k, p) for k in (3, 8, 60)])
 */
const cases = [
	watched(true, 3),
	watched(true, 8),
	watched(true, null),
	watched(false, 2),
	watched(false, null),
	watched(false, null),
	watched(true, 60)
];

describe('early detection', () => {
	it('costs what Losada and Crestani say', () => {
		const found = early(cases, { level: 2 });
		expect(found.erde5).toBeCloseTo(0.5204579457533033, 14);
		expect(found.erde50).toBeCloseTo(0.3673404533656956, 14);
		expect(erde(true, 5, 5, 0.1)).toBe(0.5);
		expect([erde(true, null, 5, 0.1), erde(false, 9, 5, 0.1), erde(false, null, 5, 0.1)]).toEqual([
			1, 0.1, 0
		]);
	});

	it('weighs F1 by speed as Sadeque and others do', () => {
		const slow = early(cases, { level: 2, steepness: 0.0078 });
		expect(slow).toMatchObject({ f1: 0.75, recall: 0.75, precision: 0.75 });
		expect(slow.speed).toBeCloseTo(0.9727067801177456, 14);
		expect(slow.latencyWeightedF1).toBeCloseTo(0.7295300850883092, 14);
		// Median length 10, so p = ln 3 / 9.
		expect(early(cases, { level: 2 }).speed).toBeCloseTo(0.5969894221967591, 14);
		expect(penalty(1, 0.3)).toBe(0);
	});

	it('says when the alarm came', () => {
		expect(early(cases, { level: 2 })).toMatchObject({ turns: 8, milliseconds: 7000 });
		expect([firstAlarm([0, 1, 3, 2], 2), firstAlarm([0, 1], 2), firstAlarm([], 0)]).toEqual([
			3,
			null,
			null
		]);
		expect(early(cases.slice(0, 2), { level: 2 }).turns).toBe(5.5);
	});

	it('takes no alarm for true that comes before the first turn that holds', () => {
		const late = (turn: number) => ({ ...watched(true, turn), from: 9 });
		const quiet = Array.from({ length: 2 }, () => watched(false, null));
		expect(early([late(1), late(1), ...quiet], { level: 2 })).toMatchObject({
			...{ precision: 0, recall: 0, f1: 0, erde5: 0.5, erde50: 0.5, latencyWeightedF1: 0 },
			...{ turns: null, milliseconds: null }
		});
		const right = early([late(10), late(10), ...quiet], { level: 2 });
		expect(right).toMatchObject({ f1: 1, latencyWeightedF1: 1, turns: 1, milliseconds: 0 });
		// 2 · lc(1, 5) / 4
		expect(right.erde5).toBeCloseTo(1 / (1 + Math.exp(4)) / 2, 14);
	});

	it('counts an alarm too early beside the one that is right', () => {
		const always = { truth: true, from: 2, levels: [2, 2, 2, 2] };
		const found = early([always, watched(false, null)], { level: 2 });
		expect(found).toMatchObject({ precision: 0.5, recall: 1, turns: 1 });
		expect(found.erde5).toBeCloseTo((1 / (1 + Math.exp(4)) + 0.5) / 2, 14);
	});

	it('is plain where nothing was found, and where there is nothing', () => {
		expect(early([watched(true, null), watched(false, null)], { level: 2 })).toMatchObject({
			precision: null,
			recall: 0,
			f1: 0,
			speed: null,
			latencyWeightedF1: 0,
			turns: null,
			milliseconds: null
		});
		expect(Object.values(early([], { level: 2 }))).toEqual(Array.from({ length: 9 }, () => null));
	});

	it('has intervals, the same for a seed', async () => {
		const many = Array.from({ length: 20 }, () => cases).flat();
		const found = await bootstrapEarly(many, { level: 2, seed: 1 });
		expect(found.erde5.value).toBe(early(many, { level: 2 }).erde5);
		expect(found.erde5.low).toBeLessThan(0.49);
		expect(found.erde5.low).toBeGreaterThan(0.4);
		expect(found.erde5.high).toBeGreaterThan(0.55);
		expect(found.turns).toMatchObject({ value: 8, low: 8, high: 8 });
		expect(await bootstrapEarly(many, { level: 2, seed: 1 })).toEqual(found);
	});

	it('takes a median of values that count several times', () => {
		const median = (weights: number[]) => weightedMedian([3, 1, 2], Float64Array.from(weights));
		expect(median([1, 1, 1])).toBe(2);
		expect(median([1, 1, 0])).toBe(2);
		expect(median([3, 1, 1])).toBe(3);
		expect(median([2, 1, 1])).toBe(2.5);
		expect(median([0, 0, 0])).toBeNaN();
	});
});
