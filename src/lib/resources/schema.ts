import * as v from 'valibot';
import type { Hours, Resource } from './resource';

const https = v.pipe(v.string(), v.url(), v.startsWith('https://'));
const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));
const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/));
const day = v.pipe(v.string(), v.isoDate());
const words = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(80));

/** E.164, or what is dialled inside the country. */
const number = v.pipe(v.string(), v.regex(/^(\+[1-9]\d{6,14}|[*#]?\d{2,11})$/));

const span = v.strictObject({
	days: v.pipe(
		v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
		v.minLength(1)
	),
	open: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
	close: v.pipe(v.string(), v.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/))
});

const zone = v.pipe(
	v.string(),
	v.check((name) => Intl.supportedValuesOf('timeZone').includes(name) || resolves(name))
);

function resolves(name: string): boolean {
	try {
		return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
	} catch {
		return false;
	}
}

const hours: v.GenericSchema<unknown, Hours> = v.union([
	v.strictObject({ always: v.literal(true), weak: v.optional(v.literal(true)) }),
	v.strictObject({
		zone,
		weekly: v.pipe(v.array(span), v.minLength(1)),
		weak: v.optional(v.literal(true))
	}),
	v.strictObject({ unknown: v.literal(true) })
]);

const way = {
	hours,
	confidence: v.picklist(['high', 'medium']),
	label: v.optional(words),
	languages: v.optional(v.array(language))
};

const phone = {
	value: number,
	shown: v.optional(words),
	cost: v.picklist(['free', 'standard', 'unknown'])
};

const channel = v.variant('kind', [
	v.strictObject({
		kind: v.literal('call'),
		...phone,
		...way,
		press: v.optional(v.pipe(v.string(), v.regex(/^\d$/))),
		reaches: v.optional(
			v.pipe(v.array(v.picklist(['police', 'ambulance', 'fire'])), v.minLength(1))
		)
	}),
	v.strictObject({
		kind: v.literal('text'),
		...phone,
		...way,
		keyword: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]+$/)))
	}),
	v.strictObject({ kind: v.picklist(['chat', 'whatsapp', 'page']), value: https, ...way }),
	v.strictObject({ kind: v.literal('email'), value: v.pipe(v.string(), v.email()), ...way })
]);

const who = [
	'anyone',
	'child',
	'youth',
	'women',
	'men',
	'lgbtq',
	'veterans',
	'indigenous'
] as const;

const purposes = [
	'emergency',
	'suicide',
	'distress',
	'helper',
	'violence-victim',
	'sexual-violence',
	'child',
	'perpetrator'
] as const;

/** For tests and tools; the page trusts what the tests have parsed. Unknown fields are errors. */
export const resource: v.GenericSchema<unknown, Resource> = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^[a-z]{2}-[a-z0-9-]+$/)),
	country,
	also: v.optional(v.array(country)),
	region: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/))),
	name: v.record(language, words),
	english: words,
	serves: v.strictObject({
		who: v.picklist(who),
		ages: v.optional(v.strictTuple([v.number(), v.number()])),
		needs: v.pipe(v.array(v.picklist(purposes)), v.minLength(1))
	}),
	languages: v.pipe(v.array(language), v.minLength(1)),
	channels: v.pipe(v.array(channel), v.minLength(1)),
	note: v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(120))),
	site: v.optional(https),
	sources: v.pipe(v.array(https), v.minLength(1)),
	verifiedOn: day,
	verifiedBy: v.picklist(['call', 'text', 'lists']),
	dated: v.optional(v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}){0,2}$/)))
});
