import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countries } from './countries';
import { href } from './dial';
import { nearest, opening, type Wanted } from './nearest';
import { records } from './records';
import type { Hours, Resource } from './resource';

const noon = new Date('2026-11-18T12:00:00Z'); // a Wednesday
const ask = (wanted: Partial<Wanted>) =>
	nearest({ country: 'US', languages: ['en'], need: 'self-harm', now: noon, ...wanted });
const ids = (wanted: Partial<Wanted>) => ask(wanted).map(({ id }) => id);
const first = (wanted: Partial<Wanted>) => ids(wanted)[1];

describe('for somebody who may harm themselves', () => {
	test.each([
		['US', 'en', 'us-988', '911'],
		['KR', 'ko', 'kr-109', '119'],
		['JP', 'ja', 'jp-inochi-sos', '119'],
		['CN', 'zh-CN', 'cn-12356', '120'],
		['ES', 'es', 'es-024', '112'],
		['MX', 'es', 'mx-linea-de-la-vida', '911'],
		['TW', 'zh-TW', 'tw-1925', '119'],
		['HK', 'zh-HK', 'hk-sbhk', '999'],
		['GB', 'en', 'gb-samaritans', '999'],
		['IN', 'hi', 'in-tele-manas', '112'],
		['BR', 'pt-BR', 'br-cvv', '192'],
		['DE', 'de', 'de-telefonseelsorge', '112'],
		['FR', 'fr', 'fr-3114', '112'],
		['NL', 'nl', 'nl-113', '112'],
		['CA', 'fr', 'ca-988', '911'],
		['AU', 'en', 'au-lifeline', '000'],
		['RE', 'fr', 'fr-3114', '112']
	])('in %s (%s) it is %s, after %s', (country, language, line, number) => {
		for (const hour of ['03', '12', '20']) {
			const found = ask({
				country,
				languages: [language],
				now: new Date(`2026-11-18T${hour}:00:00Z`)
			});
			expect(found[0]?.channels[0]?.value).toBe(number);
			expect(found[1]?.id).toBe(line);
		}
	});

	test('in Puerto Rico no line is confirmed, so 911 comes first and the directories follow', () => {
		const found = ask({ country: 'PR', languages: ['es'] });
		expect(found[0]?.channels[0]?.value).toBe('911');
		expect(found.map(({ id }) => id)).toEqual([
			'pr-emergency',
			'zz-findahelpline',
			'zz-befrienders'
		]);
	});

	test('Spanish in the United States begins with the Spanish line', () => {
		expect(first({ languages: ['es-US', 'en'] })).toBe('us-988-es');
	});

	test('English in Belgium begins with the line that speaks it', () => {
		expect(first({ country: 'BE', languages: ['en'] })).toBe('be-chs');
		expect(first({ country: 'BE', languages: ['fr'] })).toBe('be-prevention-suicide');
		expect(first({ country: 'BE', languages: ['nl'] })).toBe('be-zelfmoordlijn');
	});

	test('a line that is shut comes after one that is open, and a shut one after one that may be open', () => {
		const [template] = records.filter(({ id }) => id === 'us-988');
		if (!template) throw new Error('988 is gone');
		const line = (id: string, hours: Hours): Resource => ({
			...template,
			id,
			channels: template.channels.slice(0, 1).map((channel) => ({ ...channel, hours }))
		});
		const day = {
			zone: 'UTC',
			weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], open: '10:00', close: '14:00' }]
		};
		const lines = [
			line('day', day),
			line('perhaps', { unknown: true }),
			line('always', { always: true })
		];
		const order = (iso: string) =>
			nearest(
				{ country: 'US', languages: ['en'], need: 'self-harm', now: new Date(iso) },
				lines
			).map(({ id }) => id);
		expect(order('2026-11-18T12:00:00Z')).toEqual(['day', 'perhaps', 'always']);
		expect(order('2026-11-18T20:00:00Z')).toEqual(['perhaps', 'always', 'day']);
	});

	test('a line that speaks the language comes before an open one that does not', () => {
		const night = { country: 'RS', now: new Date('2026-11-18T03:00:00Z') };
		const [serbian] = records.filter(({ id }) => id === 'rs-srce');
		const [american] = records.filter(({ id }) => id === 'us-988');
		if (!serbian || !american) throw new Error('a record is gone');
		const found = nearest({ ...night, languages: ['sr'], need: 'self-harm' }, [
			{ ...american, country: 'RS' },
			serbian
		]);
		expect(found.map(({ id }) => id)).toEqual(['rs-srce', 'us-988']);
	});

	test('a service is open where one of its channels is; a chat without hours opens no closed line', () => {
		const childline = records.find(({ id }) => id === 'jp-childline');
		if (!childline) throw new Error('Childline is gone');
		expect(opening(childline, new Date('2026-11-18T08:00:00Z')).state).toBe('open');
		expect(opening(childline, new Date('2026-11-18T02:00:00Z'))).toEqual({
			state: 'closed',
			opens: new Date('2026-11-18T07:00:00Z')
		});
	});

	test('where the first service only talks, the second can be written to', () => {
		expect(ids({ country: 'GB' }).slice(1, 3)).toEqual(['gb-samaritans', 'gb-shout']);
		const ireland = ids({ country: 'IE' }).slice(1, 3);
		expect(ireland).toEqual(['ie-samaritans', 'ie-50808']);
	});

	test('a line for violence is not offered for suicide', () => {
		for (const { code } of countries('en'))
			for (const { serves } of ask({ country: code, languages: ['en'] }))
				expect(serves.needs).toSatisfy((needs: string[]) =>
					needs.some((need) => ['emergency', 'suicide', 'distress'].includes(need))
				);
		expect(ids({ country: 'TR', languages: ['tr'] })).toEqual([
			'tr-emergency',
			'zz-findahelpline',
			'zz-befrienders'
		]);
	});

	test('a line of one city comes after the national ones unless the person is there', () => {
		const china = ids({ country: 'CN', languages: ['zh'] });
		expect(china.indexOf('cn-beijing')).toBeGreaterThan(china.indexOf('cn-hope24'));
		expect(first({ country: 'CO', languages: ['es'], region: 'DC' })).toBe('co-106');
	});
});

