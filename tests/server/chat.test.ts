import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { log } from '$lib/server/log';
import { registry } from '$lib/server/metrics';
import { GET as config } from '../../src/routes/api/config/+server';
import { POST } from '../../src/routes/api/chat/+server';
import { events } from '../../src/routes/api/chat/events';
import { DONE, piece, streaming, upstream, type Upstream } from './upstream';

const OWN = 'http://localhost:3000';
const QUESTION = { messages: [{ role: 'user', content: 'a question' }] };
let model: Upstream | undefined;
let address = 0;
log.level = 'silent';

beforeEach(() => {
	for (const name of ['AI_BASE_URL', 'AI_API_KEY', 'AI_MODEL', 'CLIENT_IP_HEADER'])
		vi.stubEnv(name, '');
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllEnvs();
	model?.close();
});

async function withModel(...[answer]: Parameters<typeof upstream>): Promise<Upstream> {
	model = await upstream(answer);
	vi.stubEnv('AI_BASE_URL', model.url);
	return model;
}

type More = {
	headers?: Record<string, string>;
	connection?: EventEmitter;
	address?: string;
};

/** Asks the route as the framework would; every question comes from another address unless one is given. */
async function post(body: unknown, more: More = {}): Promise<Response> {
	const request = new Request(`${OWN}/api/chat`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...more.headers },
		body: typeof body === 'string' ? body : JSON.stringify(body)
	});
	return POST({
		request,
		url: new URL(request.url),
		platform: { req: { socket: more.connection ?? new EventEmitter() } },
		getClientAddress: () => more.address ?? `10.0.0.${++address}`
	} as unknown as Parameters<typeof POST>[0]);
}

async function problemOf(answer: Response) {
	expect(answer.headers.get('content-type')).toBe('application/problem+json');
	const { type, status, title } = await answer.json();
	expect(status).toBe(answer.status);
	expect(title).toMatch(/^[A-Z].*\.$/);
	return [answer.status, type];
}

describe('an answer', () => {
	it('is streamed as events, and says when it is whole', async () => {
		await withModel(streaming(piece('Hel'), piece('lo\n'), DONE));
		const connection = new EventEmitter();
		const answer = await post(QUESTION, { connection });
		expect(answer.headers.get('content-type')).toBe('text/event-stream');
		expect(answer.headers.get('cache-control')).toBe('no-store');
		expect(await answer.text()).toBe(
			'data: {"text":"Hel"}\n\ndata: {"text":"lo\\n"}\n\nevent: done\ndata: {}\n\n'
		);
		expect(connection.listenerCount('close')).toBe(0);
	});

	it('is asked with the model and key of the operator, and with nothing of the browser', async () => {
		const { asked } = await withModel(streaming(DONE));
		vi.stubEnv('AI_API_KEY', 'k-1');
		vi.stubEnv('AI_MODEL', 'a-model');
		await (await post(QUESTION, { headers: { cookie: 'a=b', 'user-agent': 'somebody' } })).text();
		const [{ headers, body } = { headers: {}, body: undefined }] = asked;
		expect(headers.authorization).toBe('Bearer k-1');
		expect(headers.cookie).toBeUndefined();
		expect(headers['user-agent']).not.toBe('somebody');
		expect(body).toEqual({ model: 'a-model', stream: true, ...QUESTION });
	});

	it('gets the directive last in one system message, which comes first', async () => {
		const { asked } = await withModel(streaming(DONE));
		const turns = [
			{ role: 'user', content: 'one' },
			{ role: 'assistant', content: 'two' },
			{ role: 'user', content: 'three' }
		];
		const messages = [{ role: 'system', content: 'set by the person' }, ...turns];
		await (await post({ messages, directive: 'be kind' })).text();
		expect(asked[0]?.body).toMatchObject({
			messages: [{ role: 'system', content: 'set by the person\n\nbe kind' }, ...turns]
		});
	});
});

