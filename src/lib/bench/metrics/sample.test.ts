import { describe, expect, it } from 'vitest';
import { sampleOf, samplePair, UNKNOWN } from './sample';

describe('a sample', () => {
	it('leaves out what is unknown, and counts what has no score', () => {
		const sample = sampleOf([0.1, 0.2, NaN, 0.4, NaN], [1, UNKNOWN, 0, 0, UNKNOWN]);
		expect([...sample.scores]).toEqual([0.1, 0.4]);
		expect([...sample.truth]).toEqual([1, 0]);
		expect(sample.missing).toBe(1);
	});

	it('keeps a subgroup', () => {
		const sample = sampleOf([0.1, 0.2, NaN], [1, 0, 1], (row) => row === 1);
		expect([[...sample.scores], sample.missing]).toEqual([[0.2], 0]);
	});

	it('of two models keeps only rows that both have', () => {
		const [first, second] = samplePair([0.1, NaN, 0.3], [0.4, 0.5, 0.6], [1, 0, 0]);
		expect([...first.scores]).toEqual([0.1, 0.3]);
		expect([...second.scores]).toEqual([0.4, 0.6]);
		expect([...second.truth]).toEqual([1, 0]);
	});

	it('refuses parts of different length', () => {
		expect(() => sampleOf([0.1], [1, 0])).toThrow(RangeError);
	});
});
