import { Classifier, type Classifies } from './classifier';
import { sha256 } from './hash';
import { neededOf, parseManifest, type Manifest } from './manifest';
import { NgramClassifier } from './ngram-classifier';
import type { Session } from './session';
import { openTokenizer, type Tokenizer } from './tokenizer';

export type FolderOutcome =
	| {
			readonly kind: 'opened';
			readonly classifier: Classifies;
			readonly manifest: Manifest;
			/** Absent for the tiny model, which reads words. */
			readonly tokenizer?: Tokenizer;
			/** Gives the model's memory back. */
			close(): Promise<void>;
	  }
	/** One sentence for the person who chose the folder. */
	| { readonly kind: 'failed'; readonly why: string };

/** The bytes of one file of a model's folder; undefined where there is none. */
export type ReadFile = (path: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;

/**
 * A classifier from a folder wherever it lies (a disk, files picked in a page), with the same checks of hashes and golden
 * sentences as everywhere. `name` is what the sentences about failures call the folder; `start` brings the runtime.
 */
export async function openFolder(
	name: string,
	read: ReadFile,
	start: (model: Uint8Array) => Promise<Session>
): Promise<FolderOutcome> {
	const failed = (why: string) => ({ kind: 'failed', why }) as const;
	const described = await read('handrail.json');
	if (!described) return failed(`${name} has no handrail.json.`);
	const manifest = parseManifest(decode(described));
	if (!manifest) return failed(`${name}/handrail.json is not of the shape of CONTRACTS.md.`);
	const files = new Map<string, Uint8Array<ArrayBuffer>>();
	for (const path of neededOf(manifest)) {
		const bytes = await read(path);
		if (!bytes) return failed(`${name} has no ${path}.`);
		if ((await sha256(bytes)) !== manifest.files[path])
			return failed(`${name}/${path} is not the file that handrail.json was made for.`);
		files.set(path, bytes);
	}
	const take = (path: string) => files.get(path) ?? new Uint8Array();
	const parts = files.has('ngrams.bin')
		? openTiny(take, manifest)
		: await openLarge(take, manifest, start);
	if ((await parts.classifier.check()) > manifest.goldenTolerance) {
		await parts.close();
		return failed(`The model in ${name} does not give its golden logits on this machine.`);
	}
	return { kind: 'opened', manifest, ...parts };
}

type Take = (path: string) => Uint8Array<ArrayBuffer>;

function openTiny(take: Take, manifest: Manifest) {
	const classifier = NgramClassifier.open(
		decode(take('config.json')),
		take('ngrams.bin'),
		manifest
	);
	return { classifier, close: async () => undefined };
}

async function openLarge(
	take: Take,
	manifest: Manifest,
	start: (model: Uint8Array) => Promise<Session>
) {
	const tokenizer = openTokenizer(
		decode(take('tokenizer.json')),
		decode(take('tokenizer_config.json'))
	);
	const session = await start(take('onnx/model_quantized.onnx'));
	const classifier = new Classifier(session, tokenizer, manifest);
	return { classifier, tokenizer, close: async () => session.close?.() };
}

function decode(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}
