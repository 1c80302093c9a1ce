import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Connect, Plugin } from 'vite';

/** What a page needs of models/intent; the card and the training notes stay in the repository. */
const SERVED = [
	'handrail.json',
	'config.json',
	'tokenizer.json',
	'tokenizer_config.json',
	'onnx/model_quantized.onnx'
];
const FOLDER = 'models/intent';
const PREFIX = '/models/intent/';

/**
 * Serves the on-device model beside the page, and compiles the hash of its manifest into the page: whoever changes a
 * model file on the server cannot make the page believe it, because the manifest names every file's hash in turn.
 */
export function models(): Plugin {
	const manifest = join(FOLDER, 'handrail.json');
	const hash = existsSync(manifest)
		? createHash('sha256').update(readFileSync(manifest)).digest('hex')
		: '';
	return {
		name: 'handrail-models',
		config: () => ({ define: { __MODEL_MANIFEST_SHA256__: JSON.stringify(hash) } }),
		configureServer: (server) => void server.middlewares.use(serve),
		configurePreviewServer: (server) => void server.middlewares.use(serve),
		generateBundle() {
			if (this.environment.name !== 'client') return;
			if (!hash) this.warn('models/intent is not there: the page will have the lexicon only.');
			else
				for (const name of SERVED)
					this.emitFile({
						type: 'asset',
						fileName: PREFIX.slice(1) + name,
						source: readFileSync(join(FOLDER, name))
					});
		}
	};
}

const serve: Connect.NextHandleFunction = (request, response, next) => {
	const name = request.url?.split('?', 1)[0]?.slice(PREFIX.length) ?? '';
	const path = join(FOLDER, name);
	if (!request.url?.startsWith(PREFIX) || !SERVED.includes(name) || !existsSync(path))
		return next();
	response.setHeader(
		'Content-Type',
		name.endsWith('.onnx') ? 'application/octet-stream' : 'application/json'
	);
	response.setHeader('Content-Length', statSync(path).size);
	createReadStream(path).pipe(response);
};
