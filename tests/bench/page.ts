import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import * as native from 'onnxruntime-node';
import { openTokenizer } from '$lib/screening/tokenizer';
import { needChromium } from '../chromium.js';

/**
 * `npm run bench:page`: what the page costs in a real Chromium on this machine, production build. Each figure stands
 * beside one measured in the same run: the same model file in onnxruntime-node, or the same thing at a smaller size.
 */
const PORT = 4199;
const ROUNDS = 60;
const SENTENCE =
	'Could you help me plan a week of simple dinners for four people, with a shopping list, not too expensive, mostly vegetables, and one evening with fish because my sister is coming to visit us from far away and she likes it very much, and please keep each recipe under thirty minutes, since we all come home late and';

const server = spawn('node', ['src/serve.js'], { env: { ...process.env, PORT: String(PORT) } });
// It may build first, which takes a minute or two.
while (!(await fetch(`http://localhost:${PORT}/health/live`).catch(() => undefined))?.ok)
	await new Promise((later) => setTimeout(later, 500));
const browser = await chromium.launch({
	executablePath: needChromium(),
	args: ['--no-sandbox', '--disable-quic', '--disable-background-networking']
});
try {
	console.log(
		`${cpus()[0]?.model.trim()} × ${cpus().length}, Node ${process.version}, Chromium ${browser.version()}`
	);
	const context = await browser.newContext({ baseURL: `http://localhost:${PORT}` });
	await starts(context);
	await screening(context);
	await longConversation(context);
} finally {
	await browser.close();
	server.kill();
}

/** Time to a usable composer and to a model that reads; JavaScript before the first key. */
async function starts(context: BrowserContext) {
	for (const visit of ['first visit', 'second visit']) {
		const page = await context.newPage();
		const scripts = await watchScripts(page);
		await page.goto('/');
		const ready = await since(page, 'html[data-handrail-ready]');
		const before = scripts();
		const screening = await since(page, '[data-handrail="status"][data-screening="ready"]');
		console.log(`${visit}: composer after ${ready} ms, model reads after ${screening} ms`);
		if (visit === 'first visit')
			console.log(
				`JavaScript before the first key: ${(before / 1000).toFixed(0)} kB compressed (aim: at most 170)`
			);
		await page.evaluate(() => navigator.serviceWorker.ready);
		await page.close();
	}
}

/** A warm 64-token message through the whole path of the page (worker, both views, tokens, model), against native. */
async function screening(context: BrowserContext) {
	const page = await context.newPage();
	await page.goto('/');
	await since(page, '[data-handrail="status"][data-screening="ready"]');
	for (let round = 0; round < ROUNDS + 5; round++) {
		const count = await readings(page);
		await page.locator('[data-handrail="composer"]').fill(`${SENTENCE} ${round}`);
		await page.waitForFunction(
			(n) => performance.getEntriesByName('handrail:screening').length > n,
			count
		);
	}
	const times = (
		await page.evaluate(() =>
			performance.getEntriesByName('handrail:screening').map((entry) => entry.duration)
		)
	).slice(-ROUNDS);
	const nativeTimes = await inNode();
	console.log(
		`screening of a 64-token message, warm: p50 ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms; ` +
			`onnxruntime-node, same file, model alone: p50 ${at(nativeTimes, 0.5)} ms, p95 ${at(nativeTimes, 0.95)} ms; ` +
			`ratio of p50 ${(Number(at(times, 0.5)) / Number(at(nativeTimes, 0.5))).toFixed(1)}`
	);
	await page.close();
}

async function inNode(): Promise<number[]> {
	const folder = 'models/intent';
	const text = (name: string) => readFile(`${folder}/${name}`, 'utf8');
	const tokenizer = openTokenizer(
		await text('tokenizer.json'),
		await text('tokenizer_config.json')
	);
	const ids = tokenizer.encode(SENTENCE).slice(0, 64);
	const session = await native.InferenceSession.create(`${folder}/onnx/model_quantized.onnx`, {
		intraOpNumThreads: 2
	});
	const tensor = (value: (id: number) => number) =>
		new native.Tensor(
			'int64',
			BigInt64Array.from(ids, (id) => BigInt(value(id))),
			[1, ids.length]
		);
	const all = {
		input_ids: tensor((id) => id),
		attention_mask: tensor(() => 1),
		token_type_ids: tensor(() => 0)
	};
	const feeds = Object.fromEntries(
		Object.entries(all).filter(([name]) => session.inputNames.includes(name))
	);
	const times: number[] = [];
	for (let round = 0; round < ROUNDS + 5; round++) {
		const start = performance.now();
		await session.run(feeds);
		times.push(performance.now() - start);
	}
	return times.slice(-ROUNDS);
}

