import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from './engine';
import { nodeEngine } from './engine.node.ts';
import { pickedFolder } from './folder';
import { directoryFolder } from './folder.node.ts';
import { Refusal } from './refusal';
import { openHub, probabilities, type HubOptions } from './scorer-hub';

/**
 * The fixtures are a classifier over the mean of word vectors that was drawn at random, made with onnx 1.23 by
 * fixtures/make.py, which also prints the numbers below (onnx's reference evaluator and tokenizers 0.23).
 */
const HUB = 'src/lib/bench/fixtures/hub';
const EXPECTED = [
	{
		text: 'i want to sleep.',
		tokens: 5,
		softmax: [0.156038, 0.541989, 0.301973],
		sigmoid: [0.705681, 0.892798, 0.822698],
		position: [0.045137, 0.804225, 0.150638]
	},
	{
		text: 'the weather is fine',
		tokens: 4,
		softmax: [0.027729, 0.614167, 0.358104],
		sigmoid: [0.084978, 0.672878, 0.545323],
		position: [0.007212, 0.830717, 0.162071]
	},
	{
		// Longer than the model: cut before [SEP].
		text: 'help my friend, '.repeat(12),
		tokens: 48,
		softmax: [0.020148, 0.252532, 0.72732],
		sigmoid: [0.035272, 0.314247, 0.568931],
		position: [0.008675, 0.493126, 0.4982]
	}
] as const;
const MAP = {
	none: ['none'],
	'self-harm/ideation': ['self-harm/ideation'],
	helper: ['self-harm/concern-other']
} as const;

let engine: Engine;
beforeAll(async () => {
	engine = await nodeEngine();
});

describe('a model in Hugging Face layout', { timeout: 60_000 }, () => {
	it('with one label per text gives the probabilities of a softmax', async () => {
		const scorer = await openHub(directoryFolder(HUB), engine, { map: MAP });
		expect(scorer.labels).toEqual(['none', 'self-harm/ideation', 'self-harm/concern-other']);
		expect(scorer.info).toMatchObject({ kind: 'hub', name: 'hub', backend: 'wasm', map: MAP });
		for (const { text, tokens, softmax } of EXPECTED) {
			const found = await scorer.score(text, '1');
			expect(found.tokens).toBe(tokens);
			expectClose(Object.values(found.scores), softmax);
		}
		await scorer.close();
	});

	it('gives the same in the native runtime', async () => {
		const native = await openHub(directoryFolder(HUB), await nodeEngine('node'), { map: MAP });
		for (const { text, softmax } of EXPECTED)
			expectClose(Object.values((await native.score(text, '1')).scores), softmax);
		await native.close();
	});

	it('with several labels per text gives one probability each', async () => {
		const scorer = await open({ config: { problem_type: 'multi_label_classification' } }, MAP);
		for (const { text, sigmoid } of EXPECTED)
			expectClose(Object.values((await scorer.score(text, '1')).scores), sigmoid);
	});

	it('may want 32-bit numbers and positions', async () => {
		const onnx = await fixture('../position.onnx');
		const scorer = await open({ files: { 'onnx/model.onnx': onnx } }, MAP);
		for (const { text, position } of EXPECTED)
			expectClose(Object.values((await scorer.score(text, '1')).scores), position);
	});

	it('adds exclusive labels that speak for one of ours, and gives one label to several', async () => {
		const { text, softmax } = EXPECTED[0];
		const scorer = await open(
			{},
			{
				none: [],
				'self-harm/ideation': ['self-harm/ideation', 'self-harm/intent'],
				helper: ['self-harm/ideation']
			}
		);
		expect(scorer.labels).toEqual(['self-harm/ideation', 'self-harm/intent']);
		const { scores } = await scorer.score(text, '1');
		expectClose(
			[scores['self-harm/ideation'], scores['self-harm/intent']],
			[softmax[1] + softmax[2], softmax[1]]
		);
	});

	it('needs no map for labels of our names', async () => {
		expect((await open({})).labels).toEqual(['none', 'self-harm/ideation']);
	});

	it.each<[string, Changes, string, HubOptions['map']?]>([
		['no config.json', { files: { 'config.json': undefined } }, 'mine has no config.json'],
		['no tokenizer', { files: { 'tokenizer.json': undefined } }, 'mine has no tokenizer.json'],
		['a tokenizer of no kind', { files: { 'tokenizer.json': '{}' } }, 'cannot be read here'],
		['a tokenizer that is not JSON', { files: { 'tokenizer.json': 'x' } }, 'is not JSON'],
		['no ONNX file', { files: { 'onnx/model.onnx': undefined } }, 'mine has no .onnx file'],
		['a cut ONNX file', { files: { 'onnx/model.onnx': 'abc' } }, 'cannot be started'],
		[
			'several ONNX files',
			{ files: { 'onnx/model.onnx': undefined, 'a.onnx': 'a', 'b.onnx': 'b' } },
			'name one of a.onnx, b.onnx'
		],
		['labels without names', { config: { id2label: undefined } }, 'no usable "id2label"'],
		['labels with a gap', { config: { id2label: { 0: 'a', 2: 'b' } } }, 'without a gap'],
		[
			'labels that nobody mapped',
			{ config: { id2label: { 0: 'LABEL_0', 1: 'LABEL_1', 2: 'LABEL_2' } } },
			'None of the labels of mine ("LABEL_0", "LABEL_1", "LABEL_2")'
		],
		['a map for another model', {}, 'names "suicide", but the model has "none"', { suicide: [] }],
		['a regression', { config: { problem_type: 'regression' } }, 'only single_label'],
		[
			'fewer outputs than labels',
			{ onnx: 'two.onnx' },
			'gives 2 numbers for a text, but config.json names 3 labels'
		],
		['inputs of another kind', { onnx: 'pictures.onnx' }, 'asks for "pixel_values"']
	])('with %s is refused', async (_what, changes, why, map) => {
		const failed = await open(changes, map).catch((error: unknown) => error);
		expect(failed).toBeInstanceOf(Refusal);
		expect((failed as Refusal).message).toContain(why);
		expect((failed as Refusal).message).toMatch(/^[^\n]*\.$/);
	});
});

