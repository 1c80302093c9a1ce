import type { Reading } from '$lib/intent/reading';
import type { Classifies } from './classifier';
import type { Refusal } from './graphics';
import { knownHere } from './known';
import type { Progress } from './model';
import type { Failure } from './protocol';
import { Reader, ReaderFailed } from './reader';
import { screenText } from './screen';
import { spawn, type Thread } from './spawn';
import { openTiny } from './tiny';

/** A newer text was typed before this one was read. */
export class Superseded extends Error {}

/**
 * `off`: not started. `loading`: the model is on its way. `ready`: it reads.
 * `degraded`: it does not, only the lexicon does; readings say `unscreened`.
 */
export type ScreenerState = 'off' | 'loading' | 'ready' | 'degraded';

export type ScreenerDetail = {
	/** Download of the model, while there is one. */
	readonly progress?: Progress;
	/** Why the state is `degraded`. */
	readonly failure?: Failure;
	/** Why WASM reads from now on although the graphics processor was chosen. */
	readonly refused?: Refusal;
};

export type ScreenerOptions = {
	/** Starts a worker; for tests. */
	readonly spawn?: () => Thread;
	/** Opens the model that answers meanwhile; for tests. */
	readonly tiny?: () => Promise<Classifies | undefined>;
	/** The float16 variant that was chosen for the graphics processor, asked for at each start. */
	readonly graphics?: () => string | undefined;
	/** Milliseconds that a text being sent waits for a model that is loading, and for its reading. */
	readonly patience?: number;
};

type Late = (reading: Reading) => void;
type Job = {
	readonly text: string;
	readonly sending: boolean;
	readonly late?: Late;
	readonly resolve: (reading: Reading) => void;
	readonly reject: (error: Error) => void;
};

/** Long enough for most first visits; then the tiny model and the lexicon have to do until the model is there. */
const PATIENCE = 10_000;

/** While the model loads, typing hears from the tiny model and the lexicon after this many milliseconds. */
const FIRST_SECOND = 1000;

/** Milliseconds an answer waits for the tiny model: enough for a kept one, and no more. */
const TINY_PATIENCE = 100;

/** A fresh worker with one thread may do better after these; the others are the network's or the server's. */
const WORTH_A_RETRY: readonly Failure[] = ['crashed', 'hung', 'disagrees'];

/**
 * The app's face of screening: one worker, started on first use. Never rejects for want of a model: the reading is then
 * the tiny model's and `unsure`, or without that one `unscreened`, with what the lexicon found. `changed` hears each new state, and progress within one.
 */
export class Screener {
	state: ScreenerState = 'off';
	readonly #changed: (state: ScreenerState, detail: ScreenerDetail) => void;
	readonly #spawn: () => Thread;
	readonly #graphics: () => string | undefined;
	readonly #patience: number;
	readonly #openTiny: () => Promise<Classifies | undefined>;
	readonly #known = knownHere();
	readonly #sending: Job[] = [];
	#typed: Job | undefined;
	#busy = false;
	#reader: Reader | undefined;
	#tiny: Promise<Classifies | undefined> | undefined;
	#startedAt = 0;
	#retried = false;
	#last: { readonly text: string; readonly reading: Reading } | undefined;

	constructor(
		changed: (state: ScreenerState, detail: ScreenerDetail) => void = () => undefined,
		options: ScreenerOptions = {}
	) {
		this.#changed = changed;
		this.#spawn = options.spawn ?? spawn;
		this.#graphics = options.graphics ?? (() => undefined);
		this.#patience = options.patience ?? PATIENCE;
		this.#openTiny = options.tiny ?? openTiny;
	}

	/** For typing: the newest text wins, and one that still waits rejects with Superseded. */
	screen(text: string): Promise<Reading> {
		return new Promise((resolve, reject) => {
			this.#typed?.reject(new Superseded());
			this.#typed = { text, sending: false, resolve, reject };
			void this.#next();
		});
	}

	/**
	 * For what is sent, and for answers: exactly this text is read, in turn, whatever is typed meanwhile. `late` is called
	 * with the model's reading where this promise had to make do with the lexicon's.
	 */
	forSending(text: string, late?: Late): Promise<Reading> {
		return new Promise((resolve, reject) => {
			this.#sending.push({ text, sending: true, late, resolve, reject });
			void this.#next();
		});
	}

