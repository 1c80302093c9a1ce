/** Pairs of spellings that sound alike, the first to be read as the second. */
export type Alike = readonly (readonly [string, string])[];

export type Folded = {
	readonly text: string;
	/** The offset in the text as it was, of an offset in the folded one. */
	readonly origin: (at: number) => number;
};

/**
 * What people write in several ways, in one of them: Latin letters without accents; Arabic without vowel marks and
 * stretches, with one alef, one yeh, and heh for teh marbuta; Devanagari without nukta and nasal signs; two or three
 * spaces as one, or as one line break. Text and phrases are folded alike. Expects lower case.
 */
export function fold(text: string, alike: Alike = []): Folded {
	const ways = new Map(alike);
	const parts = [...alike.map(([from]) => from), VARIANT].join('|');
	const shifts: Shift[] = [];
	let by = 0;
	const folded = text.replace(new RegExp(parts, 'gu'), (part, at: number) => {
		const plain = ways.get(part) ?? plainest(part);
		if (plain.length !== part.length) {
			const start = at - by + Math.min(part.length, plain.length);
			by += part.length - plain.length;
			shifts.push({ at: start, by });
		}
		return plain;
	});
	return { text: folded, origin: (at) => at + shiftAt(shifts, at) };
}

/** From this offset of the folded text on, so many characters are missing (or too many, below zero). */
type Shift = { readonly at: number; readonly by: number };

/** That of the last entry not behind the offset, by halving: there may be many, asked for many times. */
function shiftAt(shifts: readonly Shift[], at: number): number {
	let low = 0;
	let high = shifts.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((shifts[middle]?.at ?? Infinity) <= at) low = middle + 1;
		else high = middle;
	}
	return shifts[low - 1]?.by ?? 0;
}

const VARIANT = `\\s{2,3}|[^\\S \\n]|[\\u00df-\\u024f\\u1e00-\\u1eff]|[أإآٱؤئىیةک]|[\\u0640\\u064b-\\u0652\\u0670]|[\\u0901\\u0902\\u093c]|न्(?=[तथदध])`;

const LETTERS: Readonly<Record<string, string>> = {
	ß: 'ss',
	œ: 'oe',
	æ: 'ae',
	أ: 'ا',
	إ: 'ا',
	آ: 'ا',
	ٱ: 'ا',
	ؤ: 'و',
	ئ: 'ي',
	ى: 'ي',
	ی: 'ي',
	ة: 'ه',
	ک: 'ك',
	'\u0640': '',
	न्: ''
};

function plainest(part: string): string {
	if (/\s/u.test(part)) return part.includes('\n') ? '\n' : ' ';
	return LETTERS[part] ?? part.normalize('NFD').replace(/\p{M}+/gu, '');
}
