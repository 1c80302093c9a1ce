import { deleteDB } from 'idb';
import type { Archive } from './archive';

/** A step that another tab blocks must not keep the other steps from being done. Milliseconds. */
const PATIENCE = 3000;

/** What the bench keeps of a run (bench/store.ts): ids and scores, never a text. Named here, since no folder may import another's. */
const BENCH = 'handrail-bench';

/** Removes the databases, the stores, the caches and the service worker of this site. Each step is tried on its own. */
export async function forget(archive: Archive): Promise<void> {
	localStorage.clear();
	sessionStorage.clear();
	await Promise.allSettled([
		within(archive.erase()),
		within(deleteDB(BENCH)),
		within(caches()),
		within(workers())
	]);
}

async function caches(): Promise<void> {
	const store = globalThis.caches;
	for (const name of (await store?.keys()) ?? []) await store.delete(name);
}

/** Left registered, it would not install again, and flight mode would be gone unseen. */
async function workers(): Promise<void> {
	const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
	for (const registration of registrations) await registration.unregister();
}

function within(step: Promise<void>): Promise<void> {
	return Promise.race([step, new Promise<void>((done) => setTimeout(done, PATIENCE))]);
}
