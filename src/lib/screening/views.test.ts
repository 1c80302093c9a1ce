import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainView, rawView, wellFormed } from './views';

describe('the plain view', () => {
	it.each([
		['full-width letters', 'ｋｉｌｌ', 'kill'],
		['invisible signs inside a word', 'ki\u200b\u2060ll\u00ad', 'kill'],
		['Cyrillic letters inside a Latin word', 'kіll mуself', 'kill myself'],
		['Greek letters inside a Latin word', 'kιll', 'kill'],
		['digits for letters', 'k1ll mys3lf', 'kill myself'],
		['signs for letters', 'su!c!de and h@te', 'suicide and hate'],
		['spaced letters', 'I want to d i e now', 'I want to die now'],
		['spaced words with wider gaps between them', 'k i l l  m y s e l f', 'kill  myself'],
		['dotted letters', 'd.i.e.', 'die.'],
		['spaced Japanese', '死 に た い', '死にたい'],
		['stretched letters', 'heeelp meee pleaseeee', 'heelp me please'],
		['a typographic apostrophe', 'don’t', "don't"]
	])('folds %s', (_what, text, plain) => {
		expect(plainView(text)).toBe(plain);
	});

	it.each([
		['times and units', '4pm 10km 1st 3d h2o mp3 covid19 b2b'],
		['addresses and links', 'mail a1b@example.org or https://ex4mple.org/a1b'],
		['a word wholly in Cyrillic', 'сон и кот'],
		['a word wholly in Greek', 'το νερό'],
		['Korean syllables with spaces', '너 나'],
		['double letters', 'soon feel kill bookkeeper'],
		['laughter in Korean and Chinese', 'ㅋㅋㅋㅋ 哈哈哈哈']
	])('leaves %s alone', (_what, text) => {
		expect(plainView(text)).toBe(text.normalize('NFKC'));
	});

	it('is well-formed and finds nothing more to fold in ordinary words', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const plain = plainView(text);
				expect(wellFormed(plain)).toBe(plain);
			})
		);
	});
});

describe('the raw view', () => {
	it('keeps joiners, which emoji and many scripts need', () => {
		expect(rawView('👩‍🚒 می‌خواهم')).toBe('👩‍🚒 می‌خواهم');
	});

	it('composes accents', () => {
		expect(rawView('e\u0301')).toBe('é');
	});
});

describe('well-formed text', () => {
	it('has no NUL and no half of a surrogate pair, and keeps whole pairs', () => {
		expect(wellFormed('a\0b\ud800c\udc00d😀')).toBe('a b\ufffdc\ufffdd😀');
	});
});
