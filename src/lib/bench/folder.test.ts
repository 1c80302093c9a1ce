import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { pickedFolder, ReadFolder } from './folder';
import { directoryFolder } from './folder.node.ts';
import { Refusal } from './refusal';

const made: string[] = [];
afterEach(async () => {
	for (const directory of made.splice(0)) await rm(directory, { recursive: true, force: true });
});
const decode = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

describe('a model folder', () => {
	it('that was picked has paths without the directory that all of them share', async () => {
		const files = { 'mine/config.json': '{}', 'mine/onnx/model.onnx': 'x' };
		const folder = pickedFolder('mine', picked(files));
		expect(await folder.list()).toEqual(['config.json', 'onnx/model.onnx']);
		expect(decode(await folder.read('onnx/model.onnx'))).toBe('x');
		expect(await folder.read('tokenizer.json')).toBeUndefined();
	});

	it('keeps its onnx directory where nothing else was picked', async () => {
		const folder = pickedFolder('mine', picked({ 'onnx/model.onnx': 'x' }));
		expect(await folder.list()).toEqual(['onnx/model.onnx']);
	});

	it('on a disk lists what lies below it, and refuses a file that no runtime takes', async () => {
		const directory = await mkdtemp(join(tmpdir(), 'handrail-folder-'));
		made.push(directory);
		await writeFile(join(directory, 'config.json'), '{}');
		const folder = directoryFolder(directory);
		expect(await folder.list()).toEqual(['config.json']);
		expect(decode(await folder.read('config.json'))).toBe('{}');
		expect(await folder.read('nothing')).toBeUndefined();
		await expect(directoryFolder(join(directory, 'gone')).list()).rejects.toThrow(Refusal);
	});

	it('gives the same identity wherever it lies, and another one for other bytes', async () => {
		const hash = async (files: Record<string, string>, ...order: string[]) => {
			const read = new ReadFolder(pickedFolder('any', picked(files)));
			for (const path of order) await read.read(path);
			return [await read.hash(), read.bytes] as const;
		};
		const files = { 'config.json': '{}', 'tokenizer.json': '[1]', unread: 'much more' };
		const one = await hash(files, 'config.json', 'tokenizer.json');
		expect(await hash(files, 'tokenizer.json', 'config.json', 'absent')).toEqual(one);
		expect(one[1]).toBe(5);
		const other = await hash({ ...files, 'config.json': '[]' }, 'config.json', 'tokenizer.json');
		expect(other[0]).not.toBe(one[0]);
	});
});

function picked(files: Record<string, string>): Map<string, Blob> {
	return new Map(Object.entries(files).map(([path, text]) => [path, new Blob([text])]));
}
