import wasmGlue from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasmBytes from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import gpuGlue from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import gpuBytes from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import type { Backend, Engine } from './engine';
import { Refusal } from './refusal';

/** Threads beyond this bring nothing at one short text a time. */
const MOST_THREADS = 4;

/**
 * The runtime for the bench's worker. Both files are named, as in screening/runtime.ts, or threads load the worker's own
 * chunk. A worker serves one backend: start a fresh one for another.
 */
export async function webEngine(backend: Backend): Promise<Engine> {
	if (backend === 'webgpu') return webgpu();
	if (backend === 'node') throw new Refusal('The native runtime needs the command line.');
	const threads = backend === 'wasm' ? 1 : threadsHere();
	const memory = watchMemory();
	const ort = await import('onnxruntime-web/wasm');
	ort.env.wasm.wasmPaths = { wasm: wasmBytes, mjs: wasmGlue };
	ort.env.wasm.proxy = false;
	ort.env.wasm.numThreads = threads;
	ort.env.logLevel = 'error';
	return {
		backend,
		threads,
		version: `onnxruntime-web ${ort.env.versions.common}`,
		providers: ['wasm'],
		runtime: ort,
		memory
	};
}

/** Wrong for int8 models (on-device.md §3.4), so that a quantized file is neither looked for nor, in ours, accepted. */
async function webgpu(): Promise<Engine> {
	const gpu = (globalThis.navigator as { gpu?: { requestAdapter(): Promise<unknown> } }).gpu;
	if (!(await gpu?.requestAdapter().catch(() => null)))
		throw new Refusal('This browser has no WebGPU here: choose the WASM backend.');
	const memory = watchMemory();
	const ort = await import('onnxruntime-web/webgpu');
	// Handed over as bytes: the file is served under a name that no browser would stream (src/bench.plugin.ts).
	ort.env.wasm.wasmBinary = await fetched(gpuBytes);
	ort.env.wasm.wasmPaths = { mjs: gpuGlue };
	ort.env.wasm.proxy = false;
	ort.env.wasm.numThreads = 1;
	ort.env.logLevel = 'error';
	return {
		backend: 'webgpu',
		threads: 1,
		version: `onnxruntime-web ${ort.env.versions.common}`,
		providers: ['webgpu'],
		runtime: ort,
		memory
	};
}

async function fetched(url: string): Promise<ArrayBuffer> {
	const response = await fetch(url).catch(() => undefined);
	if (!response?.ok)
		throw new Refusal('The WebGPU runtime cannot be fetched from this site: check the connection.');
	return response.arrayBuffer();
}

/** Threads need shared memory, which a page has only when isolated, and WebKit not even then. */
function threadsHere(): number {
	if (!globalThis.crossOriginIsolated || typeof SharedArrayBuffer === 'undefined')
		throw new Refusal('This browser gives the page no threads: choose the WASM backend with one.');
	return Math.max(2, Math.min(MOST_THREADS, navigator.hardwareConcurrency - 1));
}

/**
 * Bytes of all linear memories that are made from now on: where the runtime keeps the model and its numbers. A page can ask for
 * more only after a garbage collection that takes seconds; memory of the graphics card is not in it.
 */
function watchMemory(): () => Promise<number> {
	const made: WebAssembly.Memory[] = [];
	WebAssembly.Memory = class extends WebAssembly.Memory {
		constructor(descriptor: WebAssembly.MemoryDescriptor) {
			super(descriptor);
			made.push(this);
		}
	};
	return async () => made.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
}
