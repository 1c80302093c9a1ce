/** Bytes; a longer line is given up, so that no file can fill the memory. */
export const LONGEST = 16 * 1024 * 1024;

const LINE_FEED = 10;

/** Bytes that are looked at together. */
const PIECE = 256 * 1024;

/** How the bytes of a file were read; filled while it is read. */
export type Decoding = {
	encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
	/** Lines that were not UTF-8 and were read as Windows-1252. */
	foreign: number;
	/** Of these, lines that Windows-1252 makes no words of. */
	alien: number;
	/** Lines of UTF-8 with more than ASCII. */
	beyond: number;
};

/**
 * The text of a file in blocks of whole lines, each with its line feed but perhaps the last. `null` stands for one line
 * that was too long. UTF-16 is known by its byte order mark; all else is UTF-8, but for each line that cannot be: it is read as
 * Windows-1252, as files put together from several sources need it.
 */
export async function* readBlocks(
	chunks: AsyncIterable<Uint8Array>,
	decoding: Decoding
): AsyncGenerator<string | null> {
	for await (const lines of cutLines(toUtf8(chunks, decoding)))
		yield lines && decodeLines(lines, decoding);
}

/** Takes the byte order mark away, and turns UTF-16 into UTF-8. */
async function* toUtf8(chunks: AsyncIterable<Uint8Array>, decoding: Decoding) {
	const encoder = new TextEncoder();
	let decoder: TextDecoder | undefined;
	let start: Uint8Array | undefined = new Uint8Array();
	const open = (bytes: Uint8Array) => {
		const [encoding, skip] = byteOrderMark(bytes);
		decoding.encoding = encoding;
		if (encoding !== 'utf-8') decoder = new TextDecoder(encoding);
		return bytes.subarray(skip);
	};
	const turn = (bytes: Uint8Array) =>
		decoder ? encoder.encode(decoder.decode(bytes, { stream: true })) : bytes;
	for await (const chunk of chunks) {
		if (!start) {
			yield turn(chunk);
			continue;
		}
		start = join([start, chunk]);
		if (start.length < 3) continue;
		yield turn(open(start));
		start = undefined;
	}
	if (start) yield turn(open(start));
	if (decoder) yield encoder.encode(decoder.decode());
}

function byteOrderMark([a, b, c]: Uint8Array): [Decoding['encoding'], number] {
	if (a === 0xff && b === 0xfe) return ['utf-16le', 2];
	if (a === 0xfe && b === 0xff) return ['utf-16be', 2];
	return ['utf-8', a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0];
}

/** Whole lines, as many as each chunk completes; `null` for one that is too long. */
async function* cutLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | null> {
	let rest: Uint8Array[] = [];
	let length = 0;
	let tooLong = false;
	for await (const chunk of inPieces(chunks)) {
		let from = 0;
		const last = chunk.lastIndexOf(LINE_FEED) + 1;
		if (tooLong) {
			if (last === 0) continue;
			yield null;
			tooLong = false;
			from = chunk.indexOf(LINE_FEED) + 1;
		}
		if (length > LONGEST - PIECE && length + chunk.indexOf(LINE_FEED) > LONGEST) {
			yield null;
			rest = [];
			length = 0;
			from = chunk.indexOf(LINE_FEED) + 1;
		}
		if (last > from) {
			yield join([...rest, chunk.subarray(from, last)]);
			rest = [];
			length = 0;
			from = last;
		}
		rest.push(chunk.subarray(from));
		length += chunk.length - from;
		if (length <= LONGEST) continue;
		rest = [];
		length = 0;
		tooLong = true;
	}
	if (tooLong) yield null;
	else if (length > 0) yield join(rest);
}

/** Some streams give a whole file at once. */
async function* inPieces(chunks: AsyncIterable<Uint8Array>) {
	for await (const chunk of chunks)
		for (let from = 0; from < chunk.length; from += PIECE) yield chunk.subarray(from, from + PIECE);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
	const [only] = parts;
	if (only && parts.length === 1) return only;
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

const BEYOND = /[\u0080-\uffff]/;

/** Four signs beyond ASCII side by side that are not all the same: no word of Western Europe, any word in GBK or Cyrillic. */
const ALIEN = /(?!([\u0080-\uffff])\1{3})[\u0080-\uffff]{4}/;

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeLines(bytes: Uint8Array, decoding: Decoding): string {
	const whole = decodeStrictly(bytes);
	if (whole !== undefined) {
		if (whole.length < bytes.length)
			decoding.beyond += whole.split('\n').filter((line) => BEYOND.test(line)).length;
		return whole;
	}
	let text = '';
	for (let from = 0; from < bytes.length;) {
		const next = bytes.indexOf(LINE_FEED, from) + 1 || bytes.length;
		const line = bytes.subarray(from, next);
		const decoded = decodeStrictly(line);
		const said = decoded ?? decodeWindows1252(line);
		if (decoded === undefined) {
			decoding.foreign++;
			if (ALIEN.test(said)) decoding.alien++;
		} else if (BEYOND.test(said)) decoding.beyond++;
		text += said;
		from = next;
	}
	return text;
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
	try {
		return strict.decode(bytes);
	} catch {
		return undefined;
	}
}

/** What Windows-1252 has at 0x80–0x9F (WHATWG Encoding, index windows-1252); the rest is Latin-1. */
const C1 =
	'\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
	'\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Not TextDecoder's: that of Node 20 reads Latin-1 instead, and the page must read the same text. */
export function decodeWindows1252(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes)
		text += byte >= 0x80 && byte < 0xa0 ? C1.charAt(byte - 0x80) : String.fromCharCode(byte);
	return text;
}
