import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { LABELS, type Label } from '$lib/intent/labels';
import { fill } from '$lib/intent/reading';
import { readScores } from './judge-prompt';
import { Refusal, RowFailed } from './refusal';
import { openJudge, type JudgeOptions } from './scorer-judge';

type Asked = { readonly body: Record<string, unknown>; readonly request: IncomingMessage };
type Reply = (asked: Asked, response: ServerResponse) => void;

let server: Server | undefined;
afterEach(() => {
	server?.closeAllConnections();
	server?.close();
});

/** An endpoint on this machine that gives the replies in turn, the last one again and again. */
async function serve(...replies: Reply[]) {
	const asked: Asked[] = [];
	server = createServer((request, response) => {
		void json(request).then((body) => {
			const one = { body: body as Asked['body'], request };
			asked.push(one);
			const reply = replies[Math.min(asked.length, replies.length) - 1];
			reply?.(one, response);
		});
	});
	await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready));
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}/v1`, asked };
}

const open = (url: string, more: Partial<JudgeOptions> = {}) =>
	openJudge({ url, model: 'some-model', agreed: true, backoff: 1, ...more });

const scores = (changes: Partial<Record<Label, number>> = {}) => ({
	...fill((label) => (label === 'none' ? 0.9 : 0)),
	...changes
});
const say =
	(content: string): Reply =>
	(_asked, response) => {
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
	};
const good = say(JSON.stringify({ scores: scores() }));
const fail =
	(status: number, headers: Record<string, string> = {}): Reply =>
	({ body }, response) => {
		response.writeHead(status, headers);
		response.end(JSON.stringify({ error: { message: `SECRET ${JSON.stringify(body)}` } }));
	};

describe('a judge', () => {
	it('is asked for a probability per label, with the key, and never twice for a good answer', async () => {
		const found = scores({ none: 0.1, 'self-harm/distress': 0.75 });
		const { url, asked } = await serve(good, say(JSON.stringify({ scores: found })));
		const judge = await open(url, { key: 'secret' });
		const scored = await judge.score('what a "day"', '1');
		expect(scored.scores).toEqual(found);
		expect(scored.milliseconds).toBeGreaterThan(0);
		expect(asked).toHaveLength(2);
		const [, second] = asked;
		expect(second?.request).toMatchObject({ method: 'POST', url: '/v1/chat/completions' });
		expect(second?.request.headers).toMatchObject({ authorization: 'Bearer secret' });
		expect(second?.body).toMatchObject({ model: 'some-model', temperature: 0, stream: false });
		const [system, user] = second?.body.messages as { content: string }[];
		for (const label of LABELS) expect(system?.content).toContain(`- ${label}: `);
		expect(JSON.parse(user?.content ?? '')).toEqual({ message: 'what a "day"' });
		expect(judge.info).toMatchObject({ kind: 'judge', bytes: null });
		expect(JSON.stringify(judge.info)).not.toContain('"secret"');
	});

	it('is another one at another path of the same host, and the same at the same', async () => {
		const { url } = await serve(good);
		const hash = async (place: string) => (await open(place)).info.hash;
		expect(await hash(`${url}/other`)).not.toBe(await hash(url));
		expect(await hash(`${url}?deployment=b`)).not.toBe(await hash(url));
		expect(await hash(`${url}/chat/completions/`)).toBe(await hash(url));
	});

	it('is not asked without the agreement that texts leave the device', async () => {
		const { url, asked } = await serve(good);
		await expect(open(url, { agreed: false })).rejects.toThrow(Refusal);
		expect(asked).toHaveLength(0);
	});

	it('is asked again when it is busy, down, late or breaks off', async () => {
		const { url, asked } = await serve(
			good,
			fail(429, { 'retry-after': '0' }),
			fail(503),
			(_asked, response) => response.destroy(),
			() => undefined,
			good
		);
		const judge = await open(url, { patience: 300 });
		expect((await judge.score('hello', '1')).scores).toEqual(scores());
		expect(asked).toHaveLength(6);
	});

	it('gets no settings that it does not know', async () => {
		const { url, asked } = await serve(({ body }, response) =>
			('response_format' in body ? fail(400) : good)({ body } as Asked, response)
		);
		const judge = await open(url);
		await judge.score('hello', '1');
		expect(asked.map(({ body }) => 'temperature' in body)).toEqual([true, false, false]);
	});

	it('that answers one row with something else fails that row alone', async () => {
		const { url } = await serve(good, say('I cannot help with that.'), say('{"none":2}'), good);
		const judge = await open(url);
		await expect(judge.score('hello', '1')).rejects.toThrow(RowFailed);
		expect((await judge.score('hello', '2')).scores).toEqual(scores());
	});

	it.each<[string, Reply, RegExp]>([
		['that refuses the key', fail(401), /does not accept the key/],
		['that has no such model', fail(404), /no such address or model/],
		['that refuses the request', fail(422), /does not accept the request \(status 422\)/],
		['that chats', say('Good morning to you!'), /does not answer in the JSON/],
		['that is down', fail(500), /cannot be reached/],
		['that sends us elsewhere', fail(302, { location: 'http://127.0.0.1:1/' }), /cannot be reached/]
	])(
		'%s is refused before the first row, without a word of the server',
		async (_what, reply, why) => {
			const { url } = await serve(reply);
			const failed = await open(url).catch((error: unknown) => error);
			expect(failed).toBeInstanceOf(Refusal);
			expect((failed as Refusal).message).toMatch(why);
			expect((failed as Refusal).message).not.toContain('SECRET');
		}
	);

	it.each(['nonsense', 'ftp://example.org', 'http://example.org/v1', 'https://a:b@example.org'])(
		'at %s is refused',
		async (url) => {
			await expect(open(url)).rejects.toThrow(Refusal);
		}
	);

	it('stops waiting when it is given up', async () => {
		const { url } = await serve(good, () => undefined);
		const judge = await open(url);
		const scored = judge.score('hello', '1');
		setTimeout(() => judge.cancel?.(), 50);
		await expect(scored).rejects.toThrow(/gives no answer/);
	});
});

describe('the answer of a judge', () => {
	it('may have a fence, thoughts, or no outer object', () => {
		const json = JSON.stringify(scores());
		for (const content of [
			json,
			`{"scores":${json}}`,
			`\`\`\`json\n${json}\n\`\`\``,
			`<think>{hm}</think>\n${json}`
		])
			expect(readScores(content)).toEqual(scores());
	});

	it.each(['', '{}', '[]', '{"scores":5}', '{', JSON.stringify({ scores: { none: 1 } })])(
		'is none in %s',
		(content) => expect(readScores(content)).toBeUndefined()
	);
});
