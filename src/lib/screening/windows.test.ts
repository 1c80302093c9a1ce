import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tokenizer } from './tokenizer';
import { cut, MOST_WINDOWS } from './windows';

/** One token per word: its number. */
const words: Tokenizer = {
	encode: (text) => text.split(/\s+/).filter(Boolean).map(Number),
	wrap: (ids) => [...ids],
	unknownShare: () => 0,
	crumbShare: () => 0
};
const size = { maxTokens: 12, stride: 4 };
const count = (n: number) => Array.from({ length: n }, (_, i) => i);
const write = (n: number) => count(n).join(' ');

describe('windows', () => {
	it('are one for a text that fits, also for an empty one', () => {
		expect(cut(write(10), words, size).windows).toEqual([count(10)]);
		expect(cut('', words, size).windows).toEqual([[]]);
	});

	it('overlap, have full length and end with the last token', () => {
		const { windows } = cut(write(20), words, size);
		expect(windows.map((window) => [window[0], window.at(-1)])).toEqual([
			[0, 9],
			[6, 15],
			[10, 19]
		]);
	});

	it('read every token of a text that is not too long', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 10 + 6 * (MOST_WINDOWS - 1) }), (n) => {
				const { windows, whole } = cut(write(n), words, size);
				expect(whole).toBe(true);
				expect(new Set(windows.flat()).size).toBe(n);
				expect(windows.every((window) => window.length <= 10)).toBe(true);
			})
		);
	});

	it('stay few for the longest text, keep both ends, and say that not all was read', () => {
		const { windows, whole } = cut(write(20_000), words, size);
		expect(windows.length).toBe(MOST_WINDOWS);
		expect(windows[0]?.[0]).toBe(0);
		expect(windows.at(-1)?.at(-1)).toBe(19_999);
		expect(whole).toBe(false);
	});
});
