import { LABELS } from '$lib/intent/labels';

/** config.json of a tiny model; written by models/training/tiny.py. */
export type NgramShape = {
	readonly buckets: number;
	readonly width: number;
	readonly hidden: number;
	/** Characters of a word that are looked at. */
	readonly longest: number;
	/** Words read at a time, and by which the next window starts later. */
	readonly window: number;
	readonly stride: number;
};

/**
 * Hashed words, word pairs and character n-grams, each with a short vector; their sum, scaled by the root of their
 * number, through one hidden layer to twelve logits (after Joulin et al. 2017, arXiv 1607.01759). No runtime, no
 * download beside one small file, so it answers while the large model is still on its way.
 */
export class Ngrams {
	readonly #table: Int8Array;
	readonly #scale: Float32Array;
	readonly #hidden: Float32Array;
	readonly #hiddenBias: Float32Array;
	readonly #head: Float32Array;
	readonly #headBias: Float32Array;

	/** `bytes` is ngrams.bin: the int8 table, then one scale per column and the two layers as little-endian floats. */
	constructor(
		readonly shape: NgramShape,
		bytes: Uint8Array
	) {
		const { buckets, width, hidden } = shape;
		const labels = LABELS.length;
		const sizes = [width, hidden * width, hidden, labels * hidden, labels];
		const floats = sizes.reduce((sum, size) => sum + size, 0);
		if (bytes.length !== buckets * width + 4 * floats)
			throw new Error('ngrams.bin does not have the size that config.json says.');
		this.#table = new Int8Array(bytes.slice(0, buckets * width).buffer);
		const rest = new Float32Array(bytes.slice(buckets * width).buffer);
		let at = 0;
		const take = (size = 0) => rest.subarray(at, (at += size));
		this.#scale = take(sizes[0]);
		this.#hidden = take(sizes[1]);
		this.#hiddenBias = take(sizes[2]);
		this.#head = take(sizes[3]);
		this.#headBias = take(sizes[4]);
	}

	/** Twelve logits per window of the text; a text without words has one window, of nothing. */
	read(text: string): { readonly windows: readonly number[][]; readonly words: number } {
		const words = splitWords(text, this.shape.longest);
		const { window, stride } = this.shape;
		const windows: number[][] = [];
		for (let at = 0; at < Math.max(1, words.length - window + stride); at += stride)
			windows.push(this.#score(words.slice(at, at + window)));
		return { windows, words: words.length };
	}

	#score(words: readonly string[]): number[] {
		const { buckets, width } = this.shape;
		const sum = new Float64Array(width);
		let count = 0;
		for (const name of featureNames(words)) {
			const row = hash(name) % buckets;
			for (let k = 0; k < width; k++) sum[k] = (sum[k] ?? 0) + (this.#table[row * width + k] ?? 0);
			count++;
		}
		const norm = 1 / Math.sqrt(Math.max(1, count));
		const mean = sum.map((value, k) => value * (this.#scale[k] ?? 0) * norm);
		const middle = layer(this.#hidden, this.#hiddenBias, mean).map((value) => Math.max(0, value));
		return [...layer(this.#head, this.#headBias, middle)];
	}
}

function layer(weight: Float32Array, bias: Float32Array, input: Float64Array): Float64Array {
	return Float64Array.from(bias, (start, row) =>
		input.reduce((sum, value, k) => sum + value * (weight[row * input.length + k] ?? 0), start)
	);
}

/** Runs of letters, marks and digits, and single symbols (emoji), of the NFKC lower-case text. */
function splitWords(text: string, longest: number): string[] {
	const words =
		text
			.normalize('NFKC')
			.toLowerCase()
			.match(/[\p{L}\p{M}\p{N}]+|\p{So}/gu) ?? [];
	return words.map((word) => (word.length > longest ? [...word].slice(0, longest).join('') : word));
}

/** Scripts that write many words as one run: their n-grams are shorter and have no borders. */
const DENSE =
	/[\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/;

function* featureNames(words: readonly string[]): Generator<string> {
	for (const [place, word] of words.entries()) {
		yield `w${word}`;
		if (place > 0) yield `b${words[place - 1]} ${word}`;
		const dense = DENSE.test(word);
		const signs = dense ? [...word] : ['<', ...word, '>'];
		for (const size of dense ? [1, 2, 3, 4] : [3, 4, 5])
			for (let at = 0; at + size <= signs.length; at++)
				yield `c${signs.slice(at, at + size).join('')}`;
	}
}

/** FNV-1a over UTF-16 code units, with a final mix. */
function hash(name: string): number {
	let value = 0x811c9dc5;
	for (let at = 0; at < name.length; at++)
		value = Math.imul(value ^ name.charCodeAt(at), 0x01000193);
	value ^= value >>> 15;
	value = Math.imul(value, 0x2c1b3c6d);
	return (value ^ (value >>> 12)) >>> 0;
}
