import { describe, expect, it } from 'vitest';
import { poisson } from './poisson';
import { randomFrom } from './random';

describe('Poisson draws', () => {
	it('have the distribution’s mean and spread', () => {
		for (const mean of [1, 2, 24, 900, 60_000]) {
			const draw = poisson(mean);
			const random = randomFrom(5, String(mean));
			const drawn = Array.from({ length: 40_000 }, () => draw(random));
			const average = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
			const spread = drawn.reduce((sum, value) => sum + (value - average) ** 2, 0) / drawn.length;
			expect(Math.abs(average - mean) / Math.sqrt(mean)).toBeLessThan(0.025);
			expect(spread / mean).toBeGreaterThan(0.96);
			expect(spread / mean).toBeLessThan(1.04);
		}
	});

	it('fall where the distribution function says', () => {
		// P(X ≤ k) of mean 1: e⁻¹ (1, 2, 2.5, 2.667 …)
		const at = (share: number) => poisson(1)(() => Math.floor(share * 4294967296));
		expect([0, 0.36787, 0.36789, 0.73575, 0.73577, 0.91969, 0.91971].map(at)).toEqual([
			0, 0, 1, 1, 2, 2, 3
		]);
		expect(poisson(1)(() => 4294967295)).toBeLessThan(14);
	});
});