describe('probabilities', () => {
	it('do not overflow', () => {
		expect(probabilities([1000, 0], 'softmax')).toEqual([1, 0]);
		expect(probabilities([1000, -1000], 'sigmoid')).toEqual([1, 0]);
		expect(() => probabilities([NaN], 'sigmoid')).toThrow();
	});
});

type Changes = {
	/** Contents by path; undefined takes a file away. */
	readonly files?: Record<string, string | Uint8Array<ArrayBuffer> | undefined>;
	readonly config?: object;
	readonly onnx?: string;
};

/** The fixture with changes, as files picked in a page. */
async function open({ files = {}, config, onnx }: Changes, map?: HubOptions['map']) {
	const paths = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx'];
	const all = new Map<string, Blob>();
	for (const path of paths) all.set(`mine/${path}`, new Blob([await fixture(path)]));
	if (config) {
		const whole = JSON.parse(new TextDecoder().decode(await fixture('config.json')));
		all.set('mine/config.json', new Blob([JSON.stringify({ ...whole, ...config })]));
	}
	if (onnx) all.set('mine/onnx/model.onnx', new Blob([await fixture(`../${onnx}`)]));
	for (const [path, content] of Object.entries(files)) {
		if (content === undefined) all.delete(`mine/${path}`);
		else all.set(`mine/${path}`, new Blob([content]));
	}
	return openHub(pickedFolder('mine', all), engine, { map });
}

async function fixture(path: string): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await readFile(`${HUB}/${path}`));
}

function expectClose(found: readonly (number | undefined)[], expected: readonly number[]) {
	expect(found).toHaveLength(expected.length);
	expected.forEach((p, index) => expect(found[index]).toBeCloseTo(p, 5));
}
