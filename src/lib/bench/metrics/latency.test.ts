import { describe, expect, it } from 'vitest';
import { latency, latencyByLength, LENGTHS } from './latency';

describe('latency', () => {
	it('has numpy’s quantiles', () => {
		// np.percentile([4, 1, 3, 2, 100], [50, 90, 95, 99]) = [3, 61.6, 80.8, 96.16]
		const found = latency([4, 1, 3, 2, 100, NaN]);
		expect(found).toMatchObject({ count: 5, mean: 22, p50: 3, longest: 100 });
		expect(found.p90).toBeCloseTo(61.6, 12);
		expect(found.p95).toBeCloseTo(80.8, 12);
		expect(found.p99).toBeCloseTo(96.16, 12);
	});

	it('is null without readings', () => {
		expect(latency([])).toMatchObject({ count: 0, mean: null, p50: null, longest: null });
	});

	it('tells lengths apart at their edges', () => {
		const found = latencyByLength([1, 2, 3, 4, 5, 6, 7], [16, 17, 64, 65, 128, 129, NaN]);
		expect(found.map(({ length, count }) => [length, count])).toEqual([
			['1–16', 1],
			['17–32', 1],
			['33–64', 1],
			['65–128', 2],
			['>128', 1]
		]);
		expect(LENGTHS).toHaveLength(5);
	});
});
