import type { Classifies } from './classifier';
import { decode, loadModel } from './model';
import { NgramClassifier } from './ngram-classifier';

/** Set by vite.config.ts to the SHA-256 of models/tiny/handrail.json; absent in tests. */
declare const __TINY_MANIFEST_SHA256__: string | undefined;

/**
 * The model that answers until the large one is ready, checked in the same way; undefined where it cannot be had, and
 * then the lexicon answers alone. It needs no runtime, so it reads in the page's own thread, in a millisecond or two.
 */
export async function openTiny(): Promise<Classifies | undefined> {
	const anchor =
		typeof __TINY_MANIFEST_SHA256__ === 'undefined' ? undefined : __TINY_MANIFEST_SHA256__;
	// Built without it.
	if (anchor === '') return undefined;
	const base = new URL('/models/tiny/', globalThis.location.origin).href;
	const outcome = await loadModel({ base, anchor });
	if (outcome.kind === 'failed') return undefined;
	const { manifest, read } = outcome.files;
	const tiny = NgramClassifier.open(decode(read('config.json')), read('ngrams.bin'), manifest);
	return (await tiny.check()) <= manifest.goldenTolerance ? tiny : undefined;
}
