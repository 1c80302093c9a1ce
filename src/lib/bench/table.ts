import { readBlocks, type Decoding } from './blocks';
import { unpack, type Watch } from './chunks';
import { guessDelimiter, readCsv, readTsv, type FieldRow, type RowFault } from './delimited';
import { BenchError, type Fault } from './fault';

export type Format = 'csv' | 'tsv' | 'jsonl';

/** The values of one row by column. CSV and TSV have strings only, JSON Lines whatever JSON has. */
export type Fields = Readonly<Record<string, unknown>>;

/** One row, numbered from 1 without the header, or what is wrong with it. */
export type TableRow =
	| { readonly number: number; readonly fields: Fields }
	| { readonly number: number; readonly fault: RowFault };

/** What a person may say about a file; the rest is seen from the file. */
export type TableOptions = Watch & {
	/** False where the first row of a CSV or TSV file is a row like the others: columns are then "column 1", "column 2", …. */
	readonly header?: boolean;
	readonly delimiter?: string;
	/** Filled while the file is read. */
	readonly notes?: TableNotes;
};

export type TableNotes = Decoding & { format?: Format; delimiter?: string };

export const newNotes = (): TableNotes => ({
	...{ encoding: 'utf-8', foreign: 0, alien: 0, beyond: 0 }
});

/**
 * The rows of a CSV, TSV or JSON Lines file, gzip or not, one at a time: a file of any size takes a few megabytes of memory.
 * Throws a BenchError where the whole file cannot be read; a bad row is given as such and the reading goes on.
 */
export async function* readTable(
	source: Blob,
	name: string,
	options: TableOptions = {}
): AsyncGenerator<TableRow> {
	const notes = options.notes ?? newNotes();
	const blocks = readBlocks(checked(unpack(source, name, options), name), notes);
	const first = await firstBlock(blocks);
	if (first === undefined)
		throw new BenchError({ code: 'file/empty', sentence: `"${name}" is empty: choose another.` });
	const all = prepend(first, blocks);
	notes.format = formatOf(name, first);
	if (notes.format === 'csv') notes.delimiter = options.delimiter ?? guessDelimiter(head(first));
	if (notes.format === 'jsonl') yield* readJsonLines(all, name);
	else {
		const rows = notes.delimiter ? readCsv(all, notes.delimiter) : readTsv(all);
		yield* nameFields(rows, options.header ?? true);
	}
	const fault = encodingFault(notes, name);
	if (fault) throw new BenchError(fault);
}

/** Lines of another encoding among many others are read and counted; a file of them would be measured on wrong letters. */
function encodingFault({ alien, foreign, beyond }: TableNotes, name: string): Fault | undefined {
	if (alien <= (foreign + beyond) / 2) return undefined;
	return {
		code: 'file/alien',
		count: alien,
		sentence: `"${name}" is neither UTF-8 nor Windows-1252: save it as UTF-8.`
	};
}

/** Files that are no text at all are refused before they become a million bad rows. */
async function* checked(chunks: AsyncIterable<Uint8Array>, name: string) {
	let first = true;
	for await (const chunk of chunks) {
		const fault = first ? binaryFault(chunk, name) : undefined;
		if (fault) throw new BenchError(fault);
		first = false;
		yield chunk;
	}
}

function binaryFault(chunk: Uint8Array, name: string): Fault | undefined {
	const [a, b] = chunk;
	if (a === 0x50 && b === 0x4b)
		return {
			code: 'file/zip',
			sentence: `"${name}" is a ZIP archive or a spreadsheet: unpack it, or save it as CSV.`
		};
	const utf16 = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
	if (utf16 || !chunk.subarray(0, 4096).includes(0)) return undefined;
	return {
		code: 'file/binary',
		sentence: `"${name}" is not a text file, or is UTF-16 without a byte order mark: save it as CSV or JSON Lines in UTF-8.`
	};
}

/** The first block that has more than white space; lines that are too long before it are lost with the blank ones. */
async function firstBlock(blocks: AsyncIterator<string | null>): Promise<string | undefined> {
	for (;;) {
		const { done, value } = await blocks.next();
		if (done) return undefined;
		if (value?.trim()) return value;
	}
}

async function* prepend(first: string, blocks: AsyncIterable<string | null>) {
	yield first;
	yield* blocks;
}

/** At most 64 KiB of whole lines, enough to tell a delimiter. */
function head(block: string): string {
	const end = block.lastIndexOf('\n', 65_536);
	return block.slice(0, end > 0 ? end : 65_536);
}

/** By the file's name; where that does not say, by its first sign and its tabs. */
function formatOf(name: string, first: string): Format {
	const plain = name.toLowerCase().replace(/\.(gz|gzip)$/, '');
	if (/\.(jsonl|ndjson|jsonlines|json)$/.test(plain)) return 'jsonl';
	if (/\.(tsv|tab)$/.test(plain)) return 'tsv';
	if (/\.csv$/.test(plain)) return 'csv';
	if (/^\s*\{/.test(first)) return 'jsonl';
	return guessDelimiter(head(first)) === '\t' ? 'tsv' : 'csv';
}

async function* readJsonLines(
	blocks: AsyncIterable<string | null>,
	name: string
): AsyncGenerator<TableRow> {
	let number = 0;
	for await (const block of blocks) {
		if (block === null) yield { number: ++number, fault: 'long' };
		for (const line of block?.split('\n') ?? []) {
			if (!line.trim()) continue;
			if (++number === 1 && /^\s*(\[|\{\s*$)/.test(line))
				throw new BenchError({
					code: 'file/json',
					sentence: `"${name}" is one JSON value over many lines: save it as JSON Lines, one object per line.`
				});
			yield readObject(line, number);
		}
	}
}

function readObject(line: string, number: number): TableRow {
	try {
		const json: unknown = JSON.parse(line);
		return isObject(json) ? { number, fields: json } : { number, fault: 'object' };
	} catch {
		return { number, fault: 'json' };
	}
}

function isObject(json: unknown): json is Fields {
	return typeof json === 'object' && json !== null && !Array.isArray(json);
}

async function* nameFields(
	rows: AsyncIterable<FieldRow>,
	header: boolean
): AsyncGenerator<TableRow> {
	let names: readonly string[] | undefined;
	let number = 0;
	for await (const row of rows) {
		if (!names && typeof row !== 'string') {
			names = columnNames(header ? row : row.map(() => ''));
			if (header) continue;
		}
		number++;
		if (typeof row === 'string') yield { number, fault: row };
		else yield zip(names ?? [], row, number);
	}
}

/** Trimmed; a column without a name gets its number, and the second of one name a "(2)". */
function columnNames(row: readonly string[]): readonly string[] {
	const seen = new Map<string, number>();
	return row.map((cell, index) => {
		const name = cell.trim() || `column ${index + 1}`;
		const times = (seen.get(name) ?? 0) + 1;
		seen.set(name, times);
		return times > 1 ? `${name} (${times})` : name;
	});
}

/**
 * A row with fewer or more fields than names has lost or won a delimiter: its fields would stand in wrong columns. So it may
 * where the field too many is empty, as the last column of the others is.
 */
function zip(names: readonly string[], row: readonly string[], number: number): TableRow {
	if (row.length !== names.length) return { number, fault: 'fields' };
	return { number, fields: Object.fromEntries(names.map((name, index) => [name, row[index]])) };
}
