import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hardening, isolation } from '$lib/server/headers.js';
import { start, type Process } from './process';
import { DONE, piece, streaming, upstream } from './upstream';

/** Milliseconds: a build is made first where the sources are newer than the last one. */
const PATIENCE = 300_000;
const MODEL = '/models/intent/onnx/model_quantized.onnx';

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 });
const running: Process[] = [];
let base = '';
let plain: Process;

async function begin(env: Record<string, string> = {}) {
	const server = start(env);
	running.push(server);
	const address = await server.ready;
	if (!address) throw new Error(server.output());
	return { server, address };
}

beforeAll(async () => {
	({ server: plain, address: base } = await begin());
}, PATIENCE);

afterAll(() => running.forEach((server) => server.signal('SIGKILL')));

function chat(address: string, headers: Record<string, string> = {}, content = 'a question') {
	return fetch(`${address}/api/chat`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify({ messages: [{ role: 'user', content }] })
	});
}

/** Path of some file whose name carries its hash. */
function hashed(extension: string): string {
	const files = readdirSync('build/client/_app/immutable', { recursive: true }).map(String);
	const file = files.find((name) => name.endsWith(`.${extension}`)) ?? 'none';
	return `/_app/immutable/${file.replaceAll('\\', '/')}`;
}

describe('every answer is isolated and hardened', () => {
	const { 'Content-Security-Policy': workerPolicy, ...everywhere } = { ...isolation, ...hardening };

	it.each([
		['a page', '/', 200],
		['a script', () => hashed('js'), 200],
		['a style', () => hashed('css'), 200],
		['the service worker', '/service-worker.js', 200],
		['a static file', '/robots.txt', 200],
		['a redirect', '/settings/', 308],
		['a page that is not there', '/nope', 404],
		['a script that is not there', '/_app/immutable/nope.js', 404],
		['an address that cannot be read', '/%', 400],
		['the API', '/api/config', 200],
		['an error of the API', '/api/nope', 404],
		['a method that is not allowed', '/api/chat', 405],
		['a health check', '/health/live', 200],
		['the metrics', '/metrics', 200]
	])('%s', async (_what, path, status) => {
		const where = typeof path === 'string' ? path : path();
		const answer = await fetch(base + where, { redirect: 'manual' });
		expect([where, answer.status]).toEqual([where, status]);
		const headers = Object.fromEntries(answer.headers);
		for (const [name, value] of Object.entries(everywhere))
			expect(headers).toHaveProperty(name.toLowerCase(), value);
		const policy = headers['content-security-policy'];
		if (where.endsWith('.js') && status === 200) expect(policy).toBe(workerPolicy);
		else expect(policy).toContain("object-src 'none'");
	});

	it('without forbidding a page its own first script, which only the page can name', async () => {
		const answer = await fetch(base);
		expect(await answer.text()).toMatch(/http-equiv="content-security-policy"[^>]+sha256-/);
		expect(answer.headers.get('content-security-policy')).not.toMatch(/script-src|default-src/);
	});
});

