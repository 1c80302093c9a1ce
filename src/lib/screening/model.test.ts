import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sha256 } from './hash';
import { decode, loadModel, type ModelOptions, type ModelOutcome } from './model';
import { sampleManifest } from './sample';

const BASE = 'https://example.org/models/intent/';
const BYTES = {
	'tokenizer.json': '{"t":1}',
	'tokenizer_config.json': '{}',
	'onnx/model_quantized.onnx': 'weights'
};

/** As much of Cache Storage as is used. */
class Store {
	readonly all = new Map<string, Map<string, Uint8Array>>();
	async keys() {
		return [...this.all.keys()];
	}
	async delete(name: string) {
		return this.all.delete(name);
	}
	async open(name: string) {
		const cache = this.all.get(name) ?? new Map<string, Uint8Array<ArrayBuffer>>();
		this.all.set(name, cache);
		return {
			match: async (url: string) =>
				cache.has(url) ? new Response(cache.get(url) as Uint8Array<ArrayBuffer>) : undefined,
			put: async (url: string, response: Response) =>
				void cache.set(url, new Uint8Array(await response.arrayBuffer())),
			delete: async (url: string) => cache.delete(url)
		};
	}
}

let site: Record<string, string>;
let asked: string[];
let store: Store;
let anchor: string;
const load = (options: Partial<ModelOptions> = {}) =>
	loadModel({
		base: BASE,
		anchor,
		get: async (url) => {
			const path = String(url).slice(BASE.length);
			asked.push(path);
			const body = site[path];
			return body === undefined ? new Response('', { status: 404 }) : new Response(body);
		},
		store: store as unknown as CacheStorage,
		...options
	});

function tokenizer(outcome: ModelOutcome) {
	return outcome.kind === 'loaded' && decode(outcome.files.read('tokenizer.json'));
}

async function publish(version: string) {
	const files = Object.fromEntries(
		await Promise.all(Object.entries(BYTES).map(async ([path, text]) => [path, await sha256(text)]))
	);
	const bytes = Object.fromEntries(
		Object.entries(BYTES).map(([path, text]) => [path, text.length])
	);
	const manifest = JSON.stringify(sampleManifest({ version, files, bytes }));
	site = { ...BYTES, 'handrail.json': manifest };
	anchor = await sha256(manifest);
}

beforeEach(async () => {
	store = new Store();
	asked = [];
	await publish('1.0.0');
});

