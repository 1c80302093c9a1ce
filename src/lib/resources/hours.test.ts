import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { openNow } from './hours';
import type { Hours } from './resource';

const daily = (zone: string, open: string, close: string): Hours => ({
	zone,
	weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], open, close }]
});
const at = (iso: string) => new Date(iso);

test('an always-open line is open without an end, an unknown one is unknown', () => {
	expect(openNow({ always: true }, at('2026-03-01T00:00:00Z'))).toEqual({ state: 'open' });
	expect(openNow({ unknown: true }, at('2026-03-01T00:00:00Z'))).toEqual({ state: 'unknown' });
});

test('a day in Paris opens and closes by Paris clocks', () => {
	const hours = daily('Europe/Paris', '09:00', '23:00');
	expect(openNow(hours, at('2026-01-15T07:59:59Z'))).toEqual({
		state: 'closed',
		opens: at('2026-01-15T08:00:00Z')
	});
	expect(openNow(hours, at('2026-01-15T08:00:00Z'))).toEqual({
		state: 'open',
		until: at('2026-01-15T22:00:00Z')
	});
	expect(openNow(hours, at('2026-07-15T21:00:00Z'))).toEqual({
		state: 'closed',
		opens: at('2026-07-16T07:00:00Z')
	});
});

test('a night line is open past midnight and belongs to the day it began', () => {
	const tallinn = daily('Europe/Tallinn', '19:00', '07:00');
	expect(openNow(tallinn, at('2026-01-10T23:30:00Z'))).toEqual({
		state: 'open',
		until: at('2026-01-11T05:00:00Z')
	});
	const saturday: Hours = {
		zone: 'Asia/Hong_Kong',
		weekly: [{ days: [6], open: '18:00', close: '03:00' }]
	};
	expect(openNow(saturday, at('2026-01-10T18:30:00Z')).state).toBe('open'); // Sunday 02:30
	expect(openNow(saturday, at('2026-01-09T18:30:00Z')).state).toBe('closed'); // Saturday 02:30
});

test('touching stretches are one, so the end is the real end', () => {
	const hours: Hours = {
		zone: 'Europe/Luxembourg',
		weekly: [
			{ days: [1], open: '18:00', close: '24:00' },
			{ days: [2], open: '00:00', close: '02:00' }
		]
	};
	expect(openNow(hours, at('2026-01-05T20:00:00Z'))).toEqual({
		state: 'open',
		until: at('2026-01-06T01:00:00Z')
	});
});

test('open around the clock written as a week has no end either', () => {
	expect(openNow(daily('Asia/Seoul', '00:00', '24:00'), at('2026-05-05T05:05:05Z'))).toEqual({
		state: 'open'
	});
});

test('closed on Friday evening finds Monday', () => {
	const hours: Hours = {
		zone: 'America/Los_Angeles',
		weekly: [{ days: [1, 2, 3, 4, 5], open: '10:00', close: '18:00' }]
	};
	expect(openNow(hours, at('2026-11-21T02:00:00Z'))).toEqual({
		state: 'closed',
		opens: at('2026-11-23T18:00:00Z')
	});
});

test('one weekly hour that has just ended opens again in a week', () => {
	const hours: Hours = {
		zone: 'Europe/Helsinki',
		weekly: [{ days: [5], open: '09:00', close: '13:00' }]
	};
	expect(openNow(hours, at('2026-01-09T11:00:00Z'))).toEqual({
		state: 'closed',
		opens: at('2026-01-16T07:00:00Z')
	});
});

