import { createHash, timingSafeEqual } from 'node:crypto';
import { configuration } from '$lib/server/configuration.server';
import { registry } from '$lib/server/metrics';
import type { RequestHandler } from './$types';

/** Sums for Prometheus. On a server with few people even a count can tell when somebody chats: METRICS_TOKEN closes it. */
export const GET: RequestHandler = async ({ request }) => {
	const { metricsToken } = configuration();
	if (metricsToken && !same(request.headers.get('authorization'), `Bearer ${metricsToken}`))
		return new Response('This needs the token of METRICS_TOKEN.\n', {
			status: 401,
			headers: { 'www-authenticate': 'Bearer', 'content-type': 'text/plain; charset=utf-8' }
		});
	return new Response(await registry.metrics(), {
		headers: { 'content-type': registry.contentType }
	});
};

/** Compares hashes, so that neither length nor content shows in how long it takes. */
function same(given: string | null, wanted: string): boolean {
	const hash = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(hash(given ?? ''), hash(wanted));
}
