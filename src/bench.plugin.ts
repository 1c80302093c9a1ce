import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';
import { hashSources } from './lib/bench/sources.node.ts';

const FOLDER = '_app/immutable/bench/';

/**
 * Puts what only the bench loads into a folder of its own, by which the service worker leaves it out, and compiles the
 * app's version and the hash of its screening code into it.
 */
export function bench(): Plugin {
	const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
	return {
		name: 'handrail-bench',
		config: {
			// After SvelteKit, which gives these names, too.
			order: 'post',
			handler: () => ({
				define: {
					__HANDRAIL_VERSION__: JSON.stringify(version),
					__HANDRAIL_SOURCES__: JSON.stringify(hashSources('src/lib'))
				},
				worker: { rollupOptions: { output: { assetFileNames: workerAsset } } }
			})
		},
		applyToEnvironment: ({ name }) => name === 'client',
		outputOptions(options) {
			const { chunkFileNames, assetFileNames } = options;
			return {
				...options,
				chunkFileNames: (chunk) =>
					chunk.moduleIds.some(isBench)
						? `${FOLDER}[hash].js`
						: typeof chunkFileNames === 'function'
							? chunkFileNames(chunk)
							: (chunkFileNames ?? ''),
				assetFileNames: (asset) =>
					asset.names.some((name) => /^Bench\b/.test(name))
						? `${FOLDER}[name].[hash][extname]`
						: typeof assetFileNames === 'function'
							? assetFileNames(asset)
							: (assetFileNames ?? '')
			};
		}
	};
}

function isBench(id: string): boolean {
	return id.includes('/src/lib/bench/');
}

/** The 27 MB of the WebGPU runtime are no `.wasm`: compressing them would take every build a minute, for a few researchers. */
function workerAsset({ names }: Rolldown.PreRenderedAsset): string {
	const gpu = names.some((name) => name.endsWith('.asyncify.wasm'));
	return `_app/immutable/workers/assets/[name]-[hash]${gpu ? '.bin' : '[extname]'}`;
}
