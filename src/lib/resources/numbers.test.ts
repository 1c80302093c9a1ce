import { parsePhoneNumberFromString as parse } from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import { href } from './dial';
import { records } from './records';
import type { Phone, Resource, Text } from './resource';

/** Written by hand, beside no other file: what each short code of a line is. */
const SHORT: Record<string, Record<string, string>> = {
	AE: { '116111': 'child protection' },
	AL: { '116111': 'children' },
	AR: { '135': 'suicide, Buenos Aires', '144': 'gender violence' },
	AT: { '142': 'TelefonSeelsorge', '147': 'Rat auf Draht, children' },
	BE: { '1813': 'suicide, Dutch' },
	BG: { '116111': 'children' },
	BR: { '188': 'CVV', '180': 'women', '100': 'human rights' },
	CA: { '988': 'suicide, call and text', '686868': 'Kids Help Phone, text' },
	CH: { '143': 'Dargebotene Hand', '147': 'Pro Juventute' },
	CL: { '*4141': 'suicide, mobile', '1455': 'violence against women' },
	CN: { '12356': 'national psychological assistance' },
	CO: { '106': 'Bogotá' },
	CR: { '1147': 'children, PANI' },
	CZ: { '116123': 'first psychological help', '116111': 'children' },
	DE: { '116123': 'TelefonSeelsorge', '116016': 'violence against women' },
	EC: { '171': 'health ministry, option 6' },
	EG: { '16328': 'mental health' },
	ES: { '024': 'suicide' },
	FR: { '3114': 'suicide', '3919': 'violence against women' },
	GB: { '85258': 'Shout, text', '88247': 'PAPYRUS, text', '116123': 'Samaritans' },
	GR: { '1018': 'suicide', '10306': 'psychosocial support' },
	HK: { '18111': 'mental health', '18281': 'sexual and family violence, not suicide' },
	HR: { '116111': 'children' },
	HU: { '116123': 'emotional first aid' },
	ID: { '119': 'health ministry, then 8' },
	IE: { '50808': 'text', '51444': 'Pieta, text', '116123': 'Samaritans' },
	IL: { '1201': 'ERAN' },
	IN: { '14416': 'Tele MANAS', '1098': 'children' },
	IR: { '123': 'social emergency', '1480': 'counselling' },
	IS: { '1717': 'Red Cross' },
	JP: { '#8008': 'violence by partners', '#8891': 'sexual violence' },
	KE: { '1199': 'Red Cross', '116': 'children' },
	KR: { '109': 'suicide, call and text', '1388': 'youth', '1366': 'women' },
	LB: { '1564': 'Embrace' },
	LI: { '143': 'Dargebotene Hand' },
	LK: { '1926': 'mental health' },
	LT: { '116123': 'hope line', '116111': 'children' },
	LU: { '116111': 'children' },
	LV: { '116123': 'Skalbes' },
	MY: { '15555': 'HEAL', '15999': 'Kasih' },
	NL: { '113': 'suicide' },
	NO: { '116123': 'Mental Helse', '116111': 'children' },
	NP: { '1166': 'suicide' },
	NZ: {
		'4357': 'Lifeline, text',
		'1737': 'call and text',
		'4202': 'text',
		'234': 'Youthline, text'
	},
	PE: { '113': 'health, option 5' },
	PH: { '1553': 'NCMH, Luzon landlines' },
	PL: { '116123': 'adults', '116111': 'children' },
	PT: { '1411': 'suicide' },
	SE: { '90101': 'Mind', '116111': 'Bris' },
	SG: { '1767': 'SOS', '1771': 'mindline' },
	SI: { '116123': 'Samarijan', '116111': 'TOM' },
	TH: { '1323': 'mental health', '1300': 'social help' },
	TR: { '183': 'social support, not suicide' },
	TW: { '1925': 'peace of mind', '1995': 'Lifeline', '1980': 'Teacher Chang', '113': 'protection' },
	UA: { '7333': 'Lifeline' },
	US: {
		'988': 'suicide, call and text',
		'838255': 'veterans, text',
		'741741': 'Crisis Text Line',
		'678678': 'Trevor, text',
		'88788': 'domestic violence, text',
		'64673': 'RAINN, text'
	},
	UY: { '*0767': 'suicide, mobile' },
	VN: { '111': 'children' },
	ZA: { '31393': 'SADAG, text' }
};

