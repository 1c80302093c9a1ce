import { m } from '$paraglide/messages';
import type { Locale } from '$paraglide/runtime';
import type { Need } from '$lib/policy/plan';
import { base } from '$lib/resources/language';
import type { Channel, Purpose, Resource, Who } from '$lib/resources/resource';
import type { Said } from './words';

/** A name in the language of the place, the reader's where the place has several; `other` if it helps the reader. */
export function nameOf(
	record: Resource,
	locale: Locale
): { lang: string; name: string; other: string | undefined } {
	const own = Object.entries(record.name);
	const [lang, name] = own.find(([tag]) => base(tag) === base(locale)) ??
		own[0] ?? ['en', record.english];
	const readable = base(lang) === base(locale) || name === record.english;
	return { lang, name, other: readable ? undefined : record.english };
}

/** What the service is, in at most eight words: the part of it that fits the need. */
export function whatOf(record: Resource, need: Need, locale: Locale): string {
	if (record.country === 'ZZ') return m.support_what_directory({}, { locale });
	const fitting = LOOKS_FOR[need].find((purpose) => record.serves.needs.includes(purpose));
	const purpose = fitting ?? record.serves.needs.find((known) => known in WHAT);
	const said = purpose ? WHAT[purpose] : undefined;
	return (said ?? m.support_what_distress)({}, { locale });
}

/** Purposes by need, the most telling first. */
const LOOKS_FOR: Record<Need, readonly Purpose[]> = {
	'self-harm': ['suicide', 'distress'],
	helper: ['helper', 'suicide', 'distress'],
	victim: ['violence-victim', 'sexual-violence', 'child', 'suicide', 'distress'],
	violence: ['perpetrator', 'distress', 'suicide']
};

const WHAT: Partial<Record<Purpose, Said>> = {
	suicide: m.support_what_suicide,
	distress: m.support_what_distress,
	helper: m.support_what_helper,
	'violence-victim': m.support_what_victim,
	'sexual-violence': m.support_what_sexual,
	child: m.support_what_child,
	perpetrator: m.support_what_perpetrator
};

/** Whom it serves, with ages where the service names some. */
export function whoOf({ serves }: Resource, locale: Locale): string {
	const who = WHO[serves.who]({}, { locale });
	if (!serves.ages) return who;
	const [from, to] = serves.ages;
	const ages = from > 0 ? m.support_ages({ from, to }, { locale }) : upTo(to, locale);
	return m.support_who_ages({ who, ages }, { locale });
}

function upTo(to: number, locale: Locale): string {
	return m.support_ages_to({ to }, { locale });
}

const WHO: Record<Who, Said> = {
	anyone: m.support_who_anyone,
	child: m.support_who_child,
	youth: m.support_who_youth,
	women: m.support_who_women,
	men: m.support_who_men,
	lgbtq: m.support_who_lgbtq,
	veterans: m.support_who_veterans,
	indigenous: m.support_who_indigenous
};

/** Languages spoken there, in the reader's words. */
export function spokenOf(languages: readonly string[], locale: Locale): string {
	const names = new Intl.DisplayNames([locale], { type: 'language' });
	return listOf(
		languages.map((tag) => names.of(tag) ?? tag),
		locale
	);
}

/** Things side by side, as the language writes a list. Lists of units have no sign between them in Chinese. */
export function listOf(things: readonly string[], locale: Locale): string {
	return new Intl.ListFormat([locale], { type: 'conjunction', style: 'narrow' }).format(things);
}

/** What it costs to reach; undefined where nothing is said because it goes over the internet. */
export function costOf(channel: Channel, locale: Locale): string | undefined {
	if (channel.kind !== 'call' && channel.kind !== 'text') return undefined;
	return COST[channel.cost]({}, { locale });
}

const COST: Record<'free' | 'standard' | 'unknown', Said> = {
	free: m.support_free,
	standard: m.support_standard,
	unknown: m.support_price_unknown
};

/** The day and the way in which the record was compared with its source. */
export function verifiedOf({ verifiedBy, verifiedOn }: Resource, locale: Locale): string {
	const date = new Intl.DateTimeFormat([locale], { dateStyle: 'long', timeZone: 'UTC' }).format(
		new Date(verifiedOn)
	);
	return VERIFIED[verifiedBy]({ date }, { locale });
}

const VERIFIED = {
	call: m.support_verified_call,
	text: m.support_verified_text,
	lists: m.support_verified_lists
};
