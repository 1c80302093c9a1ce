import { describe, expect, test } from 'vitest';
import { countries } from './countries';
import { nearest, opening, type Wanted } from './nearest';
import { records } from './records';
import type { Resource } from './resource';

const noon = new Date('2026-11-18T12:00:00Z'); // a Wednesday
const ask = (wanted: Partial<Wanted>) =>
	nearest({ country: 'US', languages: ['en'], need: 'self-harm', now: noon, ...wanted });

describe('for somebody whom another person hurts', () => {
	test.each([
		['US', 'en', 'us-ndvh', '911'],
		['KR', 'ko', 'kr-1366', '112'],
		['JP', 'ja', 'jp-dv-plus', '110'],
		['TW', 'zh-TW', 'tw-113', '110'],
		['HK', 'zh-HK', 'hk-cease', '999'],
		['GB', 'en', 'gb-refuge', '999'],
		['BR', 'pt', 'br-180', '190'],
		['DE', 'de', 'de-116016', '110'],
		['FR', 'fr', 'fr-3919', '112'],
		['AU', 'en', 'au-1800respect', '000']
	])('in %s (%s) it is %s, and the police first: %s', (country, language, line, number) => {
		const region = country === 'GB' ? 'GB-ENG' : undefined;
		const found = ask({ country, languages: [language], need: 'victim', region });
		expect(found[0]?.channels[0]?.value).toBe(number);
		expect(found[1]?.id).toBe(line);
	});

	test.each([
		['ES', 'es', '112', ['es-emergency', 'es-024', 'es-esperanza']],
		['MX', 'es', '911', ['mx-emergency', 'mx-linea-de-la-vida', 'mx-saptel', 'mx-unam']],
		['IT', 'it', '112', ['it-emergency', 'it-telefono-amico']],
		['CN', 'zh', '110', ['cn-emergency', 'cn-12356', 'cn-hope24', 'cn-beijing']]
	])(
		'in %s (%s) no line for victims is confirmed: %s, the general lines, the directories, at any hour and age',
		(country, language, number, here) => {
			for (const hour of ['03', '12', '20'])
				for (const ageBand of [undefined, 'under-18', 'adult'] as const) {
					const now = new Date(`2026-11-18T${hour}:00:00Z`);
					const found = ask({ country, languages: [language], need: 'victim', ageBand, now });
					expect(found[0]?.channels[0]).toMatchObject({ kind: 'call', value: number });
					expect(found.map(({ id }) => id)).toEqual([
						...here,
						'zz-findahelpline',
						'zz-befrienders'
					]);
					for (const { country, serves } of found.slice(1, here.length)) {
						expect(country).toBe(here[0]?.slice(0, 2).toUpperCase());
						expect(serves.who).toBe('anyone');
						expect(serves.needs).toContain('distress');
					}
				}
		}
	);

	test('nowhere is the answer empty or unfitting: the police first, then a line meant for the person', () => {
		const fitting = ['violence-victim', 'sexual-violence', 'child', 'suicide', 'distress'];
		for (const { code } of countries('en'))
			for (const ageBand of [undefined, 'under-18', 'adult'] as const) {
				const found = ask({ country: code, languages: [], need: 'victim', ageBand });
				expect(found.slice(-2).map(({ country }) => country)).toEqual(['ZZ', 'ZZ']);
				const police = records
					.filter(
						({ country, also, serves }) =>
							serves.needs.includes('emergency') && (country === code || also?.includes(code))
					)
					.flatMap(({ channels }) => channels)
					.flatMap((channel) =>
						channel.kind === 'call' && channel.reaches?.includes('police') ? [channel.value] : []
					);
				if (police.length) expect(police, code).toContain(found[0]?.channels[0]?.value);
				const lines = found.filter(
					({ country, serves }) => country !== 'ZZ' && !serves.needs.includes('emergency')
				);
				for (const { id, serves } of lines) {
					expect(
						serves.needs.some((need) => fitting.includes(need)),
						id
					).toBe(true);
					if (ageBand === 'adult') expect(serves.who, id).not.toBe('child');
				}
				const forAll = ({ serves }: Resource) => ['anyone', 'women'].includes(serves.who);
				const young = ({ serves }: Resource) => ['child', 'youth'].includes(serves.who);
				const meant = (line: Resource) =>
					forAll(line) ||
					(young(line) && (ageBand === 'under-18' || (!ageBand && !lines.some(forAll))));
				for (const line of lines.slice(0, 1)) expect(meant(line), `${code} ${line.id}`).toBe(true);
				expect(lines[0]?.serves.needs ?? [], code).not.toContain('perpetrator');
			}
	});

	test('a line for victims comes before every line that is not for victims, when both can be reached', () => {
		for (const { code } of countries('en')) {
			const lines = ask({ country: code, languages: [], need: 'victim' }).filter(
				({ serves, country, region, channels }) =>
					country !== 'ZZ' &&
					!region &&
					['anyone', 'women'].includes(serves.who) &&
					!serves.needs.includes('emergency') &&
					opening({ ...records[0], channels } as never, noon).state !== 'closed'
			);
			const forVictims = lines.map(({ serves }) => serves.needs.includes('violence-victim'));
			expect(forVictims.lastIndexOf(true), code).toBeLessThanOrEqual(
				forVictims.includes(false) && forVictims.includes(true)
					? forVictims.indexOf(false) + 1
					: forVictims.length
			);
			if (forVictims.includes(true)) expect(forVictims[0], code).toBe(true);
		}
	});
});
