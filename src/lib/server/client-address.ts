/**
 * Who is asking, for the rate limit only: never logged, never stored. Behind a proxy the operator names the header in which
 * that proxy writes the address; of a list the last entry counts, because the proxy nearest to us added it and a client can write
 * anything before it.
 */
export function clientAddress(
	headers: Headers,
	clientIpHeader: string | undefined,
	peer: () => string | undefined
): string {
	const named = clientIpHeader && headers.get(clientIpHeader)?.split(',').at(-1)?.trim();
	// A connection that is closed already has no address any more, and needs none.
	return household(named || peer() || '');
}

/** The first 64 bits of an IPv6 address: one connection has all of the rest to choose from. */
function household(address: string): string {
	const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^\[|\]$/g, '');
	if (!plain.includes(':')) return plain;
	const [head = '', tail] = plain.split('::');
	const front = head.split(':').filter(Boolean);
	const back = tail?.split(':').filter(Boolean) ?? [];
	const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
	return [...front, ...zeros, ...back].slice(0, 4).join(':').toLowerCase();
}
