import { BenchError, type Fault } from './fault';
import { Refusal, RowFailed } from './refusal';

/** Anything that messages go through: a worker from outside or from inside. */
export type Port = {
	postMessage(message: unknown): void;
	addEventListener(kind: 'message', listen: (event: MessageEvent) => void): void;
};

export type CallOptions = {
	readonly signal?: AbortSignal;
	readonly onProgress?: (progress: unknown) => void;
};

/** What one side can be asked, by name; each takes one argument that can be cloned. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- only a bound for the generics below
export type Methods = Record<string, (argument: any, options: Required<CallOptions>) => unknown>;

type Failure = {
	readonly kind: 'refusal' | 'row' | 'aborted' | 'other';
	readonly message: string;
	readonly fault?: Fault;
};

type Message =
	| {
			readonly kind: 'call';
			readonly id: number;
			readonly name: string;
			readonly argument: unknown;
	  }
	| { readonly kind: 'cancel'; readonly id: number }
	| { readonly kind: 'progress'; readonly id: number; readonly progress: unknown }
	| { readonly kind: 'done'; readonly id: number; readonly value: unknown }
	| { readonly kind: 'failed'; readonly id: number; readonly failure: Failure };

type Waiting = {
	readonly resolve: (value: unknown) => void;
	readonly reject: (error: Error) => void;
	readonly onProgress: ((progress: unknown) => void) | undefined;
};

/** The other side is gone: it was ended, it ran out of memory, or its code could not be loaded. */
export class PeerGone extends Error {}

/**
 * One side of a conversation between the page and its worker, or the worker and one with a model: both may ask, with progress
 * and cancelling. Refusals and row failures arrive as what they were; of other errors only that there was one.
 */
export class Peer<Theirs extends Methods> {
	readonly #port: Port;
	readonly #ours: Methods;
	readonly #waiting = new Map<number, Waiting>();
	readonly #running = new Map<number, AbortController>();
	#count = 0;
	#gone: PeerGone | undefined;

	constructor(port: Port, ours: Methods = {}) {
		this.#port = port;
		this.#ours = ours;
		port.addEventListener('message', ({ data }: MessageEvent<Message>) => this.#hear(data));
	}

	/** Rejects with PeerGone when the other side ends first, with the signal's reason when it is given up. */
	call<Name extends keyof Theirs & string>(
		name: Name,
		argument: Parameters<Theirs[Name]>[0],
		{ signal, onProgress }: CallOptions = {}
	): Promise<Awaited<ReturnType<Theirs[Name]>>> {
		if (this.#gone) return Promise.reject(this.#gone);
		if (signal?.aborted) return Promise.reject(signal.reason);
		const id = this.#count++;
		return new Promise((resolve, reject) => {
			const cancel = () => this.#port.postMessage({ kind: 'cancel', id } satisfies Message);
			signal?.addEventListener('abort', cancel, { once: true });
			const end = () => signal?.removeEventListener('abort', cancel);
			this.#waiting.set(id, {
				resolve: (value) => (end(), resolve(value as Awaited<ReturnType<Theirs[Name]>>)),
				reject: (error) => (end(), reject(error)),
				onProgress
			});
			this.#port.postMessage({ kind: 'call', id, name, argument } satisfies Message);
		});
	}

	/** Whoever still waits hears that nothing will come. */
	end() {
		this.#gone = new PeerGone('the other side is gone');
		for (const { reject } of this.#waiting.values()) reject(this.#gone);
		this.#waiting.clear();
		for (const running of this.#running.values()) running.abort();
	}

	#hear(message: Message) {
		switch (message.kind) {
			case 'call':
				return void this.#answer(message.id, message.name, message.argument);
			case 'cancel':
				return this.#running.get(message.id)?.abort();
			case 'progress':
				return this.#waiting.get(message.id)?.onProgress?.(message.progress);
			case 'done':
				this.#waiting.get(message.id)?.resolve(message.value);
				return void this.#waiting.delete(message.id);
			case 'failed':
				this.#waiting.get(message.id)?.reject(revive(message.failure));
				return void this.#waiting.delete(message.id);
			default:
				message satisfies never;
		}
	}

	async #answer(id: number, name: string, argument: unknown) {
		const stop = new AbortController();
		this.#running.set(id, stop);
		try {
			const method = this.#ours[name];
			if (!method) throw new Error(`there is no ${name}`);
			const onProgress = (progress: unknown) => this.#say({ kind: 'progress', id, progress });
			const value = await method(argument, { signal: stop.signal, onProgress });
			this.#say({ kind: 'done', id, value });
		} catch (error) {
			this.#say({ kind: 'failed', id, failure: describe(error, stop.signal) });
		} finally {
			this.#running.delete(id);
		}
	}

	#say(message: Message) {
		this.#port.postMessage(message);
	}
}

function describe(error: unknown, signal: AbortSignal): Failure {
	if (error instanceof BenchError)
		return { kind: 'refusal', message: error.message, fault: error.fault };
	if (error instanceof Refusal) return { kind: 'refusal', message: error.message };
	if (error instanceof RowFailed) return { kind: 'row', message: error.message };
	// What a runtime says of its failure could hold a text.
	return { kind: signal.aborted ? 'aborted' : 'other', message: '' };
}

function revive({ kind, message, fault }: Failure): Error {
	if (fault) return new BenchError(fault);
	if (kind === 'refusal') return new Refusal(message);
	if (kind === 'row') return new RowFailed(message);
	return kind === 'aborted' ? new DOMException('', 'AbortError') : new Error('it failed');
}
