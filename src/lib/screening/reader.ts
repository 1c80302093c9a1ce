import type { Reading } from '$lib/intent/reading';
import type { Progress } from './model';
import type { Answer, Failure } from './protocol';
import type { Threads } from './runtime';
import type { Thread } from './spawn';

/** The reader is gone; `why` says whether a fresh one could do better. */
export class ReaderFailed extends Error {
	constructor(readonly why: Failure) {
		super(`the reader failed: ${why}`);
	}
}

/** Milliseconds between looks at a silent worker. */
const TICK = 5000;

/**
 * Ticks of silence after which a worker that owes an answer counts as hung: 40 s, more than the idle limit of a
 * download. Ticks and not a deadline, because a laptop that wakes up finds every deadline passed.
 */
const SILENT_TICKS = 8;

type Ready = Extract<Answer, { kind: 'ready' }>;
type Waiting<T> = { resolve: (value: T) => void; reject: (error: ReaderFailed) => void };

/** One life of the worker: opens, answers, and fails once and for all. */
export class Reader {
	readonly #thread: Thread;
	readonly #waiting = new Map<number, Waiting<Reading>>();
	readonly #onProgress: (progress: Progress) => void;
	#open: Waiting<Ready> | undefined;
	/** Resolves once texts can be read; rejects with ReaderFailed. */
	readonly ready = new Promise<Ready>((resolve, reject) => (this.#open = { resolve, reject }));
	#failure: ReaderFailed | undefined;
	#count = 0;
	#silence = 0;
	#watch: ReturnType<typeof setInterval> | undefined;

	constructor(
		spawn: () => Thread,
		threads: Threads,
		onProgress: (progress: Progress) => void,
		/** The float16 variant, where the graphics processor was chosen. */
		readonly graphics?: string
	) {
		this.#onProgress = onProgress;
		this.ready.catch(() => undefined);
		this.#thread = spawn();
		this.#thread.onmessage = ({ data }: MessageEvent<Answer>) => this.#hear(data);
		this.#thread.onerror = () => this.#fail('crashed');
		this.#thread.postMessage({ kind: 'open', threads, graphics });
		this.#look();
	}

	/** Reads exactly this text, after those asked for before. Rejects with ReaderFailed. */
	async read(text: string): Promise<Reading> {
		await this.ready;
		if (this.#failure) throw this.#failure;
		const id = this.#count++;
		this.#thread.postMessage({ kind: 'read', id, text });
		this.#look();
		return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
	}

	close() {
		this.#fail('crashed');
	}

	#hear(answer: Answer) {
		this.#silence = 0;
		switch (answer.kind) {
			case 'progress':
				return this.#onProgress(answer.progress);
			case 'ready':
				this.#open?.resolve(answer);
				this.#open = undefined;
				return;
			case 'failed':
				return this.#fail(answer.why);
			case 'reading':
				this.#waiting.get(answer.id)?.resolve(answer.reading);
				this.#waiting.delete(answer.id);
				return;
			case 'tried':
				return;
			default:
				answer satisfies never;
		}
	}

	#look() {
		this.#silence = 0;
		this.#watch ??= setInterval(() => {
			if (!this.#open && this.#waiting.size === 0) {
				clearInterval(this.#watch);
				this.#watch = undefined;
			} else if (++this.#silence >= SILENT_TICKS) this.#fail('hung');
		}, TICK);
	}

	#fail(why: Failure) {
		if (this.#failure) return;
		this.#failure = new ReaderFailed(why);
		clearInterval(this.#watch);
		this.#thread.terminate();
		this.#open?.reject(this.#failure);
		for (const { reject } of this.#waiting.values()) reject(this.#failure);
		this.#waiting.clear();
	}
}
