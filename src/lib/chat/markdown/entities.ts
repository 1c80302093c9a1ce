/** The character references that answers use. Others stay as they are written, which harms nobody. */
const NAMED: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
	shy: '\u00ad',
	copy: '©',
	reg: '®',
	trade: '™',
	hellip: '…',
	mdash: '—',
	ndash: '–',
	lsquo: '‘',
	rsquo: '’',
	ldquo: '“',
	rdquo: '”',
	laquo: '«',
	raquo: '»',
	bull: '•',
	middot: '·',
	times: '×',
	divide: '÷',
	plusmn: '±',
	minus: '−',
	ne: '≠',
	le: '≤',
	ge: '≥',
	asymp: '≈',
	infin: '∞',
	deg: '°',
	micro: 'µ',
	frac12: '½',
	sup2: '²',
	sup3: '³',
	larr: '←',
	uarr: '↑',
	rarr: '→',
	darr: '↓',
	harr: '↔',
	euro: '€',
	pound: '£',
	yen: '¥',
	cent: '¢',
	sect: '§',
	para: '¶',
	check: '✓',
	hearts: '♥',
	ensp: '\u2002',
	emsp: '\u2003',
	thinsp: '\u2009',
	zwnj: '\u200c',
	zwj: '\u200d'
};

/** Replaces character references by what they stand for, once: `&amp;lt;` is the text `&lt;`. */
export function decodeEntities(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(
		/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,6}[23]?|frac12));/g,
		(whole: string, decimal?: string, hex?: string, name?: string) => {
			if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
			return character(decimal === undefined ? parseInt(hex ?? '', 16) : parseInt(decimal, 10));
		}
	);
}

/** Zero, halves of a surrogate pair and what is beyond Unicode become the replacement character, as in HTML. */
function character(code: number): string {
	const none = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
	return none ? '\ufffd' : String.fromCodePoint(code);
}
