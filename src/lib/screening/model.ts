import { sha256 } from './hash';
import { neededOf, parseManifest, type Manifest } from './manifest';
import { Shelf, type Bytes, type Fits } from './shelf';

/** Bytes of the model files that are here, of all that are needed. */
export type Progress = { readonly loaded: number; readonly total: number };

export type ModelFiles = {
	readonly manifest: Manifest;
	/** Every needed file, by path, checked. */
	readonly read: (path: string) => Bytes;
	/** One more file that the manifest names, fetched, checked and kept as well. Rejects where it cannot be had. */
	readonly more: (path: string) => Promise<Bytes>;
};

export type ModelFailure =
	/** Not on the server. */
	| 'missing'
	/** The server cannot be reached, or broke off. */
	| 'offline'
	/** Nothing came for a while. */
	| 'stalled'
	/** Not the bytes that were built with this page, also after a second try. */
	| 'tampered'
	/** handrail.json is not of the agreed shape. */
	| 'invalid'
	/** No secure context, so nothing can be checked. */
	| 'insecure';

export type ModelOutcome =
	| { readonly kind: 'loaded'; readonly files: ModelFiles }
	| { readonly kind: 'failed'; readonly why: ModelFailure; readonly path: string };

export type ModelOptions = {
	/** Absolute URL of the model's folder, with a slash at its end. */
	readonly base: string;
	/** SHA-256 of handrail.json, known when the page was built; the anchor of everything else. */
	readonly anchor: string | undefined;
	readonly onProgress?: (progress: Progress) => void;
	/** Milliseconds without a single byte after which a download is given up; a slow one goes on for as long as it takes. */
	readonly idle?: number;
	readonly get?: typeof fetch;
	readonly store?: CacheStorage | undefined;
};

const IDLE = 30_000;

/** Fetches, checks and keeps the model's files. Every byte is checked against its hash, kept ones as well. */
export async function loadModel(options: ModelOptions): Promise<ModelOutcome> {
	if (!globalThis.crypto?.subtle) return { kind: 'failed', why: 'insecure', path: '' };
	const load = new Load(options);
	try {
		const text = decode(await load.manifest());
		const manifest = parseManifest(text);
		if (!manifest) return { kind: 'failed', why: 'invalid', path: 'handrail.json' };
		const version = `${manifest.name}-${manifest.version}-${(await sha256(text)).slice(0, 16)}`;
		return { kind: 'loaded', files: await load.files(manifest, version, text) };
	} catch (error) {
		if (error instanceof Refused) return { kind: 'failed', why: error.why, path: error.path };
		throw error;
	}
}

/** Carries an outcome out of the depths of a download; never leaves this file. */
class Refused extends Error {
	constructor(
		readonly why: ModelFailure,
		readonly path: string
	) {
		super(`${path}: ${why}`);
	}
}

/** The only connection that screening opens: same origin, one folder. */
class Load {
	readonly #options: ModelOptions;
	readonly #get: typeof fetch;
	readonly #shelf: Shelf;

	constructor(options: ModelOptions) {
		this.#options = options;
		this.#get = options.get ?? ((...request) => fetch(...request));
		const store = 'store' in options ? options.store : globalThis.caches;
		this.#shelf = new Shelf(store, (path) => this.#address(path));
	}

	/** handrail.json. With an anchor a kept copy is as good as a new one, so a visit needs no network. */
	async manifest(): Promise<Bytes> {
		const { anchor } = this.#options;
		const fits: Fits = async (bytes) => !anchor || (await sha256(bytes)) === anchor;
		const kept = await this.#shelf.find('handrail.json', fits);
		if (kept && anchor) return kept;
		try {
			return await this.#fetchFitting('handrail.json', fits);
		} catch (error) {
			if (kept && error instanceof Refused && error.why !== 'tampered') return kept;
			throw error;
		}
	}

	/** The needed files. The manifest is kept last: where it is kept, everything is. */
	async files(manifest: Manifest, version: string, text: string): Promise<ModelFiles> {
		const needed = neededOf(manifest);
		const total = needed.reduce((sum, path) => sum + (manifest.bytes[path] ?? 0), 0);
		let before = 0;
		const fetched = new Map<string, Bytes>();
		for (const path of needed) {
			const report = (loaded: number) =>
				this.#options.onProgress?.({ loaded: Math.min(before + loaded, total), total });
			const bytes = await this.#file(manifest, version, path, report);
			report(bytes.length);
			before += bytes.length;
			fetched.set(path, bytes);
		}
		await this.#shelf.keep(version, 'handrail.json', new TextEncoder().encode(text));
		await this.#shelf.clear(version, manifest.name);
		return {
			manifest,
			read(path) {
				const bytes = fetched.get(path);
				if (!bytes) throw new Error(`${path} is not a file of this model`);
				return bytes;
			},
			more: (path) => this.#file(manifest, version, path)
		};
	}

	/** Kept or fetched, and what the manifest says. */
	async #file(
		manifest: Manifest,
		version: string,
		path: string,
		report?: (loaded: number) => void
	): Promise<Bytes> {
		const fits: Fits = async (bytes) => (await sha256(bytes)) === manifest.files[path];
		const kept = await this.#shelf.take(version, path, fits);
		if (kept) return kept;
		const bytes = await this.#fetchFitting(path, fits, report);
		await this.#shelf.keep(version, path, bytes);
		return bytes;
	}

	/** Twice at most: a proxy or a half-written HTTP cache may have given old or cut bytes the first time. */
	async #fetchFitting(
		path: string,
		fits: Fits,
		report: (loaded: number) => void = () => undefined
	): Promise<Bytes> {
		for (const cache of ['no-cache', 'reload'] as const) {
			const bytes = await this.#fetch(path, cache, report);
			if (await fits(bytes)) return bytes;
		}
		throw new Refused('tampered', path);
	}

	async #fetch(
		path: string,
		cache: RequestCache,
		report: (loaded: number) => void
	): Promise<Bytes> {
		const stop = new AbortController();
		const wait = () => setTimeout(() => stop.abort(), this.#options.idle ?? IDLE);
		let timer = wait();
		try {
			const response = await this.#get(this.#address(path), {
				cache,
				credentials: 'omit',
				redirect: 'error',
				signal: stop.signal
			});
			if (response.status === 404 || response.status === 410) throw new Refused('missing', path);
			if (!response.ok) throw new Refused('offline', path);
			return await readAll(response, (loaded) => {
				clearTimeout(timer);
				timer = wait();
				report(loaded);
			});
		} catch (error) {
			if (error instanceof Refused) throw error;
			throw new Refused(stop.signal.aborted ? 'stalled' : 'offline', path);
		} finally {
			clearTimeout(timer);
		}
	}

	#address(path: string): string {
		return new URL(path, this.#options.base).href;
	}
}

async function readAll(response: Response, onBytes: (loaded: number) => void): Promise<Bytes> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	const reader = response.body?.getReader();
	for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
		chunks.push(part.value);
		length += part.value.length;
		onBytes(length);
	}
	const all = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		all.set(chunk, at);
		at += chunk.length;
	}
	return all;
}

/** The text of a file. */
export function decode(bytes: Bytes): string {
	return new TextDecoder().decode(bytes);
}
