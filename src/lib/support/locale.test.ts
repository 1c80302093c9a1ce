import { expect, test } from 'vitest';
import { localeOf, ownName } from './locale';

test.each([
	['en', 'en'],
	['en-GB', 'en'],
	['zh', 'zh-Hans'],
	['zh-Hans', 'zh-Hans'],
	['zh-Hant', 'zh-Hans'],
	['zh-TW', 'zh-Hans'],
	['ja', 'ja'],
	['ko-KR', 'ko'],
	['es-MX', 'es'],
	['und', undefined],
	['', undefined],
	['pt', undefined],
	['fr-CA', undefined]
])('%j is written in %j', (lang, locale) => {
	expect(localeOf(lang)).toBe(locale);
});

test('a language is named in itself', () => {
	expect(ownName('ko')).toBe('한국어');
	expect(ownName('es')).toBe('español');
});
