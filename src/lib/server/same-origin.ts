/**
 * True when a request comes from a page of this server, or from a program that is no browser. `own` is the address that the
 * server knows as its own (ORIGIN). What a browser says of itself has to agree in both headers, so that neither a foreign page
 * nor a foreign name that points to this machine gets through.
 */
export function sameOrigin(request: Request, own: URL): boolean {
	const site = request.headers.get('sec-fetch-site');
	if (site !== null && site !== 'same-origin') return false;
	const origin = request.headers.get('origin');
	if (origin === null) return true;
	if (origin !== 'null') return isOwn(origin, own);
	// A page with the policy no-referrer may hide its origin; then the name that it asked for has to be ours.
	return site === 'same-origin' && isOwn(`${own.protocol}//${request.headers.get('host')}`, own);
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The same machine goes by three names; a page opened under any of them is ours when ORIGIN is one of them. */
function isOwn(origin: string, own: URL): boolean {
	if (!URL.canParse(origin)) return false;
	const { protocol, hostname, port, host } = new URL(origin);
	if (protocol !== own.protocol) return false;
	if (host === own.host) return true;
	return port === own.port && LOOPBACK.includes(hostname) && LOOPBACK.includes(own.hostname);
}