describe('what a browser may keep', () => {
	const kept = async (path: string) => (await fetch(base + path)).headers.get('cache-control');

	it('is forever for names with a hash, looked up again for others, and nothing of the API', async () => {
		expect(await kept(hashed('js'))).toBe('public,max-age=31536000,immutable');
		expect(await kept('/')).toBe('no-cache');
		expect(await kept('/service-worker.js')).toBe('no-cache');
		expect(await kept('/api/config')).toBe('no-store');
		expect(await kept('/health/ready')).toBe('no-store');
	});

	it('is not sent again when it is still the same', async () => {
		const etag = (await fetch(base)).headers.get('etag') ?? '';
		const answer = await fetch(base, { headers: { 'if-none-match': etag } });
		expect(answer.status).toBe(304);
		expect(answer.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
	});

	it('is looked up again for the model', async () => {
		const answer = await fetch(base + MODEL, { method: 'HEAD' });
		expect(answer.headers.get('content-type')).toBe('application/octet-stream');
		expect(answer.headers.get('cache-control')).toBe('no-cache');
		expect(answer.headers.get('etag')).toBeTruthy();
	});
});

describe('routes and methods', () => {
	const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
	const allowed: Record<string, readonly string[]> = {
		'/': ['GET', 'HEAD'],
		'/robots.txt': ['GET', 'HEAD'],
		'/api/chat': ['POST'],
		'/api/config': ['GET', 'HEAD'],
		'/api/openapi.json': ['GET', 'HEAD'],
		'/health/live': ['GET', 'HEAD'],
		'/health/ready': ['GET', 'HEAD'],
		'/metrics': ['GET', 'HEAD']
	};

	it.each(
		Object.entries(allowed).flatMap(([path, methods]) =>
			METHODS.map((method) => [method, path, methods.includes(method)] as const)
		)
	)('%s %s: allowed is %s', async (method, path, isAllowed) => {
		const answer = await fetch(base + path, { method });
		expect(answer.status === 405).toBe(!isAllowed);
		if (isAllowed) return;
		expect(answer.headers.get('allow')?.split(', ').sort()).toEqual(allowed[path]);
		if (path.startsWith('/api/'))
			expect(answer.headers.get('content-type')).toBe('application/problem+json');
	});

	it('a description of the API is there for programs', async () => {
		const { openapi, paths } = await (await fetch(`${base}/api/openapi.json`)).json();
		expect(openapi).toBe('3.1.0');
		expect(Object.keys(paths)).toContain('/api/chat');
	});

	it('both names of this machine and both its addresses lead here', async () => {
		const port = new URL(base).port;
		expect(base).toBe(`http://localhost:${port}`);
		expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
		expect((await chat(base, { origin: `http://127.0.0.1:${port}` })).status).toBe(503);
	});

	it('what is larger than a question may be is answered, not cut off', async () => {
		const answer = await chat(base, {}, 'x'.repeat(3_000_000));
		expect(answer.status).toBe(413);
		expect(await answer.json()).toMatchObject({ type: '/problems/too-large' });
	});
});

describe('what it writes and counts', () => {
	it('has no word, path, query or address of anybody', async () => {
		const model = await upstream(streaming(piece('said in return'), DONE));
		const { server, address } = await begin({ AI_BASE_URL: model.url, AI_API_KEY: 'the-key' });
		const headers = { 'user-agent': 'an unusual browser', 'x-forwarded-for': '203.0.113.7' };
		const answer = await chat(address, headers, 'an unmistakable sentence');
		expect(await answer.text()).toContain('said in return');
		await chat(address, { ...headers, origin: 'https://evil.example' }, 'an unmistakable sentence');
		await fetch(`${address}/unheard-of?q=searched`, { headers });
		const metrics = await (await fetch(`${address}/metrics`)).text();
		server.signal('SIGTERM');
		expect(await server.ended).toBe(0);
		model.close();
		expect(metrics).toContain('route="/api/chat",method="POST",status="200"');
		expect(server.output()).toContain('"route":"/api/chat","status":200');
		for (const words of [metrics, server.output()])
			expect(words).not.toMatch(
				/unmistakable|said in return|the-key|unusual|unheard-of|searched|203\.0\.113|127\.0\.0\.1/
			);
	});

	it('can be closed to everybody without the token', async () => {
		const { address } = await begin({ METRICS_TOKEN: 'open-sesame' });
		const status = async (authorization: string) =>
			(await fetch(`${address}/metrics`, { headers: { authorization } })).status;
		expect(await status('Bearer open-sesame')).toBe(200);
		expect(await status('Bearer wrong')).toBe(401);
		expect(await status('')).toBe(401);
	});
});

describe('where a request comes from', () => {
	it('is not believed of headers that any client can write', async () => {
		const { address } = await begin({ CHAT_PER_MINUTE: '1' });
		const from = async (ip: string) => (await chat(address, { 'x-forwarded-for': ip })).status;
		expect([await from('203.0.113.1'), await from('203.0.113.2')]).toEqual([503, 429]);
	});

	it('is believed of the one header that the operator names', async () => {
		const { address } = await begin({ CHAT_PER_MINUTE: '1', CLIENT_IP_HEADER: 'X-Real-IP' });
		const from = async (ip: string) => (await chat(address, { 'x-real-ip': ip })).status;
		expect([await from('203.0.113.1'), await from('203.0.113.2')]).toEqual([503, 503]);
	});

	it('is measured by ORIGIN', async () => {
		const { server, address } = await begin({ ORIGIN: 'https://chat.example/' });
		expect(address).toBe('https://chat.example');
		const port = /port (\d+)/.exec(server.output())?.[1];
		const from = async (origin: string) =>
			(await chat(`http://127.0.0.1:${port}`, { origin })).status;
		expect(await from('https://chat.example')).toBe(503);
		expect(await from(`http://localhost:${port}`)).toBe(403);
	});
});

describe('the end', () => {
	it('comes at once when nothing is open', async () => {
		plain.signal('SIGINT');
		expect(await plain.ended).toBe(0);
	});

	it('waits for an answer that is still coming', async () => {
		let finish: () => void = () => undefined;
		const model = await upstream((response) => {
			streaming(piece('first'))(response);
			finish = () => void response.end(piece('last') + DONE);
		});
		const { server, address } = await begin({ AI_BASE_URL: model.url });
		const reader = (await chat(address)).body?.getReader();
		await reader?.read();
		server.signal('SIGTERM');
		await refused(address);
		finish();
		let rest = '';
		for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
			rest += Buffer.from(part.value).toString();
		expect(rest).toContain('last');
		expect(rest).toContain('event: done');
		expect(await server.ended).toBe(0);
		model.close();
	});

	it('comes all the same when an answer never ends', async () => {
		const model = await upstream(streaming(piece('first')));
		const { server, address } = await begin({ AI_BASE_URL: model.url });
		await chat(address);
		server.signal('SIGTERM');
		expect(await server.ended).toBe(0);
		await model.left;
		model.close();
	});
});

describe('a person who leaves', () => {
	it('before the first word ends the question to the model, too', async () => {
		const model = await upstream(() => undefined);
		const { address } = await begin({ AI_BASE_URL: model.url });
		const leave = new AbortController();
		const answer = fetch(`${address}/api/chat`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ messages: [{ role: 'user', content: 'a question' }] }),
			signal: leave.signal
		}).catch(() => 'left');
		await model.reached;
		leave.abort();
		expect(await answer).toBe('left');
		await model.left;
		model.close();
	});
});

