import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as ort from 'onnxruntime-web/wasm';
import { openFolder, type FolderOutcome } from './folder';
import { openSession } from './session';

/**
 * The same classifier from a folder, for the command line and tests: same runtime, one thread, same checks of hashes
 * and golden sentences.
 */
export function openDirectory(directory: string): Promise<FolderOutcome> {
	const read = (path: string) =>
		readFile(join(directory, path)).then(
			(bytes) => new Uint8Array(bytes),
			() => undefined
		);
	return openFolder(directory, read, (model) => {
		ort.env.wasm.numThreads = 1;
		ort.env.logLevel = 'error';
		return openSession(ort, model);
	});
}