describe('a model that thinks for long', () => {
	it('keeps the connection alive with comments until its first word', async () => {
		vi.useFakeTimers();
		let speak: (text: string) => void = () => undefined;
		const word = new Promise<string>((resolve) => (speak = resolve));
		const pieces = (async function* () {
			yield await word;
		})();
		const stream = events(pieces, pieces.next(), new AbortController(), () => 'unexpected');
		const decoder = new TextDecoderStream() as TransformStream<Uint8Array, string>;
		const reader = stream.pipeThrough(decoder).getReader();
		const first = reader.read();
		await vi.advanceTimersByTimeAsync(15_000);
		expect((await first).value).toBe(': waiting\n\n');
		speak('at last');
		expect((await reader.read()).value).toBe('data: {"text":"at last"}\n\n');
	});
});

describe('stopping', () => {
	it('closes the connection to the model while it answers', async () => {
		const { left } = await withModel(streaming(piece('first')));
		const reader = (await post(QUESTION)).body?.getReader();
		await reader?.read();
		const next = reader?.read();
		// By now the server waits for the model's next word.
		await new Promise(setImmediate);
		await reader?.cancel();
		expect(await next).toEqual({ done: true, value: undefined });
		await left;
		expect(await openStreams()).toBe(0);
	});

	it('closes it before the first word, too', async () => {
		const connection = new EventEmitter();
		const { left, reached } = await withModel(() => undefined);
		const answer = post(QUESTION, { connection });
		await reached;
		expect(await openStreams()).toBe(1);
		connection.emit('close');
		await left;
		await (await answer).text();
		expect(await openStreams()).toBe(0);
		expect(connection.listenerCount('close')).toBe(0);
	});
});

describe('a model that fails', () => {
	it.each([
		[401, 'upstream-refused-key', 502],
		[403, 'upstream-refused-key', 502],
		[404, 'upstream-not-found', 502],
		[429, 'upstream-busy', 503],
		[500, 'upstream-failed', 502],
		[503, 'upstream-failed', 502]
	])('with status %i is the problem %s', async (status, name, own) => {
		await withModel((response) => response.writeHead(status).end('{"error":{}}'));
		expect(await problemOf(await post(QUESTION))).toEqual([own, `/problems/${name}`]);
	});

	it('with a page for people is malformed', async () => {
		await withModel((response) =>
			response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Welcome</p>')
		);
		expect(await problemOf(await post(QUESTION))).toEqual([502, '/problems/upstream-malformed']);
	});

	it('with an event that cannot be read is malformed', async () => {
		await withModel(streaming('data: {oops\n\n'));
		expect(await problemOf(await post(QUESTION))).toEqual([502, '/problems/upstream-malformed']);
	});

	it('by not being there is unreachable', async () => {
		const { url, close } = await withModel(() => undefined);
		close();
		vi.stubEnv('AI_BASE_URL', url);
		expect(await problemOf(await post(QUESTION))).toEqual([502, '/problems/upstream-unreachable']);
	});

	it('by silence is a timeout', async () => {
		await withModel(() => undefined);
		vi.stubEnv('AI_FIRST_BYTE_SECONDS', '1');
		expect(await problemOf(await post(QUESTION))).toEqual([504, '/problems/upstream-timeout']);
	});

	it('in the middle leaves its text and ends the stream with a problem', async () => {
		await withModel((response) => {
			response.writeHead(200, { 'content-type': 'text/event-stream' });
			response.write(piece('so far'), () => response.destroy());
		});
		const text = await (await post(QUESTION)).text();
		const [first, second, ...rest] = text.split('\n\n');
		expect(first).toBe('data: {"text":"so far"}');
		expect(second).toMatch(/^event: problem\ndata: /);
		expect(JSON.parse(second?.split('data: ')[1] ?? '')).toMatchObject({
			type: '/problems/upstream-cut',
			status: 502
		});
		expect(rest).toEqual(['']);
	});

	it('is counted by kind', async () => {
		await withModel((response) => response.writeHead(429).end());
		const before = await failures('busy');
		await post(QUESTION);
		expect(await failures('busy')).toBe(before + 1);
	});
});