describe('a start that cannot succeed says why in one sentence', () => {
	async function refusal(env: Record<string, string>) {
		const server = start(env);
		running.push(server);
		return [await server.ended, server.output().trim()];
	}

	it('when the port is taken', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		await once(other, 'listening');
		const address = other.address();
		const port = typeof address === 'object' && address ? address.port : 0;
		expect(await refusal({ PORT: String(port) })).toEqual([
			1,
			`Port ${port} is in use: stop the other program, or choose another port with PORT=3001 npm start.`
		]);
		other.close();
	});

	it.each([
		[{ PORT: '80a' }, 'PORT has to be a whole number from 0 to 65535; it is "80a".'],
		[{ PORT: '70000' }, 'PORT has to be a whole number from 0 to 65535; it is "70000".'],
		[{ HOST: '192.0.2.1' }, 'HOST has to be an address of this machine; it is "192.0.2.1".'],
		[
			{ ORIGIN: 'chat.example' },
			'ORIGIN has to be an address such as https://chat.example.org; it is "chat.example".'
		],
		[{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL has to be one of fatal, error, warn, info, debug, silent.']
	])('for %o', async (env, sentence) => {
		expect(await refusal(env)).toEqual([1, sentence]);
	});
});

/** Waits until a new connection is no longer taken. */
async function refused(address: string) {
	const { port } = new URL(address);
	for (;;) {
		const socket = connect(Number(port), '127.0.0.1');
		const open = await Promise.race([
			once(socket, 'connect').then(() => true),
			once(socket, 'error').then(() => false)
		]).catch(() => false);
		socket.destroy();
		if (!open) return;
	}
}
