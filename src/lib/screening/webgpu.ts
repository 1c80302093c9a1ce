import type * as Ort from 'onnxruntime-web/webgpu';
import glueUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import codeUrl from 'onnxruntime-web/webgpu?url';
import { openFloat16, type Session } from './session';

/** What flight mode needs of this runtime. */
export const WEBGPU_RUNTIME = [codeUrl, glueUrl, wasmUrl];

/** As much of WebGPU as is used; the DOM library of this TypeScript does not know it. */
type Gpu = { requestAdapter(): Promise<{ features: { has(name: string): boolean } } | null> };

/** What the browser says of its graphics processor. */
export async function graphicsHere(): Promise<{ webgpu: boolean; float16: boolean }> {
	const { gpu } = globalThis.navigator as { gpu?: Gpu };
	const adapter = await gpu?.requestAdapter().catch(() => null);
	return { webgpu: !!adapter, float16: !!adapter?.features.has('shader-f16') };
}

/**
 * The float16 variant in the browser's WebGPU runtime. Its code is a file of its own and no chunk of the worker, so that
 * its address is known and flight mode can keep it.
 */
export async function openWebgpu(variant: Uint8Array, weights: Uint8Array): Promise<Session> {
	const ort = (await import(/* @vite-ignore */ codeUrl)) as typeof Ort;
	ort.env.wasm.wasmPaths = { wasm: wasmUrl, mjs: glueUrl };
	ort.env.wasm.proxy = false;
	ort.env.wasm.numThreads = 1;
	ort.env.logLevel = 'error';
	return openFloat16(ort, variant, weights, ['webgpu']);
}
