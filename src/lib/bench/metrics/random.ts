/** Draws a whole number from 0 to 2³² − 1. */
export type Random = () => number;

/**
 * xoshiro128** 1.1 (Blackman and Vigna 2021, doi:10.1145/3460772), from whole numbers only, so that one seed gives one row of
 * numbers everywhere. Its four words come from the seed and the names by splitmix32; a name for each use keeps a result
 * from changing when another one is added before it. Not for secrets.
 */
export function randomFrom(seed: number, ...names: readonly string[]): Random {
	return xoshiro(words(hash(names.join('\u0000'), seed >>> 0)));
}

/** The generator itself, from four words that are not all zero. */
export function xoshiro([a0, b0, c0, d0]: readonly [number, number, number, number]): Random {
	let [a, b, c, d] = [a0 | 0, b0 | 0, c0 | 0, d0 | 0];
	return () => {
		const drawn = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
		const shifted = b << 9;
		c ^= a;
		d ^= b;
		b ^= c;
		a ^= d;
		c ^= shifted;
		d = rotate(d, 11);
		return drawn;
	};
}

/** A whole number from 0 to `below` − 1. The bias is at most `below` / 2³². */
export function integer(random: Random, below: number): number {
	return Math.floor((random() * below) / 4294967296);
}

function rotate(word: number, bits: number): number {
	return (word << bits) | (word >>> (32 - bits));
}

/** FNV-1a over UTF-16 code units, begun with the seed. */
function hash(name: string, seed: number): number {
	let state = Math.imul(2166136261 ^ seed, 16777619);
	for (let at = 0; at < name.length; at++) {
		state = Math.imul(state ^ name.charCodeAt(at), 16777619);
	}
	return state >>> 0;
}

function words(seed: number): [number, number, number, number] {
	let state = seed;
	const next = () => {
		state = (state + 0x9e3779b9) | 0;
		let word = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
		word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
		return word ^ (word >>> 15);
	};
	const four: [number, number, number, number] = [next(), next(), next(), next()];
	if (four.every((word) => word === 0)) four[0] = 1;
	return four;
}