describe('age', () => {
	test('lines for the young come first for minors', () => {
		expect(first({ country: 'GB', ageBand: 'under-18' })).toBe('gb-papyrus');
		expect(first({ country: 'KR', languages: ['ko'], ageBand: 'under-18' })).toBe('kr-1388');
		expect(first({ country: 'AU', ageBand: 'under-18' })).toBe('au-kids-helpline');
		expect(first({ country: 'BG', languages: ['bg'], need: 'victim', ageBand: 'under-18' })).toBe(
			'bg-116111'
		);
	});

	test('a line for the young that is shut does not hide the one that answers', () => {
		const minor = { country: 'FR', languages: ['fr'], ageBand: 'under-18' } as const;
		const [open, shut] = [new Date('2026-11-18T15:00:00Z'), new Date('2026-11-18T23:00:00Z')];
		expect(first({ ...minor, now: open })).toBe('fr-fil-sante-jeunes');
		expect(first({ ...minor, now: shut })).toBe('fr-3114');
	});

	test('where no line for the young is confirmed, a minor gets the one for everyone', () => {
		for (const hour of ['03', '15', '23'])
			expect(
				first({
					country: 'DE',
					languages: ['de'],
					ageBand: 'under-18',
					now: new Date(`2026-11-18T${hour}:00:00Z`)
				})
			).toBe('de-telefonseelsorge');
	});

	test('lines for children are not offered to adults, and come last when the age is unknown', () => {
		expect(ids({ country: 'GB', ageBand: 'adult' })).not.toContain('gb-childline');
		const unknown = ids({ country: 'GB' });
		expect(unknown.indexOf('gb-childline')).toBeGreaterThan(unknown.indexOf('gb-calm'));
		for (const { code } of countries('en')) {
			const line = ask({ country: code, ageBand: 'adult' }).find(
				({ serves }) => !serves.needs.includes('emergency')
			);
			expect(line?.serves.who, code).not.toBe('child');
		}
	});
});

describe('for somebody who worries about another', () => {
	test.each([
		['US', 'en', 'us-988'],
		['FR', 'fr', 'fr-3114'],
		['ES', 'es', 'es-024'],
		['GB', 'en', 'gb-samaritans'],
		['KR', 'ko', 'kr-109']
	])('in %s (%s) it is %s', (country, language, line) => {
		expect(first({ country, languages: [language], need: 'helper' })).toBe(line);
	});

	test('a line that says it answers helpers comes before one that does not', () => {
		const hongKong = ids({ country: 'HK', languages: ['zh-HK'], need: 'helper' });
		expect(hongKong[1]).toBe('hk-18111');
	});
});

describe('for somebody afraid of harming others', () => {
	test('a line for exactly that comes first where there is one, else a general line', () => {
		expect(first({ country: 'AU', need: 'violence' })).toBe('au-mensline');
		expect(first({ country: 'TW', languages: ['zh-TW'], need: 'violence' })).toBe('tw-mens-care');
		expect(first({ country: 'DK', languages: ['da'], need: 'violence' })).toBe('dk-livslinien');
		expect(first({ country: 'US', need: 'violence' })).toBe('us-988');
	});

	test('a line for victims is not offered', () => {
		for (const { code } of countries('en'))
			for (const { serves } of ask({ country: code, need: 'violence' }))
				expect(serves.needs).not.toEqual(['violence-victim']);
	});
});

describe('never empty', () => {
	const needs = ['self-harm', 'helper', 'victim', 'violence'] as const;

	test('every country, every need, every age has an answer, and the directories are at its end', () => {
		for (const country of [undefined, 'ZZ', 'QQ', ...countries('en').map(({ code }) => code)])
			for (const need of needs)
				for (const ageBand of [undefined, 'under-18', 'adult'] as const) {
					const found = ids({ country, need, ageBand });
					expect(found.slice(-2), country).toEqual(['zz-findahelpline', 'zz-befrienders']);
					expect(new Set(found).size).toBe(found.length);
				}
	});

	test('without a country there are only directories', () => {
		expect(ids({ country: undefined })).toEqual(['zz-findahelpline', 'zz-befrienders']);
	});

	test('at any moment nobody gets another country’s number, and the emergency number is on top', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...countries('en').map(({ code }) => code)),
				fc.constantFrom(...needs),
				fc.date({ min: new Date(0), max: new Date('2035-01-01'), noInvalidDate: true }),
				fc.array(fc.constantFrom('en', 'ko', 'es-MX', 'zh-Hant', 'ar', 'nb'), { maxLength: 3 }),
				(country, need, now, languages) => {
					const found = nearest({ country, need, now, languages });
					const local = found.filter((record) => record.country !== 'ZZ');
					const emergency = local.findIndex(({ serves }) => serves.needs.includes('emergency'));
					return (
						emergency <= 0 &&
						local.every((record) => record.country === country || record.also?.includes(country)) &&
						found.every((record) =>
							record.channels.every((channel) => href(channel, record.country) !== undefined)
						)
					);
				}
			),
			{ numRuns: 300 }
		);
	});
});
