import { StringDecoder } from 'node:string_decoder';

/** UTF-16 code units; a longer line is given up, so that no input can fill the memory. */
const LONGEST = 16 * 1024 * 1024;

/**
 * The lines of a stream that are not blank, one at a time and no faster than they are taken. Split at line feeds only:
 * JSON may hold U+2028, at which node:readline would split. A line that is too long comes as an empty string.
 */
export async function* readLines(
	stream: AsyncIterable<Uint8Array | string>
): AsyncGenerator<string> {
	const decoder = new StringDecoder('utf8');
	let rest = '';
	let tooLong = false;
	let first = true;
	for await (const chunk of stream) {
		const text = typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk));
		const parts = (first ? text.replace(/^\ufeff/, '') : text).split('\n');
		if (text) first = false;
		const last = parts.pop() ?? '';
		for (const part of parts) {
			const line = rest + part;
			if (tooLong) yield '';
			else if (line.trim()) yield line;
			rest = '';
			tooLong = false;
		}
		if (!tooLong) rest += last;
		if (rest.length > LONGEST) {
			rest = '';
			tooLong = true;
		}
	}
	const line = rest + decoder.end();
	if (tooLong) yield '';
	else if (line.trim()) yield line;
}
