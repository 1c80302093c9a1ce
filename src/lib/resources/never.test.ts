import { parsePhoneNumberFromString as parse } from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import { records } from './records';
import type { Channel, Phone, Resource, Text } from './resource';

/** Section 5 of the report and the misprints of section 4, as dialled. Old, invented, or somebody else's. */
const NEVER = `18334565456 18334564566 08457909090 18002214444 0800788995 0379568145 027136793
	0357740992 09175584673 021500454 18005990019 18602662345 17328067735 8008101117 1800599999
	1800599920 08008002000 08090630000 0800721100 199284284 09000113 09000767 22723774 22273774
	0570046556 15770119 09179898727 902500002 18884887386`.split(/\s+/);

/** Short numbers that are wrong in one country only: sections 4 and 5. */
const NEVER_IN = table(`
	BR 141, HR 116123, IT 113, KE 1190, KR 1393, MO 112, NP 100, RU 124, TR 182, TW 1952, VN 1900`);

/**
 * Not confirmed: do not show. Section 9 of the report by country, under the reason that it gives, and what stood
 * in our data without standing in the facts. Many of these may be right. Before one comes back, read it on the
 * operator's own page and put that page into `sources`; only then take it off this list.
 */
const NOT_CONFIRMED: Record<string, Record<string, string>> = {
	'memory only, no source': table(`
		AT 116123 0800222555, AU 1800011046, BD 109, BE 102 103 1712 080030030, BG 080018676,
		CN 12338, CO 192 155, DE 116111 nummergegenkummer.de, DK 116111 1888,
		EE 116111 116006, ES 016 wa.me/34600000016, FI 116111 080005005, FR 119, GR 15900,
		HU 116111, ID 129 wa.me/628111129129, IE 1800666666 childline.ie 1800341900, IL 118,
		IS 5522218, IT 0677208977 19696 114 1522 1522.eu, KE 1195, KZ 111 150, LV 116111,
		NL 08000432 kindertelefoon.nl, PH 0288937603 09178001123, PK 03168275336, PL 800120002,
		PR 911, PT 800202148 3060, QA 16000, RS 0117777000, SE 020505050,
		UA 116123 0800500335, US 18004224453, UY 08004141, ZA 116`),
	'weak sources only': table(`
		BE 106 107 108, CN 962525, CU 103, CY 1480, EE 116123, ES 900202010 anar.org,
		FR 0972394050 sos-amitie.com, GB 08009995428, IL sahar.org.il,
		JP #9999 npo-tms.or.jp/service/sns.html bondproject.jp, LK 0112682535 0112692909,
		MA 0802004747, MT 99339966, NG mentallyaware.org, NL 0880767000,
		NO 22400040 kirkens-sos.no, NP 9840021600 16600102005, PE 100, PK 080022444,
		RO 0800801200 0374456420 0374461461 116111, RU 051, SA 937 1919, SI 015209900,
		SK 0800800566`),
	'a low channel of a record that is good': table(`
		FI 0925250113, IN 181, JP 0570783556, LI 112, LK 0755551926, MK 112,
		PH 180018881553 09663514518 09190571553, US 988lifeline.org/es`),
	'not in the facts at all': table(`
		FI 116016, FO 112, MC 112, MT 1579, MX 079, PR 988, SM 112, VA 112`)
};

/** Emergency numbers on the list above that are certain all the same: as that, and never as a line. */
const CERTAIN = ['FO 112', 'LI 112', 'MC 112', 'MK 112', 'PR 911', 'SM 112', 'VA 112'];

const dialled = records.flatMap((record) =>
	record.channels
		.filter(
			(channel): channel is Phone | Text => channel.kind === 'call' || channel.kind === 'text'
		)
		.map((channel) => ({ record, channel }))
);

/** As dialled at home, without spaces, so that no spelling hides a number. */
function spellings({ record, channel }: (typeof dialled)[number]): string[] {
	const national = parse(channel.value, record.country as 'US')?.nationalNumber ?? channel.value;
	return [channel.value, channel.shown ?? '']
		.map(bare)
		.concat(national, `0${national}`, `1${national}`);
}

