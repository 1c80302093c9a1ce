/** A fenced piece of code: its text without the fences and without their indent. */
export type Fenced = { text: string; language: string; closed: boolean };

/** The first line of fenced code: indent, marker, info. */
const OPENING = /^( {0,3})(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})([^\n]*)(?:\n|$)/;

/** Whether a source begins with the whole first line of fenced code. */
export function opensFence(source: string): boolean {
	const opening = OPENING.exec(source);
	return opening !== null && opening[0].endsWith('\n');
}

/** The index after the fence that closes the code at the start of `text`, once its line is whole. */
export function endOfFence(text: string, start: number, from: number): number | undefined {
	const opening = OPENING.exec(text.slice(start, text.indexOf('\n', start) + 1));
	if (!opening) return undefined;
	const closing = new RegExp(`${closes(opening)}\n`, 'gm');
	closing.lastIndex = Math.max(start + opening[0].length, from);
	return closing.exec(text) ? closing.lastIndex : undefined;
}

/** Reads fenced code from its source, which may still lack the closing fence. Undefined if it is none. */
export function fenced(source: string): Fenced | undefined {
	const opening = OPENING.exec(source);
	if (!opening) return undefined;
	const [first, indent = '', , info = ''] = opening;
	const closed = new RegExp(`${closes(opening)}\\s*$`);
	const body = source.slice(first.length);
	const end = lastLine(body);
	const found = closed.exec(body.slice(end));
	const inside = found ? body.slice(0, end) : body;
	return {
		text: dedent(inside, indent.length).replace(/\n$/, ''),
		language:
			info
				.trim()
				.split(/[\s{,:]/, 1)[0]
				?.toLowerCase() ?? '',
		closed: found !== null
	};
}

function closes([, , marker = '```']: RegExpExecArray): string {
	return `^ {0,3}${marker.charAt(0)}{${marker.length},} *`;
}

/** Index of the line end before the last line that is not blank; the search is for that line alone. */
function lastLine(body: string): number {
	return body.trimEnd().lastIndexOf('\n') + 1;
}

function dedent(text: string, spaces: number): string {
	return spaces === 0 ? text : text.replace(new RegExp(`^ {1,${spaces}}`, 'gm'), '');
}
