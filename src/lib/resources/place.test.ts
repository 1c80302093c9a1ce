import { expect, test } from 'vitest';
import { countries } from './countries';
import { countryFromTimeZone, guessCountry } from './place';

test('the setting wins over everything', () => {
	expect(guessCountry({ setting: 'KR', timeZone: 'America/New_York', locales: ['de-DE'] })).toEqual(
		{
			country: 'KR',
			from: 'setting'
		}
	);
});

test('the time zone wins over the locale', () => {
	expect(guessCountry({ timeZone: 'Asia/Seoul', locales: ['en-US'] })).toEqual({
		country: 'KR',
		from: 'time-zone'
	});
});

test('where the zone is no place, the first locale with a region decides', () => {
	expect(guessCountry({ timeZone: 'UTC', locales: ['ko', 'ko-KR', 'en-US'] })).toEqual({
		country: 'KR',
		from: 'locale'
	});
	expect(guessCountry({ locales: ['zh-Hant-TW'] })).toEqual({ country: 'TW', from: 'locale' });
});

test.each(['es', 'zh', 'en', 'zh-Hans', 'pt', 'ar', 'es-419', 'en-001', 'en-ZZ', 'x', '', '!'])(
	'%j alone is no country',
	(locale) => {
		expect(guessCountry({ locales: [locale] })).toEqual({ country: undefined, from: 'unknown' });
	}
);

test('nothing known is unknown', () => {
	expect(guessCountry({})).toEqual({ country: undefined, from: 'unknown' });
});

test.each([
	'UTC',
	'Etc/UTC',
	'Etc/GMT+5',
	'GMT',
	'EST5EDT',
	'CET',
	'Antarctica/Troll',
	'Mars/Base',
	''
])('%j is no country', (zone) => {
	expect(countryFromTimeZone(zone)).toBeUndefined();
});

test.each([
	['Asia/Calcutta', 'IN'],
	['Asia/Kolkata', 'IN'],
	['Europe/Kiev', 'UA'],
	['Europe/Kyiv', 'UA'],
	['Asia/Saigon', 'VN'],
	['America/Buenos_Aires', 'AR'],
	['Asia/Katmandu', 'NP'],
	['Asia/Rangoon', 'MM'],
	['Europe/Belfast', 'GB'],
	['Hongkong', 'HK'],
	['PRC', 'CN'],
	['ROC', 'TW'],
	['ROK', 'KR'],
	['Iceland', 'IS'],
	['America/Coral_Harbour', 'CA'],
	['Africa/Asmera', 'ER'],
	['America/Virgin', 'VI'],
	['America/Puerto_Rico', 'PR'],
	['Europe/Bratislava', 'SK'],
	['Europe/Vaduz', 'LI'],
	['Atlantic/Canary', 'ES'],
	['Indian/Reunion', 'RE'],
	['Asia/Macao', 'MO'],
	['America/Tijuana', 'MX'],
	['US/Pacific', 'US']
])('%s is in %s', (zone, country) => {
	expect(countryFromTimeZone(zone)).toBe(country);
});

test('every zone this runtime knows is in a country, but for Antarctica and the fixed ones', () => {
	const unknown = Intl.supportedValuesOf('timeZone').filter((zone) => !countryFromTimeZone(zone));
	expect(unknown.filter((zone) => !/^(Antarctica\/|Etc\/|UTC$|GMT$)/.test(zone))).toEqual([]);
});

test('the picker names every country in the reader’s language, in the reader’s order', () => {
	const korean = countries('ko');
	expect(korean).toContainEqual({ code: 'KR', name: '대한민국' });
	expect(countries('de').map(({ name }) => name)).toEqual(
		countries('de')
			.map(({ name }) => name)
			.sort(new Intl.Collator('de').compare)
	);
	expect(new Set(korean.map(({ code }) => code)).size).toBe(korean.length);
	expect(korean.filter(({ code, name }) => code === name || code === 'ZZ')).toEqual([]);
	for (const code of ['US', 'PR', 'XK', 'AF', 'SJ'])
		expect(korean.map((entry) => entry.code)).toContain(code);
});
