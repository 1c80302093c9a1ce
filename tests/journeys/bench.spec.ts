import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type Download, type Page } from '@playwright/test';
import { fixture } from './fixture';
import { clean, tabbable } from './page';

/** Sentences by the data's own label; numbers at their ends make enough rows to be stopped in the middle of. */
const SENTENCES: readonly (readonly [string, string])[] = [
	['fine', 'What is the weather like in Rome'],
	['fine', 'Write a short poem about the sea'],
	['fine', 'How do I bake bread with rye flour'],
	['sad', 'I feel so empty and tired lately, everything is too much for me'],
	['at risk', 'I keep thinking that I want to be dead'],
	['helper', 'My best friend told me she wants to kill herself, how can I help her'],
	['threat', 'Tomorrow I am going to kill him, I mean it']
];
const ROWS = 294;
const RESAMPLES = '100';
const CSV = [
	'id;text;label;lang;dialect',
	...Array.from({ length: ROWS }, (_, at) => {
		const [label, text] = SENTENCES[at % SENTENCES.length] ?? ['', ''];
		return `r${at};"${text} (${at}).";${label};${at % 3 === 0 ? 'es' : 'en'};${at % 2 === 0 ? 'north' : 'south'}`;
	})
].join('\n');

const MEANINGS = [
	['fine', 'other'],
	['sad', 'label:self-harm/distress'],
	['at risk', 'yes:any self-harm'],
	['helper', 'label:self-harm/concern-other'],
	['threat', 'label:violence/threat']
] as const;

const choose = (page: Page, path: string) =>
	page.locator('section[aria-labelledby="bench-data"] input[type="file"]').setInputFiles(path);
const run = (page: Page) => page.getByRole('button', { name: 'Run', exact: true });
const progress = (page: Page) => page.locator('[data-bench="progress"]');
const summary = (page: Page) => page.locator('[data-bench="summary"]');

/** How often the run has kept what it had finished: about once a second. */
const keptBatches = (page: Page) =>
	page.evaluate(async () => {
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const database = await done(indexedDB.open('handrail-bench'));
		const found = await done(database.transaction('batches').objectStore('batches').count());
		database.close();
		return found;
	});

async function open(page: Page) {
	await page.goto('/bench');
	await expect(page.getByRole('heading', { level: 1, name: 'Bench' })).toBeVisible();
}

/** The saved file, in the folder and under its own name. */
async function keep(saving: Promise<Download>, directory: string): Promise<string> {
	const download = await saving;
	const path = join(directory, download.suggestedFilename());
	await download.saveAs(path);
	return path;
}

/** What does not depend on the clock or on the machine. */
function figuresOf(text: string) {
	const { seed, resamples, datasets } = JSON.parse(text);
	return {
		...{ seed, resamples },
		datasets: datasets.map(({ models, ...dataset }: { models: Record<string, unknown>[] }) => ({
			...dataset,
			models: models.map(({ info, latency: _, kept: __, ...figures }) => ({
				...figures,
				hash: (info as { hash: string }).hash
			}))
		}))
	};
}

