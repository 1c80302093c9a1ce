import { isIos, type Trial } from './graphics';
import type { Answer } from './protocol';
import { spawn, type Thread } from './spawn';

/** A slow line needs minutes for the 27 MB of the WebGPU runtime. Milliseconds. */
const PATIENCE = 10 * 60_000;

/**
 * Tries the graphics processor in a worker of its own, so that whatever goes wrong there, the one that reads goes on.
 * Never rejects.
 */
export function tryGraphics(start: () => Thread = spawn): Promise<Trial> {
	if (isIos(navigator)) return Promise.resolve({ outcome: 'no-webgpu', model: '' });
	return new Promise((resolve) => {
		const end = (trial: Trial) => {
			clearTimeout(timer);
			thread?.terminate();
			resolve(trial);
		};
		const fail = () => end({ outcome: 'failed', model: '' });
		const timer = setTimeout(fail, PATIENCE);
		let thread: Thread | undefined;
		try {
			thread = start();
		} catch {
			return fail();
		}
		thread.onerror = fail;
		thread.onmessage = ({ data }: MessageEvent<Answer>) => {
			if (data.kind === 'tried') end(data.trial);
			else if (data.kind === 'failed') fail();
		};
		thread.postMessage({ kind: 'try', threads: 2 });
	});
}
