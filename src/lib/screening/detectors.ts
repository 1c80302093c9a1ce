import { Classifier } from './classifier';
import type { Refusal } from './graphics';
import { keep } from './keep';
import { knownHere } from './known';
import { FLOAT16, WEIGHTS } from './manifest';
import { decode, loadModel, type ModelFiles, type ModelOutcome, type Progress } from './model';
import type { Failure } from './protocol';
import { openModel, WASM_RUNTIME, type Threads } from './runtime';
import type { Detectors } from './screen';
import type { Session } from './session';
import { openTokenizer, type Tokenizer } from './tokenizer';
import { openVariant } from './variant';
import { graphicsHere, WEBGPU_RUNTIME } from './webgpu';

/** Set by vite.config.ts to the SHA-256 of models/intent/handrail.json; absent in tests. */
declare const __MODEL_MANIFEST_SHA256__: string | undefined;

export type DetectorsOutcome =
	| {
			readonly kind: 'opened';
			readonly detectors: Detectors & { readonly classifier: Classifier };
			/** Why WASM reads although the graphics processor was chosen. */
			readonly refused?: Refusal;
	  }
	| { readonly kind: 'failed'; readonly why: Failure };

/** A model that can be run, checked by its golden sentences. */
export type Opened = { readonly classifier: Classifier; readonly session: Session };

/**
 * In the worker: fetches the model, starts the runtime and proves that both give what they gave when built. `graphics` is
 * the variant chosen for the graphics processor: if anything about it is not as it was when tried, WASM reads.
 */
export async function openDetectors(
	threads: Threads,
	onProgress: (progress: Progress) => void,
	graphics?: string
): Promise<DetectorsOutcome> {
	const outcome = await fetchModel(onProgress);
	if (outcome.kind === 'failed') return outcome;
	const { files } = outcome;
	const tokenizer = tokenizerOf(files);
	const chosen = graphics && (await openChosen(files, tokenizer, graphics));
	if (typeof chosen === 'object') {
		// The other runtime as well: it has to be there should this one fail in flight mode.
		void keep([...WASM_RUNTIME, ...WEBGPU_RUNTIME]);
		return opened(chosen.classifier);
	}
	const usual = await openUsual(files, tokenizer, threads);
	if (!usual) return { kind: 'failed', why: 'disagrees' };
	void keep(WASM_RUNTIME);
	return opened(usual.classifier, chosen || undefined);
}

/** The files that everyone needs. */
export function fetchModel(onProgress?: (progress: Progress) => void): Promise<ModelOutcome> {
	return loadModel({
		base: new URL('/models/intent/', globalThis.location.origin).href,
		anchor:
			typeof __MODEL_MANIFEST_SHA256__ === 'undefined' ? undefined : __MODEL_MANIFEST_SHA256__,
		onProgress
	});
}

/** The tokenizer of a model. */
export function tokenizerOf({ read }: ModelFiles): Tokenizer {
	return openTokenizer(decode(read('tokenizer.json')), decode(read('tokenizer_config.json')));
}

/** The int8 model in WASM; undefined where it does not give its golden logits. */
export async function openUsual(
	{ manifest, read }: ModelFiles,
	tokenizer: Tokenizer,
	threads: Threads
): Promise<Opened | undefined> {
	const session = await openModel(read(WEIGHTS), threads);
	const classifier = new Classifier(session, tokenizer, manifest);
	return (await classifier.check()) <= manifest.goldenTolerance
		? { classifier, session }
		: undefined;
}

async function openChosen(
	files: ModelFiles,
	tokenizer: Tokenizer,
	graphics: string
): Promise<Opened | Refusal> {
	if (files.manifest.files[FLOAT16] !== graphics) return 'changed';
	const variant = await openVariant(files, tokenizer, await graphicsHere());
	return variant.refused ?? variant;
}

async function opened(classifier: Classifier, refused?: Refusal): Promise<DetectorsOutcome> {
	return { kind: 'opened', detectors: { classifier, known: await knownHere() }, refused };
}
