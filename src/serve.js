import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { hardening, isolation } from './lib/server/headers.js';

/**
 * `npm start`: builds what is missing or older than its sources, then serves it. Every answer carries the headers that
 * isolate the page, static files and errors too; adapter-node alone would leave them off the static ones.
 *
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {(request: Request, response: Response, next: () => void) => void} Handler
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const handlerPath = join(root, 'build', 'handler.js');
/** Headers that only the operator's own proxy may set: believed where one of these variables names them. */
const trusted = ['CLIENT_IP', 'ADDRESS', 'PROTOCOL', 'HOST', 'PORT'].map((name) =>
	process.env[`${name}_HEADER`]?.toLowerCase()
);
const FORWARDING =
	/^(forwarded|via|x-(forwarded|original|rewrite|cluster|envoy)-.*|x-(real|client)-ip|true-client-ip|(cf|fastly|fly)-.*)$/;
/** What the build is made from. */
const SOURCES = [
	'src',
	'static',
	'models/intent',
	'models/tiny',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts'
];
/** Milliseconds for answers that are still streaming at the end; containers are given ten seconds in all. */
const GRACE = 5000;
const PAGE_POLICY = "frame-ancestors 'none'; base-uri 'none'; object-src 'none'";
/** `localhost` is two addresses on most machines, and programs differ in which they try. */
const hosts = process.env.HOST ? [process.env.HOST] : ['127.0.0.1', '::1'];
const origin = originFrom(process.env.ORIGIN);
// Tried before the build: nobody waits half a minute to hear that the port is taken. 0 becomes a free one.
const port = await free(portFrom(process.env.PORT));

if (stale()) build();
process.env.ORIGIN = origin ?? `http://localhost:${port}`;
// As much as one question may have (src/lib/server/schema.ts).
process.env.BODY_SIZE_LIMIT ||= '1M';
const handler = await load();
const servers = (await Promise.all(hosts.map((host) => open(host, port)))).filter((it) => !!it);
const where = origin ? ` (listening on ${hosts[0]}, port ${port})` : '';
console.log(`Handrail is ready: ${process.env.ORIGIN}${where}`);

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end);

/** @param {Request} request @param {Response} response */
function answer(request, response) {
	const path = request.url?.split('?', 1)[0] ?? '/';
	distrust(request);
	dress(response, path);
	// Pages and files are only read; whatever takes more lives under /api.
	if (!['GET', 'HEAD'].includes(request.method ?? '') && !path.startsWith('/api/'))
		return refuse(response, 405, 'This address can only be read.', { Allow: 'GET, HEAD' });
	handler(request, response, () => refuse(response, 404, 'There is nothing here.'));
}

/**
 * Takes off what a client says about the way it came. Only a header that the operator named is believed, and their proxy
 * has to overwrite it. @param {Request} request
 */
function distrust(request) {
	request.headers = Object.fromEntries(
		Object.entries(request.headers).filter(
			([name]) => !FORWARDING.test(name) || trusted.includes(name)
		)
	);
}

/** @param {Response} response @param {string} path */
function dress(response, path) {
	for (const [name, value] of Object.entries({ ...isolation, ...hardening }))
		response.setHeader(name, value);
	// A worker obeys the policy on its own file; a page has a fuller one in its <meta>, and both would have to agree.
	if (!/\.m?js$/.test(path)) response.setHeader('Content-Security-Policy', PAGE_POLICY);
	// Names outside of here are not hashed: they are looked up again each time, and told apart by their ETag.
	if (!path.startsWith('/_app/immutable/')) response.setHeader('Cache-Control', 'no-cache');
	// Named otherwise (src/bench.plugin.ts), yet only under this type does a browser keep what it compiled.
	if (/\.asyncify-[\w-]+\.bin$/.test(path)) response.setHeader('Content-Type', 'application/wasm');
	if (path.endsWith('.onnx')) response.setHeader('Content-Type', 'application/octet-stream');
}

/** @param {Response} response @param {number} status @param {string} sentence @param {Record<string, string>} [headers] */
function refuse(response, status, sentence, headers) {
	response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers });
	response.end(`${sentence}\n`);
}

/** Takes nobody new, finishes what has begun within the grace, and ends. */
function end() {
	/** @type {import('node:events').EventEmitter} */ (process).emit('sveltekit:shutdown');
	let open = servers.length;
	for (const server of servers) {
		server.close(() => --open === 0 && process.exit(0));
		// A connection that is kept alive turns idle when its answer is out.
		setInterval(() => server.closeIdleConnections(), 50);
		setTimeout(() => server.closeAllConnections(), GRACE);
	}
}

/** @param {string | undefined} value */
function portFrom(value) {
	const number = Number(value || 3000);
	if (Number.isInteger(number) && number >= 0 && number <= 65535) return number;
	return fail(`PORT has to be a whole number from 0 to 65535; it is "${value}".`);
}

/** @param {string | undefined} value */
function originFrom(value) {
	if (!value) return undefined;
	const url = URL.canParse(value) ? new URL(value) : undefined;
	const plain = url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
	return plain
		? url.origin
		: fail(`ORIGIN has to be an address such as https://chat.example.org; it is "${value}".`);
}

/** @param {number} wanted @returns {Promise<number>} */
async function free(wanted) {
	const [first = ''] = hosts;
	const server = await open(first, wanted, () => undefined);
	const address = server?.address();
	await new Promise((resolve) => server?.close(resolve));
	return typeof address === 'object' && address ? address.port : wanted;
}

/**
 * Listens, or ends the program with a sentence; undefined on a machine without IPv6.
 * @param {string} host @param {number} wanted @param {import('node:http').RequestListener} [listener]
 * @returns {Promise<import('node:http').Server | undefined>}
 */
function open(host, wanted, listener = answer) {
	return new Promise((resolve) => {
		const server = createServer(listener);
		server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
			const absent = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(error.code ?? '');
			if (absent && host === '::1' && !process.env.HOST) resolve(undefined);
			else fail(whyNot(error, host, wanted));
		});
		server.listen(wanted, host, () => resolve(server));
	});
}

/** @param {NodeJS.ErrnoException} error @param {string} host @param {number} wanted */
function whyNot({ code, message }, host, wanted) {
	if (code === 'EADDRINUSE')
		return `Port ${wanted} is in use: stop the other program, or choose another port with PORT=3001 npm start.`;
	if (code === 'EACCES')
		return `Port ${wanted} may not be opened by this user: choose one above 1023 with PORT=3000 npm start.`;
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
		return `HOST has to be an address of this machine; it is "${host}".`;
	return `The server could not start: ${message}.`;
}

/** True when there is no build, or something it is made from is newer. An image without sources is never stale. */
function stale() {
	if (!existsSync(handlerPath)) return true;
	if (!existsSync(join(root, 'vite.config.ts'))) return false;
	const built = statSync(handlerPath).mtimeMs;
	return SOURCES.map((path) => join(root, path)).some(
		(path) => existsSync(path) && newest(path) > built
	);
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

/** @returns {Promise<Handler>} */
async function load() {
	try {
		return (await import(pathToFileURL(handlerPath).href)).handler;
	} catch (error) {
		// A fault in the environment says in its own words what to change.
		if (error instanceof Error && error.name === 'ConfigurationFault') fail(error.message);
		throw error;
	}
}

/** @param {string} sentence @returns {never} */
function fail(sentence) {
	console.error(sentence);
	process.exit(1);
}
