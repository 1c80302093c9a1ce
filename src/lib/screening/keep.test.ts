import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keep } from './keep';

const SITE = 'https://example.org';
let shelf: Set<string>;
let added: string[];

beforeEach(() => {
	[shelf, added] = [new Set(), []];
	vi.stubGlobal('location', { origin: SITE });
	vi.stubGlobal('caches', {
		open: async () => ({
			keys: async () => [...shelf].map((url) => ({ url })),
			delete: async (url: string) => shelf.delete(url),
			match: async (url: string) => (shelf.has(url) ? new Response() : undefined),
			add: async (url: string) => {
				added.push(url);
				shelf.add(url);
			}
		})
	});
});
afterEach(() => vi.unstubAllGlobals());

it('keeps the files by their full addresses, and asks for each only once', async () => {
	await keep(['/a.wasm', '/b.mjs']);
	await keep(['/a.wasm', '/b.mjs']);
	expect(added).toEqual([`${SITE}/a.wasm`, `${SITE}/b.mjs`]);
});

it('throws away what an earlier version kept', async () => {
	await keep(['/old.wasm', '/b.mjs']);
	await keep(['/new.wasm', '/b.mjs']);
	expect([...shelf]).toEqual([`${SITE}/b.mjs`, `${SITE}/new.wasm`]);
});

it('fails quietly where storage is refused', async () => {
	vi.stubGlobal('caches', { open: () => Promise.reject(new Error('refused')) });
	await expect(keep(['/a.wasm'])).resolves.toBeUndefined();
});
