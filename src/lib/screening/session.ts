import type { InferenceSession, Tensor } from 'onnxruntime-web';
import { LABELS } from '$lib/intent/labels';
import { WEIGHTS } from './manifest';

/** A loaded model: token ids in, one raw logit per label out. */
export interface Session {
	run(ids: readonly number[]): Promise<number[]>;
	/** Gives the memory back. */
	close?(): Promise<void>;
}

/** The two names of ONNX Runtime that are used; the browser and Node bring their own copy. */
export type Runtime = {
	InferenceSession: {
		create(bytes: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession>;
	};
	Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => Tensor;
};

/** Batch 1 at the text's own length: time is nearly linear in tokens, so padding only costs (on-device.md §3.2). */
export async function openSession(
	runtime: Runtime,
	model: Uint8Array,
	executionProviders: readonly string[] = ['wasm'],
	externalData: InferenceSession.SessionOptions['externalData'] = []
): Promise<Session> {
	// Errors only: on WebGPU the runtime warns at every start that shapes are computed on the CPU.
	const options = { executionProviders, externalData, logSeverityLevel: 3 } as const;
	const session = await runtime.InferenceSession.create(model, options);
	return {
		close: () => session.release(),
		async run(ids) {
			const feeds = Object.fromEntries(
				session.inputNames.map((name) => [
					name,
					new runtime.Tensor('int64', values(name, ids), [1, ids.length])
				])
			);
			const data = (await session.run(feeds)).logits?.data;
			if (!(data instanceof Float32Array) || data.length !== LABELS.length)
				throw new Error(`the model must give ${LABELS.length} logits`);
			return Array.from(data);
		}
	};
}

/** The float16 variant, whose large tensors are parts of the int8 file. */
export function openFloat16(
	runtime: Runtime,
	variant: Uint8Array,
	weights: Uint8Array,
	executionProviders: readonly string[]
): Promise<Session> {
	const externalData = [{ path: WEIGHTS.replace(/.*\//, ''), data: weights }];
	return openSession(runtime, variant, executionProviders, externalData);
}

function values(input: string, ids: readonly number[]): BigInt64Array {
	if (input === 'input_ids') return BigInt64Array.from(ids, BigInt);
	return new BigInt64Array(ids.length).fill(input === 'attention_mask' ? 1n : 0n);
}
