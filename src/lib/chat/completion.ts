import { createParser } from 'eventsource-parser';
import * as v from 'valibot';

export type CompletionMessage = {
	readonly role: 'system' | 'user' | 'assistant';
	readonly content: string;
};

/** How long to wait, in milliseconds: for the first byte, between two pieces, and for the whole answer. */
export type Patience = {
	readonly firstByte: number;
	readonly idle: number;
	readonly whole: number;
};

export type CompletionRequest = {
	/** Base address as vendors print it, such as http://localhost:11434/v1, or the full one. */
	readonly url: string | URL;
	readonly headers?: Readonly<Record<string, string>>;
	/** Left out of the request when absent; many local servers have only one. */
	readonly model?: string;
	readonly messages: readonly CompletionMessage[];
	/** Aborting ends the answer without an error and closes the connection. */
	readonly signal: AbortSignal;
	readonly fetch: (input: string | URL, init?: RequestInit) => Promise<Response>;
	readonly patience?: Partial<Patience>;
};

export type FailureKind =
	| 'refused-key'
	| 'not-found'
	| 'busy'
	| 'upstream'
	| 'malformed'
	| 'cut'
	| 'timeout'
	| 'unreachable';

/** Why a completion did not come, or not whole. Carries no word of what the other side said: it may quote the person. */
export class CompletionFailure extends Error {
	override readonly name = 'CompletionFailure';
	constructor(
		readonly kind: FailureKind,
		/** What the other side answered with, where it answered at all. */
		readonly status?: number
	) {
		super(kind);
	}
}

/** The first byte waits two minutes: a local server may first read a model of several gigabytes from disk. */
const PATIENCE: Patience = { firstByte: 120_000, idle: 60_000, whole: 900_000 };

/** Bounds on what is kept in memory, in characters: one event, and all the text of one answer. */
const LONGEST_EVENT = 262_144;
const LONGEST_ANSWER = 2_000_000;

/**
 * Streams one chat completion of an OpenAI-compatible endpoint, in pieces as they come. Throws `CompletionFailure`;
 * returns early when the signal is aborted, and closes the connection whenever the caller stops reading.
 */
export async function* complete(request: CompletionRequest): AsyncGenerator<string, void> {
	const { signal } = request;
	if (signal.aborted) return;
	const clock = new Clock(signal, { ...PATIENCE, ...request.patience });
	try {
		const body = await open(request, clock);
		let length = 0;
		for await (const text of texts(body, clock)) {
			if (signal.aborted) return;
			length += text.length;
			if (length > LONGEST_ANSWER) throw new CompletionFailure('malformed');
			yield text;
		}
	} catch (error) {
		// A stop makes whatever was waiting fail; that is no failure of the answer.
		if (!signal.aborted) throw error;
	} finally {
		clock.end();
	}
}

async function open(request: CompletionRequest, clock: Clock) {
	const { model, messages, headers, fetch } = request;
	const response = await clock.wait('firstByte', 'unreachable', () =>
		fetch(endpoint(request.url), {
			method: 'POST',
			headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
			body: JSON.stringify({ model, messages, stream: true }),
			// A redirect would hand the conversation and the key to an address that nobody chose.
			redirect: 'manual',
			signal: clock.signal
		})
	);
	const kind = refusal(response);
	if (kind) throw new CompletionFailure(kind, response.status);
	if (!response.body) throw new CompletionFailure('malformed', response.status);
	return response.body.getReader();
}

function endpoint(base: string | URL): URL {
	if (!URL.canParse(base)) throw new CompletionFailure('not-found');
	const url = new URL(base);
	const path = url.pathname.replace(/\/+$/, '');
	url.pathname = path.endsWith('/chat/completions') ? path : `${path}/chat/completions`;
	return url;
}

