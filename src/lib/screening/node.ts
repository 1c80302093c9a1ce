import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as ort from 'onnxruntime-web/wasm';
import { Classifier } from './classifier';
import { sha256 } from './hash';
import { NEEDED, parseManifest, type Manifest } from './manifest';
import { openSession } from './session';
import { openTokenizer } from './tokenizer';

export type DirectoryOutcome =
	| { readonly kind: 'opened'; readonly classifier: Classifier; readonly manifest: Manifest }
	/** One sentence for the person at the command line. */
	| { readonly kind: 'failed'; readonly why: string };

/**
 * The same classifier from a folder, for the command line and tests: same runtime, one thread, same checks of hashes
 * and golden sentences.
 */
export async function openDirectory(directory: string): Promise<DirectoryOutcome> {
	const failed = (why: string) => ({ kind: 'failed', why }) as const;
	const read = (path: string) => readFile(join(directory, path)).catch(() => undefined);
	const text = (await read('handrail.json'))?.toString('utf8');
	if (text === undefined) return failed(`${directory} has no handrail.json.`);
	const manifest = parseManifest(text);
	if (!manifest) return failed(`${directory}/handrail.json is not of the shape of CONTRACTS.md.`);
	const files = await Promise.all(NEEDED.map(read));
	for (const [index, path] of NEEDED.entries()) {
		const bytes = files[index];
		if (!bytes) return failed(`${directory} has no ${path}.`);
		if ((await sha256(new Uint8Array(bytes))) !== manifest.files[path])
			return failed(`${directory}/${path} is not the file that handrail.json was made for.`);
	}
	const [tokenizer, config, model] = files;
	if (!tokenizer || !config || !model) throw new Error('a file that was there is gone');
	ort.env.wasm.numThreads = 1;
	ort.env.logLevel = 'error';
	const classifier = new Classifier(
		await openSession(ort, model),
		openTokenizer(tokenizer.toString('utf8'), config.toString('utf8')),
		manifest
	);
	const difference = await classifier.check();
	if (difference > manifest.goldenTolerance)
		return failed(`The model in ${directory} does not give its golden logits on this machine.`);
	return { kind: 'opened', classifier, manifest };
}
