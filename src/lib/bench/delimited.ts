import Papa from 'papaparse';
import { LONGEST } from './blocks';

/** What is wrong with one row: no JSON, no object, too long, an open quotation mark, or not as many fields as names. */
export type RowFault = 'json' | 'object' | 'long' | 'quotes' | 'fields';

/** The fields of one row in order, or what is wrong with it. */
export type FieldRow = readonly string[] | RowFault;

/** The delimiter of a CSV file from its beginning: comma, semicolon, tab or bar. */
export function guessDelimiter(sample: string): string {
	const { meta } = Papa.parse<string[]>(sample, {
		preview: 20,
		delimitersToGuess: [',', ';', '\t', '|'],
		skipEmptyLines: true
	});
	return meta.delimiter || ',';
}

/**
 * The rows of CSV (RFC 4180, any delimiter). A quoted field may hold line breaks, each then a line feed. A quotation mark
 * that is never closed costs its line, not the rest of the file.
 */
export async function* readCsv(
	blocks: AsyncIterable<string | null>,
	delimiter: string
): AsyncGenerator<FieldRow> {
	let buffer = '';
	// While nothing is complete, the buffer doubles before it is looked at again: the work stays linear.
	let enough = 0;
	const shape = { delimiter, width: 0 };
	for await (const block of blocks) {
		if (block === null) {
			buffer = '';
			enough = 0;
			yield 'long';
			continue;
		}
		buffer += block.replace(/\r\n?/g, '\n');
		if (buffer.length < enough) continue;
		const rest = yield* take(buffer, shape, true);
		enough = rest.length < buffer.length ? 0 : rest.length * 2;
		buffer = rest;
		if (buffer.length <= LONGEST) continue;
		yield 'quotes';
		buffer = withoutLine(buffer);
		enough = 0;
	}
	yield* take(buffer, shape, false);
}

/** Fields of the first row, as of all others; 0 where they are not known yet. */
type Shape = { readonly delimiter: string; width: number };

/** Gives the rows of a buffer and returns what is left of it; `more` leaves the last row for later. */
function* take(buffer: string, shape: Shape, more: boolean): Generator<FieldRow, string> {
	for (let rest = buffer; ;) {
		const { rows, used, broken } = parse(rest, shape, more);
		yield* rows;
		rest = rest.slice(used);
		if (!broken) return rest;
		yield 'quotes';
		rest = withoutLine(rest);
	}
}

function withoutLine(buffer: string): string {
	const end = buffer.indexOf('\n');
	return end < 0 ? '' : buffer.slice(end + 1);
}

type Step = {
	readonly data: readonly (readonly string[])[];
	readonly errors: readonly { readonly code: string }[];
	readonly meta: { readonly cursor: number };
};

/** Rows, and how many UTF-16 code units they took; `broken` where the line after them has lost the end of its quotation. */
function parse(buffer: string, shape: Shape, more: boolean) {
	const rows: FieldRow[] = [];
	let used = 0;
	let broken = false;
	const step = ({ data: [row = []], errors, meta: { cursor } }: Step) => {
		shape.width ||= row.length;
		const bad = errors.length > 0;
		broken =
			errors.some(({ code }) => code === 'MissingQuotes') ||
			(bad && holdsRows(buffer.slice(used, cursor), shape));
		if (broken) return parser.abort();
		used = cursor;
		if (bad) rows.push('quotes');
		else if (row.length > 1 || row[0] !== '') rows.push(row);
	};
	const { delimiter } = shape;
	const parser = new Papa.Parser({ delimiter, newline: '\n', step });
	parser.parse(buffer, 0, more);
	return { rows, used, broken };
}

/**
 * Whether a row that closes in a wrong place is rather one line that never closes and many rows after it: these have as many
 * fields as all. A delimiter before a space is one of prose.
 */
function holdsRows(region: string, { delimiter, width }: Shape): boolean {
	const [, ...lines] = region.replace(/\n$/, '').split('\n');
	const fields = (line: string) => line.replaceAll(`${delimiter} `, ' ').split(delimiter).length;
	const full = lines.filter((line) => fields(line) === width).length;
	return width > 1 && lines.length > 0 && full > lines.length / 2;
}

/**
 * The rows of TSV. The format has no quoting (IANA text/tab-separated-values) and texts begin with quotation marks, yet
 * spreadsheets quote: a field is unquoted only where its quotation marks are in order, and a line that has too few fields goes on
 * with the row before it where that has one open.
 */
export async function* readTsv(blocks: AsyncIterable<string | null>): AsyncGenerator<FieldRow> {
	let held: string | undefined;
	let width = 0;
	const finish = (line: string): FieldRow => {
		const fields = line.split('\t');
		width ||= fields.length;
		return fields.length > width ? rejoin(line) : fields.map(unquote);
	};
	for await (const block of blocks) {
		if (block === null) {
			if (held !== undefined) yield finish(held);
			held = undefined;
			yield 'long';
			continue;
		}
		for (const part of block.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')) {
			if (held !== undefined) {
				if (part.split('\t').length < width && isOpen(held) && held.length < LONGEST) {
					held = `${held}\n${part}`;
					continue;
				}
				yield finish(held);
			}
			held = part.trim() ? part : undefined;
		}
	}
	if (held !== undefined) yield finish(held);
}

/** A row with too many tabs may have some inside quotation marks. */
function rejoin(line: string): FieldRow {
	const [row = 'quotes'] = parse(line, { delimiter: '\t', width: 0 }, false).rows;
	return row;
}

function isOpen(line: string): boolean {
	const last = line.slice(line.lastIndexOf('\t') + 1);
	return last.startsWith('"') && (last.length === 1 || unquote(last) === last);
}

/** A field whose quotation marks are in order without them; any other as it is. */
function unquote(field: string): string {
	if (field.length < 2 || !field.startsWith('"') || !field.endsWith('"')) return field;
	const inner = field.slice(1, -1);
	return inner.replaceAll('""', '').includes('"') ? field : inner.replaceAll('""', '"');
}
