import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { hardening, isolation } from './lib/server/headers.js';

/**
 * `npm start`: builds what is missing or older than its sources, then serves it. Every answer carries the headers that
 * isolate the page, static files and errors too; adapter-node alone would leave them off the static ones.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const handlerPath = join(root, 'build', 'handler.js');
const port = portFrom(process.env.PORT);
const host = process.env.HOST ?? 'localhost';

if (stale()) build();
process.env.ORIGIN ??= `http://localhost:${port}`;
/** @type {{ handler: (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, next: () => void) => void }} */
const { handler } = await import(pathToFileURL(handlerPath).href);

const server = createServer((request, response) => {
	for (const [name, value] of Object.entries({ ...isolation, ...hardening }))
		response.setHeader(name, value);
	// Model files have stable names: they are looked up again, and told apart by their ETag.
	if (request.url?.startsWith('/models/')) response.setHeader('Cache-Control', 'no-cache');
	handler(request, response, () => {
		response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
		response.end('There is nothing here.\n');
	});
});

server.on('error', (error) => {
	const busy = 'code' in error && error.code === 'EADDRINUSE';
	fail(
		busy
			? `Port ${port} is in use: stop the other program, or choose another port with PORT=3001 npm start.`
			: `The server could not start: ${error.message}`
	);
});
server.listen(port, host, () => {
	const address = server.address();
	const at = typeof address === 'object' && address ? address.port : port;
	console.log(`Handrail is ready: ${process.env.ORIGIN?.replace(/:0$/, `:${at}`)}`);
});

for (const signal of ['SIGINT', 'SIGTERM'])
	process.on(signal, () => {
		server.close(() => process.exit(0));
		server.closeIdleConnections();
		// An answer that is still streaming gets a moment; then the door closes.
		setTimeout(() => server.closeAllConnections(), 3000).unref();
	});

/** @param {string | undefined} value */
function portFrom(value) {
	const number = Number(value ?? 3000);
	if (Number.isInteger(number) && number >= 0 && number <= 65535) return number;
	return fail(`PORT has to be a number from 0 to 65535; it is "${value}".`);
}

/** True when there is no build, or something it is made from is newer. An image without sources is never stale. */
function stale() {
	if (!existsSync(handlerPath)) return true;
	if (!existsSync(join(root, 'vite.config.ts'))) return false;
	const built = statSync(handlerPath).mtimeMs;
	return [
		'src',
		'static',
		'models/intent',
		'package-lock.json',
		'svelte.config.js',
		'vite.config.ts'
	]
		.map((path) => join(root, path))
		.some((path) => existsSync(path) && newest(path) > built);
}

/** @param {string} path @returns {number} */
function newest(path) {
	const state = statSync(path);
	if (!state.isDirectory()) return state.mtimeMs;
	return readdirSync(path)
		.filter((name) => name !== 'paraglide' && name !== 'project.inlang')
		.reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}

function build() {
	console.log('Building Handrail; this takes about half a minute…');
	const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit'],
		shell: process.platform === 'win32'
	});
	if (status !== 0) fail('The build failed; what it said stands above. Is "npm ci" done?');
}

/** @param {string} sentence @returns {never} */
function fail(sentence) {
	console.error(sentence);
	process.exit(1);
}
