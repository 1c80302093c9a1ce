import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: {
		runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true)
	},
	kit: {
		adapter: adapter({ precompress: true }),
		alias: { $paraglide: 'src/paraglide' },
		// Every page is a prerendered shell, so the policy travels as a <meta> with hashes; what a <meta>
		// cannot say (frame-ancestors) and what workers need is said again by src/serve.js as headers.
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', 'wasm-unsafe-eval'],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'worker-src': ['self'],
				// A model on the person's own machine (Ollama, llama.cpp) is the only other place a page may talk to.
				'connect-src': ['self', 'http://localhost:*', 'http://127.0.0.1:*'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'frame-ancestors': ['none'],
				'form-action': ['self'],
				'manifest-src': ['self'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'handrail-worker']
			}
		},
		// The picture of README is no part of the app that flight mode needs.
		serviceWorker: { files: (name) => !name.endsWith('.DS_Store') && name !== 'screenshot.png' }
	}
};
