import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp } from '$lib/intent/exp';
import { log } from './arithmetic';

/** Distance in relation to the size; two units in the last place are 4.4e-16. */
const apart = (a: number, b: number) => Math.abs(a - b) / Math.max(Math.abs(b), Number.MIN_VALUE);

describe('e^x and ln x', () => {
	it('are the engine’s own to the last digits', () => {
		fc.assert(
			fc.property(fc.double({ min: -690, max: 690, noNaN: true }), (x) => {
				expect(apart(exp(x), Math.exp(x))).toBeLessThan(4.5e-16);
			})
		);
		fc.assert(
			fc.property(fc.double({ min: 2.3e-308, max: 1e300, noNaN: true }), (x) => {
				if (x !== 1) expect(apart(log(x), Math.log(x))).toBeLessThan(4.5e-16);
			})
		);
	});

	it('keep their exact places and their ends', () => {
		expect([exp(0), exp(-1000), exp(1000)]).toEqual([1, 0, Infinity]);
		expect([log(1), log(2)]).toEqual([0, Math.LN2]);
		expect([log(0), log(-1), log(NaN), log(Infinity), exp(NaN)]).toEqual([NaN, NaN, NaN, NaN, NaN]);
	});
});
