import type { Locale } from '$paraglide/runtime';
import { m } from '$paraglide/messages';
import type { Place } from '$lib/policy/place';
import { href } from '$lib/resources/dial';
import type { Channel, Resource } from '$lib/resources/resource';
import { costOf } from './facts';
import { homeOf } from './lines';
import { answersOf, isPage, numberOf, reachWords } from './reach';
import { hoursOf } from './times';

/** One button, with what is true of this channel alone. */
export type Way = {
	readonly channel: Channel;
	/** Undefined where the number cannot be dialled from here: then it stands there as text. */
	readonly link: string | undefined;
	readonly words: string;
	/** What can be copied. */
	readonly number: string | undefined;
	/** Opens beside this page. */
	readonly page: boolean;
	readonly open: boolean;
	readonly facts: readonly string[];
};

/** The buttons of a service, and the facts that all of them share, said once. */
export function waysOf(
	resource: Resource,
	place: Place,
	locale: Locale,
	now: Date
): { ways: Way[]; shared: string[] } {
	const home = homeOf(resource, place.country);
	const rows = resource.channels.map((channel) => {
		const { state, words: hours } = hoursOf(channel, now, locale);
		return {
			channel,
			link: href(channel, home, place.country),
			words: reachWords(channel, locale),
			number: numberOf(channel),
			page: isPage(channel),
			open: state === 'open',
			hours: channel.kind === 'page' ? undefined : hours,
			cost: costOf(channel, locale),
			extra: [pressOf(channel, locale), answersOf(channel, locale)].filter(isThere)
		};
	});
	if (resource.serves.needs.includes('emergency'))
		return { ways: rows.map((row) => ({ ...row, facts: row.extra })), shared: [] };
	const hours = same(rows.map((row) => row.hours));
	const cost = same(rows.map((row) => row.cost));
	return {
		ways: rows.map((row) => ({
			...row,
			facts: [...row.extra, !hours && row.hours, !cost && row.cost].filter(isThere)
		})),
		shared: [hours, cost].filter(isThere)
	};
}

function pressOf(channel: Channel, locale: Locale): string | undefined {
	return channel.kind === 'call' && channel.press
		? m.support_press({ key: channel.press }, { locale })
		: undefined;
}

/** The one value that all give who give any; undefined where they differ or nobody gives one. */
function same(values: readonly (string | undefined)[]): string | undefined {
	const given = new Set(values.filter(isThere));
	return given.size === 1 ? [...given][0] : undefined;
}

function isThere(value: string | false | undefined): value is string {
	return typeof value === 'string';
}
