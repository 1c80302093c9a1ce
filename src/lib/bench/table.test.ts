import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { decodeWindows1252, LONGEST } from './blocks';
import { newNotes, readTable, type TableOptions, type TableRow } from './table';

type Part = string | Uint8Array<ArrayBuffer>;

async function read(name: string, parts: readonly Part[], options: TableOptions = {}) {
	const rows: TableRow[] = [];
	for await (const row of readTable(new Blob([...parts]), name, options)) rows.push(row);
	return rows;
}

async function fields(name: string, parts: readonly Part[], options?: TableOptions) {
	return (await read(name, parts, options)).map((row) =>
		'fields' in row ? row.fields : row.fault
	);
}

async function gzip(text: string) {
	const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

function utf16(text: string, bigEndian: boolean) {
	const bytes = new Uint8Array(2 + text.length * 2);
	const view = new DataView(bytes.buffer);
	view.setUint16(0, 0xfeff, !bigEndian);
	for (let index = 0; index < text.length; index++)
		view.setUint16(2 + index * 2, text.charCodeAt(index), !bigEndian);
	return bytes;
}

describe('a CSV file', () => {
	it('may quote delimiters, line breaks and quotation marks, and leave lines blank', async () => {
		expect(await fields('a.csv', ['text,label\r\n"a, b\r\nc ""d""",x\r\n\r\ne,y'])).toEqual([
			{ text: 'a, b\nc "d"', label: 'x' },
			{ text: 'e', label: 'y' }
		]);
	});

	it.each([';', '|', '\t'])('may have another delimiter: %j', async (delimiter) => {
		const notes = newNotes();
		const text = `a${delimiter}b\n1,5${delimiter}2\n3,5${delimiter}4\n`;
		const rows = await fields('a.csv', [text], { notes });
		expect(rows).toEqual([
			{ a: '1,5', b: '2' },
			{ a: '3,5', b: '4' }
		]);
		expect(notes).toMatchObject({ format: 'csv', delimiter });
	});

	it('gives columns without a name or with the same name one of their own', async () => {
		expect(await fields('a.csv', ['a,,a\n1,2,3'])).toEqual([
			{ a: '1', 'column 2': '2', 'a (2)': '3' }
		]);
		expect(await fields('a.csv', ['1,2\n3,4'], { header: false })).toEqual([
			{ 'column 1': '1', 'column 2': '2' },
			{ 'column 1': '3', 'column 2': '4' }
		]);
	});

	it('keeps a column called __proto__ a column', async () => {
		const [row] = await fields('a.csv', ['__proto__,b\n1,2']);
		expect(Object.entries(row ?? {})).toEqual([
			['__proto__', '1'],
			['b', '2']
		]);
	});

	it('loses only the row that has too many or too few fields', async () => {
		expect(await fields('a.csv', ['a,b\n1\n1,2,3\n1,2,\n3,4'])).toEqual([
			...['fields', 'fields', 'fields'],
			{ a: '3', b: '4' }
		]);
	});

	it('loses a row that an unquoted comma has shifted, though its last field is empty', async () => {
		const text = 'id,text,label,lang\n1,I will, goodbye dear Anna,intent,\n2,a nice day,safe,\n';
		expect(await fields('a.csv', [text])).toEqual([
			'fields',
			{ id: '2', text: 'a nice day', label: 'safe', lang: '' }
		]);
	});

	it('loses only the line whose quotation mark is never closed', async () => {
		expect(await fields('a.csv', ['a,b\n1,2\n"open,3\n5,6\n7,8\n'])).toEqual([
			{ a: '1', b: '2' },
			'quotes',
			{ a: '5', b: '6' },
			{ a: '7', b: '8' }
		]);
	});

	it('loses only the line of a quotation mark that is closed many rows later', async () => {
		const plain = (from: number, to: number) =>
			Array.from({ length: to - from }, (_, at) => `${from + at},line ${from + at},none\n`).join(
				''
			);
		const text = `id,text,label\n1,"oh no,none\n${plain(2, 60)}60,"one, quoted",none\n${plain(61, 70)}`;
		for (const parts of [
			[text],
			Array.from(new TextEncoder().encode(text), (byte) => new Uint8Array([byte]))
		]) {
			const rows = await fields('a.csv', parts);
			expect(rows).toHaveLength(69);
			expect(rows[0]).toBe('quotes');
			expect(rows.filter((row) => typeof row === 'string')).toHaveLength(1);
			expect(rows[59 - 1]).toEqual({ id: '59', text: 'line 59', label: 'none' });
			expect(rows[59]).toEqual({ id: '60', text: 'one, quoted', label: 'none' });
		}
	});

	it('loses a row of several lines whole where a quotation mark in it is out of order', async () => {
		const text =
			'id,text,label\n1,"one\nshe said "no" to me\nbye",none\n2,"say "hi" now",none\n3,a,b\n';
		expect(await fields('a.csv', [text])).toEqual([
			...['quotes', 'quotes'],
			{ id: '3', text: 'a', label: 'b' }
		]);
	});

	it('goes on after an open quotation mark before more text than is held', async () => {
		const block = `1,${'x'.repeat(1021)}\n`.repeat(1024);
		const blocks = Array.from({ length: 17 }, () => block);
		const rows = await read('a.csv', ['a,b\n"open,3\n', ...blocks, 'end,0']);
		expect(rows.filter((row) => 'fault' in row)).toEqual([{ number: 1, fault: 'quotes' }]);
		expect(rows).toHaveLength(17 * 1024 + 2);
		expect(rows.at(-1)).toMatchObject({ fields: { a: 'end', b: '0' } });
	});

	it('reads what was written, wherever the bytes are cut', async () => {
		const cell = fc.string({
			unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é', '😀'),
			maxLength: 8
		});
		const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 });
		await fc.assert(
			fc.asyncProperty(table, async (rows) => {
				const text = Papa.unparse([['a', 'b'], ...rows], { quotes: true, newline: '\n' });
				const bytes = new TextEncoder().encode(text);
				const stream = Array.from(bytes, (byte) => new Uint8Array([byte]));
				const found = await fields('a.csv', stream, { delimiter: ',' });
				expect(found).toEqual(rows.map(([a, b]) => ({ a, b })));
			}),
			{ numRuns: 50 }
		);
	});
});

