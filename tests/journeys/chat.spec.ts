import { expect, test } from '@playwright/test';
import { fixture } from './fixture';
import { answers, hook, open, say, useOwnMachine } from './page';
import { upstream, type Script } from './upstream';

test('conversations are kept, renamed, deleted and brought back', async ({ browser }) => {
	const { page, close } = await fixture(browser);
	await open(page);
	await say(page, 'How do I make soup?');
	await expect(answers(page)).toHaveCount(1);
	await page.reload();
	await expect(hook(page, 'message')).toHaveCount(2);
	const list = page.getByRole('navigation', { name: 'Conversations' });
	await list.getByRole('button', { name: 'Rename “How do I make soup?”' }).click();
	await list.getByLabel('Rename').fill('Soup');
	await list.getByLabel('Rename').press('Enter');
	await expect(list.getByRole('button', { name: 'Soup', exact: true })).toBeVisible();
	await list.getByRole('button', { name: 'Delete “Soup”' }).click();
	await expect(list.getByRole('button', { name: 'Soup', exact: true })).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(hook(page, 'message')).toHaveCount(2);
	await close();
});

test('a draft outlives a reload and another conversation', async ({ browser }) => {
	const { page, close } = await fixture(browser);
	await open(page);
	await say(page, 'First');
	await expect(answers(page)).toHaveCount(1);
	await hook(page, 'composer').fill('half a thought');
	await page.waitForTimeout(500);
	await page.reload();
	await expect(hook(page, 'composer')).toHaveValue('half a thought');
	await page.getByRole('button', { name: 'New chat' }).first().click();
	await expect(hook(page, 'composer')).toHaveValue('');
	await page.getByRole('button', { name: 'First', exact: true }).click();
	await expect(hook(page, 'composer')).toHaveValue('half a thought');
	await close();
});

test('an edit makes a branch, and both versions can be read', async ({ browser }) => {
	const { page, close } = await fixture(browser);
	await open(page);
	await say(page, 'What is a fjord?');
	await expect(answers(page)).toHaveCount(1);
	await page.getByRole('button', { name: 'Edit and send again' }).first().click();
	await page.getByRole('textbox', { name: 'Edit and send again' }).fill('What is a delta?');
	await page.getByRole('button', { name: 'Send this version' }).click();
	await expect(hook(page, 'message').first()).toContainText('What is a delta?');
	await expect(answers(page)).toHaveCount(1);
	await page.getByRole('button', { name: 'Version before' }).first().click();
	await expect(hook(page, 'message').first()).toContainText('What is a fjord?');
	await close();
});

test('an answer of a model on the same machine streams, and stop really stops it', async ({
	browser
}) => {
	let script: Script = { kind: 'say', pieces: ['Hello ', '**there**'] };
	const model = await upstream(() => script);
	const { page, errors, close } = await fixture(browser);
	await useOwnMachine(page, model.url);
	await open(page);
	await say(page, 'Hi');
	await expect(answers(page)).toContainText('Hello there');
	await expect(answers(page).locator('strong')).toHaveText('there');
	script = { kind: 'say', pieces: Array.from({ length: 500 }, (_, at) => `word${at} `), pause: 50 };
	await say(page, 'Go on');
	await expect(page.getByText('word3')).toBeVisible();
	await hook(page, 'stop').click();
	await expect(answers(page, 'stopped')).toContainText('word3');
	await expect.poll(model.closedEarly).toBe(1);
	expect(errors()).toEqual([]);
	model.close();
	await close();
});

for (const [script, sentence] of [
	[{ kind: 'status', status: 429 }, 'There is too much to answer right now'],
	[{ kind: 'status', status: 500 }, 'had a problem'],
	[{ kind: 'cut', after: 'Half an ans' }, 'cut off on the way']
] as const)
	test(`a model that ends with ${JSON.stringify(script)} gives a clear line, and the words stay`, async ({
		browser
	}) => {
		const model = await upstream(() => script);
		const { page, close } = await fixture(browser);
		await useOwnMachine(page, model.url);
		await open(page);
		await say(page, 'Please answer');
		await expect(answers(page, 'failed')).toContainText(sentence);
		await expect(hook(page, 'message').first()).toContainText('Please answer');
		if (script.kind === 'cut') await expect(answers(page, 'failed')).toContainText('Half an ans');
		model.close();
		await close();
	});

