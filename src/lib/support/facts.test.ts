import { expect, test } from 'vitest';
import { locales } from '$paraglide/runtime';
import { records } from '$lib/resources/records';
import type { Channel } from '$lib/resources/resource';
import { costOf, nameOf, spokenOf, verifiedOf, whatOf, whoOf } from './facts';
import { NOON } from './plans.fixture';
import { numberOf, reachWords } from './reach';
import { hoursOf } from './times';

const NEEDS = ['self-harm', 'helper', 'victim', 'violence'] as const;

function record(id: string) {
	const found = records.find((one) => one.id === id);
	if (!found) throw new Error(`${id} is not in the data.`);
	return found;
}

/** Versions of ICU differ in the space before "PM". */
const plain = (words: string) => words.replaceAll(/\s/g, ' ');

function call(change: Partial<Channel>): Channel {
	return {
		kind: 'call',
		value: '109',
		cost: 'free',
		hours: { always: true },
		confidence: 'high',
		...change
	} as Channel;
}

test('what a service is takes eight words at most', () => {
	for (const one of records)
		for (const need of NEEDS)
			expect(whatOf(one, need, 'en').split(' ').length, one.id).toBeLessThanOrEqual(8);
});

test('each record can be described in each language without a gap', () => {
	for (const one of records)
		for (const locale of locales) {
			const said = [
				nameOf(one, locale).name,
				whatOf(one, 'self-harm', locale),
				whoOf(one, locale),
				verifiedOf(one, locale),
				...one.channels.map((channel) => reachWords(channel, locale)),
				...one.channels.map((channel) => hoursOf(channel, NOON, locale).words)
			];
			expect(said.join(' '), one.id).not.toMatch(/undefined|Invalid|\{/);
		}
});

test('a name stands in the language of the place, with English beside it for whoever needs it', () => {
	expect(nameOf(record('jp-inochi-sos'), 'ja')).toEqual({
		lang: 'ja',
		name: '#いのちSOS',
		other: undefined
	});
	expect(nameOf(record('jp-inochi-sos'), 'en').other).toBe('#Inochi SOS');
	expect(nameOf(record('us-988'), 'ko').other).toBeUndefined();
});

test('a service that means everyone and a group says for whom it is', () => {
	expect(whoOf(record('us-988'), 'en')).toBe('For everyone');
	expect(whoOf(record('us-trevor'), 'en')).toBe('For LGBTQ+ people, up to age 24');
});

test('what stands side by side is kept apart by the signs of the language', () => {
	expect(spokenOf(['en', 'es', 'fr'], 'en')).toBe('English, Spanish, French');
	expect(spokenOf(['en', 'es', 'fr'], 'zh-Hans')).toBe('英语、西班牙语、法语');
	expect(spokenOf(['ja', 'en'], 'ja')).toBe('日本語、英語');
	expect(spokenOf(['es', 'en'], 'es')).toBe('español e inglés');
	expect(whoOf(record('us-trevor'), 'ja')).toBe('LGBTQ+の人向け、24歳まで');
	expect(whoOf(record('us-trevor'), 'zh-Hans')).toBe('面向 LGBTQ+ 人群，24 岁及以下');
});

test('the button carries the number as it is printed there, and the word to send', () => {
	const [phone] = record('jp-inochi-sos').channels;
	expect(phone && reachWords(phone, 'en')).toBe('Call 0120-061-338');
	const text = record('us-crisis-text-line').channels.find(({ kind }) => kind === 'text');
	expect(text && reachWords(text, 'en')).toBe('Text HOME to 741741');
});

test('each WhatsApp link shows its number', () => {
	for (const channel of records.flatMap((one) => one.channels))
		if (channel.kind === 'whatsapp') expect(numberOf(channel)).toMatch(/^\+\d{7,}$/);
});

test('a price that nobody knows is not called free', () => {
	expect(costOf(call({ cost: 'free' }), 'en')).toBe('Free');
	expect(costOf(call({ cost: 'unknown' }), 'en')).toBe('Price not known');
	expect(costOf(call({ kind: 'chat', value: 'https://example.org' }), 'en')).toBeUndefined();
});

test('opening hours stand in the clock of the person who reads', () => {
	const hours = {
		zone: 'Asia/Tokyo',
		weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], open: '16:00', close: '21:00' }]
	};
	expect(plain(hoursOf(call({ hours }), NOON, 'en', 'Asia/Tokyo').words)).toBe('Opens 4:00 PM');
	expect(plain(hoursOf(call({ hours }), NOON, 'en', 'America/New_York').words)).toBe(
		'Opens Sat 2:00 AM'
	);
	const evening = new Date('2026-11-21T08:00:00Z');
	expect(plain(hoursOf(call({ hours }), evening, 'en', 'Asia/Tokyo').words)).toBe(
		'Open now, until 9:00 PM'
	);
});

test('hours that are not sure ask to be checked', () => {
	expect(hoursOf(call({ hours: { always: true, weak: true } }), NOON, 'en').words).toBe(
		'Open now (please check)'
	);
	expect(hoursOf(call({ hours: { unknown: true } }), NOON, 'en').words).toBe('Check the hours');
});