describe('a TSV file', () => {
	it('may begin texts with a quotation mark that is never closed', async () => {
		expect(
			await fields('a.tsv', ['text\tlabel\n"Well" she said\tx\n"\ty\nhe said "no"\t"z"\n'])
		).toEqual([
			{ text: '"Well" she said', label: 'x' },
			{ text: '"', label: 'y' },
			{ text: 'he said "no"', label: 'z' }
		]);
	});

	it('may come from a spreadsheet that quotes line breaks and quotation marks', async () => {
		expect(await fields('a.tsv', ['label\ttext\nx\t"one\ntwo ""2"""\ny\t"three"\n'])).toEqual([
			{ label: 'x', text: 'one\ntwo "2"' },
			{ label: 'y', text: 'three' }
		]);
	});

	it('loses only the line that has too few fields', async () => {
		expect(await fields('a.tsv', ['a\tb\n1\n3\t4'])).toEqual(['fields', { a: '3', b: '4' }]);
	});
});

describe('a JSON Lines file', () => {
	it('keeps numbers, lists and objects, and says which rows are none', async () => {
		const text = '{"a":1,"b":[2]}\n\nnot json\n[1]\n{"a":{"c":"\u2028"}}';
		expect(await fields('a.jsonl', ['{"first":true}\n', text])).toEqual([
			{ first: true },
			{ a: 1, b: [2] },
			'json',
			'object',
			{ a: { c: '\u2028' } }
		]);
	});

	it('loses only the line that is longer than 16 MiB', async () => {
		const long = `{"a":"${'x'.repeat(LONGEST)}"}\n`;
		expect(await fields('a.jsonl', ['{"a":1}\n', long, '{"a":2}\n'])).toEqual([
			{ a: 1 },
			'long',
			{ a: 2 }
		]);
	});

	it.each(['[{"a":1}]', '[\n{"a":1}\n]', '{\n"a":1\n}'])(
		'is refused as one JSON value: %j',
		async (text) => {
			await expect(read('a.json', [text])).rejects.toThrow(/save it as JSON Lines/);
		}
	);
});

