import { describe, expect, it } from 'vitest';
import { integer, randomFrom, xoshiro } from './random';

const draw = (random: () => number, times: number) => Array.from({ length: times }, random);

describe('random numbers', () => {
	it('are those of the reference xoshiro128** 1.1', () => {
		// From the state 1, 2, 3, 4; made with the published algorithm in Python's whole numbers.
		expect(draw(xoshiro([1, 2, 3, 4]), 10)).toEqual([
			11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
			4258142804
		]);
	});

	it('repeat for a seed and name, and differ for another', () => {
		const first = draw(randomFrom(7, 'a'), 4);
		expect(draw(randomFrom(7, 'a'), 4)).toEqual(first);
		for (const other of [
			randomFrom(8, 'a'),
			randomFrom(7, 'b'),
			randomFrom(7),
			randomFrom(7, 'a', '')
		]) {
			expect(draw(other, 4)).not.toEqual(first);
		}
	});

	it('fill a range evenly', () => {
		const random = randomFrom(1);
		const hits = new Array<number>(7).fill(0);
		for (let left = 70_000; left > 0; left--) {
			const drawn = integer(random, 7);
			hits[drawn] = (hits[drawn] ?? 0) + 1;
		}
		// Standard deviation 93.
		for (const hit of hits) expect(Math.abs(hit - 10_000)).toBeLessThan(450);
	});
});
