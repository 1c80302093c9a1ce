import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Connect, Plugin } from 'vite';

/** What a page needs of each model; the cards and the training notes stay in the repository. */
const SERVED: Readonly<Record<string, readonly string[]>> = {
	intent: [
		'handrail.json',
		'config.json',
		'tokenizer.json',
		'tokenizer_config.json',
		'onnx/model_quantized.onnx',
		'onnx/model_fp16.onnx'
	],
	tiny: ['handrail.json', 'config.json', 'ngrams.bin']
};

/**
 * Serves the on-device models beside the page, and compiles the hashes of their manifests into the page: whoever changes
 * a model file on the server cannot make the page believe it, because a manifest names every file's hash in turn.
 */
export function models(): Plugin {
	const hash = (model: string) => {
		const manifest = join('models', model, 'handrail.json');
		if (!existsSync(manifest)) return '';
		return createHash('sha256').update(readFileSync(manifest)).digest('hex');
	};
	return {
		name: 'handrail-models',
		config: () => ({
			define: {
				__MODEL_MANIFEST_SHA256__: JSON.stringify(hash('intent')),
				__TINY_MANIFEST_SHA256__: JSON.stringify(hash('tiny'))
			}
		}),
		configureServer: (server) => void server.middlewares.use(serve),
		configurePreviewServer: (server) => void server.middlewares.use(serve),
		generateBundle() {
			if (this.environment.name !== 'client') return;
			for (const [model, files] of Object.entries(SERVED)) {
				if (!hash(model)) this.warn(`models/${model} is not there: the page will do without it.`);
				else
					for (const file of files) {
						const fileName = join('models', model, file);
						// Only the variant for WebGPU may be absent: the page asks for it where the manifest names it.
						if (file.endsWith('model_fp16.onnx') && !existsSync(fileName)) continue;
						this.emitFile({ type: 'asset', fileName, source: readFileSync(fileName) });
					}
			}
		}
	};
}

const serve: Connect.NextHandleFunction = (request, response, next) => {
	const [, folder, model = '', ...rest] = request.url?.split('?', 1)[0]?.split('/') ?? [];
	const file = rest.join('/');
	const path = join('models', model, file);
	if (folder !== 'models' || !SERVED[model]?.includes(file) || !existsSync(path)) return next();
	response.setHeader(
		'Content-Type',
		file.endsWith('.json') ? 'application/json' : 'application/octet-stream'
	);
	response.setHeader('Content-Length', statSync(path).size);
	createReadStream(path).pipe(response);
};
