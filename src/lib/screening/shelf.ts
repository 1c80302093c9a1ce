/** Whether these bytes are the ones meant. */
export type Fits = (bytes: Bytes) => Promise<boolean>;
export type Bytes = Uint8Array<ArrayBuffer>;

const PREFIX = 'handrail-model-';

/**
 * Where model files are kept between visits: Cache Storage, one cache per version. Storage may be forbidden or full
 * (private windows, small disks): then nothing is kept, and nothing fails.
 */
export class Shelf {
	readonly #store: CacheStorage | undefined;
	readonly #address: (path: string) => string;

	constructor(store: CacheStorage | undefined, address: (path: string) => string) {
		this.#store = store;
		this.#address = address;
	}

	/** A file of one version. One that does not fit is thrown away. */
	async take(version: string, path: string, fits: Fits): Promise<Bytes | undefined> {
		const cache = await this.#open(version);
		const bytes = await this.#read(cache, path);
		if (!bytes || (await fits(bytes))) return bytes;
		await cache?.delete(this.#address(path)).catch(() => false);
		return undefined;
	}

	/** A file of whichever version has one that fits, the newest first. */
	async find(path: string, fits: Fits): Promise<Bytes | undefined> {
		for (const version of (await this.#versions()).reverse()) {
			const bytes = await this.#read(await this.#open(version), path);
			if (bytes && (await fits(bytes))) return bytes;
		}
		return undefined;
	}

	async keep(version: string, path: string, bytes: Bytes): Promise<void> {
		const type = path.endsWith('.json') ? 'application/json' : 'application/octet-stream';
		const file = new Response(bytes, { headers: { 'content-type': type } });
		const cache = await this.#open(version);
		await cache?.put(this.#address(path), file).catch(() => undefined);
	}

	/** Throws every other version of this model away, and those kept before versions began with a model's name. */
	async clear(except: string, model: string): Promise<void> {
		for (const version of await this.#versions())
			if (version !== except && (version.startsWith(`${model}-`) || /^\d/.test(version)))
				await this.#store?.delete(PREFIX + version).catch(() => false);
	}

	async #versions(): Promise<string[]> {
		const names = await this.#store?.keys().catch(() => []);
		return (names ?? [])
			.filter((name) => name.startsWith(PREFIX))
			.map((name) => name.slice(PREFIX.length));
	}

	async #open(version: string): Promise<Cache | undefined> {
		return this.#store?.open(PREFIX + version).catch(() => undefined);
	}

	async #read(cache: Cache | undefined, path: string): Promise<Bytes | undefined> {
		const file = await cache?.match(this.#address(path)).catch(() => undefined);
		return file && new Uint8Array(await file.arrayBuffer());
	}
}