/** Police or ambulance. The fire brigade alone is left out. */
const EMERGENCY = table(`
	AE 998 999, AL 112 127 129, AM 112 911, AR 107 911, AT 112, AU 000, AZ 102 103,
	BA 112 122 124, BD 999, BE 112, BG 112, BN 991 993, BO 110 118, BR 190 192, BY 102 103,
	CA 911, CH 112 117 144, CL 131 133, CN 110 120, CO 123, CR 911, CU 104 106, CY 112, CZ 112,
	DE 110 112, DK 112, DO 911, DZ 1021 17, EC 911, EE 112, EG 122 123, ES 112, ET 907 911,
	FI 112, FJ 911, FO 112, FR 112 15 17, GB 112 999, GE 112, GH 112 191 193 999, GR 112,
	GT 110 122 123, HK 999, HN 911, HR 112, HU 112, ID 110 112 118 119, IE 112 999, IL 100 101,
	IN 112, IR 110 115, IS 112, IT 112 118, JM 110 119, JO 911, JP 110 119, KE 112 999,
	KR 112 119, KW 112, KZ 102 103 112, LB 112 140, LI 112 117 144, LK 110 119 1990, LT 112,
	LU 112 113, LV 112 113, MA 150 190, MC 112, MD 112, ME 112, MK 112 192 194, MN 102 103,
	MO 999, MT 112, MU 114 999, MX 911, MY 112 999, NG 112, NI 911, NL 112, NO 112 113, NP 102,
	NZ 111, PA 104 911, PE 105 106, PH 911, PK 1122 15, PL 112 997 999, PR 911, PT 112,
	PY 141 911, QA 999, RO 112, RS 192 194, RU 112, RW 112, SA 911 997 999, SE 112, SG 995 999,
	SI 112 113, SK 112 155 158, SM 112, SN 15 17, SV 911, TH 1669 191, TN 190, TR 112,
	TT 811 999, TW 110 119, TZ 112, UA 102 103 112, UG 999, US 911, UY 105 911, VA 112, VE 911,
	VN 113 115, XK 192 194, ZA 10111 10177 112, ZM 991 992, ZW 112`);

const dialled = records.flatMap((record) =>
	record.channels
		.filter(
			(channel): channel is Phone | Text => channel.kind === 'call' || channel.kind === 'text'
		)
		.map((channel) => ({ record, channel, short: isShort(record, channel) }))
);

function isShort({ serves, country }: Resource, { value }: Phone | Text): boolean {
	return serves.needs.includes('emergency') || SHORT[country]?.[value] !== undefined;
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

describe('a number that is not a short code', () => {
	const numbers = dialled.filter(({ short }) => !short);

	test.each(numbers.map((one) => [one.record.id, one.channel.value, one] as const))(
		'%s %s is a number of its country',
		(_, value, { record, channel }) => {
			const phone = parse(value, record.country as 'US');
			expect(phone?.isValid()).toBe(true);
			// Numbers in +1 800 belong to all of North America.
			if (phone?.countryCallingCode !== '1') expect(phone?.country).toBe(record.country);
			const printed = parse(channel.shown ?? value, record.country as 'US');
			expect(printed?.number).toBe(phone?.number);
		}
	);

	test('is international unless it is freephone, shared cost or the like, which may not cross a border', () => {
		const home = ['TOLL_FREE', 'SHARED_COST', 'UAN', 'VOIP'];
		for (const { record, channel } of numbers) {
			const phone = parse(channel.value, record.country as 'US');
			const local = home.includes(phone?.getType() ?? '') && phone?.countryCallingCode !== '1';
			expect(channel.value.startsWith('+'), record.id).toBe(!local);
		}
	});
});

test('every short code is in the list written by hand, and nothing is listed that we do not show', () => {
	const shown = dialled.filter(
		({ record, channel }) =>
			!record.serves.needs.includes('emergency') &&
			!parse(channel.value, record.country as 'US')?.isValid()
	);
	const codes = shown.map(({ record, channel }) => `${record.country} ${channel.value}`);
	const listed = Object.entries(SHORT).flatMap(([country, list]) =>
		Object.keys(list).map((code) => `${country} ${code}`)
	);
	expect([...new Set(codes)].sort()).toEqual(listed.sort());
});

test('every emergency number is in the list written by hand', () => {
	const shown = records
		.filter(({ serves }) => serves.needs.includes('emergency'))
		.map(({ country, channels }) => [
			country,
			channels
				.map(({ value }) => value)
				.sort()
				.join(' ')
		]);
	expect(Object.fromEntries(shown)).toEqual(EMERGENCY);
});

test('a short code is printed as it is dialled', () => {
	for (const { channel, short } of dialled)
		if (short && channel.shown) expect(bare(channel.shown)).toBe(channel.value);
});

test('every number makes a link at home', () => {
	for (const { record, channel } of dialled)
		expect(href(channel, record.country), record.id).toMatch(
			channel.kind === 'call' ? /^tel:(\+|\*|%23)?\d+$/ : /^sms:\+?\d+(\?&body=[A-Z]+)?$/
		);
});
