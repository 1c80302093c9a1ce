import type { Place } from '$lib/policy/place';
import type { Need } from '$lib/policy/plan';
import { base } from '$lib/resources/language';
import { nearest, opening } from '$lib/resources/nearest';
import type { Country, Purpose, Resource } from '$lib/resources/resource';

/** What is shown for one need in one place, in order. */
export type Lines = {
	/** Usually one record; empty where the country is not known. */
	readonly emergency: readonly Resource[];
	readonly lines: readonly Resource[];
	/** Lists of the whole world; never empty. */
	readonly directories: readonly Resource[];
};

export type Wish = {
	readonly need: Need;
	readonly place: Place;
	/** BCP-47, the language of the message before that of the interface; `und` is ignored. */
	readonly languages: readonly string[];
	readonly now: Date;
	/** Ids of lines that did not work for this person: they come last, and are not taken away. */
	readonly broken: readonly string[];
	/** The person would rather write than speak. */
	readonly writing?: boolean;
};

/** Emergency, lines and directories for a need, each in the order in which they are shown. */
export function linesFor(wish: Wish): Lines {
	const { need, place, now, broken, writing = false } = wish;
	const languages = wish.languages.filter((tag) => tag !== 'und');
	const found = nearest({
		country: place.country,
		region: place.region,
		languages,
		need,
		now,
		ageBand: place.age
	});
	const late = (record: Resource) =>
		Number(broken.includes(record.id)) * 4 +
		Number(writing && !canWrite(record)) * 2 +
		Number(OWN[need] !== undefined && !readyFor(record, { ...wish, languages }));
	return {
		emergency: found.filter(isEmergency),
		lines: found
			.filter((record) => !isEmergency(record) && !isDirectory(record))
			.sort((a, b) => late(a) - late(b)),
		directories: found.filter(isDirectory)
	};
}

/** The country whose telephone network a record's short numbers belong to, seen from where the person is. */
export function homeOf(record: Resource, from: Country | undefined): Country {
	return from && record.also?.includes(from) ? from : record.country;
}

/** There are lines, but none that is meant for just this; the card says so. */
export function lacksOwnLine(need: Need, lines: readonly Resource[]): boolean {
	return OWN[need] !== undefined && lines.length > 0 && !lines.some((line) => isOwn(line, need));
}

/** Needs that a line for the lonely does not meet: where there is a line for just this, it stands first. */
const OWN: Partial<Record<Need, readonly Purpose[]>> = {
	victim: ['violence-victim', 'sexual-violence'],
	violence: ['perpetrator']
};

function isOwn({ serves }: Resource, need: Need): boolean {
	return OWN[need]?.some((purpose) => serves.needs.includes(purpose)) ?? false;
}

/** Meant for just this and for this age, in a language of the person, and not closed. */
function readyFor(record: Resource, { need, place, languages, now }: Wish): boolean {
	const forTheYoung = record.serves.who === 'child' || record.serves.who === 'youth';
	const spoken = record.languages.map(base);
	return (
		isOwn(record, need) &&
		(!forTheYoung || place.age === 'under-18') &&
		languages.some((tag) => spoken.includes(base(tag))) &&
		opening(record, now).state !== 'closed'
	);
}

function isEmergency(record: Resource): boolean {
	return record.serves.needs.includes('emergency');
}

function isDirectory(record: Resource): boolean {
	return record.country === 'ZZ';
}

function canWrite(record: Resource): boolean {
	return record.channels.some(({ kind }) => kind !== 'call' && kind !== 'page');
}
