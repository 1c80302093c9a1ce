import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { configuration } from '$lib/server/configuration.server';
import { watchForTheEnd } from '$lib/server/drain';
import { log, whereabouts } from '$lib/server/log';
import { requests } from '$lib/server/metrics';
import { asProblem } from '$lib/server/problem';

/** A wrong environment stops the server before it has answered anybody. */
export const init: ServerInit = () => {
	if (building) return;
	log.level = configuration().logLevel;
	watchForTheEnd();
};

export const handle: Handle = async ({ event, resolve }) => {
	const begun = performance.now();
	const answer = await resolve(event);
	const dynamic = /^\/(api|health|metrics)(\/|$)/.test(event.url.pathname);
	const response = event.url.pathname.startsWith('/api/') ? asProblem(answer) : answer;
	if (dynamic && !response.headers.has('cache-control'))
		response.headers.set('cache-control', 'no-store');
	if (!building) observe(event, response.status, performance.now() - begun);
	return response;
};

/** An error nobody expected: where it arose is logged, what it says is not, for it may quote a person. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status >= 500)
		log.error({ route: event.route.id, ...whereabouts(error) }, 'unexpected error');
	return { message };
};

type Event = Parameters<Handle>[0]['event'];

function observe({ request: { method }, route }: Event, status: number, ms: number) {
	requests.observe({ route: route.id ?? 'none', method, status }, ms / 1000);
	// A probe every few seconds would bury everything else.
	const level = route.id?.startsWith('/health') ? 'debug' : 'info';
	log[level]({ method, route: route.id, status, ms: Math.round(ms) }, 'answered');
}
