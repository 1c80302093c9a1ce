import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ngrams } from './ngrams';
/** A small random model and what models/training/tiny.py makes of some texts with it. */
import fixture from './ngrams.fixture.json';

const { shape, cases } = fixture;
const bytes = Uint8Array.from(atob(fixture.bytes), (sign) => sign.charCodeAt(0));
const ngrams = new Ngrams(shape, bytes);

describe('a tiny model', () => {
	it.each(cases)('gives the logits of the one that trains it for $text', ({ text, windows }) => {
		const found = ngrams.read(text).windows;
		expect(found).toHaveLength(windows.length);
		for (const [at, logits] of windows.entries())
			for (const [label, logit] of logits.entries())
				expect(found[at]?.[label]).toBeCloseTo(logit, 3);
	});

	it('gives twelve finite logits for any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
				for (const logits of ngrams.read(text).windows) {
					expect(logits).toHaveLength(12);
					expect(logits.every(Number.isFinite)).toBe(true);
				}
			})
		);
	});

	it('reads a long text in windows that overlap, to its end', () => {
		const words = (count: number) => Array.from({ length: count }, (_, n) => `w${n}`).join(' ');
		expect(ngrams.read('').windows).toHaveLength(1);
		expect(ngrams.read(words(8)).windows).toHaveLength(1);
		expect(ngrams.read(words(9)).windows).toHaveLength(2);
		expect(ngrams.read(words(200))).toMatchObject({ words: 200 });
	});

	it('refuses a file that is not as long as its shape', () => {
		expect(() => new Ngrams(shape, bytes.slice(1))).toThrow(/size/);
	});
});
