import { describe, expect, it } from 'vitest';
import { sampleFrom, smooth } from './sample.fixture';
import { cheapest, cost, HUNDREDTHS, sweep } from './sweep';
import { count, rates } from './threshold';

describe('a sweep', () => {
	it('says at each threshold what counting there says', () => {
		const points = sweep(smooth);
		expect(points.map(({ threshold }) => threshold)).toEqual(HUNDREDTHS);
		for (const { threshold, ...figures } of points) {
			const counts = count(smooth, threshold);
			expect(figures).toEqual({ ...counts, ...rates(counts) });
		}
	});

	it('finds the threshold of the lowest cost, and the lower of two', () => {
		const points = sweep(
			sampleFrom([
				[0.2, 0],
				[0.4, 1],
				[0.6, 0],
				[0.8, 1]
			]),
			[0.9, 0.7, 0.5, 0.3, 0.25, 0.1]
		);
		expect(cheapest(points, 0.1)?.threshold).toBe(0.7);
		expect(cheapest(points, 5)?.threshold).toBe(0.25);
		expect(cheapest([], 5)).toBeUndefined();
	});

	it('weighs a miss against a false alarm', () => {
		expect(cost({ tp: 1, fp: 2, fn: 3, tn: 4 }, 10)).toBe(3.2);
		expect(cost({ tp: 0, fp: 0, fn: 0, tn: 0 }, 10)).toBeNull();
	});
});