function refusal({ status, ok, type, headers }: Response): FailureKind | undefined {
	if (status === 401 || status === 403) return 'refused-key';
	if (status === 404 || status === 405 || status === 410) return 'not-found';
	if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return 'not-found';
	if (status === 429) return 'busy';
	if (!ok) return 'upstream';
	// A login page, a proxy's greeting, or an answer in one piece: nothing that streams.
	if (/html|json/.test(headers.get('content-type') ?? '')) return 'malformed';
	return undefined;
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function* texts(reader: Reader, clock: Clock): AsyncGenerator<string, void> {
	const decoder = new TextDecoder();
	const chunks = new Chunks();
	while (!chunks.finished) {
		const { done, value } = await clock.wait('idle', 'cut', () => reader.read());
		if (done) break;
		chunks.feed(decoder.decode(value, { stream: true }));
		yield* chunks.take();
		if (chunks.failure) throw new CompletionFailure(chunks.failure);
	}
	if (!chunks.complete) throw new CompletionFailure(chunks.stray ? 'malformed' : 'cut');
}

const Chunk = v.object({
	choices: v.nullish(
		v.array(
			v.object({
				// Some models send their reasoning as a list here; only plain text is part of the answer.
				delta: v.nullish(
					v.object({
						content: v.fallback(v.nullish(v.string()), undefined),
						refusal: v.fallback(v.nullish(v.string()), undefined)
					})
				),
				finish_reason: v.nullish(v.string())
			})
		)
	),
	error: v.optional(v.unknown())
});

/** Turns server-sent events into pieces of text, and remembers how the stream ended. */
class Chunks {
	/** `[DONE]` came: nothing may follow. */
	finished = false;
	/** The answer has come to its end, whether or not `[DONE]` follows; some servers leave it out. */
	complete = false;
	/** Only lines that are no events have come so far. */
	stray = false;
	failure: FailureKind | undefined;
	#waiting: string[] = [];
	#parser = createParser({
		maxBufferSize: LONGEST_EVENT,
		onEvent: ({ data }) => this.#read(data),
		onError: ({ type }) => {
			if (type === 'max-buffer-size-exceeded') this.failure ??= 'malformed';
			else if (type === 'unknown-field') this.stray = true;
		}
	});

	feed(part: string) {
		this.#parser.feed(part);
	}

	take(): string[] {
		return this.#waiting.splice(0);
	}

	#read(data: string) {
		if (this.finished || this.failure) return;
		this.stray = false;
		if (data.trim() === '[DONE]') {
			this.finished = this.complete = true;
			return;
		}
		const chunk = v.safeParse(Chunk, parse(data));
		if (!chunk.success) this.failure = 'malformed';
		else if (chunk.output.error) this.failure = 'upstream';
		else this.#keep(chunk.output.choices?.[0]);
	}

	#keep(choice: NonNullable<v.InferOutput<typeof Chunk>['choices']>[number] | undefined) {
		const text = choice?.delta?.content ?? choice?.delta?.refusal;
		if (text) this.#waiting.push(text);
		if (choice?.finish_reason) this.complete = true;
	}
}

function parse(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}

/** Ends a wait that takes too long; time the caller takes between two pieces is not counted as the other side's. */
class Clock {
	#controller = new AbortController();
	#late = false;
	#begun = performance.now();
	#stop = () => this.#controller.abort();

	constructor(
		private readonly outer: AbortSignal,
		private readonly patience: Patience
	) {
		outer.addEventListener('abort', this.#stop);
	}

	get signal(): AbortSignal {
		return this.#controller.signal;
	}

	async wait<T>(
		what: 'firstByte' | 'idle',
		otherwise: FailureKind,
		work: () => Promise<T>
	): Promise<T> {
		const left = this.patience.whole - (performance.now() - this.#begun);
		const timer = setTimeout(
			() => {
				this.#late = true;
				this.#stop();
			},
			Math.min(this.patience[what], left)
		);
		try {
			return await work();
		} catch (error) {
			if (error instanceof CompletionFailure) throw error;
			throw new CompletionFailure(this.#late ? 'timeout' : otherwise);
		} finally {
			clearTimeout(timer);
		}
	}

	/** Closes the connection, if it is still open. */
	end() {
		this.outer.removeEventListener('abort', this.#stop);
		this.#stop();
	}
}
