import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binned, measure, METRICS } from './bins';
import { measured } from './bootstrap';
import { madeUp, sampleFrom } from './sample.fixture';
import type { Sample } from './sample';

/** What `measure` makes of rows that count so many times. */
function weighed(sample: Sample, threshold: number, times: (row: number) => number) {
	const bins = binned(sample, threshold);
	const weights = new Float64Array(2 * bins.bins);
	bins.cellOf.forEach((cell, row) => {
		weights[cell] = (weights[cell] ?? 0) + times(row);
	});
	const out = new Float64Array(METRICS.length);
	measure(bins, weights, out);
	return out;
}

const rounded = (value: number) => Math.round(value * 1e9) / 1e9;

const listed = (sample: Sample, threshold: number) => {
	const values = measured(sample, threshold);
	return METRICS.map((metric) => values[metric] ?? NaN);
};

describe('bins', () => {
	it('lose nothing: weighted rows measure as if they were written so many times', () => {
		const row = fc.tuple(
			fc.integer({ min: 0, max: 12 }),
			fc.constantFrom<0 | 1>(0, 0, 1),
			fc.nat(3)
		);
		fc.assert(
			fc.property(
				fc.array(row, { maxLength: 50 }),
				fc.integer({ min: -1, max: 13 }),
				(rows, cut) => {
					const sample = sampleFrom(rows.map(([score, holds]) => [score, holds]));
					const written = rows.flatMap(([score, holds, times]) =>
						Array.from({ length: times }, () => [score, holds] as const)
					);
					const found = weighed(sample, cut, (at) => rows[at]?.[2] ?? 0);
					const expected = listed(sampleFrom(written), cut);
					expect(found.map(rounded)).toEqual(Float64Array.from(expected, rounded));
				}
			),
			{ numRuns: 500 }
		);
	});

	it('put rows together that hold no label and lie between two that do', () => {
		const sample = sampleFrom([
			[9, 0],
			[8, 0],
			[7, 1],
			[6, 0],
			[5, 0],
			[4, 0]
		]);
		expect([...binned(sample, -1).cellOf]).toEqual([0, 0, 3, 4, 4, 4]);
		expect([...binned(sample, 5).cellOf]).toEqual([0, 0, 3, 4, 4, 6]);
		expect(binned(sample, 5)).toMatchObject({ bins: 4, flagged: 3 });
	});

	it('are few in a large sample, at hardly a cost', () => {
		for (const share of [0.02, 0.5, 0.99]) {
			const sample = madeUp(60_000, 4, share);
			expect(binned(sample, 0.3).bins).toBeLessThan(8200);
			const expected = listed(sample, 0.3);
			weighed(sample, 0.3, () => 1).forEach((value, at) => {
				const apart = Math.abs(value - (expected[at] ?? NaN));
				expect(apart).toBeLessThan(at < 5 ? 1e-12 : 1 / 4096);
			});
		}
	});
});
