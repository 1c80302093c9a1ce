import type { InferenceSession, Tensor } from 'onnxruntime-web';
import { LABELS } from '$lib/intent/labels';

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
	executionProviders: readonly string[] = ['wasm']
): Promise<Session> {
	const session = await runtime.InferenceSession.create(model, { executionProviders });
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

function values(input: string, ids: readonly number[]): BigInt64Array {
	if (input === 'input_ids') return BigInt64Array.from(ids, BigInt);
	return new BigInt64Array(ids.length).fill(input === 'attention_mask' ? 1n : 0n);
}
