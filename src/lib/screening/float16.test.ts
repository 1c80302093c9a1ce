import { readFile } from 'node:fs/promises';
import * as ort from 'onnxruntime-web/wasm';
import { expect, it } from 'vitest';
import { Classifier } from './classifier';
import { sha256 } from './hash';
import { asFloat16, FLOAT16, parseManifest, WEIGHTS } from './manifest';
import { decode } from './model';
import { openFloat16 } from './session';
import { openTokenizer } from './tokenizer';

const read = async (path: string) => new Uint8Array(await readFile(`models/intent/${path}`));

it(
	'the shipped variant for WebGPU has the int8 file’s weights and gives its golden logits, here in WASM',
	{ timeout: 120_000 },
	async () => {
		const shipped = parseManifest(decode(await read('handrail.json')));
		const manifest = shipped && asFloat16(shipped);
		// A model that was just calibrated has no variant until half.py is run; the page then offers none.
		if (!manifest) throw new Error('run models/training/half.py --out ../intent');
		const variant = await read(FLOAT16);
		expect(await sha256(variant)).toBe(manifest.files[FLOAT16]);
		expect(variant.length).toBeLessThan(1_000_000);
		ort.env.wasm.numThreads = 1;
		ort.env.logLevel = 'error';
		const session = await openFloat16(ort, variant, await read(WEIGHTS), ['wasm']);
		const tokenizer = openTokenizer(
			decode(await read('tokenizer.json')),
			decode(await read('tokenizer_config.json'))
		);
		const difference = await new Classifier(session, tokenizer, manifest).check();
		console.info(`float16 variant: largest difference of a golden logit ${difference.toFixed(4)}`);
		expect(difference).toBeLessThanOrEqual(manifest.goldenTolerance);
		await session.close?.();
	}
);
