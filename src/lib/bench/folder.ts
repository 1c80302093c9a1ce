import { sha256 } from '$lib/screening/hash';
import { Refusal } from './refusal';

/** A model's folder, wherever it lies. Paths use `/` and begin below the folder. */
export interface Folder {
	/** What messages call it. */
	readonly name: string;
	/** Undefined where there is no such file. Rejects with a Refusal where it cannot be read. */
	read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
	list(): Promise<readonly string[]>;
}

/** What no runtime takes in one piece: a browser's and Node's largest buffer that is read at once. */
const MOST_BYTES = 2 ** 31 - 1;

export function tooLarge(folder: string, path: string): Refusal {
	return new Refusal(
		`${folder}/${path} is larger than 2 GB: use a smaller or quantized export of the model.`
	);
}

/**
 * A folder of files that were picked in a page, by path. The directory that all of them share, as `webkitRelativePath`
 * has it, is left out of the paths.
 */
export function pickedFolder(name: string, files: ReadonlyMap<string, Blob>): Folder {
	const below = sharedDirectory([...files.keys()]);
	const byPath = new Map([...files].map(([path, blob]) => [path.slice(below), blob]));
	return {
		name,
		list: async () => [...byPath.keys()],
		async read(path) {
			const blob = byPath.get(path);
			if (!blob) return undefined;
			if (blob.size > MOST_BYTES) throw tooLarge(name, path);
			try {
				return new Uint8Array(await blob.arrayBuffer());
			} catch {
				throw new Refusal(
					`${name}/${path} can no longer be read: it was moved or changed, so pick it again.`
				);
			}
		}
	};
}

/** Length of the directory that all paths begin with, its slash included; 0 where there is none. */
function sharedDirectory(paths: readonly string[]): number {
	const [first = ''] = paths;
	const end = first.indexOf('/') + 1;
	// A folder of a model always has a file at its top; `onnx/…` alone is not a directory to be left out.
	const top = first.slice(0, end);
	return end > 0 && top !== 'onnx/' && paths.every((path) => path.startsWith(top)) ? end : 0;
}

/** A folder that remembers what was read of it: the size and the identity of what a model really is. */
export class ReadFolder implements Folder {
	readonly name: string;
	readonly #folder: Folder;
	readonly #read = new Map<string, { readonly hash: string; readonly bytes: number }>();

	constructor(folder: Folder) {
		this.name = folder.name;
		this.#folder = folder;
	}

	list(): Promise<readonly string[]> {
		return this.#folder.list();
	}

	async read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
		const bytes = await this.#folder.read(path);
		if (bytes) this.#read.set(path, { hash: await sha256(bytes), bytes: bytes.length });
		return bytes;
	}

	/** Bytes of all files that were read. */
	get bytes(): number {
		return [...this.#read.values()].reduce((sum, { bytes }) => sum + bytes, 0);
	}

	/** SHA-256 of the lines `<SHA-256>  <path>`, as `sha256sum` writes them, of the files that were read, by path. */
	hash(): Promise<string> {
		const lines = [...this.#read]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([path, { hash }]) => `${hash}  ${path}\n`);
		return sha256(lines.join(''));
	}
}
