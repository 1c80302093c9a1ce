import type * as ort from 'onnxruntime-common';

/** Where a model runs. `wasm`: one thread; `wasm-threads`: several; `node`: the native runtime of the command line. */
export type Backend = 'wasm' | 'wasm-threads' | 'webgpu' | 'node';

/** A runtime that was started for one backend. A thread or process has one: its number of threads cannot change. */
export type Engine = {
	readonly backend: Backend;
	readonly threads: number;
	/** For example `onnxruntime-web 1.30.0`. */
	readonly version: string;
	readonly providers: readonly string[];
	readonly runtime: Pick<typeof ort, 'InferenceSession' | 'Tensor'>;
	/** Bytes that this process or page holds, where that can be known. */
	memory?(): Promise<number | undefined>;
};

/** Runs `open`; says how long it took and, roughly, how much memory it left taken. */
export async function measured<T>(
	engine: Engine | undefined,
	open: () => Promise<T>
): Promise<{
	readonly opened: T;
	readonly coldStartMs: number;
	readonly memoryBytes: number | null;
}> {
	const before = await engine?.memory?.();
	const start = performance.now();
	const opened = await open();
	const coldStartMs = performance.now() - start;
	const after = await engine?.memory?.();
	const known = before !== undefined && after !== undefined;
	return { opened, coldStartMs, memoryBytes: known ? Math.max(0, after - before) : null };
}
