import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import type { Connect, Plugin } from 'vite';
import { isolation } from './src/lib/server/headers.js';
import { bench } from './src/bench.plugin.ts';
import { models } from './src/models.plugin.ts';

/** Cross-origin isolation in `vite dev` and `vite preview` too, on assets as well as pages: threads need both. */
const isolated: Plugin = {
	name: 'isolated',
	configureServer: (server) => void server.middlewares.use(isolate),
	configurePreviewServer: (server) => void server.middlewares.use(isolate)
};

const isolate: Connect.NextHandleFunction = (_request, response, next) => {
	for (const [name, value] of Object.entries(isolation)) response.setHeader(name, value);
	next();
};

export default defineConfig({
	plugins: [isolated, models(), bench(), sveltekit()],
	resolve: {
		conditions: ['onnxruntime-web-use-extern-wasm', 'module', 'browser', 'development|production']
	},
	worker: { format: 'es' },
	build: { assetsInlineLimit: 0, target: 'es2022' },
	optimizeDeps: { exclude: ['onnxruntime-web'] },
	test: {
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		environment: 'node',
		// Milliseconds; a shared machine under load is slow, and time is never what a test asserts.
		testTimeout: 30_000
	}
});
