import { readFile } from 'node:fs/promises';
import os from 'node:os';
import type { Results } from './results';

/** What a result says of this machine: never its name or its owner's. */
export function thisMachine(): Results['device'] {
	return {
		platform: `${os.platform()} ${os.arch()}`,
		processor: os.cpus()[0]?.model.trim() || null,
		cores: os.availableParallelism(),
		memoryBytes: os.totalmem()
	};
}

/** The app's version and the runtime's. */
export async function theseVersions(): Promise<Results['versions']> {
	const path = new URL('../../../package.json', import.meta.url);
	const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string };
	return { app: version, runtime: `Node ${process.version}` };
}
