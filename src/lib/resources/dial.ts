import type { Channel, Country } from './resource';

/**
 * The link behind a channel of a service in `country`, for a person who is in `from`.
 * Undefined where it cannot work: 113 saves a life in one country and calls the police in the next.
 */
export function href(channel: Channel, country: Country, from = country): string | undefined {
	switch (channel.kind) {
		case 'call':
			return reachable(channel.value, country, from) ? `tel:${digits(channel.value)}` : undefined;
		case 'text':
			return reachable(channel.value, country, from)
				? `sms:${digits(channel.value)}${body(channel.keyword)}`
				: undefined;
		case 'email':
			return `mailto:${channel.value}`;
		case 'chat':
		case 'whatsapp':
		case 'page':
			return channel.value;
		default:
			return channel satisfies never;
	}
}

/** Only `+` numbers cross a border. Freephone stays national too: most networks refuse it as `+81 120…`. */
function reachable(value: string, country: Country, from: Country): boolean {
	return value.startsWith('+') || country === from;
}

/** `#` would begin a fragment. iOS does not dial `*` and `#` from a link: always show the number as text too. */
function digits(value: string): string {
	return value.replaceAll('#', '%23');
}

/** `?&body=`: Android reads what follows `?`, iOS what follows `&`. */
function body(keyword: string | undefined): string {
	return keyword ? `?&body=${encodeURIComponent(keyword)}` : '';
}
