import type { PageBackend } from './model-spec';

/** The backends that this browser has. WASM with one thread is everywhere; WebGPU is asked for without loading any of its code. */
export async function backendsHere(): Promise<readonly PageBackend[]> {
	const gpu = (navigator as { gpu?: { requestAdapter(): Promise<unknown> } }).gpu;
	const adapter = await gpu?.requestAdapter().catch(() => null);
	const threads = globalThis.crossOriginIsolated && typeof SharedArrayBuffer !== 'undefined';
	return [
		'wasm',
		...(threads ? (['wasm-threads'] as const) : []),
		...(adapter ? (['webgpu'] as const) : [])
	];
}
