import { describe, expect, it } from 'vitest';
import { LABELS } from '$lib/intent/labels';
import { asFloat16, FLOAT16, neededOf, parseManifest } from './manifest';
import { sampleManifest } from './sample';

const parse = (changes: object) =>
	parseManifest(JSON.stringify({ ...sampleManifest(), ...changes }));

describe('the manifest of a model', () => {
	it('is read, with keys for people left out', () => {
		expect(parse({ licence: 'Apache-2.0' })).toEqual(sampleManifest());
	});

	it.each([
		['a file outside its folder', { files: { ...sampleManifest().files, '../x': '0'.repeat(64) } }],
		[
			'a file on another host',
			{ files: { ...sampleManifest().files, '//x.org/y': '0'.repeat(64) } }
		],
		['a file without a hash', { files: {} }],
		['a label without calibration', { calibration: {} }],
		[
			'a threshold that is no probability',
			{ thresholds: { ...sampleManifest().thresholds, none: { show: 2, act: 2 } } }
		],
		['windows that never move on', { stride: 10 }],
		['golden sentences of another model', { golden: [{ text: 'a', logits: [1] }] }]
	])('is refused with %s', (_what, changes) => {
		expect(parse(changes)).toBeUndefined();
	});

	it('is refused when it is no JSON', () => {
		expect(parseManifest('<!doctype html>')).toBeUndefined();
	});

	describe('with a variant for WebGPU', () => {
		const float16 = { logits: [LABELS.map(() => 1)] };
		const files = { ...sampleManifest().files, [FLOAT16]: '0'.repeat(64) };

		it('checks the variant by its own logits, and asks nobody to fetch it', () => {
			const manifest = parse({ float16, files });
			expect(manifest && asFloat16(manifest)?.golden).toEqual([
				{ text: 'a b', logits: LABELS.map(() => 1) }
			]);
			expect(manifest && neededOf(manifest)).not.toContain(FLOAT16);
		});

		it('has none where the manifest names none', () => {
			expect(asFloat16(sampleManifest())).toBeUndefined();
		});

		it('is refused without its hash, or with too few logits', () => {
			expect(parse({ float16 })).toBeUndefined();
			expect(parse({ float16: { logits: [] }, files })).toBeUndefined();
		});
	});
});
