import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';

export type Process = {
	/** Resolves to the address that it prints when it is ready, or to undefined when it ends before that. */
	readonly ready: Promise<string | undefined>;
	/** Resolves to the exit status. */
	readonly ended: Promise<number | null>;
	/** All that it has written so far, to both outputs. */
	readonly output: () => string;
	readonly signal: (name: NodeJS.Signals) => void;
};

/** Starts the real server in a process of its own, with nothing of this process's configuration. */
export function start(env: Record<string, string> = {}): Process {
	if (!existsSync('build/handler.js'))
		throw new Error('Run `npm run build` first: build/ is missing.');
	const child = spawn(process.execPath, ['src/serve.js'], {
		env: { PATH: process.env.PATH ?? '', PORT: '0', ...env }
	});
	let output = '';
	const ended = once(child, 'close').then(([status]) => status as number | null);
	const ready = new Promise<string | undefined>((resolve) => {
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (part: Buffer) => {
				output += part;
				const address = /^Handrail is ready: (\S+)/m.exec(output)?.[1];
				if (address) resolve(address);
			});
		void ended.then(() => resolve(undefined));
	});
	return { ready, ended, output: () => output, signal: (name) => void child.kill(name) };
}
