import { expect, test } from 'vitest';
import { longestAge, reviewedOn, stale } from './freshness';
import { records } from './records';
import type { Resource } from './resource';

const of = (verifiedOn: string): Resource[] =>
	records.slice(0, 1).map((record) => ({ ...record, verifiedOn }));
const before = (day: string, days: number) =>
	new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

test('no record is older than the last review allows', () => {
	expect(stale(records, reviewedOn).map(({ id }) => id)).toEqual([]);
});

test('a record on the last allowed day is fresh, a day older it is stale', () => {
	expect(stale(of(before(reviewedOn, longestAge)), reviewedOn)).toEqual([]);
	expect(stale(of(before(reviewedOn, longestAge + 1)), reviewedOn)).toHaveLength(1);
});

test('a record from the future or without a date is stale: somebody mistyped', () => {
	expect(stale(of(before(reviewedOn, -1)), reviewedOn)).toHaveLength(1);
	expect(stale(of('soon'), reviewedOn)).toHaveLength(1);
});

test('bumping the review without touching the records is noticed', () => {
	expect(stale(records, before(reviewedOn, -longestAge - 1))).toHaveLength(records.length);
});
