import { expect, test } from 'vitest';
import { href } from './dial';
import type { Channel } from './resource';

const call = (value: string): Channel => ({
	kind: 'call',
	value,
	cost: 'free',
	hours: { always: true },
	confidence: 'high'
});
const text = (value: string, keyword?: string): Channel => ({
	...call(value),
	kind: 'text',
	value,
	cost: 'free',
	...(keyword && { keyword })
});
const link = (kind: 'chat' | 'whatsapp' | 'page', value: string): Channel => ({
	kind,
	value,
	hours: { always: true },
	confidence: 'high'
});

test('a short code stays as it is', () => {
	expect(href(call('024'), 'ES')).toBe('tel:024');
	expect(href(call('000'), 'AU')).toBe('tel:000');
});

test('freephone stays national, a full number keeps its plus', () => {
	expect(href(call('0120279338'), 'JP')).toBe('tel:0120279338');
	expect(href(call('+5491112345678'), 'AR')).toBe('tel:+5491112345678');
});

test('a star stays and a hash is escaped, or it would start a fragment', () => {
	expect(href(call('*4141'), 'CL')).toBe('tel:*4141');
	expect(href(call('#8891'), 'JP')).toBe('tel:%238891');
});

test('the keyword is filled in so that both phones read it', () => {
	expect(href(text('85258', 'SHOUT'), 'GB')).toBe('sms:85258?&body=SHOUT');
	expect(href(text('109'), 'KR')).toBe('sms:109');
});

test('a number of one country is no link in another, unless it is international', () => {
	expect(href(call('113'), 'NL', 'NO')).toBeUndefined();
	expect(href(call('0800111'), 'DE', 'AT')).toBeUndefined();
	expect(href(text('988'), 'US', 'MX')).toBeUndefined();
	expect(href(call('+8225551234'), 'KR', 'US')).toBe('tel:+8225551234');
	expect(href(call('113'), 'NL', 'NL')).toBe('tel:113');
});

test('pages are their own link and mail goes to the mail program', () => {
	expect(href(link('chat', 'https://talkme.jp/'), 'JP')).toBe('https://talkme.jp/');
	expect(href(link('whatsapp', 'https://wa.me/6591511767'), 'SG', 'US')).toBe(
		'https://wa.me/6591511767'
	);
	expect(href({ ...link('chat', ''), kind: 'email', value: 'jo@samaritans.org' }, 'GB')).toBe(
		'mailto:jo@samaritans.org'
	);
});
