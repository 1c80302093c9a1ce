import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import zones from './data/zones.json';
import { openNow } from './hours';
import { records } from './records';
import { resource } from './schema';

test.each(records.map((record) => [record.id, record] as const))(
	'%s is well formed',
	(_, record) => {
		expect(v.safeParse(resource, record).issues ?? []).toEqual([]);
	}
);

test('a record with a field that nobody knows is refused', () => {
	expect(v.is(resource, records[0])).toBe(true);
	expect(v.is(resource, { ...records[0], phone: '1393' })).toBe(false);
	expect(v.is(resource, { ...records[0], sources: ['http://example.org'] })).toBe(false);
	expect(v.is(resource, { ...records[0], sources: [] })).toBe(false);
	expect(v.is(resource, { ...records[0], verifiedOn: 'yesterday' })).toBe(false);
});

test('ids are unique and begin with the country', () => {
	expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
	for (const { id, country } of records) expect(id.slice(0, 2)).toBe(country.toLowerCase());
});

test('every country exists, and a region lies in it', () => {
	const known = [...Object.keys(zones), 'XK', 'ZZ'];
	for (const { country, also = [], region } of records) {
		expect(known).toContain(country);
		for (const territory of also) expect(known).toContain(territory);
		if (region) expect(region.slice(0, 2)).toBe(country);
	}
});

test('no territory is served by two sets of emergency numbers', () => {
	const served = records
		.filter(({ serves }) => serves.needs.includes('emergency'))
		.flatMap(({ country, also = [] }) => [country, ...also]);
	expect(new Set(served).size).toBe(served.length);
});

test('every country with a line has emergency numbers, so a line that is shut is never alone', () => {
	const emergency = new Set(
		records.filter(({ serves }) => serves.needs.includes('emergency')).map(({ country }) => country)
	);
	for (const { country } of records)
		if (country !== 'ZZ') expect(emergency, country).toContain(country);
});

test('an emergency number says whom it reaches, reaches the police or an ambulance, and never sleeps', () => {
	for (const { id, serves, channels } of records)
		for (const channel of channels) {
			const reaches = channel.kind === 'call' ? channel.reaches : undefined;
			if (!serves.needs.includes('emergency')) expect(reaches, id).toBeUndefined();
			else {
				expect(reaches, id).toSatisfy((list: string[]) =>
					list.some((service) => service === 'police' || service === 'ambulance')
				);
				expect(channel.hours).toEqual({ always: true });
			}
		}
});

test('all hours can be computed', () => {
	for (const { channels } of records)
		for (const { hours } of channels)
			expect(['open', 'closed', 'unknown']).toContain(openNow(hours, new Date(0)).state);
});

test('there are lines in more than seventy countries, and the page can carry them', () => {
	const lines = records.filter(({ serves }) => !serves.needs.includes('emergency'));
	expect(new Set(lines.map(({ country }) => country)).size).toBeGreaterThan(70);
	expect(gzipSync(JSON.stringify(records)).length).toBeLessThan(60_000);
});
