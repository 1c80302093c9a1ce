import { afterEach, describe, expect, it, vi } from 'vitest';
import { spawn } from './spawn';

const started = vi.fn();
afterEach(() => vi.unstubAllGlobals());

function page(extra: object = {}) {
	started.mockClear();
	vi.stubGlobal('location', new URL('https://example.org/chat'));
	vi.stubGlobal('Worker', function (url: unknown) {
		started(String(url));
	});
	for (const [name, value] of Object.entries(extra)) vi.stubGlobal(name, value);
}

describe('starting the worker', () => {
	it('uses an address of this site, also without Trusted Types', () => {
		page();
		spawn();
		expect(new URL(started.mock.lastCall?.[0]).origin).toBe('https://example.org');
	});

	it('asks for its policy once, and the policy refuses other sites', async () => {
		vi.resetModules();
		const { spawn } = await import('./spawn');
		const createPolicy = vi.fn(
			(_name: string, rules: { createScriptURL(url: string): string }) => rules
		);
		page({ trustedTypes: { createPolicy } });
		spawn();
		spawn();
		expect(createPolicy).toHaveBeenCalledExactlyOnceWith('handrail-worker', expect.anything());
		const [, rules] = createPolicy.mock.lastCall ?? [];
		expect(() => rules?.createScriptURL('https://other.example/worker.js')).toThrow(TypeError);
		expect(() => rules?.createScriptURL('data:text/javascript,1')).toThrow(TypeError);
	});
});
