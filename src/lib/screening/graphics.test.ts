import { describe, expect, it } from 'vitest';
import { chosen, isIos, median, refusal } from './graphics';

const good = {
	webgpu: true,
	float16: true,
	difference: 0.02,
	tolerance: 0.15,
	times: { wasm: 20, webgpu: 5 }
};

describe('the choice of the graphics processor', () => {
	it('is for it where the golden sentences agree and it is faster', () => {
		expect(refusal(good)).toBeUndefined();
		expect(refusal({ ...good, difference: 0.15 })).toBeUndefined();
	});

	it.each([
		['no-webgpu', { webgpu: false, float16: false, difference: undefined }],
		['no-float16', { float16: false }],
		['failed', { difference: undefined }],
		['differs', { difference: 0.16 }],
		['differs', { difference: Infinity }],
		['differs', { difference: NaN }],
		['slower', { times: { wasm: 5, webgpu: 20 } }],
		['slower', { times: { wasm: 5, webgpu: 5 } }],
		['slower', { times: { wasm: 5, webgpu: NaN } }]
	] as const)('is against it, because “%s”, with %o', (why, found) => {
		expect(refusal({ ...good, ...found })).toBe(why);
	});

	it('does not ask for times at a later start', () => {
		expect(refusal({ ...good, times: undefined })).toBeUndefined();
	});

	it('is kept for one variant of the model only', () => {
		expect(chosen({ outcome: 'faster', model: 'abc' })).toBe('abc');
		expect(chosen({ outcome: 'slower', model: 'abc' })).toBeUndefined();
		expect(chosen(undefined)).toBeUndefined();
	});
});

it('takes the value in the middle, whatever the order', () => {
	expect(median([30, 1, 2, 1000, 3])).toBe(3);
});

it.each([
	['Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X)', 5, true],
	['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 5, true],
	['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 0, false],
	['Mozilla/5.0 (X11; Linux x86_64) Chrome/156', 0, false]
])('knows an iPhone or iPad: %s with %i touch points', (userAgent, maxTouchPoints, ios) => {
	expect(isIos({ userAgent, maxTouchPoints } as Navigator)).toBe(ios);
});
