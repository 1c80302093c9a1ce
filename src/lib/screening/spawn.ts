import workerUrl from './worker.ts?worker&url';

/** The part of a Worker that is used; tests bring their own. */
export interface Thread {
	onmessage: ((event: MessageEvent) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
	postMessage(message: unknown): void;
	terminate(): void;
}

/** Starts the worker. Throws where workers are forbidden. */
export function spawn(): Thread {
	return new Worker(trusted(workerUrl), { type: 'module', name: 'handrail-screening' });
}

/** The DOM library of this TypeScript does not know Trusted Types. */
type Policy = { createScriptURL(url: string): unknown };
type Factory = {
	createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
};

let policy: Policy | undefined;

/**
 * Under Trusted Types a worker's address must come from a policy; ours lets only this site's own through. The bench takes it
 * from here, because a page may make a policy of one name only once.
 */
export function trusted(url: string): URL {
	const { trustedTypes } = globalThis as { trustedTypes?: Factory };
	policy ??=
		trustedTypes?.createPolicy('handrail-worker', { createScriptURL: sameOrigin }) ??
		({ createScriptURL: sameOrigin } satisfies Policy);
	return policy.createScriptURL(url) as URL;
}

/** Throws for an address of another site. */
function sameOrigin(url: string): string {
	const resolved = new URL(url, globalThis.location.href);
	if (resolved.origin !== globalThis.location.origin)
		throw new TypeError('A worker must come from this site.');
	return resolved.href;
}
