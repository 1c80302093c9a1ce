import { describe, expect, it } from 'vitest';
import { bootstrapShare, pairedShare } from './share';

const ones = (count: number, of: number) =>
	Uint8Array.from({ length: of }, (_, at) => +(at < count));

describe('a share', () => {
	it('has about the interval of the binomial distribution', async () => {
		const { value, low, high, rows } = await bootstrapShare(ones(30, 100), { seed: 1 });
		expect([value, rows]).toEqual([0.3, 100]);
		// 0.3 ± 1.96 · √(0.3 · 0.7 / 100)
		expect(low).toBeCloseTo(0.21, 1);
		expect(high).toBeCloseTo(0.39, 1);
		expect((high ?? 0) - (low ?? 0)).toBeGreaterThan(0.14);
	});

	it('is not defined without a row', async () => {
		expect(await bootstrapShare(new Uint8Array(0), { seed: 1 })).toEqual({
			...{ value: null, low: null, high: null },
			rows: 0
		});
	});

	it('differs from another on the same rows with less doubt than from one on other rows', async () => {
		const { value, low, high, p } = await pairedShare(ones(40, 100), ones(30, 100), { seed: 1 });
		expect(value).toBeCloseTo(0.1);
		expect(low).toBeGreaterThan(0.03);
		expect(high).toBeLessThan(0.17);
		expect(p).toBeLessThan(0.01);
		expect(await pairedShare(ones(40, 100), ones(40, 100), { seed: 1 })).toEqual({
			...{ value: 0, low: 0, high: 0 },
			p: 1
		});
		await expect(pairedShare(ones(1, 2), ones(1, 3), { seed: 1 })).rejects.toThrow(RangeError);
	});
});
