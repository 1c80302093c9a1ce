import * as v from 'valibot';
import { LABELS, type Label } from '$lib/intent/labels';
import { fill } from '$lib/intent/reading';

const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** A path below the model's folder; never one that climbs out of it or names another host. */
const path = v.pipe(v.string(), v.regex(/^(?!.*\.\.)[\w-][\w./-]*$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const logits = v.pipe(v.array(v.number()), v.length(LABELS.length));

export const WEIGHTS = 'onnx/model_quantized.onnx';

/** The variant for WebGPU, on the same weights (models/training/half.py). A model may lack it. */
export const FLOAT16 = 'onnx/model_fp16.onnx';

/** The three files without which nothing can be read. */
export const NEEDED = ['tokenizer.json', 'tokenizer_config.json', WEIGHTS] as const;

/** The two files of the tiny model. */
export const NEEDED_TINY = ['config.json', 'ngrams.bin'] as const;

/** The part of models/<name>/handrail.json that screening relies on; other keys are for people. */
const Schema = v.pipe(
	v.object({
		name: v.string(),
		version: v.pipe(v.string(), v.regex(/^[\w.+-]{1,40}$/)),
		runtime: v.string(),
		files: v.record(path, sha256),
		bytes: v.record(path, count),
		/** Tokens a window holds, [CLS] and [SEP] included. */
		maxTokens: v.pipe(count, v.minValue(8), v.maxValue(512)),
		/** Tokens that two windows share. */
		stride: count,
		languages: v.array(v.string()),
		/** p = sigmoid(a · logit + b), fitted on the shipped file in the shipped runtime. */
		calibration: perLabel(v.object({ a: v.number(), b: v.number() })),
		thresholds: perLabel(v.object({ show: probability, act: probability })),
		hints: v.optional(v.object({ 'self-harm': probability, violence: probability })),
		/** Share of unknown tokens above which a reading is `unsure`. */
		unknownShare: probability,
		golden: v.array(v.object({ text: v.string(), logits })),
		/** What the float16 variant gives for the golden sentences. */
		float16: v.optional(v.object({ logits: v.array(logits) })),
		/** Largest difference of a logit from its golden value that another machine may show. */
		goldenTolerance: v.pipe(v.number(), v.minValue(0))
	}),
	v.check((m) => m.stride < m.maxTokens - 2, 'stride must be smaller than a window'),
	v.check(
		(m) => !m.float16 || (FLOAT16 in m.files && m.float16.logits.length === m.golden.length),
		'the float16 variant needs a hash and all golden logits'
	),
	v.check((m) => neededOf(m).every((file) => file in m.files), 'a needed file has no hash')
);

export type Manifest = v.InferOutput<typeof Schema>;

/** Reads handrail.json; undefined where it is not JSON or not of this shape. */
export function parseManifest(text: string): Manifest | undefined {
	try {
		const result = v.safeParse(Schema, JSON.parse(text));
		return result.success ? result.output : undefined;
	} catch {
		return undefined;
	}
}

/** The manifest by which the float16 variant is checked; undefined where there is none. */
export function asFloat16(manifest: Manifest): Manifest | undefined {
	const { float16, golden } = manifest;
	return (
		float16 && {
			...manifest,
			golden: golden.map(({ text, logits }, at) => ({ text, logits: float16.logits[at] ?? logits }))
		}
	);
}

/** The files that a model of this manifest is made of. */
export function neededOf({ files }: { readonly files: object }): readonly string[] {
	return 'ngrams.bin' in files ? NEEDED_TINY : NEEDED;
}

function perLabel<S extends v.GenericSchema>(schema: S) {
	return v.object(fill<S>(() => schema) as Record<Label, S>);
}
