/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { build, files, prerendered, version } from '$service-worker';

/**
 * The whole app for flight mode: pages, code, the resources in it. The model and its runtime are kept by the
 * classifier's loader (screening/model.ts), which also checks what it keeps; here they are only looked up.
 */
const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const SHELL = `shell-${version}`;
/** The bench is for researchers, who have a network: its page, code (src/bench.plugin.ts) and worker are not kept. */
const KEPT = [...build, ...files, ...prerendered].filter((path) => !/\/bench\b/.test(path));

worker.addEventListener('install', (event) => {
	event.waitUntil(
		caches
			.open(SHELL)
			.then((cache) => cache.addAll(KEPT))
			// The first one starts at once. A newer one waits until the pages of the older are gone: they still need
			// its files.
			.then(() => (worker.registration.active ? undefined : worker.skipWaiting()))
	);
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(
		caches
			.keys()
			.then((names) => names.filter((name) => name.startsWith('shell-') && name !== SHELL))
			.then((old) => Promise.all(old.map((name) => caches.delete(name))))
			.then(() => worker.clients.claim())
	);
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== location.origin) return;
	if (url.pathname.startsWith('/api/') || url.pathname.startsWith('/health/')) return;
	if (request.mode === 'navigate') event.respondWith(page(request, url));
	else if (!url.pathname.startsWith('/models/')) event.respondWith(asset(request));
});

/** A page comes from the network while there is one, so that a new version arrives; else from what was kept. */
async function page(request: Request, url: URL): Promise<Response> {
	const answer = await fetch(request).catch(() => undefined);
	if (answer && answer.status < 500) return answer;
	const kept = (await caches.match(url.pathname)) ?? (await caches.match('/'));
	return kept ?? answer ?? Response.error();
}

async function asset(request: Request): Promise<Response> {
	return (await caches.match(request)) ?? fetch(request);
}
