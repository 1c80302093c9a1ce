import { Refusal } from './refusal';

export type JudgeAddress = {
	/** The API's root, for example `http://localhost:11434/v1`. */
	readonly url: string;
	readonly model: string;
	/** Sent as a bearer token, and only to this address. */
	readonly key?: string;
	/** Milliseconds that one answer may take. */
	readonly patience?: number;
	/** Milliseconds before the first repetition; each one waits twice as long as the one before. */
	readonly backoff?: number;
};

/** Repetitions after an answer that was late, refused for now, or broken off. */
const MOST_TRIES = 5;

/** A server may ask for longer; then the row fails rather than the run standing still. */
const LONGEST_WAIT = 60_000;

/**
 * The bench's only way to the network: one address that a person typed. Sends one conversation of two messages, gives the
 * server's JSON. What a server says of its errors is never passed on, since it may hold the text.
 */
export class JudgeDoor {
	readonly host: string;
	/** Where it asks: two judges of one host are two. */
	readonly url: string;
	readonly #endpoint: URL;
	readonly #stop = new AbortController();
	readonly #address: JudgeAddress;
	/** Some servers know neither of the two settings that help, and say so with 400. */
	#plain = false;

	constructor(address: JudgeAddress) {
		this.#address = address;
		this.#endpoint = endpoint(address.url);
		this.host = this.#endpoint.host;
		this.url = this.#endpoint.href;
	}

	/** Rejects with a Refusal where asking again is useless, and with an Error where the judge cannot be reached. */
	async ask(system: string, user: string): Promise<unknown> {
		for (let tried = 0; ; tried++) {
			const answer = await this.#once(system, user);
			if (typeof answer === 'object') return answer.json;
			if (tried === MOST_TRIES || this.#stop.signal.aborted)
				throw new Error(`the judge at ${this.host} gives no answer`);
			const usual = (this.#address.backoff ?? 1000) * 2 ** tried;
			await this.#wait(Math.min(LONGEST_WAIT, Math.max(usual, answer)));
		}
	}

	/** Gives up what is under way, and everything after it. */
	close() {
		this.#stop.abort();
	}

	/** The answer, or how many milliseconds the server wants to be left alone. */
	async #once(system: string, user: string): Promise<{ json: unknown } | number> {
		const { patience = 60_000 } = this.#address;
		let response: Response;
		try {
			response = await fetch(this.#endpoint, {
				method: 'POST',
				headers: this.#headers(),
				body: JSON.stringify(this.#body(system, user)),
				credentials: 'omit',
				redirect: 'error',
				referrerPolicy: 'no-referrer',
				cache: 'no-store',
				signal: AbortSignal.any([this.#stop.signal, AbortSignal.timeout(patience)])
			});
			if (response.ok) return { json: await response.json() };
			await response.body?.cancel();
		} catch {
			return 0;
		}
		if (response.status === 400 && !this.#plain) {
			this.#plain = true;
			return this.#once(system, user);
		}
		if (RETRIED.includes(response.status)) return pauseAsked(response);
		throw this.#refusal(response.status);
	}

	#headers(): Record<string, string> {
		const { key } = this.#address;
		return {
			'content-type': 'application/json',
			...(key ? { authorization: `Bearer ${key}` } : {})
		};
	}

	#body(system: string, user: string) {
		return {
			model: this.#address.model,
			messages: [
				{ role: 'system', content: system },
				{ role: 'user', content: user }
			],
			stream: false,
			...(this.#plain ? {} : { temperature: 0, response_format: { type: 'json_object' } })
		};
	}

	#refusal(status: number): Refusal {
		const judge = `The judge at ${this.host}`;
		if (status === 401 || status === 403)
			return new Refusal(
				`${judge} does not accept the key: check it, and what it may be used for.`
			);
		if (status === 404)
			return new Refusal(
				`${judge} has no such address or model: the address ends before /chat/completions, usually in /v1.`
			);
		return new Refusal(`${judge} does not accept the request (status ${status}).`);
	}

	#wait(milliseconds: number): Promise<void> {
		const { signal } = this.#stop;
		return new Promise((done) => {
			const finish = () => {
				clearTimeout(timer);
				signal.removeEventListener('abort', finish);
				done();
			};
			const timer = setTimeout(finish, milliseconds);
			signal.addEventListener('abort', finish);
		});
	}
}

/** Too many requests, timeouts, and servers that are down or starting. */
const RETRIED: readonly number[] = [408, 409, 425, 429, 500, 502, 503, 504, 529];

/** Milliseconds of Retry-After, given in seconds or as a date (RFC 9110, 10.2.3). */
function pauseAsked(response: Response): number {
	const asked = response.headers.get('retry-after');
	if (!asked) return 0;
	const seconds = Number(asked);
	const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(asked) - Date.now();
	return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : 0;
}

function endpoint(url: string): URL {
	const refuse = () =>
		new Refusal('The address of the judge must begin with https://, or http:// on this machine.');
	if (!URL.canParse(url)) throw refuse();
	const parsed = new URL(url);
	const here = ['localhost', '127.0.0.1', '[::1]'].includes(parsed.hostname);
	if (parsed.protocol !== 'https:' && !(parsed.protocol === 'http:' && here)) throw refuse();
	if (parsed.username || parsed.password)
		throw new Refusal('The address of the judge must not hold a password: give the key by itself.');
	parsed.pathname = `${parsed.pathname.replace(/(\/chat\/completions)?\/*$/, '')}/chat/completions`;
	return parsed;
}
