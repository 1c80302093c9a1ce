import { describe, expect, it } from 'vitest';
import { parseManifest } from './manifest';
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
});
