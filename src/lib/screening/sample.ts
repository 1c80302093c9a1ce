import { LABELS } from '$lib/intent/labels';
import { fill } from '$lib/intent/reading';
import type { Manifest } from './manifest';

/** A manifest for tests that need no real model: logits are log-odds, one golden sentence. */
export function sampleManifest(changes: Partial<Manifest> = {}): Manifest {
	return {
		name: 'intent',
		version: '1.0.0',
		runtime: 'none',
		files: {
			'tokenizer.json': '0'.repeat(64),
			'tokenizer_config.json': '0'.repeat(64),
			'onnx/model_quantized.onnx': '0'.repeat(64)
		},
		bytes: {},
		maxTokens: 12,
		stride: 4,
		languages: ['en', 'zh', 'ja', 'ko', 'es', 'fr', 'de', 'pt', 'hi', 'ar'],
		calibration: fill(() => ({ a: 1, b: 0 })),
		thresholds: fill(() => ({ show: 0.4, act: 0.9 })),
		unknownShare: 0.3,
		golden: [{ text: 'a b', logits: LABELS.map(() => 2) }],
		goldenTolerance: 0.15,
		...changes
	};
}
