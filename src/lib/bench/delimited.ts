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
	for await (const block of blocks) {
		if (block === null) {
			buffer = '';
			enough = 0;
			yield 'long';
			continue;
		}
		buffer += block.replace(/\r\n?/g, '\n');
		if (buffer.length < enough) continue;
		const { rows, used } = parse(buffer, delimiter, true);
		yield* rows;
		buffer = buffer.slice(used);
		enough = used > 0 ? 0 : buffer.length * 2;
		if (buffer.length <= LONGEST) continue;
		yield 'quotes';
		buffer = withoutLine(buffer);
		enough = 0;
	}
	while (buffer) {
		const { rows, used } = parse(buffer, delimiter, false);
		yield* rows;
		buffer = buffer.slice(used);
		if (!buffer) return;
		yield 'quotes';
		buffer = withoutLine(buffer);
	}
}

function withoutLine(buffer: string): string {
	const end = buffer.indexOf('\n');
	return end < 0 ? '' : buffer.slice(end + 1);
}

type Parsed = {
	readonly data: readonly (readonly string[])[];
	readonly errors: readonly { readonly code: string; readonly row?: number }[];
	readonly meta: { readonly cursor: number };
};

/** Rows, and how many UTF-16 code units they took; `more` leaves the last row for later. */
function parse(buffer: string, delimiter: string, more: boolean) {
	const parser = new Papa.Parser({ delimiter, newline: '\n' });
	const { data, errors, meta }: Parsed = parser.parse(buffer, 0, more);
	const bad = new Set(errors.map(({ row }) => row));
	const open = errors.some(({ code }) => code === 'MissingQuotes');
	const rows = data.map((row, index): FieldRow => (bad.has(index) ? 'quotes' : row));
	if (!open) return { rows: rows.filter(isFilled), used: more ? meta.cursor : buffer.length };
	// The last row swallowed the rest of the file: take what is before it.
	const before = new Papa.Parser({ delimiter, newline: '\n' });
	const { meta: end }: Parsed = before.parse(buffer, 0, true);
	return { rows: rows.slice(0, -1).filter(isFilled), used: end.cursor };
}

function isFilled(row: FieldRow): boolean {
	return typeof row === 'string' || row.length > 1 || row[0] !== '';
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
	const [row = 'quotes'] = parse(line, '\t', false).rows;
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