/** Typing and streaming must cost the same in a conversation of 300 turns as in one of 10. */
async function longConversation(context: BrowserContext) {
	for (const turns of [10, 300]) {
		const page = await context.newPage();
		await page.goto('/settings');
		await page.locator('input[type=file]').setInputFiles({
			name: 'long.json',
			mimeType: 'application/json',
			buffer: Buffer.from(file(turns))
		});
		await page.getByRole('main').getByText('conversations were added').waitFor();
		await page.goto('/');
		await page
			.getByRole('button', { name: `Long ${turns}`, exact: true })
			.first()
			.click();
		await page.locator('[data-handrail="message"]').first().waitFor();
		const composer = page.locator('[data-handrail="composer"]');
		await composer.click();
		const keys: number[] = [];
		for (const key of 'the quick brown fox jumps over it') keys.push(await keyCost(page, key));
		// As text: the compiler of this file would put a helper of its own into a function with a name.
		await page.evaluate(`(() => {
			const frames = (globalThis.frames_ = []);
			let last = performance.now();
			requestAnimationFrame(function tick(now) {
				frames.push(now - last);
				last = now;
				requestAnimationFrame(tick);
			});
		})()`);
		await page.locator('[data-handrail="send"]').click();
		await page.locator('[data-role="assistant"][data-state="done"]').last().waitFor();
		await page.waitForTimeout(1500);
		const busy = await page.evaluate<number[]>('globalThis.frames_');
		console.log(
			`${turns} turns: key to paint p50 ${at(keys, 0.5)} ms, p95 ${at(keys, 0.95)} ms; ` +
				`frame while an answer streams p50 ${at(busy, 0.5)} ms, p95 ${at(busy, 0.95)} ms`
		);
		await page.close();
	}
}

/** Milliseconds from a key to the next painted frame. */
async function keyCost(page: Page, key: string): Promise<number> {
	await page.evaluate(() => {
		document.querySelector('[data-handrail="composer"]')?.addEventListener(
			'keydown',
			() => {
				const start = performance.now();
				requestAnimationFrame(() =>
					setTimeout(() => Object.assign(globalThis, { cost: performance.now() - start }))
				);
			},
			{ once: true }
		);
	});
	await page.keyboard.press(key === ' ' ? 'Space' : key);
	await page.waitForTimeout(60);
	return page.evaluate(() => (globalThis as unknown as { cost: number }).cost);
}

function file(turns: number): string {
	const messages = Array.from({ length: turns }, (_, at) => ({
		id: `m${at}`,
		parentId: at === 0 ? null : `m${at - 1}`,
		role: at % 2 === 0 ? 'user' : 'assistant',
		text: `Turn ${at}: **some** text with a list\n\n- one\n- two\n\nand \`code\`, and a sentence that goes on for a while.`,
		createdAt: at
	}));
	return JSON.stringify({
		handrail: 1,
		conversations: [
			{
				id: 'c',
				title: `Long ${turns}`,
				createdAt: 0,
				updatedAt: 1,
				leafId: `m${turns - 1}`,
				messages
			}
		]
	});
}

async function watchScripts(page: Page): Promise<() => number> {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	const scripts = new Set<string>();
	let bytes = 0;
	session.on(
		'Network.responseReceived',
		({ requestId, type }) => type === 'Script' && scripts.add(requestId)
	);
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		if (scripts.has(requestId)) bytes += encodedDataLength;
	});
	return () => bytes;
}

/** Milliseconds from navigation until the selector is there. */
async function since(page: Page, selector: string): Promise<number> {
	await page.waitForSelector(selector, { state: 'attached', timeout: 120_000 });
	return Math.round(await page.evaluate(() => performance.now()));
}

async function readings(page: Page): Promise<number> {
	return page.evaluate(() => performance.getEntriesByName('handrail:screening').length);
}

/** The value below which a share of the measurements lies. */
function at(times: readonly number[], share: number): string {
	const sorted = [...times].sort((a, b) => a - b);
	return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(1);
}