describe('the bytes of a file', () => {
	it('may be gzip, whatever the name says', async () => {
		const bytes = await gzip('{"a":1}\n{"a":2}\n');
		expect(await fields('a.jsonl.gz', [bytes])).toEqual([{ a: 1 }, { a: 2 }]);
		expect(await fields('a', [bytes])).toEqual([{ a: 1 }, { a: 2 }]);
	});

	it('are refused where gzip data end too early', async () => {
		const bytes = await gzip('{"a":1}\n'.repeat(1000));
		await expect(read('a.jsonl.gz', [bytes.slice(0, -9)])).rejects.toThrow(
			/"a.jsonl.gz" is not whole/
		);
	});

	it('tell the format where the name does not', async () => {
		expect(await fields('data.txt', ['a\tb\n1\t2\n'])).toEqual([{ a: '1', b: '2' }]);
		expect(await fields('data.txt', ['a,b\n1,2\n'])).toEqual([{ a: '1', b: '2' }]);
		expect(await fields('data', ['{"a":1}'])).toEqual([{ a: 1 }]);
	});

	it.each([true, false])(
		'may be UTF-16 with a byte order mark, big-endian: %s',
		async (bigEndian) => {
			const notes = newNotes();
			const rows = await fields('a.csv', [utf16('text\nhé 😀 死\nend', bigEndian)], { notes });
			expect(rows).toEqual([{ text: 'hé 😀 死' }, { text: 'end' }]);
			expect(notes.encoding).toBe(bigEndian ? 'utf-16be' : 'utf-16le');
		}
	);

	it('may begin with a UTF-8 byte order mark', async () => {
		expect(await fields('a.csv', ['\ufefftext\nx'])).toEqual([{ text: 'x' }]);
	});

	it('are read line by line as Windows-1252 where they are not UTF-8, and counted', async () => {
		const notes = newNotes();
		const foreign = new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20, 0x80, 0x0a]);
		const rows = await fields('a.csv', ['text\ncafé\n', foreign, 'thé\n'], { notes });
		expect(rows).toEqual([{ text: 'café' }, { text: 'café €' }, { text: 'thé' }]);
		expect(notes.foreign).toBe(1);
	});

	it('0x80 to 0x9F of Windows-1252 are those of the Encoding standard', () => {
		// python3 -c "print(bytes(b for b in range(128,160) if b not in (129,141,143,144,157)).decode('cp1252'))"
		const bytes = Uint8Array.from({ length: 32 }, (_, index) => 128 + index);
		expect(decodeWindows1252(bytes).replace(/[\u0080-\u009f]/g, '')).toBe(
			'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'
		);
	});

	it.each([
		['PK\u0003\u0004rest', /spreadsheet/],
		['a\u0000b\u0000', /not a text file/],
		['', /is empty/],
		[' \n\n', /is empty/]
	])('are refused where they are no table: %j', async (text, message) => {
		await expect(read('a.csv', [text])).rejects.toThrow(message);
	});

	it('can be left in the middle, and stopped', async () => {
		const control = new AbortController();
		const rows = readTable(new Blob([`a\n${'x'.repeat(1000)}\n`.repeat(5000)]), 'a.csv', control);
		await rows.next();
		control.abort();
		await expect(
			(async () => {
				for await (const row of rows) expect(row).toBeDefined();
			})()
		).rejects.toThrow(/abort/i);
	});
});
