import { describe, expect, it } from 'vitest';
import { clientAddress } from '$lib/server/client-address';
import { configuration, ConfigurationFault } from '$lib/server/configuration.server';
import { whereabouts } from '$lib/server/log';
import { openapi } from '$lib/server/openapi';
import { asProblem, PROBLEMS } from '$lib/server/problem';
import { RateLimit } from '$lib/server/rate-limit';
import { sameOrigin } from '$lib/server/same-origin';

describe('the configuration', () => {
	it('is complete without any variable', () => {
		expect(configuration({})).toEqual({
			model: undefined,
			chatPerMinute: 20,
			clientIpHeader: undefined,
			metricsToken: undefined,
			logLevel: 'info'
		});
	});

	it('takes an empty variable for an absent one, as compose files write it', () => {
		expect(configuration({ AI_BASE_URL: ' ', CHAT_PER_MINUTE: '' }).model).toBeUndefined();
	});

	it('says one sentence per fault and no secret', () => {
		const wrong = {
			AI_BASE_URL: 'https://me:hunter2@api.example.org',
			AI_API_KEY: 'sk secret',
			AI_IDLE_SECONDS: '0',
			CHAT_PER_MINUTE: 'many',
			CLIENT_IP_HEADER: 'a, b',
			LOG_LEVEL: 'loud'
		};
		const fault = thrown(() => configuration(wrong));
		expect(fault).toBeInstanceOf(ConfigurationFault);
		const lines = fault?.message.split('\n') ?? [];
		expect(lines.map((line) => line.split(' ')[0])).toEqual(Object.keys(wrong));
		expect(lines.every((line) => /\.$/.test(line))).toBe(true);
		expect(fault?.message).not.toMatch(/hunter2|secret/);
	});

	it.each(['ftp://a.example', 'localhost:11434', 'api.example.org/v1'])(
		'does not take %s for an endpoint',
		(url) => {
			expect(thrown(() => configuration({ AI_BASE_URL: url }))?.message).toMatch(/^AI_BASE_URL/);
		}
	);
});

describe('a question is taken from a page of this server only', () => {
	const ask = (own: string, headers: Record<string, string>) =>
		sameOrigin(new Request(`${own}/api/chat`, { headers }), new URL(own));
	const local = 'http://localhost:3000';
	const site = 'https://chat.example';

	it.each([
		['no browser', local, {}],
		['the page', site, { origin: site, 'sec-fetch-site': 'same-origin' }],
		['the page over plain http, where browsers say less', local, { origin: local }],
		['another name of this machine', local, { origin: 'http://127.0.0.1:3000' }],
		[
			'a page that hides its origin',
			local,
			{ origin: 'null', 'sec-fetch-site': 'same-origin', host: 'localhost:3000' }
		]
	])('%s: yes', (_who, own, headers) => expect(ask(own, headers)).toBe(true));

	it.each([
		['another site', site, { origin: 'https://evil.example' }],
		['another site that hides its origin', site, { origin: 'null' }],
		['a sibling', site, { origin: site, 'sec-fetch-site': 'same-site' }],
		['another port of this machine', local, { origin: 'http://localhost:4000' }],
		['this machine, when the server is elsewhere', site, { origin: 'https://localhost' }],
		['another scheme', site, { origin: 'http://chat.example' }],
		[
			'a foreign name that points here',
			local,
			{ origin: 'http://evil.example:3000', 'sec-fetch-site': 'same-origin' }
		],
		[
			'such a name that hides its origin',
			local,
			{ origin: 'null', 'sec-fetch-site': 'same-origin', host: 'evil.example:3000' }
		],
		['what is no origin', local, { origin: 'nonsense' }]
	])('%s: no', (_who, own, headers) => expect(ask(own, headers)).toBe(false));
});

describe('the address of a client', () => {
	const of = (peer: string, header?: string, value?: string) =>
		clientAddress(new Headers(header && value ? { [header]: value } : {}), header, () => peer);

	it('is the peer, and of IPv6 the part that one connection has to itself', () => {
		expect(of('192.0.2.1')).toBe('192.0.2.1');
		expect(of('::ffff:192.0.2.1')).toBe('192.0.2.1');
		expect(of('2001:db8:1:2:3:4:5:6')).toBe(of('2001:DB8:1:2::9'));
		expect(of('2001:db8:1:3::9')).not.toBe(of('2001:db8:1:2::9'));
		expect(of('::1')).toBe('0:0:0:0');
	});

	it('behind a proxy is what that proxy added last, whatever a client wrote before', () => {
		expect(of('10.0.0.1', 'x-forwarded-for', '1.1.1.1, 192.0.2.9')).toBe('192.0.2.9');
		expect(of('10.0.0.1', 'x-real-ip')).toBe('10.0.0.1');
	});
});

