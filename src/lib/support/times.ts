import { m } from '$paraglide/messages';
import type { Locale } from '$paraglide/runtime';
import { openNow } from '$lib/resources/hours';
import type { Channel } from '$lib/resources/resource';

/** Whether somebody answers now, in the clock of the person who reads. `timeZone`: theirs, for tests. */
export function hoursOf(
	{ hours }: Channel,
	now: Date,
	locale: Locale,
	timeZone?: string
): { state: 'open' | 'closed' | 'unknown'; words: string } {
	const opening = openNow(hours, now);
	if (opening.state === 'unknown')
		return { state: 'unknown', words: m.support_check_hours({}, { locale }) };
	const words =
		opening.state === 'open'
			? opening.until
				? m.support_open_until({ time: clock(opening.until, now, locale, timeZone) }, { locale })
				: m.support_open({}, { locale })
			: opening.opens
				? m.support_opens({ time: clock(opening.opens, now, locale, timeZone) }, { locale })
				: m.support_closed({}, { locale });
	const weak = 'weak' in hours && hours.weak;
	return {
		state: opening.state,
		words: weak ? m.support_hours_weak({ hours: words }, { locale }) : words
	};
}

/** A time of day; with the weekday when it is not today. */
function clock(time: Date, now: Date, locale: Locale, timeZone?: string): string {
	const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
	const today = day.format(time) === day.format(now);
	return new Intl.DateTimeFormat([locale], {
		timeZone,
		weekday: today ? undefined : 'short',
		hour: 'numeric',
		minute: '2-digit'
	}).format(time);
}
