import { expect, test } from '@playwright/test';
import { fixture } from './fixture';
import { answers, open, say } from './page';

test('erasing leaves no word and no choice behind, and the page starts anew', async ({
	browser
}) => {
	const { page, close } = await fixture(browser);
	await open(page);
	await say(page, 'Something to forget');
	await expect(answers(page)).toHaveCount(1);
	await page.evaluate(() => navigator.serviceWorker.ready);
	await page.goto('/settings');
	await page.getByLabel('Dark').check();
	await page.getByRole('button', { name: 'Erase everything on this device' }).click();
	await page.getByRole('button', { name: 'Erase everything', exact: true }).click();
	await expect(page).toHaveURL('/');
	await expect(page.locator('html')).toHaveAttribute('data-handrail-ready', '');
	await expect(page.getByText('Something to forget')).toHaveCount(0);
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'system');
	await close();
});
