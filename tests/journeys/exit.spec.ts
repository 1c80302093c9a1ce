import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { fixture } from './fixture';
import { hook, open, reads, say, support } from './page';

const NEUTRAL = 'https://neutral.example/';

/** The neutral page, without a network. */
const elsewhere = (context: BrowserContext) =>
	context.route(NEUTRAL, (route) => route.fulfill({ body: 'weather', contentType: 'text/plain' }));

async function onACard(page: Page) {
	await page.addInitScript(
		(exitTo) => localStorage.setItem('handrail-settings', JSON.stringify({ exitTo })),
		NEUTRAL
	);
	await open(page);
	await reads(page);
	await say(page, 'My husband hits me and I am scared of him.');
	await expect(support(page)).toHaveAttribute('data-route', 'victim');
}

test('the way out clears the screen, leads to a neutral page, and back shows nothing of the chat', async ({
	browser
}) => {
	const { page, context, close } = await fixture(browser);
	await elsewhere(context);
	await onACard(page);
	await page.getByRole('button', { name: 'Leave this page' }).last().click();
	await expect(page).toHaveURL(NEUTRAL);
	await page.goto('/');
	await expect(page.getByText('Tap to go on')).toBeVisible();
	await expect(hook(page, 'message')).toHaveCount(0);
	await expect(page.getByText('My husband')).toHaveCount(0);
	await close();
});

test('pressing Shift three times does the same', async ({ browser }) => {
	const { page, context, close } = await fixture(browser);
	await elsewhere(context);
	await onACard(page);
	for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
	await expect(page).toHaveURL(NEUTRAL);
	await close();
});

test('nobody who is threatened is asked to reach someone they know', async ({ browser }) => {
	const { page, close } = await fixture(browser);
	await onACard(page);
	await expect(support(page).getByRole('button', { name: 'Reach someone I know' })).toHaveCount(0);
	await close();
});
