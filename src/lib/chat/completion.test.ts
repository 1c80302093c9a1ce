import { EventEmitter, once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { complete, CompletionFailure, type CompletionRequest } from './completion';

const URL_ = 'http://localhost:11434/v1';

function ask(answer: () => Promise<Response>, more: Partial<CompletionRequest> = {}) {
	return complete({
		url: URL_,
		messages: [{ role: 'user', content: 'a question' }],
		signal: new AbortController().signal,
		fetch: answer,
		...more
	});
}

function streamed(...parts: string[]) {
	const encoder = new TextEncoder();
	return async () =>
		new Response(
			new ReadableStream({
				start(controller) {
					for (const part of parts) controller.enqueue(encoder.encode(part));
					controller.close();
				}
			}),
			{ headers: { 'content-type': 'text/event-stream' } }
		);
}

const piece = (content: string, end?: string) =>
	`data: ${JSON.stringify({ choices: [{ delta: { content }, finish_reason: end ?? null }] })}\n\n`;
const DONE = 'data: [DONE]\n\n';

async function all(pieces: AsyncGenerator<string, void>) {
	const texts: string[] = [];
	let kind: string | undefined;
	try {
		for await (const text of pieces) texts.push(text);
	} catch (error) {
		if (!(error instanceof CompletionFailure)) throw error;
		kind = error.kind;
	}
	return { text: texts.join(''), kind };
}

describe('a whole answer', () => {
	it('comes in pieces, wherever the network cuts it', async () => {
		const whole = piece('안녕') + ': comment\n\n' + piece('하세요') + DONE;
		const bytes = new TextEncoder().encode(whole);
		const answer = async () =>
			new Response(
				new ReadableStream({
					start(controller) {
						for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
						controller.close();
					}
				})
			);
		expect(await all(ask(answer))).toEqual({ text: '안녕하세요', kind: undefined });
	});

	it('may end without [DONE] once its reason to finish has come', async () => {
		const answer = streamed(piece('all of it'), piece('', 'stop'));
		expect(await all(ask(answer))).toEqual({ text: 'all of it', kind: undefined });
	});

	it('leaves out reasoning, usage and role chunks', async () => {
		const answer = streamed(
			'data: {"choices":[{"delta":{"role":"assistant"}}]}\n\n',
			'data: {"choices":[{"delta":{"reasoning_content":"aside"}}]}\n\n',
			'data: {"choices":[{"delta":{"content":[{"type":"thinking"}]}}]}\n\n',
			piece('shown'),
			'data: {"choices":[],"usage":{"total_tokens":3}}\n\n',
			DONE
		);
		expect(await all(ask(answer))).toEqual({ text: 'shown', kind: undefined });
	});

	it('may be a refusal in words', async () => {
		const answer = streamed('data: {"choices":[{"delta":{"refusal":"Not this."}}]}\n\n', DONE);
		expect((await all(ask(answer))).text).toBe('Not this.');
	});
});

describe('the request', () => {
	const seen: { url: string; init: RequestInit | undefined }[] = [];
	const spy: CompletionRequest['fetch'] = (url, init) => {
		seen.push({ url: String(url), init });
		return streamed(DONE)();
	};

	it.each([
		['http://localhost:11434/v1', 'http://localhost:11434/v1/chat/completions'],
		['http://localhost:11434/v1/', 'http://localhost:11434/v1/chat/completions'],
		['https://a.example/v1/chat/completions', 'https://a.example/v1/chat/completions'],
		['https://a.example/x?api-version=1', 'https://a.example/x/chat/completions?api-version=1']
	])('to %s goes to the path for completions', async (url, full) => {
		await all(ask(streamed(), { url, fetch: spy }));
		expect(seen.at(-1)?.url).toBe(full);
	});

	it('names a model only where there is one, asks for a stream, and follows nobody elsewhere', async () => {
		await all(ask(streamed(), { fetch: spy, headers: { authorization: 'Bearer k' } }));
		const { init } = seen.at(-1) ?? {};
		expect(JSON.parse(String(init?.body))).toEqual({
			messages: [{ role: 'user', content: 'a question' }],
			stream: true
		});
		expect(init?.redirect).toBe('manual');
		expect(new Headers(init?.headers).get('authorization')).toBe('Bearer k');
	});
});

describe('a failure', () => {
	it.each([
		[401, 'refused-key'],
		[403, 'refused-key'],
		[404, 'not-found'],
		[308, 'not-found'],
		[429, 'busy'],
		[400, 'upstream'],
		[500, 'upstream'],
		[503, 'upstream']
	])('with status %i is called %s', async (status, kind) => {
		const failure = await ask(async () => new Response('{"error":"…"}', { status }))
			.next()
			.catch((error: unknown) => error);
		expect(failure).toMatchObject({ kind, status });
	});

	it.each([
		['a login page', '<html></html>', 'text/html', 'malformed'],
		['an answer in one piece', '{"choices":[]}', 'application/json', 'malformed'],
		['plain prose', 'hello: you\n\n', 'text/plain', 'malformed'],
		['an event that is no JSON', 'data: {oops\n\n', 'text/event-stream', 'malformed'],
		['an event of another shape', 'data: {"choices":3}\n\n', 'text/event-stream', 'malformed'],
		[
			'an error inside the stream',
			'data: {"error":{"code":1}}\n\n',
			'text/event-stream',
			'upstream'
		],
		['nothing at all', '', 'text/event-stream', 'cut'],
		['half an event', 'data: {"choi', 'text/event-stream', 'cut']
	])('is told for %s', async (_what, body, type, kind) => {
		const answer = async () => new Response(body, { headers: { 'content-type': type } });
		expect(await all(ask(answer))).toEqual({ text: '', kind });
	});

	it('after some text leaves that text', async () => {
		expect(await all(ask(streamed(piece('so far'))))).toEqual({ text: 'so far', kind: 'cut' });
	});

	it('is called unreachable when nobody is there', async () => {
		const answer = () => Promise.reject(new TypeError('fetch failed'));
		expect((await all(ask(answer))).kind).toBe('unreachable');
	});

	it('is called not-found for what is no address', async () => {
		expect((await all(ask(streamed(DONE), { url: 'not an address' }))).kind).toBe('not-found');
	});

	it('bounds one event and the whole answer', async () => {
		const event = streamed(`data: ${'x'.repeat(200_000)}`, 'x'.repeat(200_000));
		expect((await all(ask(event))).kind).toBe('malformed');
		const long = streamed(...Array.from({ length: 21 }, () => piece('x'.repeat(100_000))), DONE);
		const { text, kind } = await all(ask(long));
		expect(kind).toBe('malformed');
		expect(text.length).toBe(2_000_000);
	});

	it('never quotes the other side', async () => {
		const answer = async () => new Response('words of a person', { status: 500 });
		const failure = await ask(answer)
			.next()
			.catch((error: unknown) => error);
		expect(JSON.stringify(failure) + String(failure)).not.toContain('words of a person');
	});
});

describe('over a real connection', () => {
	let server: Server | undefined;
	afterEach(() => {
		server?.closeAllConnections();
		server?.close();
	});

	/** An endpoint that sends what is given and keeps the connection open; tells when it was asked and left. */
	async function endpoint(...parts: string[]) {
		const told = new EventEmitter();
		const asked = once(told, 'asked');
		const closed = once(told, 'closed');
		server = createServer((_request, response) => {
			told.emit('asked');
			response.once('close', () => told.emit('closed'));
			if (parts.length > 0) response.writeHead(200, { 'content-type': 'text/event-stream' });
			for (const part of parts) response.write(part);
		});
		await once(server.listen(0, '127.0.0.1'), 'listening');
		const address = server.address();
		const port = typeof address === 'object' ? address?.port : 0;
		return { url: `http://127.0.0.1:${port}/v1`, asked, closed };
	}

	it('stopping ends the answer quietly and closes the connection', async () => {
		const { url, closed } = await endpoint(piece('first'));
		const stop = new AbortController();
		const pieces = ask(streamed(), { url, fetch, signal: stop.signal });
		expect(await pieces.next()).toEqual({ done: false, value: 'first' });
		const next = pieces.next();
		stop.abort();
		expect(await next).toEqual({ done: true, value: undefined });
		await closed;
	});

	it('stopping holds back what has come and was not shown yet', async () => {
		const { url } = await endpoint(piece('first') + piece('second'));
		const stop = new AbortController();
		const pieces = ask(streamed(), { url, fetch, signal: stop.signal });
		await pieces.next();
		stop.abort();
		expect(await pieces.next()).toEqual({ done: true, value: undefined });
	});

	it('stopping before the first byte does, too', async () => {
		const { url, asked, closed } = await endpoint();
		const stop = new AbortController();
		const next = ask(streamed(), { url, fetch, signal: stop.signal }).next();
		await asked;
		stop.abort();
		expect(await next).toEqual({ done: true, value: undefined });
		await closed;
	});

	it('a caller who leaves the loop closes it', async () => {
		const { url, closed } = await endpoint(piece('first'), piece('second'));
		for await (const text of ask(streamed(), { url, fetch })) if (text) break;
		await closed;
	});

	it.each([
		['firstByte', []],
		['idle', [piece('first')]],
		['whole', [piece('first')]]
	])('patience for %s runs out as a timeout and closes it', async (what, parts) => {
		const { url, closed } = await endpoint(...parts);
		const { kind } = await all(ask(streamed(), { url, fetch, patience: { [what]: 150 } }));
		expect(kind).toBe('timeout');
		await closed;
	});

	it('a connection that breaks is a cut', async () => {
		const { url } = await endpoint(piece('first'));
		const pieces = ask(streamed(), { url, fetch });
		await pieces.next();
		server?.closeAllConnections();
		await expect(pieces.next()).rejects.toMatchObject({ kind: 'cut' });
	});
});
