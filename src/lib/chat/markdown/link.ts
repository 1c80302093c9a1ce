import { safeUrl } from './safeUrl';

/** Where a link leads. `place` is there when its text does not say so honestly, and is then shown beside it. */
export type Destination = { href: string; place?: string; here?: true };

/** Pages of this site that an answer may lead to; every other relative address is only text. */
const HERE = /^\/(settings|help)(#[\w-]*)?$/;

/** The destination of a link with this text, or undefined when nobody should be sent there. */
export function destination(url: string, text: string): Destination | undefined {
	if (HERE.test(url)) return { href: url, here: true };
	const href = safeUrl(url);
	if (href === undefined) return undefined;
	return honest(text, new URL(href)) ? { href } : { href, place: placeOf(href) };
}

/** The part of an address that says who is at the other end: host, mail address or phone number. */
export function placeOf(href: string): string {
	const url = new URL(href);
	return url.host || decode(url.pathname);
}

/** Whether the text could make a person believe in another place than the one they would reach. */
function honest(text: string, url: URL): boolean {
	const seen = text
		.replace(/\p{Cf}/gu, '')
		.normalize('NFKC')
		.slice(0, 500)
		.toLowerCase();
	if (seen.trim() === '') return false;
	if (url.protocol === 'tel:') return honestNumber(seen, url.pathname);
	if (url.protocol === 'mailto:') return honestAddress(seen, decode(url.pathname).toLowerCase());
	if (url.username || url.password) return false;
	return domains(seen).every((domain) => within(url.hostname, domain));
}

/** The text may leave out the country: +1 in front of at least seven digits. Short numbers must match as they are. */
function honestNumber(seen: string, path: string): boolean {
	const said = seen.replace(/\D/g, '');
	const real = path.replace(/;.*/, '').replace(/\D/g, '');
	if (said === '' || said === real) return true;
	const national = said.replace(/^0/, '');
	const country = real.length - national.length;
	return national.length >= 7 && country <= 3 && path.startsWith('+') && real.endsWith(national);
}

function honestAddress(seen: string, address: string): boolean {
	return seen.includes(address) || (!seen.includes('@') && domains(seen).length === 0);
}

const DOMAIN = /(?:[\p{L}\p{N}][\p{L}\p{N}-]*[.。])+(?:\p{L}[\p{L}\p{N}-]+|\d{1,3})/gu;

function domains(seen: string): string[] {
	return seen.match(DOMAIN) ?? [];
}

/** Whether a host is the domain that was named, or a part of it. */
function within(host: string, named: string): boolean {
	const url = `http://${named.replace(/^www\./, '')}`;
	const domain = URL.canParse(url) ? new URL(url).hostname : named;
	return host === domain || host.endsWith(`.${domain}`);
}

function decode(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
