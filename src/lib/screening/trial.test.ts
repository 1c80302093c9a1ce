import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Answer, Request } from './protocol';
import type { Thread } from './spawn';
import { tryGraphics } from './trial';

let thread: Thread & { asked: Request[]; ended: boolean };
const start = () => thread;
const say = (answer: Answer) => thread.onmessage?.(new MessageEvent('message', { data: answer }));

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('navigator', { userAgent: 'Chrome', maxTouchPoints: 0 });
	thread = {
		onmessage: null,
		onerror: null,
		asked: [],
		ended: false,
		postMessage: (message) => void thread.asked.push(message as Request),
		terminate: () => void (thread.ended = true)
	};
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

it('says what the worker found, and ends the worker', async () => {
	const trial = tryGraphics(start);
	expect(thread.asked).toEqual([{ kind: 'try', threads: 2 }]);
	say({ kind: 'tried', trial: { outcome: 'faster', model: 'abc' } });
	expect(await trial).toEqual({ outcome: 'faster', model: 'abc' });
	expect(thread.ended).toBe(true);
});

it.each([
	['the worker fails', () => say({ kind: 'failed', why: 'crashed' })],
	['the worker breaks', () => thread.onerror?.({} as ErrorEvent)],
	['nothing is heard', () => vi.advanceTimersByTime(3_600_000)]
])('has failed where %s', async (_what, happen) => {
	const trial = tryGraphics(start);
	happen();
	expect(await trial).toMatchObject({ outcome: 'failed' });
	expect(thread.ended).toBe(true);
});

it('has failed where workers are forbidden', async () => {
	const forbidden = () => {
		throw new Error('no');
	};
	expect(await tryGraphics(forbidden)).toMatchObject({ outcome: 'failed' });
});

it('starts no worker on an iPhone', async () => {
	vi.stubGlobal('navigator', { userAgent: 'iPhone', maxTouchPoints: 5 });
	expect(await tryGraphics(start)).toMatchObject({ outcome: 'no-webgpu' });
	expect(thread.asked).toEqual([]);
});
