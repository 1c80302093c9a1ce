import { expect, test } from 'vitest';
import { guidance } from './guidance';

test('guidance speaks the reader’s language, the reader’s country first', () => {
	expect(guidance(['ko'], 'KR').every(({ language }) => language === 'ko')).toBe(true);
	expect(guidance(['es-MX'], 'MX')[0]?.country).toBe('MX');
	expect(guidance(['es'], 'ES')[0]?.country).toBe('ES');
	expect(guidance(['en'], 'AU')[0]?.country).toBe('AU');
	expect(guidance(['nl'], 'BE')[0]?.country).toBe('BE');
	expect(guidance(['zh-TW'], 'TW')[0]?.country).toBe('TW');
});

test('two languages come in the reader’s order', () => {
	expect(guidance(['de', 'en'], 'CH').map(({ language }) => language)[0]).toBe('de');
});

test('a language without guidance gets English, never nothing', () => {
	expect(guidance(['th'], 'TH').every(({ language }) => language === 'en')).toBe(true);
	expect(guidance(['th'], 'TH').length).toBeGreaterThan(0);
	expect(guidance([]).length).toBeGreaterThan(0);
});

test('every link is https, has a title and a publisher, and no address twice', () => {
	const all = guidance(['en', 'ja', 'ko', 'zh', 'fr', 'de', 'nl', 'es', 'pt', 'id']);
	expect(all.length).toBe(25);
	expect(new Set(all.map(({ url }) => url)).size).toBe(all.length);
	for (const link of all) {
		expect(new URL(link.url).protocol).toBe('https:');
		expect(link.title && link.publisher).toBeTruthy();
		expect(['high', 'medium']).toContain(link.confidence);
	}
});