test('a hostile answer runs nothing, loads nothing and leads nowhere bad', async ({ browser }) => {
	const hostile =
		'<script>window.broken = true</script><img src=x onerror="window.broken = true">\n\n' +
		'[click](javascript:window.broken=true) ![i](https://tracker.example/i.png)\n\n' +
		`|${'a|'.repeat(200)}\n|${'-|'.repeat(200)}\n${`|${'b|'.repeat(200)}\n`.repeat(50)}\n\n` +
		'x'.repeat(1_000_000);
	const model = await upstream(() => ({
		kind: 'say',
		pieces: hostile.match(/[^]{1,20000}/g) ?? []
	}));
	const { page, outside, close } = await fixture(browser);
	await useOwnMachine(page, model.url);
	await open(page);
	await say(page, 'Hi');
	await expect(answers(page)).toHaveCount(1, { timeout: 60_000 });
	expect(await page.evaluate(() => 'broken' in window)).toBe(false);
	await expect(page.locator('a[href^="javascript"]')).toHaveCount(0);
	expect(outside()).toEqual([]);
	await say(page, 'Still here?');
	await expect(answers(page)).toHaveCount(2, { timeout: 60_000 });
	model.close();
	await close();
});

test('what cannot be sent says why and stays in the composer', async ({ browser }) => {
	const { page, close } = await fixture(browser);
	await open(page);
	await hook(page, 'composer').fill('   \n ');
	await hook(page, 'composer').press('Enter');
	await expect(page.locator('#composer-hint')).toHaveText('There is nothing to send yet.');
	await hook(page, 'composer').fill('a'.repeat(100_001));
	await hook(page, 'composer').press('Enter');
	await expect(page.locator('#composer-hint')).toContainText('100001 characters');
	expect(await hook(page, 'composer').inputValue()).toHaveLength(100_001);
	await expect(hook(page, 'message')).toHaveCount(0);
	await close();
});

test('odd texts are read, answered and kept: very long, emoji, right-to-left, NUL, half a surrogate', async ({
	browser
}) => {
	const { page, errors, close } = await fixture(browser);
	await open(page);
	let sent = 0;
	for (const text of [
		'soup and bread. '.repeat(6250),
		'🎉🎉🎉',
		'مرحبا كيف الحال؟ hello',
		'a\u0000b',
		'x\ud800y'
	]) {
		await say(page, text);
		await expect(answers(page)).toHaveCount(++sent, { timeout: 60_000 });
	}
	expect(errors()).toEqual([]);
	await close();
});

test('two tabs see each other’s conversations and lose no message', async ({ browser }) => {
	const { page, context, close } = await fixture(browser);
	await open(page);
	await say(page, 'From the first tab');
	await expect(answers(page)).toHaveCount(1);
	const other = await context.newPage();
	await open(other, new URL(page.url()).search ? `/${new URL(page.url()).search}` : '/');
	await expect(hook(other, 'message')).toHaveCount(2);
	await say(other, 'From the second tab');
	await expect(answers(other)).toHaveCount(2);
	await expect(page.getByText('From the second tab')).toBeVisible();
	await say(page, 'And back');
	await expect(answers(page)).toHaveCount(3);
	await page.reload();
	await expect(hook(page, 'message')).toHaveCount(6);
	await close();
});

test('where the browser keeps nothing, the chat works and says so', async ({ browser }) => {
	const { page, close } = await fixture(browser);
	await page.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			throw new DOMException('refused', 'SecurityError');
		};
	});
	await open(page);
	await expect(page.getByText('This browser is not keeping anything right now')).toBeVisible();
	await say(page, 'Hello');
	await expect(answers(page)).toHaveCount(1);
	await close();
});

test('a file goes out and comes back; a damaged one changes nothing', async ({ browser }) => {
	const { page, close } = await fixture(browser);
	await open(page);
	await say(page, 'Something to keep');
	await expect(answers(page)).toHaveCount(1);
	await page.goto('/settings');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save all conversations as a file' }).click()
	]);
	const picker = page.locator('input[type=file]');
	await picker.setInputFiles(await download.path());
	await expect(page.getByRole('main').getByText('1 conversations were added.')).toBeVisible();
	await picker.setInputFiles({
		name: 'x.json',
		mimeType: 'application/json',
		buffer: Buffer.from('{')
	});
	await expect(page.getByRole('main').getByText('not made by Handrail')).toBeVisible();
	await open(page);
	await expect(page.getByRole('button', { name: 'Something to keep', exact: true })).toHaveCount(2);
	await close();
});

test('code is coloured once its fence is closed, and can be copied', async ({ browser }) => {
	const code = 'const answer = 42;';
	const model = await upstream(() => ({ kind: 'say', pieces: ['```js\n', code, '\n```\n'] }));
	const { page, context, close } = await fixture(browser);
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await useOwnMachine(page, model.url);
	await open(page);
	await say(page, 'Show me code');
	await expect(answers(page).locator('pre span').first()).toBeVisible();
	await answers(page).getByRole('button', { name: /copy/i }).first().click();
	expect((await page.evaluate(() => navigator.clipboard.readText())).trim()).toContain(code);
	model.close();
	await close();
});
