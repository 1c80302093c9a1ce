import { describe, expect, it } from 'vitest';
import { quantile, rising } from './quantile';
import { smooth } from './sample.fixture';

describe('a quantile', () => {
	it('is numpy’s', () => {
		// np.percentile(s, [5, 50, 95, 99])
		const sorted = rising(smooth.scores);
		const found = [0.05, 0.5, 0.95, 0.99].map((share) => quantile(sorted, share));
		const expected = [
			0.03359044612850995, 0.358559759426862, 0.6881256758235395, 0.8595091577419078
		];
		found.forEach((value, at) => expect(value).toBeCloseTo(expected[at] ?? NaN, 14));
	});

	it('of one value is that value, and of none is NaN', () => {
		expect([quantile([3], 0), quantile([3], 0.7), quantile([3], 1), quantile([], 0.5)]).toEqual([
			3,
			3,
			3,
			NaN
		]);
	});

	it('sorts by size and leaves NaN out', () => {
		expect([...rising([10, NaN, 9, -1])]).toEqual([-1, 9, 10]);
	});
});
