type Bucket = { tokens: number; at: number };

/** Addresses remembered at once; the one that asked longest ago is forgotten first. */
const MOST = 10_000;

/**
 * A token bucket per address, in this process only: several replicas each allow the full rate, and a restart forgets.
 * Who needs one limit for all puts it into the proxy.
 */
export class RateLimit {
	#buckets = new Map<string, Bucket>();

	/**
	 * Takes one of `perMinute` tokens; all of them may be used at once, and they come back evenly.
	 * Gives 0, or the seconds until there is one again. `now` is in milliseconds.
	 */
	take(address: string, perMinute: number, now: number): number {
		const bucket = this.#buckets.get(address) ?? { tokens: perMinute, at: now };
		const back = ((now - bucket.at) / 60_000) * perMinute;
		const tokens = Math.min(perMinute, bucket.tokens + back);
		this.#keep(address, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
		return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perMinute) * 60);
	}

	#keep(address: string, bucket: Bucket) {
		this.#buckets.delete(address);
		this.#buckets.set(address, bucket);
		for (const oldest of this.#buckets.keys()) {
			if (this.#buckets.size <= MOST) return;
			this.#buckets.delete(oldest);
		}
	}
}
