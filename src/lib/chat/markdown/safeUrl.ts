/** Longest address that is followed, in UTF-16 units; browsers agree on about this much. */
const LONGEST = 4096;

/** A number as people write it. `*` and `#` are refused: some phones act on such codes without asking. */
const NUMBER = /^tel:\+?[\d().-]{2,32}(?:;ext=\d{1,8})?$/i;

/**
 * The address as the browser will understand it, when it is one that an answer may send a person to:
 * http, https, mailto or tel, absolute. Anything else is undefined, and its text is shown without a link.
 */
export function safeUrl(url: string): string | undefined {
	const trimmed = url.trim();
	if (trimmed.length > LONGEST || hasControl(trimmed)) return undefined;
	const parsed = parse(trimmed);
	switch (parsed?.protocol) {
		case 'http:':
		case 'https:':
			return parsed.href;
		case 'mailto:':
			return parsed.pathname.includes('@') ? parsed.href : undefined;
		case 'tel:':
			return number(trimmed);
		default:
			return undefined;
	}
}

/** A browser drops tabs and line ends inside an address, so `java\nscript:` would run; honest ones have none. */
function hasControl(url: string): boolean {
	return /[\p{Cc}\u2028\u2029]/u.test(url);
}

function parse(url: string): URL | undefined {
	return URL.canParse(url) ? new URL(url) : undefined;
}

function number(url: string): string | undefined {
	const bare = url.replace(/(?:%20|\s)+/g, '');
	return NUMBER.test(bare) ? bare : undefined;
}
