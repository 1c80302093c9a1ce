import { expect, test } from '@playwright/test';
import { findChromium } from '../chromium.js';
import { fixture } from './fixture';
import { hook, open, reads } from './page';

// WebGPU in software: all there is on a machine without a graphics card, and it has no 16-bit arithmetic.
test.use({
	launchOptions: {
		executablePath: findChromium(),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--enable-unsafe-webgpu',
			'--use-webgpu-adapter=swiftshader'
		]
	}
});

test('a graphics processor without 16-bit arithmetic is refused, in words, and WASM goes on reading', async ({
	browser
}) => {
	const { page, context, errors, close } = await fixture(browser);
	const asked: string[] = [];
	context.on('request', (request) => asked.push(request.url()));
	await page.goto('/settings');
	await expect(hook(page, 'reads-on')).toContainText('Processor (WASM)');
	await page.getByRole('button', { name: 'Use the graphics processor if it is faster' }).click();
	await expect(page.getByRole('main').getByText('has no 16-bit arithmetic')).toBeVisible();
	await open(page);
	await reads(page);
	await page.goto('/settings');
	await expect(page.getByRole('main').getByText('has no 16-bit arithmetic')).toBeVisible();
	await expect(hook(page, 'reads-on')).toContainText('Processor (WASM)');
	expect(asked.filter((url) => /asyncify|webgpu|fp16/.test(url))).toEqual([]);
	expect(errors()).toEqual([]);
	await close();
});
