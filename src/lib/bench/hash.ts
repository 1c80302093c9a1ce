import type { Watch } from './chunks';
import { makeBreathe } from './breathe';

/** The name of the way a file is hashed, as results.json says it. */
export const HASH_KIND = 'sha256-tree-1MiB';

const PART = 1024 * 1024;

/**
 * The hash of a file's bytes as they lie on the disk, in hexadecimal. Web Crypto cannot hash a stream, so it is the
 * SHA-256 of the SHA-256s (32 bytes each) of every 1 MiB of the file, in order; an empty file has no part. The same by hand:
 * `split -b 1M --filter='sha256sum | cut -c1-64 | xxd -r -p' FILE | sha256sum`.
 */
export async function hashBlob(source: Blob, { signal, onBytes }: Watch = {}): Promise<string> {
	const breathe = makeBreathe(signal);
	const parts = new Uint8Array(Math.ceil(source.size / PART) * 32);
	for (let from = 0; from < source.size; from += PART) {
		const part = await source.slice(from, from + PART).arrayBuffer();
		parts.set(new Uint8Array(await crypto.subtle.digest('SHA-256', part)), (from / PART) * 32);
		onBytes?.(Math.min(from + PART, source.size), source.size);
		await breathe();
	}
	return hex(await crypto.subtle.digest('SHA-256', parts));
}

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export async function hashText(text: string): Promise<string> {
	return hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

function hex(digest: ArrayBuffer): string {
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A 53-bit hash (cyrb53, public domain) to know a text again without keeping it; never a proof of anything. */
export function shortHash(text: string): number {
	let [a, b] = [0xdeadbeef, 0x41c6ce57];
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		a = Math.imul(a ^ unit, 2654435761);
		b = Math.imul(b ^ unit, 1597334677);
	}
	a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
	b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
	return 4294967296 * (2097151 & b) + (a >>> 0);
}
