import { Classifier } from './classifier';
import { knownHere } from './known';
import { decode, loadModel, type Progress } from './model';
import type { Failure } from './protocol';
import { openModel, type Threads } from './runtime';
import type { Detectors } from './screen';
import { openTokenizer } from './tokenizer';

/** Set by vite.config.ts to the SHA-256 of models/intent/handrail.json; absent in tests. */
declare const __MODEL_MANIFEST_SHA256__: string | undefined;

export type DetectorsOutcome =
	| { readonly kind: 'opened'; readonly detectors: Detectors & { readonly classifier: Classifier } }
	| { readonly kind: 'failed'; readonly why: Failure };

/** In the worker: fetches the model, starts the runtime and proves that both give what they gave when built. */
export async function openDetectors(
	threads: Threads,
	onProgress: (progress: Progress) => void
): Promise<DetectorsOutcome> {
	const outcome = await loadModel({
		base: new URL('/models/intent/', globalThis.location.origin).href,
		anchor:
			typeof __MODEL_MANIFEST_SHA256__ === 'undefined' ? undefined : __MODEL_MANIFEST_SHA256__,
		onProgress
	});
	if (outcome.kind === 'failed') return outcome;
	const { manifest, read } = outcome.files;
	const classifier = new Classifier(
		await openModel(read('onnx/model_quantized.onnx'), threads),
		openTokenizer(decode(read('tokenizer.json')), decode(read('tokenizer_config.json'))),
		manifest
	);
	if ((await classifier.check()) > manifest.goldenTolerance)
		return { kind: 'failed', why: 'disagrees' };
	return { kind: 'opened', detectors: { classifier, known: await knownHere() } };
}
