import * as v from 'valibot';
import { sha256 } from './hash';
import list from './known-list.json';
import { distance, simhash } from './simhash';
import { plainView } from './views';

/**
 * Known material: texts that were judged before, by people, kept on the device as fingerprints only. The list is signed
 * (Ed25519), so that whoever serves the page cannot add a text to it; the one that ships is empty.
 */
export interface Known {
	/** The category of a listed text, exact or nearly so; undefined for every other text. */
	find(text: string): Promise<Category | undefined>;
}

type Category = 'self-harm' | 'violence';

export type KnownOutcome =
	| { readonly kind: 'opened'; readonly known: Known }
	| { readonly kind: 'refused'; readonly why: 'shape' | 'signature' | 'no-key' };

/** Bits that may differ of 64 for a near match; 3 is the figure of Manku et al. (2007) for near-duplicate pages. */
const NEAR = 3;

/** Shorter texts share too many shingles with everyday ones: they match exactly or not at all. */
const LONG_ENOUGH = 60;

const Fingerprint = v.object({
	sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
	simhash: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
	/** Letters and digits of the text: a near match is of nearly the same length. */
	length: v.pipe(v.number(), v.integer(), v.minValue(1)),
	category: v.picklist(['self-harm', 'violence'])
});
const Payload = v.object({ version: v.literal(1), entries: v.array(Fingerprint) });
/** The payload is a string, so that what is signed is exactly what is parsed. Signature: base64. */
const List = v.object({ payload: v.string(), signature: v.string() });

export type Fingerprint = v.InferOutput<typeof Fingerprint>;

/**
 * Opens a signed list: by default the one that ships, which is empty and therefore needs no key.
 * `publicKey`: the raw 32 bytes of the Ed25519 key of whoever may add to it.
 */
export async function openKnown(
	signed: unknown = list,
	publicKey?: Uint8Array<ArrayBuffer>
): Promise<KnownOutcome> {
	const outer = v.safeParse(List, signed);
	const inner = outer.success && v.safeParse(Payload, parse(outer.output.payload));
	if (!inner || !inner.success) return { kind: 'refused', why: 'shape' };
	const { entries } = inner.output;
	if (entries.length === 0) return { kind: 'opened', known: NONE };
	if (!publicKey) return { kind: 'refused', why: 'no-key' };
	if (!(await verify(outer.output, publicKey))) return { kind: 'refused', why: 'signature' };
	return { kind: 'opened', known: { find: (text) => find(text, entries) } };
}

/** The list that ships; one that cannot be trusted is as good as none, since its texts are still classified. */
export async function knownHere(): Promise<Known> {
	const outcome = await openKnown();
	return outcome.kind === 'opened' ? outcome.known : NONE;
}

const NONE: Known = { find: async () => undefined };

/** What the list keeps of a text: nothing of it can be read back. */
export async function fingerprint(text: string): Promise<Omit<Fingerprint, 'category'>> {
	const core = bare(text);
	return { sha256: await sha256(core), simhash: simhash(core), length: core.length };
}

async function find(text: string, entries: readonly Fingerprint[]): Promise<Category | undefined> {
	const mine = await fingerprint(text);
	const exact = entries.find((entry) => entry.sha256 === mine.sha256);
	if (exact || mine.length < LONG_ENOUGH) return exact?.category;
	return entries.find(
		(entry) =>
			entry.length >= LONG_ENOUGH &&
			Math.abs(entry.length - mine.length) <= entry.length / 5 &&
			distance(entry.simhash, mine.simhash) <= NEAR
	)?.category;
}

/** Letters and digits only, lower case, so that spacing, punctuation and disguise make no other text of it. */
function bare(text: string): string {
	return plainView(text)
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

async function verify(list: v.InferOutput<typeof List>, publicKey: Uint8Array<ArrayBuffer>) {
	try {
		const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
		const signature = Uint8Array.from(atob(list.signature), (sign) => sign.charCodeAt(0));
		return await crypto.subtle.verify(
			'Ed25519',
			key,
			signature,
			new TextEncoder().encode(list.payload)
		);
	} catch {
		// A runtime without Ed25519, or a key or signature that is none: the list cannot be trusted.
		return false;
	}
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