	/** Starts the worker before there is a text to read. */
	wake() {
		if (this.state === 'off') this.#open(2);
	}

	/** Tries again after a failure, as when the network is back. */
	retry() {
		if (this.state !== 'degraded' || this.#reader) return;
		this.#retried = false;
		this.#open(2);
	}

	/** Ends the worker and gives its memory back; the next text starts a new one. */
	close() {
		const reader = this.#reader;
		this.#reader = undefined;
		this.#become('off');
		reader?.close();
	}

	async #next(): Promise<void> {
		if (this.#busy) return;
		const job = this.#sending.shift() ?? this.#typed;
		if (!job) return;
		if (job === this.#typed) this.#typed = undefined;
		this.#busy = true;
		try {
			job.resolve(await this.#read(job));
		} catch (error) {
			job.reject(error instanceof Error ? error : new Error(String(error)));
		} finally {
			this.#busy = false;
			void this.#next();
		}
	}

	async #read({ text, sending, late }: Job): Promise<Reading> {
		if (this.#last?.text === text) return this.#last.reading;
		const start = performance.now();
		this.wake();
		const attempt = this.#attempt(text);
		const reading = await within(attempt, this.#wait(sending));
		if (reading) {
			this.#last = { text, reading };
			performance.measure('handrail:screening', { start });
			return reading;
		}
		if (late) void attempt.then((better) => better && late(better));
		const classifier = this.#tiny && (await within(this.#tiny, TINY_PATIENCE));
		return screenText(text, { classifier, known: await this.#known });
	}

	/** Undefined where no worker can read it. */
	async #attempt(text: string): Promise<Reading | undefined> {
		const reader = this.#reader;
		if (!reader) return undefined;
		try {
			const reading = await reader.read(text);
			this.#retried = false;
			return reading;
		} catch (error) {
			if (!(error instanceof ReaderFailed)) throw error;
			this.#lose(reader, error.why);
			return this.#attempt(text);
		}
	}

	#wait(sending: boolean): number {
		if (this.state === 'ready') return this.#patience;
		if (!sending) return FIRST_SECOND;
		// Patience is for the whole load, not for each message of it; never so short that a fast load is missed.
		return Math.max(this.#patience / 5, this.#startedAt + this.#patience - Date.now());
	}

	#open(threads: 1 | 2) {
		this.#startedAt = Date.now();
		// Asked for first: it is here long before the large model.
		this.#tiny ??= this.#openTiny().catch(() => undefined);
		if (!this.#retried) this.#become('loading');
		try {
			const reader = new Reader(
				this.#spawn,
				threads,
				(progress) => this.#changed(this.state, { progress }),
				this.#retried ? undefined : this.#graphics()
			);
			this.#reader = reader;
			reader.ready.then(
				({ refused }) => this.#reader === reader && this.#become('ready', { refused }),
				(error: ReaderFailed) => this.#lose(reader, error.why)
			);
		} catch {
			// Workers forbidden, or an address the policy refused: another try would end the same way.
			this.#become('degraded', { failure: 'crashed' });
		}
	}

	#lose(reader: Reader, why: Failure) {
		if (this.#reader !== reader) return;
		this.#reader = undefined;
		reader.close();
		const broken = WORTH_A_RETRY.includes(why);
		// A graphics driver that hangs would do so at every visit: it is not tried again unasked.
		const refused = reader.graphics && broken ? 'failed' : undefined;
		this.#become('degraded', { failure: why, refused });
		if (this.#retried || !broken) return;
		this.#retried = true;
		this.#open(1);
	}

	#become(state: ScreenerState, detail: ScreenerDetail = {}) {
		this.state = state;
		this.#changed(state, detail);
	}
}

/** The value, or undefined after so many milliseconds. */
async function within<T>(value: Promise<T>, milliseconds: number): Promise<T | undefined> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<undefined>((resolve) => {
		timer = setTimeout(() => resolve(undefined), milliseconds);
	});
	return Promise.race([value, late]).finally(() => clearTimeout(timer));
}
