import type { Hours, Span } from './resource';

export type Opening =
	| { readonly state: 'open'; readonly until?: Date }
	| { readonly state: 'closed'; readonly opens?: Date }
	| { readonly state: 'unknown' };

/** Pure: looks neither at the clock nor at the time zone of the machine. Public holidays are not known. */
export function openNow(hours: Hours, now: Date): Opening {
	if ('unknown' in hours) return { state: 'unknown' };
	if ('always' in hours) return { state: 'open' };
	const spans = merged(instants(hours.weekly, hours.zone, now.getTime()));
	const current = spans.find((span) => span.start <= now.getTime() && now.getTime() < span.end);
	if (current) {
		const endless = current.end - now.getTime() > 7 * DAY;
		return endless ? { state: 'open' } : { state: 'open', until: new Date(current.end) };
	}
	const next = spans.find((span) => span.start > now.getTime());
	return next ? { state: 'closed', opens: new Date(next.start) } : { state: 'closed' };
}

type Stretch = { readonly start: number; readonly end: number };

const DAY = 86_400_000;
const MINUTE = 60_000;

/** From yesterday, which may reach past midnight, to nine days ahead: one full week whatever the day. */
function instants(weekly: readonly Span[], zone: string, now: number): Stretch[] {
	const today = Math.floor((now + offset(now, zone)) / DAY) * DAY;
	return Array.from({ length: 11 }, (_, index) => today + (index - 1) * DAY).flatMap((day) => {
		const weekday = new Date(day).getUTCDay() || 7;
		return weekly
			.filter((span) => span.days.includes(weekday))
			.map((span) => {
				const open = minutes(span.open);
				const close = minutes(span.close);
				return {
					start: instant(day + open * MINUTE, zone),
					end: instant(day + (close > open ? close : close + 24 * 60) * MINUTE, zone)
				};
			})
			.filter((span) => span.start < span.end);
	});
}

/** Touching and overlapping stretches become one, so that `until` is when the service really closes. */
function merged(spans: Stretch[]): Stretch[] {
	const result: Stretch[] = [];
	for (const span of spans.sort((a, b) => a.start - b.start)) {
		const last = result.at(-1);
		if (last && span.start <= last.end)
			result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
		else result.push(span);
	}
	return result;
}

function minutes(time: string): number {
	const [hour, minute] = time.split(':');
	return Number(hour) * 60 + Number(minute);
}

/**
 * A wall-clock time, written as if it were UTC, to the instant at which the zone's clocks show it.
 * Shown twice in autumn: the first time. Never shown in spring: as much later as the clocks jumped.
 */
function instant(wall: number, zone: string): number {
	const before = wall - offset(wall - DAY, zone);
	const after = wall - offset(wall + DAY, zone);
	const real = [before, after].filter((time) => time + offset(time, zone) === wall);
	return real.length > 0 ? Math.min(...real) : before;
}

/** What the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offset(time: number, zone: string): number {
	const parts = new Map(
		clock(zone)
			.formatToParts(time)
			.map(({ type, value }) => [type, value])
	);
	const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
	const wall = Date.UTC(
		part('year'),
		part('month') - 1,
		part('day'),
		part('hour'),
		part('minute'),
		part('second')
	);
	return wall - Math.floor(time / 1000) * 1000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs far more than using it. */
function clock(zone: string): Intl.DateTimeFormat {
	const known = clocks.get(zone);
	if (known) return known;
	const made = new Intl.DateTimeFormat('en-US', {
		timeZone: zone,
		calendar: 'gregory',
		numberingSystem: 'latn',
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric'
	});
	clocks.set(zone, made);
	return made;
}