test('a researcher measures a file, loses the tab, goes on, and gets the digits of the command line', async ({
	browser
}) => {
	test.setTimeout(300_000);
	const directory = await mkdtemp(join(tmpdir(), 'handrail-bench-'));
	const data = join(directory, 'small.csv');
	await writeFile(data, CSV);
	const { page, outside, errors, close } = await fixture(browser, { acceptDownloads: true });
	await open(page);

	await test.step('texts are covered, columns guessed, labels mapped and remembered', async () => {
		await choose(page, data);
		await expect(page.getByText('covered,').first()).toBeVisible();
		await expect(page.getByText('weather like in Rome')).toHaveCount(0);
		await page.getByRole('button', { name: 'Show the texts' }).click();
		await expect(page.getByText('weather like in Rome').first()).toBeVisible();
		await page.getByRole('button', { name: 'Cover the texts' }).click();
		await expect(run(page)).toBeDisabled();
		await page.getByText('Targets: any of several labels').click();
		await page.getByLabel('Name of the target').fill('any self-harm');
		for (const label of ['self-harm/ideation', 'self-harm/intent'])
			await page.getByRole('checkbox', { name: label }).check();
		await page.getByRole('button', { name: 'Add the target' }).click();
		for (const [label, meaning] of MEANINGS)
			await page.getByLabel(`Meaning of ${label}`).selectOption(meaning);
		await expect(run(page)).toBeEnabled();
		await clean(page);
		await tabbable(page);
	});

	await test.step('a reload in the middle loses nothing that was kept', async () => {
		await run(page).click();
		await expect(progress(page)).toContainText('left', { timeout: 60_000 });
		await expect.poll(() => keptBatches(page), { intervals: [100] }).toBeGreaterThan(0);
		await expect(summary(page)).toHaveCount(0);
		await page.reload();
		await expect(page.getByText('was interrupted')).toBeVisible();
		await choose(page, data);
		await expect(page.getByText('columns and map as last time')).toBeVisible();
		await page.getByLabel('Bootstrap resamples').fill(RESAMPLES);
		await run(page).click();
		await expect(progress(page)).toContainText('from an earlier run', { timeout: 60_000 });
		await expect(summary(page)).toBeVisible({ timeout: 180_000 });
	});

	await test.step('results can be read, also by a screen reader, and by keyboard', async () => {
		await expect(summary(page).getByRole('rowheader')).toHaveText([/intent/, 'lexicon']);
		await page.getByRole('button', { name: 'Table', exact: true }).first().click();
		await expect(page.getByRole('table').filter({ hasText: 'Recall' }).first()).toBeVisible();
		const rows = page.locator('[data-bench="differences"] button[data-row]');
		await page
			.getByRole('combobox', { name: 'Label', exact: true })
			.selectOption('self-harm/distress');
		await page.getByRole('combobox', { name: 'Model', exact: true }).selectOption('lexicon');
		await rows.first().focus();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect(rows.nth(1)).toHaveAttribute('aria-expanded', 'true');
		await expect(page.getByText('everything is too much for me')).toHaveCount(1);
		await clean(page);
		await tabbable(page);
	});

	await test.step('the command line gives the same digits', async () => {
		const saving = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Save results.json' }).click();
		const saved = await readFile(await keep(saving, directory), 'utf8');
		expect(JSON.parse(saved).datasets[0].models[0].kept).toBeGreaterThan(0);
		expect(saved).not.toContain('Rome');
		const mapping = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Save the map' }).click();
		await keep(mapping, directory);
		const out = join(directory, 'bench-results');
		await promisify(execFile)(
			process.execPath,
			[
				...['node_modules/tsx/dist/cli.mjs', '--tsconfig', 'src/lib/bench/tsconfig.json'],
				...['src/lib/bench/bench.ts', '--data', data, '--baseline', 'lexicon'],
				...['--resamples', RESAMPLES, '--out', out]
			],
			{ timeout: 180_000 }
		);
		const there = figuresOf(await readFile(join(out, 'results.json'), 'utf8'));
		expect(figuresOf(saved)).toEqual(there);
	});

	await test.step('erasing everything erases what the bench has kept', async () => {
		await page.goto('/settings');
		await page.getByRole('button', { name: 'Erase everything on this device' }).click();
		await page.getByRole('button', { name: 'Erase everything', exact: true }).click();
		await expect(page).toHaveURL('/');
		const names = await page.evaluate(async () =>
			(await indexedDB.databases()).map(({ name }) => name)
		);
		expect(names).not.toContain('handrail-bench');
		expect(await page.evaluate(() => localStorage.getItem('handrail-bench'))).toBeNull();
	});

	expect(outside()).toEqual([]);
	expect(errors()).toEqual([]);
	await close();
	await rm(directory, { recursive: true, force: true });
});

test('what cannot be read is said in a sentence, and a page that is no bench keeps none of its code', async ({
	browser
}) => {
	const directory = await mkdtemp(join(tmpdir(), 'handrail-bench-'));
	const { page, close } = await fixture(browser);
	await open(page);
	for (const [name, content, said] of [
		['empty.csv', '', 'The file is empty'],
		['book.csv', 'PK\u0003\u0004 not text', 'ZIP archive or a spreadsheet'],
		['list.jsonl', '[\n{"id": 1}\n]', 'one JSON value over many lines']
	] as const) {
		await writeFile(join(directory, name), content);
		await choose(page, join(directory, name));
		await expect(page.getByRole('article', { name }).getByRole('alert')).toContainText(said);
	}
	await page.evaluate(() => navigator.serviceWorker.ready);
	const kept = await page.evaluate(async () => {
		const requests = await Promise.all(
			(await caches.keys()).map(async (name) => (await caches.open(name)).keys())
		);
		return requests.flat().map(({ url }) => new URL(url).pathname);
	});
	expect(kept).toContain('/settings');
	expect(kept.filter((path) => /bench|asyncify/.test(path))).toEqual([]);
	await close();
	await rm(directory, { recursive: true, force: true });
});
