import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';

export type Fixture = {
	readonly page: Page;
	readonly context: BrowserContext;
	/** Addresses beyond this machine that the page tried to reach, all of them blocked. */
	readonly outside: () => readonly string[];
	/** What the console called an error. */
	readonly errors: () => readonly string[];
	readonly close: () => Promise<void>;
};

/** A fresh browser profile that can reach nothing but this machine. */
export async function fixture(
	browser: Browser,
	options: BrowserContextOptions = {}
): Promise<Fixture> {
	const context = await browser.newContext({ baseURL: 'http://localhost:4173', ...options });
	const outside: string[] = [];
	const errors: string[] = [];
	await context.route(
		(url) => url.hostname !== 'localhost' && url.hostname !== '127.0.0.1',
		(route) => {
			outside.push(route.request().url());
			return route.abort();
		}
	);
	const page = await context.newPage();
	page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
	page.on('pageerror', (error) => errors.push(error.message));
	return {
		page,
		context,
		outside: () => outside,
		errors: () => errors,
		close: () => context.close()
	};
}
