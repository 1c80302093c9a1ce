import { opensFence } from './fence';
import { whole, type Piece } from './lexer';

/**
 * How much is lexed at once, in UTF-16 units, from the last certain boundary on. It bounds the cost of a token in a
 * growing answer; a longer paragraph, list or table is cut, and goes on below.
 */
export const WINDOW = 10_000;

/** Longest head of a table that is repeated where the table was cut. */
const LONGEST_HEAD = 800;

/** Where the certain part of a window ends, and the table head to read before what comes next. */
export type Cut = { at: number; head: string };

/**
 * The last boundary between two pieces that no further text can move: there is a blank line, a fence or a heading,
 * and the line after it is whole, so Marked has decided about it. Zero if there is none.
 */
export function certain(source: string, pieces: Piece[]): number {
	const lines = source.lastIndexOf('\n');
	const piece = pieces.findLast(
		({ start, token }, index) =>
			index > 0 && start <= lines && (afterBlank(source, start) || opens(token))
	);
	return piece?.start ?? 0;
}

function afterBlank(source: string, start: number): boolean {
	const end = source.lastIndexOf('\n', start - 1);
	return end > 0 && source.slice(source.lastIndexOf('\n', end - 1) + 1, end).trim() === '';
}

/** Of headings only those that begin with `#` and a space: a line under "#tag" that makes it one may still change. */
function opens({ type, raw }: Piece['token']): boolean {
	return (
		(type === 'heading' && /^ {0,3}#{1,6}(?!\S)/.test(raw)) || (type === 'code' && opensFence(raw))
	);
}

/** Where to cut a full window without a certain boundary: before its last piece, item or row. */
export function forced(source: string, pieces: Piece[]): Cut {
	const last = pieces.at(-1);
	if (!last) return { at: source.length, head: '' };
	if (pieces.length > 1) return { at: last.start, head: '' };
	const line = source.lastIndexOf('\n') + 1;
	if (last.token.type === 'list' && last.token.items.length > 1) {
		const items: { raw: string }[] = last.token.items.slice(0, -1);
		return { at: items.reduce((at, item) => at + item.raw.length, last.start), head: '' };
	}
	if (last.token.type === 'table') return { at: line, head: headOf(source.slice(last.start)) };
	return { at: line > last.start ? line : whole(source, source.length), head: '' };
}

function headOf(table: string): string {
	const end = table.indexOf('\n', table.indexOf('\n') + 1) + 1;
	return end <= LONGEST_HEAD ? table.slice(0, end) : '';
}
