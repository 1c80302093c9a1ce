/**
 * The only door of this device to the network, beside the model's loader: this origin, or a model on the
 * person's own machine. The page's Content-Security-Policy says the same again.
 */
export function network(input: string | URL, init?: RequestInit): Promise<Response> {
	const url = new URL(input, location.origin);
	if (url.origin !== location.origin && !isLoopback(url))
		return Promise.reject(new TypeError('This address is not this site and not this machine.'));
	return fetch(url, {
		credentials: 'omit',
		redirect: 'error',
		referrerPolicy: 'no-referrer',
		...init
	});
}

/** True for an address that cannot leave the machine and that the page's policy admits. */
export function isLoopback(url: URL): boolean {
	return url.protocol === 'http:' && (url.hostname === 'localhost' || url.hostname === '127.0.0.1');
}
