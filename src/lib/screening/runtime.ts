import * as ort from 'onnxruntime-web/wasm';
import glueUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { openSession, type Session } from './session';

export type Threads = 1 | 2;

/** What flight mode needs of this runtime. */
export const WASM_RUNTIME = [wasmUrl, glueUrl];

/**
 * The model in the browser's WASM runtime. Both files are named, or two threads load the worker's own chunk and never
 * answer; WASM is streamed from its URL and never handed over as bytes, or the browser keeps no compiled code
 * (on-device.md §3.4, §4.2). `onnxruntime-web/wasm` only: the WebGPU builds give wrong int8 results.
 */
export async function openModel(model: Uint8Array, threads: Threads): Promise<Session> {
	ort.env.wasm.wasmPaths = { wasm: wasmUrl, mjs: glueUrl };
	ort.env.wasm.proxy = false;
	ort.env.wasm.numThreads = threadsHere(threads);
	ort.env.logLevel = 'error';
	return openSession(ort, model);
}

/** Threads need shared memory, which a page has only when isolated, and WebKit not even then. */
function threadsHere(wanted: Threads): Threads {
	return globalThis.crossOriginIsolated && typeof SharedArrayBuffer !== 'undefined' ? wanted : 1;
}
