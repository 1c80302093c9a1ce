import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fill, type Reading } from '$lib/intent/reading';
import type { Answer, Request } from './protocol';
import { Screener, Superseded, type ScreenerState } from './screener';
import type { Thread } from './spawn';

/** A worker in the test's hands: what it was asked, and what it is made to say. */
class FakeThread implements Thread {
	onmessage: Thread['onmessage'] = null;
	onerror: Thread['onerror'] = null;
	readonly asked: Request[] = [];
	ended = false;
	postMessage(message: Request) {
		this.asked.push(message);
	}
	terminate() {
		this.ended = true;
	}
	async say(answer: Answer) {
		this.onmessage?.(new MessageEvent('message', { data: answer }));
		await settle();
	}
	get texts() {
		return this.asked.flatMap((request) => (request.kind === 'read' ? [request.text] : []));
	}
	/** Answers everything that was asked and is not yet answered. */
	async answer() {
		for (const request of this.asked.splice(0))
			if (request.kind === 'read')
				await this.say({ kind: 'reading', id: request.id, reading: read(request.text) });
	}
}

const read = (text: string): Reading => ({
	scores: fill((label) => (label === 'none' ? text.length / 100 : 0)),
	thresholds: fill(() => ({ show: 0.4, act: 0.9 })),
	state: 'ok',
	lang: 'en'
});
const settle = () => vi.advanceTimersByTimeAsync(0);

let threads: FakeThread[];
let states: ScreenerState[];
let screener: Screener;
const thread = (index = threads.length - 1) => {
	const found = threads[index];
	if (!found) throw new Error('no worker was started');
	return found;
};

beforeEach(() => {
	vi.useFakeTimers();
	threads = [];
	states = [];
	screener = new Screener((state) => states.at(-1) !== state && states.push(state), {
		patience: 10_000,
		spawn: () => {
			const started = new FakeThread();
			threads.push(started);
			return started;
		}
	});
});
afterEach(() => {
	screener.close();
	vi.useRealTimers();
});

/** A screener for which the graphics processor was chosen, and the reasons why it was not used. */
function withGraphics() {
	const refused: unknown[] = [];
	screener.close();
	screener = new Screener((_state, detail) => detail.refused && refused.push(detail.refused), {
		graphics: () => 'variant',
		spawn: () => {
			const started = new FakeThread();
			threads.push(started);
			return started;
		}
	});
	screener.wake();
	return refused;
}

async function ready() {
	screener.wake();
	await thread().say({ kind: 'ready' });
	thread().asked.length = 0;
}

