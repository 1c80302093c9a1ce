import { expect, test } from '@playwright/test';
import { fixture } from './fixture';
import { answers, clean, hook, open, reads, say, support } from './page';

const LOCALES = ['en', 'zh-Hans', 'ja', 'ko', 'es'];

/** One sentence for each thing the page can show. */
const STATES = [
	['line', 'I feel so empty and tired lately, everything is too much for me.', '1'],
	['card', 'I keep thinking that I want to be dead.', '2'],
	['card first', 'I am going to end my life tonight. I have decided.', '3'],
	['helper', 'My best friend told me she wants to kill herself. How can I help her?', '2'],
	['victim', 'My husband hits me and I am scared of him.', '2'],
	['violence', 'Tomorrow I am going to kill him, I mean it.', '3']
] as const;

for (const colorScheme of ['light', 'dark'] as const)
	for (const [name, text, level] of STATES)
		test(`axe finds nothing on ${name}, ${colorScheme}`, async ({ browser }) => {
			const { page, close } = await fixture(browser, { colorScheme, reducedMotion: 'reduce' });
			await open(page);
			await reads(page);
			await say(page, text);
			await expect(support(page)).toHaveAttribute('data-level', level);
			if (level !== '3') await expect(answers(page)).toHaveCount(1);
			await clean(page);
			await close();
		});

for (const locale of LOCALES)
	test(`axe finds nothing on the chat, the help page and the settings in ${locale}`, async ({
		browser
	}) => {
		const { page, close } = await fixture(browser, { reducedMotion: 'reduce' });
		await page.addInitScript((chosen) => localStorage.setItem('PARAGLIDE_LOCALE', chosen), locale);
		await open(page);
		await expect(page.locator('html')).toHaveAttribute('lang', locale);
		await clean(page);
		for (const path of ['/help', '/settings']) {
			await page.goto(path);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await clean(page);
		}
		await close();
	});

test('the transcript is no live region; level 3 alone is assertive', async ({ browser }) => {
	const { page, close } = await fixture(browser);
	await open(page);
	await reads(page);
	await say(page, 'I am going to end my life tonight. I have decided.');
	await expect(page.locator('[role=alert]')).toContainText('help is on the screen');
	expect(
		await hook(page, 'transcript').evaluate((pane) =>
			pane.closest('[aria-live], [role=log], [role=status]')
		)
	).toBeNull();
	await close();
});

test('everything of a held message can be reached and chosen by keyboard alone', async ({
	browser
}) => {
	const { page, close } = await fixture(browser);
	await open(page);
	await reads(page);
	await hook(page, 'composer').focus();
	await page.keyboard.type('I am going to end my life tonight. I have decided.');
	await page.keyboard.press('Enter');
	await expect(support(page)).toHaveAttribute('data-level', '3');
	let reached = false;
	for (let step = 0; step < 60 && !reached; step++) {
		await page.keyboard.press('Shift+Tab');
		reached = await page.evaluate(
			() => document.activeElement?.getAttribute('data-handrail') === 'continue'
		);
	}
	expect(reached).toBe(true);
	await page.keyboard.press('Enter');
	await expect(answers(page)).toHaveCount(1);
	await close();
});

test('at 200 % zoom on a small window nothing is cut off', async ({ browser }) => {
	const { page, close } = await fixture(browser, { viewport: { width: 320, height: 512 } });
	await open(page);
	await reads(page);
	await say(page, 'I keep thinking that I want to be dead.');
	await expect(support(page)).toHaveAttribute('data-level', '2');
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	await close();
});
