import { openNow, type Opening } from './hours';
import { base } from './language';
import { records } from './records';
import type { Channel, Country, Purpose, Resource } from './resource';

export type Wanted = {
	/** Undefined when nothing but a language is known: then the directories answer. */
	readonly country: Country | undefined;
	/** ISO 3166-2, or its part after the hyphen. */
	readonly region?: string;
	/** BCP-47, best first. */
	readonly languages: readonly string[];
	readonly need: 'self-harm' | 'helper' | 'victim' | 'violence';
	readonly now: Date;
	readonly ageBand?: 'under-18' | 'adult';
};

/**
 * Emergency, best match that is open, a way to write, the others, the directories of the world. Never empty.
 * Pure. Channels come back ordered for the need, those of another region left out.
 */
export function nearest(wanted: Wanted, from: readonly Resource[] = records): Resource[] {
	const here = from.filter((record) => serves(record, wanted.country));
	const lines = here
		.filter((record) => fit(record, wanted) !== undefined)
		.map((record) => ({ record, rank: rank(record, wanted) }))
		.sort((a, b) => compare(a.rank, b.rank))
		.map(({ record }) => record);
	return [
		...here.filter(isEmergency).map((record) => sorted(record, wanted)),
		...writingSecond(lines, wanted),
		...from.filter((record) => record.country === 'ZZ')
	];
}

/** Open where any channel is, else what is known of the first, main one. A chat without hours opens no closed line. */
export function opening(resource: Resource, now: Date): Opening {
	const states = resource.channels.map((channel) => openNow(channel.hours, now));
	const open = states.find(({ state }) => state === 'open');
	if (open || states[0]?.state !== 'closed') return open ?? { state: 'unknown' };
	return states.reduce((soonest, state) => (opens(state) < opens(soonest) ? state : soonest));
}

function opens(opening: Opening): number {
	return opening.state === 'closed' && opening.opens ? opening.opens.getTime() : Infinity;
}

function serves(record: Resource, country: Country | undefined): boolean {
	if (!country || record.country === 'ZZ') return false;
	return record.country === country || (record.also?.includes(country) ?? false);
}

function isEmergency(record: Resource): boolean {
	return record.serves.needs.includes('emergency');
}

/** What each need looks for, best first. Nobody in danger from another person is sent to a line for the lonely first. */
const LOOKS_FOR: Record<Wanted['need'], readonly (readonly Purpose[])[]> = {
	'self-harm': [['suicide'], ['distress']],
	helper: [['helper'], ['suicide'], ['distress']],
	victim: [['violence-victim'], ['sexual-violence', 'child'], ['suicide', 'distress']],
	violence: [['perpetrator'], ['distress', 'suicide']]
};

/** Place in the list above; undefined where the service does not fit at all. */
function fit(record: Resource, { need, ageBand }: Wanted): number | undefined {
	if (ageBand === 'adult' && record.serves.who === 'child') return undefined;
	const place = LOOKS_FOR[need].findIndex((purposes) =>
		purposes.some((purpose) => record.serves.needs.includes(purpose))
	);
	return place < 0 ? undefined : place;
}

/** Compared from the left, lower first; the order of the file decides what is left. */
function rank(record: Resource, wanted: Wanted): number[] {
	const spoken = record.languages.map(base);
	const language = wanted.languages.map(base).find((tag) => spoken.includes(tag));
	const closed = opening(record, wanted.now).state === 'closed';
	return [
		// For a minor, a line for the young that is shut must not hide the one for everyone that answers.
		Math.max(closed && wanted.ageBand === 'under-18' ? 1 : 0, audience(record, wanted)),
		Number(record.region !== undefined && !inRegion(record.region, wanted)),
		Number(language === undefined),
		Number(closed),
		fit(record, wanted) ?? Infinity,
		language === undefined ? 0 : spoken.indexOf(language) === 0 ? 0 : 1,
		Number(record.channels[0]?.confidence === 'medium')
	];
}

/** 0 for whom it is meant or for everyone; later what serves a group that the person may or may not belong to. */
function audience(record: Resource, { need, ageBand }: Wanted): number {
	switch (record.serves.who) {
		case 'anyone':
			return ageBand === 'under-18' ? 1 : 0;
		case 'women':
			return need === 'victim' ? (ageBand === 'under-18' ? 1 : 0) : 2;
		case 'men':
			return need === 'violence' && record.serves.needs.includes('perpetrator') ? 0 : 2;
		case 'child':
			return ageBand === 'under-18' ? 0 : 4;
		case 'youth':
			return ageBand === 'under-18' ? 0 : 3;
		default:
			return 2;
	}
}

function inRegion(region: string, wanted: Wanted): boolean {
	return region === wanted.region || region === `${wanted.country}-${wanted.region}`;
}

function compare(a: readonly number[], b: readonly number[]): number {
	const at = a.findIndex((value, index) => value !== b[index]);
	return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Not everyone can talk aloud where they are: if the first service cannot be written to, the second should be. */
function writingSecond(lines: Resource[], wanted: Wanted): Resource[] {
	const [first, ...rest] = lines;
	if (!first || canWrite(first, wanted.now)) return lines;
	const written = rest.find(
		(record) => canWrite(record, wanted.now) && audience(record, wanted) <= audience(first, wanted)
	);
	return written ? [first, written, ...rest.filter((record) => record !== written)] : lines;
}

function canWrite(record: Resource, now: Date): boolean {
	return record.channels.some(
		({ kind, hours }) =>
			(kind === 'text' || kind === 'chat' || kind === 'whatsapp') &&
			openNow(hours, now).state !== 'closed'
	);
}

/** An ambulance for a life at risk, the police against a person. */
function sorted(record: Resource, { need }: Wanted): Resource {
	const service = need === 'victim' || need === 'violence' ? 'police' : 'ambulance';
	const other = (channel: Channel) =>
		Number(!(channel.kind === 'call' && channel.reaches?.includes(service)));
	return { ...record, channels: [...record.channels].sort((a, b) => other(a) - other(b)) };
}
