import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from './lines';

async function collect(chunks: readonly (string | Uint8Array)[]) {
	const lines: string[] = [];
	for await (const line of readLines(stream(chunks))) lines.push(line);
	return lines;
}
async function* stream(chunks: readonly (string | Uint8Array)[]) {
	yield* chunks;
}

describe('reading lines', () => {
	it('skips blank ones, takes both line ends, and needs none at the end', async () => {
		expect(await collect(['a\r\n\n  \nb'])).toEqual(['a\r', 'b']);
	});

	it('drops a byte order mark', async () => {
		expect(await collect([Buffer.from('\ufeff{}\n')])).toEqual(['{}']);
	});

	it('splits at line feeds only, wherever the bytes are cut', async () => {
		const text = '{"a":"\u2028 é 😀"}\n{"b":"死\u0085"}\n';
		await fc.assert(
			fc.asyncProperty(fc.array(fc.nat({ max: 40 })), async (cuts) => {
				const bytes = Buffer.from(text);
				const at = [
					0,
					...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b),
					bytes.length
				];
				const chunks = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
				expect(await collect(chunks)).toEqual(text.trim().split('\n'));
			})
		);
	});

	it('gives up a line that would fill the memory, and goes on after it', async () => {
		const megabyte = 'x'.repeat(1024 * 1024);
		const chunks = [...Array.from({ length: 18 }, () => megabyte), '\nnext\n'];
		expect(await collect(chunks)).toEqual(['', 'next']);
	});
});
