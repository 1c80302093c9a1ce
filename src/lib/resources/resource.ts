/** ISO 3166-1 alpha-2, `XK` for Kosovo, `ZZ` for a directory that serves the world. */
export type Country = string;

/** Whom a service is for, and with what. */
export type Serves = {
	readonly who: Who;
	/** Youngest and oldest age in years, both included; absent where the service names none. */
	readonly ages?: readonly [number, number];
	readonly needs: readonly Purpose[];
};

export type Who =
	'anyone' | 'child' | 'youth' | 'women' | 'men' | 'lgbtq' | 'veterans' | 'indigenous';

/** `helper`: says it also answers people who worry about someone else. */
export type Purpose =
	| 'emergency'
	| 'suicide'
	| 'distress'
	| 'helper'
	| 'violence-victim'
	| 'sexual-violence'
	| 'child'
	| 'perpetrator';

/** One service. Wording is ours; facts are from `sources`. */
export type Resource = {
	readonly id: string;
	readonly country: Country;
	/** Other territories the same numbers serve. */
	readonly also?: readonly Country[];
	/** ISO 3166-2, when only this part of the country is served. */
	readonly region?: string;
	/** In the languages of the place, by BCP-47 tag. */
	readonly name: Readonly<Record<string, string>>;
	readonly english: string;
	readonly serves: Serves;
	/** Spoken by the service, main one first; only what a source says. */
	readonly languages: readonly string[];
	readonly channels: readonly Channel[];
	/** English; only what a person needs before they reach out. */
	readonly note?: string;
	/** The service's own page. */
	readonly site?: string;
	/** Where the facts can be checked, best first. With `lists`: the service's own page, which we have not opened. */
	readonly sources: readonly string[];
	/** Day on which a person compared the record with its sources. It does not mean that anybody called. */
	readonly verifiedOn: string;
	/** `text`: a page naming the service was read. `lists`: only lists of others agree, the site is where to look. */
	readonly verifiedBy: 'call' | 'text' | 'lists';
	/** Newest date in the evidence: year, month or day. Absent where the evidence has no date. */
	readonly dated?: string;
};

export type Channel = Phone | Text | Link | Email;

export type Phone = Way & {
	readonly kind: 'call';
	/** E.164, or the digits that work only inside the country: short codes, freephone, shared cost. */
	readonly value: string;
	/** As it is printed there; absent when `value` is. */
	readonly shown?: string;
	readonly cost: Cost;
	/** To be pressed in the menu that answers. */
	readonly press?: string;
	/** Emergency numbers only: who answers. */
	readonly reaches?: readonly ('police' | 'ambulance' | 'fire')[];
};

export type Text = Way & {
	readonly kind: 'text';
	readonly value: string;
	readonly shown?: string;
	readonly cost: Cost;
	/** First word to send. */
	readonly keyword?: string;
};

/** `page`: a page that leads to the ways in, not itself a conversation. */
export type Link = Way & { readonly kind: 'chat' | 'whatsapp' | 'page'; readonly value: string };

export type Email = Way & { readonly kind: 'email'; readonly value: string };

export type Cost = 'free' | 'standard' | 'unknown';

export type Hours =
	| { readonly always: true; readonly weak?: true }
	| { readonly zone: string; readonly weekly: readonly Span[]; readonly weak?: true }
	| { readonly unknown: true };

/** Days are ISO (1 Monday to 7 Sunday), times `HH:MM` up to `24:00`; a close at or before the open is the next day's. */
export type Span = {
	readonly days: readonly number[];
	readonly open: string;
	readonly close: string;
};

type Way = {
	readonly hours: Hours;
	/** `low` never ships. */
	readonly confidence: 'high' | 'medium';
	/** What tells this number from the next, in the language of the place. */
	readonly label?: string;
	/** Where this number speaks other languages than the service as a whole. */
	readonly languages?: readonly string[];
};