describe('a question', () => {
	it('without any model gets the problem no-model', async () => {
		expect(await problemOf(await post(QUESTION))).toEqual([503, '/problems/no-model']);
	});

	it.each([
		['no JSON', '{'],
		['no messages', {}],
		['an empty conversation', { messages: [] }],
		['an unknown role', { messages: [{ role: 'tool', content: 'x' }] }],
		['a directive that is no text', { ...QUESTION, directive: 1 }]
	])('with %s is refused', async (_what, question) => {
		expect(await problemOf(await post(question))).toEqual([400, '/problems/invalid-request']);
	});

	it('that is refused is told where the fault lies, and none of its words', async () => {
		const answer = await post({ messages: [{ role: 'my secret', content: 'x' }] });
		const text = await answer.text();
		expect(JSON.parse(text).errors).toEqual([
			{ pointer: '/messages/0/role', expected: '("system" | "user" | "assistant")' }
		]);
		expect(text).not.toContain('my secret');
	});

	const say = (content: string) => ({ role: 'user', content });
	it.each([
		['one character', { messages: [say('x'.repeat(200_001))] }],
		['one message', { messages: Array.from({ length: 401 }, () => say('x')) }],
		['one with the directive', { messages: [say('x'.repeat(200_000))], directive: 'x' }],
		['many bytes', { messages: [], more: 'x'.repeat(1_100_000) }]
	])('that is too long by %s is told so', async (_what, question) => {
		expect(await problemOf(await post(question))).toEqual([413, '/problems/too-large']);
	});

	it('of the greatest length in the widest letters is passed on', async () => {
		await withModel(streaming(DONE));
		expect((await post({ messages: [say('語'.repeat(200_000))] })).status).toBe(200);
	});

	it('has to be JSON by name, so that no form of another page can send one', async () => {
		const answer = await post(QUESTION, { headers: { 'content-type': 'text/plain' } });
		expect(await problemOf(answer)).toEqual([415, '/problems/not-json']);
	});

	it('from a page of another site is refused', async () => {
		const answer = await post(QUESTION, { headers: { origin: 'https://evil.example' } });
		expect(await problemOf(answer)).toEqual([403, '/problems/foreign-origin']);
	});

	it('too many in a minute from one address have to wait, and others do not', async () => {
		vi.stubEnv('CHAT_PER_MINUTE', '2');
		const statuses = [];
		for (let i = 0; i < 3; i++) statuses.push(await post(QUESTION, { address: '192.0.2.1' }));
		expect(statuses.map(({ status }) => status)).toEqual([503, 503, 429]);
		expect(Number(statuses[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
		expect((await post(QUESTION, { address: '192.0.2.2' })).status).toBe(503);
	});
});

describe('GET /api/config', () => {
	const read = async () => (await config({} as Parameters<typeof config>[0])).json();

	it('says that there is no model', async () => {
		expect(await read()).toEqual({ model: { configured: false } });
	});

	it('names the model and its host, and neither key nor path', async () => {
		vi.stubEnv('AI_BASE_URL', 'https://api.example.org:8443/secret/v1');
		vi.stubEnv('AI_API_KEY', 'k-1');
		vi.stubEnv('AI_MODEL', 'a-model');
		expect(await read()).toEqual({
			model: { configured: true, name: 'a-model', host: 'api.example.org:8443' }
		});
	});
});

async function openStreams() {
	return (await valuesOf('handrail_chat_streams_open'))[0]?.value;
}

async function failures(kind: string) {
	const values = await valuesOf('handrail_upstream_failures_total');
	return values.find(({ labels }) => labels.kind === kind)?.value ?? 0;
}

async function valuesOf(name: string) {
	const metric = await registry.getSingleMetric(name)?.get();
	return (metric?.values ?? []) as { value: number; labels: Record<string, unknown> }[];
}
