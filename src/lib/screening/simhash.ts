/** Signs per shingle: long enough to be rare, short enough that one changed word touches few. */
const SHINGLE = 4;

/**
 * 64-bit SimHash (Charikar 2002) over shingles of four signs, as 16 hexadecimal digits: texts that share most shingles
 * differ in few bits. Works alike with and without spaces between words.
 */
export function simhash(text: string): string {
	const signs = Array.from(text);
	const sums = new Int32Array(64);
	for (let from = 0; from <= Math.max(0, signs.length - SHINGLE); from++) {
		const shingle = signs.slice(from, from + SHINGLE).join('');
		add(sums, 0, fnv(shingle, 0x811c9dc5));
		add(sums, 32, fnv(shingle, 0x9e3779b9));
	}
	let digits = '';
	for (let bit = 0; bit < 64; bit += 4) {
		const nibble = [0, 1, 2, 3].reduce((n, i) => n | (Number((sums[bit + i] ?? 0) > 0) << i), 0);
		digits += nibble.toString(16);
	}
	return digits;
}

/** Bits in which two hashes differ, 0 to 64. */
export function distance(a: string, b: string): number {
	let bits = 0;
	for (let at = 0; at < 16; at++) {
		let different = parseInt(a.charAt(at), 16) ^ parseInt(b.charAt(at), 16);
		for (; different; different &= different - 1) bits++;
	}
	return bits;
}

function add(sums: Int32Array, offset: number, hash: number) {
	for (let bit = 0; bit < 32; bit++)
		sums[offset + bit] = (sums[offset + bit] ?? 0) + ((hash >>> bit) & 1 ? 1 : -1);
}

/** FNV-1a, then murmur3's finisher: FNV alone leaves the high bits of short texts alike. */
function fnv(text: string, seed: number): number {
	let hash = seed;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return hash ^ (hash >>> 16);
}
