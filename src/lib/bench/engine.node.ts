import type { Engine } from './engine';
import { Refusal } from './refusal';

/**
 * The runtime for the command line: `wasm` is the browser's own, with one thread (its threads need a browser's workers);
 * `node` the native one, whose int8 results may differ a little.
 */
export async function nodeEngine(backend: string = 'wasm'): Promise<Engine> {
	const memory = async () => process.memoryUsage().rss;
	if (backend === 'wasm') {
		const ort = await import('onnxruntime-web/wasm');
		ort.env.wasm.numThreads = 1;
		ort.env.logLevel = 'error';
		return {
			backend,
			threads: 1,
			version: `onnxruntime-web ${ort.env.versions.common}`,
			providers: ['wasm'],
			runtime: ort,
			memory
		};
	}
	if (backend === 'node') {
		const ort = await import('onnxruntime-node').catch(() => {
			throw new Refusal(
				'The native runtime is not installed for this machine: use the backend wasm.'
			);
		});
		ort.env.logLevel = 'error';
		return {
			backend,
			threads: 1,
			version: `onnxruntime-node ${ort.env.versions.common}`,
			providers: ['cpu'],
			runtime: {
				Tensor: ort.Tensor,
				InferenceSession: {
					create: (model: Uint8Array, options?: object) =>
						ort.InferenceSession.create(model, {
							...options,
							intraOpNumThreads: 1,
							interOpNumThreads: 1
						})
				}
			} as Engine['runtime'],
			memory
		};
	}
	throw new Refusal(
		`The command line has the backends wasm and node, not "${backend}": wasm-threads and webgpu need the page.`
	);
}
