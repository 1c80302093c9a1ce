import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LABELS } from '$lib/intent/labels';
import { sha256 } from '$lib/screening/hash';
import { openModel } from './open';
import { nodeEngine } from './engine.node.ts';
import { pickedFolder } from './folder';
import { directoryFolder } from './folder.node.ts';
import { Refusal } from './refusal';
import type { Scorer } from './scorer';
import { openHandrail } from './scorer-handrail';
import { openLexicon } from './scorer-lexicon';

const MODEL = 'models/intent';
const FILES = ['handrail.json', 'tokenizer.json', 'tokenizer_config.json'];
const WEIGHTS = 'onnx/model_quantized.onnx';
const TEXTS = [
	'What is the capital of Portugal?',
	'This homework is killing me',
	'I want to die',
	"I'm going to kill him",
	'Ya no quiero vivir',
	'助けて、もう死にたい'
];

let whole: Scorer;
let raw: Scorer;
const timeout = 120_000;

beforeAll(async () => {
	const engine = await nodeEngine();
	whole = await openHandrail(directoryFolder(MODEL), engine);
	raw = await openHandrail(directoryFolder(MODEL), engine, { raw: true });
}, timeout);
afterAll(async () => {
	await whole.close();
	await raw.close();
});

describe('our model in the bench', { timeout }, () => {
	it('gives what npm run screen gives', async () => {
		const { answer } = await openModel(MODEL);
		for (const text of TEXTS) {
			const screened = JSON.parse((await answer(JSON.stringify({ id: 1, text }))).json);
			const { scores, level, routes, state, lang } = await whole.score(text, '1');
			const rounded = Object.fromEntries(
				LABELS.map((label) => [label, Math.round((scores[label] ?? NaN) * 1e4) / 1e4])
			);
			expect({ id: 1, scores: rounded, level, routes, state, lang }).toEqual(screened);
		}
	});

	it('without the lexicon gives the calibrated logits of the manifest, and no level', async () => {
		const { calibration, golden, goldenTolerance } = JSON.parse(
			await readFile(`${MODEL}/handrail.json`, 'utf8')
		);
		for (const { text, logits } of golden) {
			const { scores, level } = await raw.score(text, '1');
			expect(level).toBeUndefined();
			LABELS.forEach((label, index) => {
				const { a, b } = calibration[label];
				const p = scores[label] ?? NaN;
				expect(Math.abs((Math.log(p / (1 - p)) - b) / a - logits[index])).toBeLessThanOrEqual(
					goldenTolerance + 1e-6
				);
			});
		}
	});

	it('differs from the model alone where a phrase lifts it', async () => {
		const text = 'Mañana voy a matar a mi jefe';
		const [lifted, alone] = [await whole.score(text, '1'), await raw.score(text, '1')];
		expect(lifted.scores['violence/threat']).toBeGreaterThanOrEqual(
			alone.scores['violence/threat'] ?? NaN
		);
		expect(lifted.level?.violence).toBe(3);
	});

	it('says what it is, how large and how fast to start', async () => {
		expect(whole.info).toMatchObject({ kind: 'handrail', backend: 'wasm', threads: 1, map: null });
		expect(whole.info.runtime).toMatch(/^onnxruntime-web \d/);
		expect(whole.info.bytes).toBeGreaterThan(20e6);
		expect(whole.info.coldStartMs).toBeGreaterThan(0);
		expect(whole.info.memoryBytes).toBeGreaterThanOrEqual(0);
		expect(raw.info).toMatchObject({ kind: 'handrail-model', hash: whole.info.hash });
		const lines = await Promise.all(
			[...FILES, WEIGHTS].sort().map(async (path) => {
				const bytes = new Uint8Array(await readFile(`${MODEL}/${path}`));
				return `${await sha256(bytes)}  ${path}\n`;
			})
		);
		expect(whole.info.hash).toBe(await sha256(lines.join('')));
		const { tokens, milliseconds } = await whole.score('I want to die', '1');
		expect(tokens).toBe(4);
		expect(milliseconds).toBeGreaterThan(0);
	});

	it('opens from files picked in a page, as the same model', async () => {
		const files = await pickedModel();
		const scorer = await openHandrail(pickedFolder('intent', files), await nodeEngine());
		expect(scorer.info.hash).toBe(whole.info.hash);
		const { scores } = await scorer.score('I want to die', '1');
		expect(scores).toEqual((await whole.score('I want to die', '1')).scores);
		await scorer.close();
	});

	it('is refused with a sentence where a file is missing or another one', async () => {
		const engine = await nodeEngine();
		const files = await pickedModel();
		files.delete('intent/tokenizer.json');
		await expect(openHandrail(pickedFolder('mine', files), engine)).rejects.toThrow(
			new Refusal('mine has no tokenizer.json.')
		);
		files.set('intent/tokenizer.json', new Blob(['{}']));
		await expect(openHandrail(pickedFolder('mine', files), engine)).rejects.toThrow(
			'mine/tokenizer.json is not the file that handrail.json was made for.'
		);
	});

	it('gives the same verdicts in the native runtime, or is refused there', async () => {
		const engine = await nodeEngine('node');
		const native = await openHandrail(directoryFolder(MODEL), engine).catch((error) => error);
		if (native instanceof Refusal) return expect(native.message).toContain('golden logits');
		expect(native.info).toMatchObject({ backend: 'node' });
		for (const text of TEXTS) {
			const [one, other] = [await native.score(text, '1'), await whole.score(text, '1')];
			expect(one.level).toEqual(other.level);
		}
		await native.close();
	});

	it('has no other backends on the command line', async () => {
		await expect(nodeEngine('webgpu')).rejects.toThrow(Refusal);
	});
});

describe('the lexicon in the bench', () => {
	it('answers without a model, and says that none has read the text', async () => {
		const lexicon = await openLexicon();
		expect(await lexicon.score('I want to die', '1')).toMatchObject({
			state: 'unscreened',
			level: { selfHarm: 2, violence: 0 }
		});
		expect((await lexicon.score('good morning', '1')).level).toEqual({ selfHarm: 0, violence: 0 });
		expect(lexicon.info).toMatchObject({ kind: 'lexicon', bytes: null });
	});
});

async function pickedModel(): Promise<Map<string, Blob>> {
	const entries = [...FILES, WEIGHTS].map(
		async (path) =>
			[`intent/${path}`, new Blob([new Uint8Array(await readFile(`${MODEL}/${path}`))])] as const
	);
	return new Map(await Promise.all(entries));
}
