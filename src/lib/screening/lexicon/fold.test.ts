import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './fold';

describe('folding', () => {
	it.each([
		['accents', 'déçu às möglich año', 'decu as moglich ano'],
		['ligatures and sharp s', 'cœur weiß', 'coeur weiss'],
		['Arabic alefs, hehs and yehs', 'أنا إلى عايزة', 'انا الي عايزه'],
		['vowel marks and stretches', 'غداً قـــرّر', 'غدا قرر'],
		['nukta and nasal signs', 'ज़िंदगी हूँ', 'जिदगी हू'],
		['nasal letters', 'ज़िन्दगी', 'जिदगी'],
		['two or three spaces', 'a  b   c', 'a b c'],
		['line breaks among spaces', 'a \n b\tc', 'a\nb c']
	])('takes away %s', (_what, text, folded) => {
		expect(fold(text.normalize('NFC')).text).toBe(folded);
	});

	it.each([
		['kana with voicing marks', 'がぱ'],
		['Hangul', '죽고'],
		['Devanagari vowel signs', 'मरना'],
		['line breaks', 'a\nb']
	])('leaves %s', (_what, text) => {
		expect(fold(text).text).toBe(text);
	});

	it('reads spellings that a language takes for one another as one', () => {
		const alike = [
			['aa', 'a'],
			['ee', 'i']
		] as const;
		expect(fold('jeena chaahta', alike).text).toBe('jina chahta');
	});

	it('knows where each letter was', () => {
		const text = 'ß  weiß  kaam';
		const { text: folded, origin } = fold(text, [['aa', 'a']]);
		expect(folded).toBe('ss weiss kam');
		expect(origin(folded.indexOf('weiss'))).toBe(text.indexOf('weiß'));
		expect(origin(folded.indexOf('kam'))).toBe(text.indexOf('kaam'));
		expect(origin(folded.indexOf('m'))).toBe(text.indexOf('m'));
	});

	it('never points outside the text, nor backwards', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'é', 'ß', 'ة', '\u064b', 'न्द', 'x') }),
				(text) => {
					const { text: folded, origin } = fold(text, [['aa', 'a']]);
					const places = Array.from(folded, (_letter, at) => origin(at));
					expect(places.every((at) => at >= 0 && at < text.length)).toBe(true);
					expect(places.every((at, i) => i === 0 || at >= (places[i - 1] ?? 0))).toBe(true);
					if (folded === text) expect(places).toEqual(places.map((_at, i) => i));
				}
			)
		);
	});
});
