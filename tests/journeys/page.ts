import AxeBuilder from '@axe-core/playwright';
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

/** axe finds nothing on the page as it stands. */
export async function clean(page: Page) {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
		.analyze();
	expect(
		violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`)
	).toEqual([]);
}

/** Everything that can be used is reached by Tab alone, and shows it. */
export async function tabbable(page: Page) {
	const wanted = await page.evaluate(() => {
		const all = document.querySelectorAll<HTMLElement>(
			'a[href], button, input, select, summary, textarea, [tabindex]'
		);
		const open = [...all].filter(
			(one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility()
		);
		open.forEach((one, at) => (one.dataset.tabbed = String(at)));
		open[0]?.focus();
		return open.map((one) => one.outerHTML.slice(0, 120));
	});
	for (let step = 1; step < wanted.length; step++) {
		await page.keyboard.press('Tab');
		const { at, outline } = await page.evaluate(() => {
			const focused = document.activeElement as HTMLElement;
			const { outlineStyle, outlineWidth } = getComputedStyle(focused);
			return { at: focused.dataset.tabbed, outline: outlineStyle !== 'none' && outlineWidth };
		});
		expect({ at, outline }, wanted[step]).toEqual({ at: String(step), outline: '3px' });
	}
}

/** Answers come from a program on this machine, as a person would choose it in the settings. */
export async function useOwnMachine(page: Page, url: string) {
	await page.goto('/settings');
	await page.getByLabel('A model on my own machine').check();
	await page.getByLabel('Address').fill(url);
	await page.getByLabel('Name of the model').fill('test-model');
	await page.getByLabel('Name of the model').blur();
}