describe('the rate limit', () => {
	it('lets a minute’s worth through at once, then one by one as time goes by', () => {
		const limit = new RateLimit();
		const take = (now: number) => limit.take('a', 3, now);
		expect([take(0), take(0), take(0), take(0)]).toEqual([0, 0, 0, 20]);
		expect([take(10_000), take(21_500), take(21_500)]).toEqual([10, 0, 19]);
		expect(limit.take('b', 3, 21_500)).toBe(0);
	});

	it('never saves up more than a minute’s worth', () => {
		const limit = new RateLimit();
		limit.take('a', 2, 0);
		const later = 3_600_000;
		expect([1, 2, 3].map(() => limit.take('a', 2, later) > 0)).toEqual([false, false, true]);
	});

	it('forgets who asked longest ago once there are too many to remember', () => {
		const limit = new RateLimit();
		const take = (who: string) => limit.take(who, 1, 0);
		take('first');
		for (let i = 0; i < 9_999; i++) take(`other ${i}`);
		expect(take('first')).toBeGreaterThan(0);
		take('one more');
		expect(take('other 1')).toBeGreaterThan(0);
		expect(take('other 0')).toBe(0);
	});
});

describe('problems', () => {
	it('take the place of what the framework says, and keep the methods that are allowed', async () => {
		const answer = asProblem(new Response('no', { status: 405, headers: { allow: 'POST' } }));
		expect(answer.headers.get('content-type')).toBe('application/problem+json');
		expect(answer.headers.get('allow')).toBe('POST');
		expect(await answer.json()).toMatchObject({ type: '/problems/method-not-allowed' });
	});

	it('leave a good answer alone', () => {
		const good = new Response('yes');
		expect(asProblem(good)).toBe(good);
	});
});

describe('an unexpected error in the log', () => {
	it('is told by name and place, without a word of its message', () => {
		const error = new TypeError('said by a person\nover two lines');
		const told = JSON.stringify(whereabouts(error));
		expect(told).toContain('TypeError');
		expect(told).toContain('parts.test');
		expect(told).not.toMatch(/person|over two/);
	});
});

describe('the description of the API', () => {
	const { paths, components } = openapi();

	it('has every route under /api with every method, and no other', async () => {
		const files = import.meta.glob<Record<string, unknown>>('../../src/routes/api/**/+server.ts', {
			eager: true
		});
		const routes = Object.entries(files).map(([file, exported]) => [
			/src\/routes(.*)\/\+server\.ts$/.exec(file)?.[1],
			Object.keys(exported)
				.filter((name) => /^[A-Z]+$/.test(name))
				.sort()
		]);
		const described = Object.entries(paths).map(([path, methods]) => [
			path,
			Object.keys(methods)
				.map((name) => name.toUpperCase())
				.sort()
		]);
		expect(described.sort()).toEqual(routes.sort());
		expect(described.length).toBeGreaterThan(2);
	});

	it('carries the bounds that are enforced, and refers to nothing that is missing', () => {
		expect(components.schemas.ChatBody).toMatchObject({
			properties: { messages: { minItems: 1, maxItems: 400 } },
			required: ['messages']
		});
		const refs = [...JSON.stringify(paths).matchAll(/#\/components\/schemas\/(\w+)/g)];
		expect(refs.length).toBeGreaterThan(3);
		for (const [, name] of refs) expect(components.schemas).toHaveProperty(String(name));
	});

	it('names every problem that a question can meet', () => {
		const text = JSON.stringify(paths['/api/chat']);
		for (const name of Object.keys(PROBLEMS))
			if (!['not-found', 'method-not-allowed'].includes(name))
				expect(text).toContain(`/problems/${name}:`);
	});
});

function thrown(work: () => unknown): Error | undefined {
	try {
		work();
	} catch (error) {
		if (error instanceof Error) return error;
	}
	return undefined;
}
