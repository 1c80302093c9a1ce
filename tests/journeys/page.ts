import { expect, type Locator, type Page } from '@playwright/test';

/** The hooks of CONTRACTS.md, by name. */
export const hook = (page: Page, name: string) => page.locator(`[data-handrail="${name}"]`);

export const answers = (page: Page, state = 'done'): Locator =>
	page.locator(`[data-handrail="message"][data-role="assistant"][data-state="${state}"]`);

/** The newest help on the screen. */
export const support = (page: Page) => hook(page, 'support').last();

/** Waits until the composer can be used. */
export async function open(page: Page, path = '/') {
	await page.goto(path);
	await expect(page.locator('html')).toHaveAttribute('data-handrail-ready', '');
}

/** Waits until the model reads. */
export async function reads(page: Page) {
	await expect(hook(page, 'status')).toHaveAttribute('data-screening', 'ready', {
		timeout: 60_000
	});
}

export async function say(page: Page, text: string) {
	await hook(page, 'composer').fill(text);
	await hook(page, 'send').click();
}

/** Answers come from a program on this machine, as a person would choose it in the settings. */
export async function useOwnMachine(page: Page, url: string) {
	await page.goto('/settings');
	await page.getByLabel('A model on my own machine').check();
	await page.getByLabel('Address').fill(url);
	await page.getByLabel('Name of the model').fill('test-model');
	await page.getByLabel('Name of the model').blur();
}
