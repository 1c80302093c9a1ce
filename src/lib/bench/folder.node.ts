import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { tooLarge, type Folder } from './folder';
import { Refusal } from './refusal';

/** A model's folder on the disk. */
export function directoryFolder(directory: string): Folder {
	// What messages call it stands in results, which must not tell where somebody keeps their files.
	const name = basename(resolve(directory));
	return {
		name,
		async list() {
			try {
				const found = await readdir(directory, { recursive: true, withFileTypes: true });
				return found
					.filter((entry) => !entry.isDirectory())
					.map((entry) => join(entry.parentPath, entry.name))
					.map((path) => path.slice(join(directory, sep).length).replaceAll(sep, '/'));
			} catch {
				throw new Refusal(`${name} is not a folder that can be read.`);
			}
		},
		async read(path) {
			const file = join(directory, path);
			const size = await stat(file).then(
				(found) => (found.isFile() ? found.size : undefined),
				() => undefined
			);
			if (size === undefined) return undefined;
			if (size >= 2 ** 31) throw tooLarge(name, path);
			try {
				return new Uint8Array(await readFile(file));
			} catch {
				throw new Refusal(`${name}/${path} cannot be read: check the rights of the file.`);
			}
		}
	};
}
