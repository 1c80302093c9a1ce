import { expect, test } from '@playwright/test';
import { fixture } from './fixture';
import { answers, hook, open, reads, say, support } from './page';

const PLAN = 'I am going to end my life tonight. I have decided.';

test('a held message stays here while the talk goes on, and is answered when it is let go', async ({
	browser
}) => {
	const { page, close } = await fixture(browser);
	await open(page);
	await reads(page);
	await say(page, PLAN);
	await expect(support(page)).toHaveAttribute('data-level', '3');
	await say(page, 'How do I make soup?');
	await expect(answers(page)).toHaveCount(1);
	await expect(hook(page, 'message').first()).toHaveAttribute('data-state', 'held');
	await page.reload();
	await reads(page);
	await expect(hook(page, 'message').first()).toHaveAttribute('data-state', 'held');
	await hook(page, 'continue').click();
	await expect(answers(page)).toHaveCount(2);
	await expect(hook(page, 'message')).toHaveCount(4);
	await close();
});