function bare(text: string): string {
	return text.replace(/[^\d*#]/g, '');
}

/** `AE 998 999, AL 112` by country. */
function table(text: string): Record<string, string> {
	return Object.fromEntries(
		text.split(',').map((row) => {
			const [country = '', ...numbers] = row.trim().split(/\s+/);
			return [country, numbers.join(' ')];
		})
	);
}

test('numbers on the never-use list appear nowhere', () => {
	const found = dialled.flatMap((one) => spellings(one).filter((number) => NEVER.includes(number)));
	expect(found).toEqual([]);
	const words = records.flatMap(({ note = '', name, english }) => [
		note,
		english,
		...Object.values(name)
	]);
	for (const never of NEVER) for (const text of words) expect(bare(text)).not.toContain(never);
});

test('numbers that are wrong in one country do not appear in it, but as emergency numbers', () => {
	for (const one of dialled) {
		if (one.record.serves.needs.includes('emergency') && one.record.country !== 'NP') continue;
		const never = NEVER_IN[one.record.country]?.split(' ') ?? [];
		expect(
			spellings(one).filter((number) => never.includes(number)),
			one.record.id
		).toEqual([]);
	}
});

/** `CN 12338 of cn-women: memory only, no source`; empty where nothing that is not confirmed is shown. */
function unconfirmed(from: readonly Resource[]): string[] {
	return from.flatMap((record) =>
		Object.entries(NOT_CONFIRMED).flatMap(([reason, list]) =>
			(list[record.country]?.split(' ') ?? [])
				.filter((value) => record.channels.some((channel) => shows(record, channel, value)))
				.filter((value) => !isCertain(record, value))
				.map((value) => `${record.country} ${value} of ${record.id}: ${reason}`)
		)
	);
}

function isCertain({ country, serves }: Resource, value: string): boolean {
	return serves.needs.includes('emergency') && CERTAIN.includes(`${country} ${value}`);
}

/** The value itself, its national or international spelling, or an address at or below it. */
function shows(record: Resource, channel: Channel, value: string): boolean {
	if (channel.kind === 'call' || channel.kind === 'text')
		return spellings({ record, channel }).includes(value);
	if (channel.kind === 'email') return false;
	const address = channel.value.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '');
	const number = /^0?(\d{7,})$/.exec(value)?.[1];
	return (
		address === value ||
		address.startsWith(`${value}/`) ||
		(number !== undefined && bare(address).endsWith(number))
	);
}

test('what is not confirmed is not shown in its country', () => {
	expect(unconfirmed(records)).toEqual([]);
});

test('every value that is not confirmed is noticed when it comes back, as a line and as an emergency number', () => {
	const [template] = records.filter(({ id }) => id === 'us-988');
	if (!template) throw new Error('988 is gone');
	const rest = { cost: 'free', hours: { always: true }, confidence: 'medium' } as const;
	for (const [reason, list] of Object.entries(NOT_CONFIRMED))
		for (const [country, values] of Object.entries(list))
			for (const value of values.split(' ')) {
				const { hours, confidence } = rest;
				const channel: Channel = value.includes('.')
					? { kind: 'chat', value: `https://www.${value}/`, hours, confidence }
					: { kind: 'call', value, ...rest };
				const planted = { ...template, country, channels: [channel] };
				const message = `${country} ${value} of us-988: ${reason}`;
				expect(unconfirmed([planted])).toEqual([message]);
				const emergency = { ...planted, serves: { who: 'anyone', needs: ['emergency'] } } as const;
				const certain = CERTAIN.includes(`${country} ${value}`);
				expect(unconfirmed([emergency])).toEqual(certain ? [] : [message]);
			}
});

test('no spelling hides a number that is not confirmed', () => {
	const [template] = records.filter(({ id }) => id === 'us-988');
	if (!template) throw new Error('988 is gone');
	const { hours } = template.channels[0] ?? { hours: { unknown: true } };
	const plant = (country: string, channel: { kind: 'call' | 'whatsapp'; value: string }) =>
		unconfirmed([
			{
				...template,
				country,
				channels: [{ ...channel, cost: 'free', hours, confidence: 'medium' } as Channel]
			}
		]);
	expect(plant('AT', { kind: 'call', value: '+43800222555' })).toHaveLength(1);
	expect(plant('LK', { kind: 'call', value: '+94112682535' })).toHaveLength(1);
	expect(plant('PL', { kind: 'call', value: '+48800120002' })).toHaveLength(1);
	expect(plant('PH', { kind: 'whatsapp', value: 'https://wa.me/639178001123' })).toHaveLength(1);
	expect(plant('NP', { kind: 'whatsapp', value: 'https://wa.me/9779840021600' })).toHaveLength(1);
	expect(plant('DE', { kind: 'call', value: '016' })).toEqual([]);
});

test('every certain emergency number is shown, or it needs no exception', () => {
	const shown = dialled
		.filter(({ record }) => record.serves.needs.includes('emergency'))
		.map(({ record, channel }) => `${record.country} ${channel.value}`);
	for (const certain of CERTAIN) expect(shown).toContain(certain);
});

test('a planted retired number is found', () => {
	const planted = { ...records[0], id: 'kr-old', country: 'KR' } as Resource;
	const channel: Phone = {
		kind: 'call',
		value: '+18334564566',
		cost: 'free',
		hours: { always: true },
		confidence: 'high'
	};
	expect(spellings({ record: planted, channel }).some((number) => NEVER.includes(number))).toBe(
		true
	);
});

test('988 has no third key and no PRIDE since July 2025', () => {
	for (const { channel } of dialled) {
		if (channel.kind === 'text') expect(channel.keyword).not.toBe('PRIDE');
		if (channel.kind === 'call' && channel.value === '988') expect(channel.press).not.toBe('3');
	}
});

describe('the same digits mean something else across a border', () => {
	const where = (value: string) => [
		...new Set(
			dialled.filter(({ channel }) => channel.value === value).map(({ record }) => record.id)
		)
	];

	test('113', () => {
		expect(where('113').sort()).toEqual(
			[
				'lu-emergency',
				'lv-emergency',
				'nl-113',
				'no-emergency',
				'pe-113',
				'si-emergency',
				'tw-113',
				'vn-emergency'
			].sort()
		);
		const reach = (id: string) =>
			dialled.flatMap(({ record, channel }) =>
				record.id === id && channel.value === '113' && channel.kind === 'call'
					? channel.reaches
					: []
			);
		for (const id of ['no-emergency', 'lv-emergency']) expect(reach(id)).toEqual(['ambulance']);
		for (const id of ['lu-emergency', 'si-emergency', 'vn-emergency'])
			expect(reach(id)).toEqual(['police']);
		const purpose = (id: string) => records.find((record) => record.id === id)?.serves.needs;
		expect(purpose('nl-113')).toContain('suicide');
		expect(purpose('pe-113')).toContain('suicide');
		expect(purpose('tw-113')).not.toContain('suicide');
	});

	test('116 123 is for adults only where it runs, 116 111 is always for children', () => {
		const countries = (value: string) =>
			dialled.filter(({ channel }) => channel.value === value).map(({ record }) => record.country);
		expect(countries('116123').sort()).toEqual(
			['CZ', 'DE', 'GB', 'HU', 'IE', 'LT', 'LV', 'NO', 'PL', 'SI'].sort()
		);
		for (const { record, channel } of dialled)
			if (channel.value === '116111') expect(record.serves.who, record.id).toBe('child');
	});

	test('111 is emergency in New Zealand and children in Vietnam', () => {
		expect(where('111').sort()).toEqual(['nz-emergency', 'vn-111']);
	});

	test('110, 112 and 119 reach whom they reach there', () => {
		const reaches = (country: string, value: string) =>
			dialled.flatMap(({ record, channel }) =>
				record.country === country && channel.kind === 'call' && channel.value === value
					? (channel.reaches ?? [])
					: []
			);
		for (const country of ['JP', 'CN', 'TW']) expect(reaches(country, '110')).toEqual(['police']);
		for (const country of ['JP', 'TW']) expect(reaches(country, '119')).toContain('ambulance');
		expect(reaches('CN', '120')).toEqual(['ambulance']);
		expect(reaches('KR', '112')).toEqual(['police']);
		expect(reaches('KR', '119')).toContain('ambulance');
		expect(reaches('NO', '112')).toEqual(['police']);
		expect(reaches('JM', '119')).toEqual(['police']);
		expect(reaches('BO', '110')).toEqual(['police']);
	});

	test('in Hong Kong 18281 is for victims of violence and 18111 for the mind', () => {
		const needs = (id: string) => records.find((record) => record.id === id)?.serves.needs ?? [];
		expect(needs('hk-cease')).not.toContain('suicide');
		expect(needs('hk-cease')).toContain('violence-victim');
		expect(needs('hk-18111')).toContain('distress');
	});

	test('in Türkiye 183 is not offered as a suicide line', () => {
		expect(records.find(({ id }) => id === 'tr-183')?.serves.needs).not.toContain('suicide');
	});
});
