import { expect, test } from 'vitest';
import { destination } from './link';

test.each([
	['https://example.org/page', 'the page'],
	['https://example.org/page', 'example.org'],
	['https://www.example.org/', 'https://example.org/other'],
	['https://docs.example.org/', 'example.org'],
	['https://xn--bcher-kva.example/', 'bücher.example'],
	['mailto:a@example.org', 'write to a@example.org'],
	['mailto:a@example.org', 'write'],
	['tel:988', '988'],
	['tel:+15550100123', '(555) 010-0123'],
	['tel:+15550100123', 'call']
])('%s may be called %j', (url, text) => {
	expect(destination(url, text)).toEqual({ href: expect.any(String) });
});

test.each([
	['https://evil.example/', 'https://bank.example', 'evil.example'],
	['https://bank.example.evil.example/', 'bank.example', 'bank.example.evil.example'],
	['https://bank.example@evil.example/', 'the bank', 'evil.example'],
	['https://evil.example/', 'bank\u200b.example', 'evil.example'],
	['https://evil.example/', 'bank．example', 'evil.example'],
	['https://evil.example/', 'mail@bank.example', 'evil.example'],
	['https://xn--pypal-4ve.example/', 'paypal.example', 'xn--pypal-4ve.example'],
	['https://evil.example:8080/', '127.0.0.1', 'evil.example:8080'],
	['https://evil.example/', '\u200b ', 'evil.example'],
	['mailto:thief@evil.example', 'help@bank.example', 'thief@evil.example'],
	['tel:+19005550100', '988', '+19005550100'],
	['tel:+1900988', '988', '+1900988']
])('%s called %j shows %s beside it', (url, text, place) => {
	expect(destination(url, text)?.place).toBe(place);
});

test('no text makes an unsafe address a destination', () => {
	expect(destination('javascript:alert(1)', 'https://example.org')).toBeUndefined();
});

test('two pages of this site can be linked, and no other relative address', () => {
	expect(destination('/settings#replies', 'Settings')).toEqual({
		href: '/settings#replies',
		here: true
	});
	expect(destination('/help', 'Help')?.here).toBe(true);
	for (const url of ['/api/config', '//evil.example', '/settings/../api', '/help?x', 'settings'])
		expect(destination(url, 'x')).toBeUndefined();
});