describe('loading the model', () => {
	it('fetches the manifest first, then each file once, and reports progress to the last byte', async () => {
		const progress = vi.fn();
		const outcome = await load({ onProgress: progress });
		expect(tokenizer(outcome)).toBe('{"t":1}');
		expect(asked).toEqual(['handrail.json', ...Object.keys(BYTES)]);
		expect(progress).toHaveBeenLastCalledWith({ loaded: 16, total: 16 });
	});

	it('needs no network the second time', async () => {
		await load();
		asked = [];
		expect(await load()).toMatchObject({ kind: 'loaded' });
		expect(asked).toEqual([]);
	});

	it('asks for a new manifest where none is built in, and does with the kept one offline', async () => {
		await load({ anchor: undefined });
		asked = [];
		expect(await load({ anchor: undefined })).toMatchObject({ kind: 'loaded' });
		expect(asked).toEqual(['handrail.json']);
		const get = () => Promise.reject(new TypeError('no network'));
		expect(await load({ anchor: undefined, get })).toMatchObject({ kind: 'loaded' });
	});

	it('fetches one more file when it is asked for, checks it and keeps it', async () => {
		const path = 'onnx/model_fp16.onnx';
		site[path] = 'graph';
		const files: Record<string, string> = { [path]: await sha256('graph') };
		for (const [name, text] of Object.entries(BYTES)) files[name] = await sha256(text);
		site['handrail.json'] = JSON.stringify(sampleManifest({ files }));
		anchor = await sha256(site['handrail.json']);
		const more = async () => {
			const outcome = await load();
			return outcome.kind === 'loaded' ? decode(await outcome.files.more(path)) : outcome;
		};
		expect(await more()).toBe('graph');
		asked = [];
		expect(await more()).toBe('graph');
		expect(asked).toEqual([]);
		store.all.clear();
		site[path] = 'grapple';
		await expect(more()).rejects.toThrow('tampered');
	});

	it('drops the files of another version', async () => {
		await load();
		await publish('1.1.0');
		expect(await load()).toMatchObject({
			kind: 'loaded',
			files: { manifest: { version: '1.1.0' } }
		});
		expect(await store.keys()).toEqual([expect.stringContaining('-1.1.0-')]);
	});

	it('does not trust what it kept: bytes that changed are deleted and fetched again', async () => {
		await load();
		const [cache] = store.all.values();
		cache?.set(`${BASE}tokenizer.json`, new TextEncoder().encode('{"t":2}'));
		asked = [];
		expect(tokenizer(await load())).toBe('{"t":1}');
		expect(asked).toEqual(['tokenizer.json']);
		expect(await load()).toMatchObject({ kind: 'loaded' });
		expect(asked).toEqual(['tokenizer.json']);
	});

	it.each(['handrail.json', 'tokenizer.json', 'onnx/model_quantized.onnx'])(
		'refuses another %s after a second try, and keeps nothing of it',
		async (path) => {
			site[path] += ' ';
			expect(await load()).toEqual({ kind: 'failed', why: 'tampered', path });
			expect(asked.filter((name) => name === path)).toHaveLength(2);
			expect([...store.all.values()].some((cache) => cache.has(BASE + path))).toBe(false);
		}
	);

	it('is content when only the first try was cut short', async () => {
		let first = true;
		const outcome = await load({
			get: async (url) => {
				const body = site[String(url).slice(BASE.length)] ?? '';
				const cut = first && String(url).endsWith('.onnx');
				if (cut) first = false;
				return new Response(cut ? body.slice(0, 3) : body);
			}
		});
		expect(outcome.kind).toBe('loaded');
	});

	it.each([
		['missing', 'handrail.json', () => delete site['handrail.json']],
		['missing', 'onnx/model_quantized.onnx', () => delete site['onnx/model_quantized.onnx']],
		['invalid', 'handrail.json', () => (site['handrail.json'] = '{}')]
	])('says %s for %s', async (why, path, change) => {
		change();
		expect(await load({ anchor: undefined })).toEqual({ kind: 'failed', why, path });
	});

	it('says offline when the network breaks or the server fails', async () => {
		const broken = () => Promise.reject(new TypeError('no network'));
		expect(await load({ get: broken })).toMatchObject({ kind: 'failed', why: 'offline' });
		const failing = async () => new Response('', { status: 503 });
		expect(await load({ get: failing })).toMatchObject({ kind: 'failed', why: 'offline' });
	});

	it('waits for a slow file as long as something comes, and gives up when nothing does', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const trickle =
			(pieces: number): typeof fetch =>
			async (url, init) => {
				const text = site[String(url).slice(BASE.length)] ?? '';
				let sent = 0;
				return new Response(
					new ReadableStream(
						{
							start: (out) =>
								init?.signal?.addEventListener('abort', () => out.error(new Error('aborted'))),
							async pull(out) {
								await vi.advanceTimersByTimeAsync(900);
								if (sent >= pieces) return new Promise(() => setTimeout(() => undefined, 1e6));
								out.enqueue(new TextEncoder().encode(text.charAt(sent++)));
								if (sent >= text.length) out.close();
							}
						},
						{ highWaterMark: 0 }
					)
				);
			};
		expect(await load({ get: trickle(Infinity), idle: 1000 })).toMatchObject({ kind: 'loaded' });
		store = new Store();
		const stuck = load({ get: trickle(5), idle: 1000 });
		for (let tick = 0; tick < 10; tick++) await vi.advanceTimersByTimeAsync(500);
		expect(await stuck).toEqual({ kind: 'failed', why: 'stalled', path: 'handrail.json' });
		vi.useRealTimers();
	});

	it('works without Cache Storage', async () => {
		expect(await load({ store: undefined })).toMatchObject({ kind: 'loaded' });
	});
});