describe('when clocks change', () => {
	test('a night in spring is an hour shorter, a night in autumn an hour longer', () => {
		const night = daily('Europe/Berlin', '22:00', '06:00');
		expect(openNow(night, at('2026-03-28T22:00:00Z'))).toEqual({
			state: 'open',
			until: at('2026-03-29T04:00:00Z')
		});
		expect(openNow(night, at('2026-10-24T22:00:00Z'))).toEqual({
			state: 'open',
			until: at('2026-10-25T05:00:00Z')
		});
	});

	test('an opening that the clocks skip happens as late as the clocks jumped', () => {
		const hours: Hours = {
			zone: 'America/New_York',
			weekly: [{ days: [7], open: '02:30', close: '05:00' }]
		};
		expect(openNow(hours, at('2026-03-08T06:59:00Z'))).toEqual({
			state: 'closed',
			opens: at('2026-03-08T07:30:00Z')
		});
	});

	test('an opening that the clocks show twice happens the first time', () => {
		for (const [zone, first] of [
			['America/New_York', '2026-11-01T05:30:00Z'],
			['Australia/Sydney', '2026-04-04T15:30:00Z']
		] as const) {
			const hour = zone === 'America/New_York' ? '01:30' : '02:30';
			const hours: Hours = { zone, weekly: [{ days: [7], open: hour, close: '12:00' }] };
			expect(openNow(hours, new Date(Date.parse(first) - 1))).toEqual({
				state: 'closed',
				opens: at(first)
			});
		}
	});

	test('half hours of Kathmandu and Lord Howe are kept', () => {
		expect(openNow(daily('Asia/Kathmandu', '08:00', '20:00'), at('2026-01-01T02:14:00Z'))).toEqual({
			state: 'closed',
			opens: at('2026-01-01T02:15:00Z')
		});
		expect(
			openNow(daily('Australia/Lord_Howe', '09:00', '10:00'), at('2026-01-01T22:00:00Z'))
		).toEqual({ state: 'open', until: at('2026-01-01T23:00:00Z') });
	});
});

const time = fc
	.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
	.map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const span = fc.record({
	days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
	open: time,
	close: fc.oneof(time, fc.constant('24:00'))
});
const weekly = fc.array(span, { minLength: 1, maxLength: 4 });
const moment = fc.date({
	min: at('2025-01-01T00:00:00Z'),
	max: at('2028-12-31T00:00:00Z'),
	noInvalidDate: true
});
const anyZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const steadyZone = fc.constantFrom('UTC', 'Asia/Tokyo', 'Asia/Kolkata', 'America/Bogota');

describe('for any week, zone and moment', () => {
	test('the next change lies ahead, and the state changes exactly there', () => {
		fc.assert(
			fc.property(weekly, anyZone, moment, (weekly, zone, now) => {
				const hours = { zone, weekly };
				const found = openNow(hours, now);
				if (found.state === 'unknown') throw new Error('a weekly plan is never unknown');
				const change = found.state === 'open' ? found.until : found.opens;
				if (!change) return found.state === 'open';
				const other = found.state === 'open' ? 'closed' : 'open';
				return (
					change > now &&
					openNow(hours, new Date(change.getTime() - 1)).state === found.state &&
					openNow(hours, change).state === other
				);
			}),
			{ numRuns: 200 }
		);
	});

	test('where clocks never change, the state is what the wall clock says', () => {
		fc.assert(
			fc.property(weekly, steadyZone, moment, (weekly, zone, now) => {
				expect(openNow({ zone, weekly }, now).state).toBe(wall(weekly, zone, now));
			}),
			{ numRuns: 300 }
		);
	});
});

/** The same question answered the simple way: weekday and time as text. */
function wall(
	weekly: readonly { days: number[]; open: string; close: string }[],
	zone: string,
	now: Date
) {
	const text = now.toLocaleString('sv-SE', { timeZone: zone });
	const clock = text.slice(11, 16);
	const today = new Date(`${text.slice(0, 10)}T00:00:00Z`).getUTCDay() || 7;
	const yesterday = today === 1 ? 7 : today - 1;
	const open = weekly.some(({ days, open, close }) =>
		close > open
			? days.includes(today) && open <= clock && clock < close
			: (days.includes(today) && clock >= open) || (days.includes(yesterday) && clock < close)
	);
	return open ? 'open' : 'closed';
}

describe('the machine’s own zone', () => {
	const own = process.env.TZ;
	afterEach(() => {
		if (own === undefined) delete process.env.TZ;
		else process.env.TZ = own;
	});

	test('does not matter', () => {
		const hours = daily('Asia/Tokyo', '16:00', '21:00');
		const answers = ['UTC', 'America/St_Johns', 'Pacific/Kiritimati'].map((zone) => {
			process.env.TZ = zone;
			return JSON.stringify(openNow(hours, at('2026-06-01T08:00:00Z')));
		});
		expect(new Set(answers).size).toBe(1);
	});
});