describe('the screener', () => {
	it('starts one worker, on the first text', async () => {
		expect(threads).toHaveLength(0);
		const reading = screener.screen('hello');
		await thread().say({ kind: 'ready' });
		await thread().answer();
		expect(await reading).toEqual(read('hello'));
		screener.wake();
		expect(threads).toHaveLength(1);
		expect(states).toEqual(['loading', 'ready']);
	});

	it('lets the newest typed text win', async () => {
		await ready();
		const first = screener.screen('a');
		await settle();
		const second = screener.screen('ab');
		const third = screener.screen('abc');
		await expect(second).rejects.toBeInstanceOf(Superseded);
		await thread().answer();
		await thread().answer();
		expect(await first).toEqual(read('a'));
		expect(await third).toEqual(read('abc'));
	});

	it('reads what is sent exactly, in order and before what is typed', async () => {
		await ready();
		const typed = screener.screen('typing');
		await settle();
		const sent = [screener.forSending('one'), screener.forSending('two')];
		const typedOn = screener.screen('typing on');
		const read_: string[] = [];
		for (let n = 0; n < 4; n++) {
			read_.push(...thread().texts);
			await thread().answer();
		}
		expect(read_).toEqual(['typing', 'one', 'two', 'typing on']);
		expect(await Promise.all([typed, ...sent, typedOn])).toEqual(read_.map(read));
	});

	it('does not read the same text twice when it is typed and then sent', async () => {
		await ready();
		void screener.screen('same');
		await settle();
		await thread().answer();
		expect(await screener.forSending('same')).toEqual(read('same'));
		expect(thread().texts).toEqual([]);
	});

	it("gives the lexicon's answer when loading takes too long, and the model's when it comes", async () => {
		const late = vi.fn();
		const sent = screener.forSending('I want to die', late);
		await vi.advanceTimersByTimeAsync(10_000);
		const reading = await sent;
		expect(reading.state).toBe('unscreened');
		expect(reading.scores['self-harm/ideation']).toBeGreaterThan(0.5);
		expect(late).not.toHaveBeenCalled();
		await thread().say({ kind: 'ready' });
		await thread().answer();
		expect(late).toHaveBeenCalledExactlyOnceWith(read('I want to die'));
	});

	it("gives typing the lexicon's answer after a second of loading", async () => {
		const typed = screener.screen('hello');
		await vi.advanceTimersByTimeAsync(1000);
		expect((await typed).state).toBe('unscreened');
	});

	it('reads with the lexicon alone when the model is missing, and can be asked to try again', async () => {
		const sent = screener.forSending('hello');
		await thread().say({ kind: 'failed', why: 'missing' });
		expect((await sent).state).toBe('unscreened');
		expect(states).toEqual(['loading', 'degraded']);
		expect(threads).toHaveLength(1);
		expect(thread().ended).toBe(true);
		screener.retry();
		await thread().say({ kind: 'ready' });
		expect(states).toEqual(['loading', 'degraded', 'loading', 'ready']);
	});

	it.each<[string, (dying: FakeThread) => unknown]>([
		['crashes', (dying) => dying.onerror?.({} as ErrorEvent)],
		['breaks', (dying) => dying.say({ kind: 'failed', why: 'crashed' })],
		['says nothing for a long time', () => vi.advanceTimersByTimeAsync(60_000)]
	])('reads the same text in a fresh worker with one thread when one %s', async (_how, die) => {
		screener = new Screener((state) => states.push(state), {
			patience: 120_000,
			spawn: () => {
				const started = new FakeThread();
				threads.push(started);
				return started;
			}
		});
		await ready();
		const sent = screener.forSending('hello');
		await settle();
		await die(thread(0));
		await settle();
		expect(thread(0).ended).toBe(true);
		expect(states).toEqual(['loading', 'ready', 'degraded']);
		expect(thread(1).asked).toEqual([{ kind: 'open', threads: 1 }]);
		await thread(1).say({ kind: 'ready' });
		await thread(1).answer();
		expect(await sent).toEqual(read('hello'));
		expect(screener.state).toBe('ready');
	});

	it('stays with the lexicon when the fresh worker fails too', async () => {
		await ready();
		const sent = screener.forSending('hello');
		await settle();
		await thread(0).say({ kind: 'failed', why: 'crashed' });
		await thread(1).say({ kind: 'failed', why: 'crashed' });
		expect((await sent).state).toBe('unscreened');
		expect((await screener.forSending('more')).state).toBe('unscreened');
		expect(threads).toHaveLength(2);
		expect(screener.state).toBe('degraded');
	});

	it("does not take a laptop's sleep for a hang", async () => {
		await ready();
		const sent = screener.forSending('hello');
		await settle();
		vi.setSystemTime(Date.now() + 8 * 3600_000);
		await vi.advanceTimersByTimeAsync(5000);
		expect(thread().ended).toBe(false);
		await thread().answer();
		expect(await sent).toEqual(read('hello'));
	});

	it('reads with the lexicon where workers are forbidden', async () => {
		screener = new Screener((state) => states.push(state), {
			spawn: () => {
				throw new TypeError('forbidden');
			}
		});
		expect((await screener.forSending('hello')).state).toBe('unscreened');
		expect(states).toEqual(['loading', 'degraded']);
	});

	it('ends its worker when closed, and starts another when needed again', async () => {
		await ready();
		screener.close();
		expect(thread(0).ended).toBe(true);
		expect(screener.state).toBe('off');
		const sent = screener.forSending('hello');
		await thread(1).say({ kind: 'ready' });
		await thread(1).answer();
		expect(await sent).toEqual(read('hello'));
	});

	it('answers what was asked before it was closed', async () => {
		await ready();
		const sent = screener.forSending('hello');
		await settle();
		screener.close();
		expect((await sent).state).toBe('unscreened');
		expect(threads).toHaveLength(1);
	});
});

describe('the graphics processor', () => {
	it('is asked for where it was chosen, and the page hears why it does not read', async () => {
		const refused = withGraphics();
		expect(thread().asked).toEqual([{ kind: 'open', threads: 2, graphics: 'variant' }]);
		await thread().say({ kind: 'ready', refused: 'differs' });
		expect(refused).toEqual(['differs']);
		expect(screener.state).toBe('ready');
	});

	it('is not asked for again after it hung: WASM reads', async () => {
		const refused = withGraphics();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(refused).toEqual(['failed']);
		expect(threads).toHaveLength(2);
		expect(thread().asked).toEqual([{ kind: 'open', threads: 1, graphics: undefined }]);
		await thread().say({ kind: 'ready' });
		expect(screener.state).toBe('ready');
	});

	it('is not blamed for a model that could not be fetched', async () => {
		const refused = withGraphics();
		await thread().say({ kind: 'failed', why: 'offline' });
		expect(refused).toEqual([]);
	});
});
