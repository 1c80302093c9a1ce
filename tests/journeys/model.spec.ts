import { expect, test, type Route } from '@playwright/test';
import { fixture } from './fixture';
import { answers, hook, open, reads, say, support } from './page';

const PLAN = 'I am going to end my life tonight. I have decided.';
const MODEL = '**/models/intent/onnx/model_quantized.onnx';

for (const [fault, act] of [
	['is not there', (route) => route.fulfill({ status: 404, body: 'no' })],
	[
		'was cut short',
		async (route) => {
			const whole = await (await route.fetch()).body();
			await route.fulfill({ body: whole.subarray(0, whole.length >> 1) });
		}
	],
	[
		'was tampered with',
		async (route) => {
			const whole = Buffer.from(await (await route.fetch()).body());
			whole[whole.length >> 1] = (whole[whole.length >> 1] ?? 0) ^ 1;
			await route.fulfill({ body: whole });
		}
	]
] as [string, (route: Route) => Promise<void>][])
	test(`a model that ${fault} is refused, the page says so, and help still comes`, async ({
		browser
	}) => {
		const { page, context, close } = await fixture(browser, { serviceWorkers: 'block' });
		await context.route(MODEL, act);
		await open(page);
		await expect(hook(page, 'status')).toHaveAttribute('data-screening', 'degraded', {
			timeout: 60_000
		});
		await say(page, PLAN);
		await expect(support(page)).toHaveAttribute('data-level', '3');
		await close();
	});

test('a slow model: the lexicon answers at once, and the model takes over when it is there', async ({
	browser
}) => {
	const { page, context, close } = await fixture(browser, { serviceWorkers: 'block' });
	await context.route(MODEL, async (route) => {
		await new Promise((go) => setTimeout(go, 6000));
		await route.continue();
	});
	await open(page);
	await say(page, PLAN);
	await expect(support(page)).toHaveAttribute('data-level', '3', { timeout: 3000 });
	await reads(page);
	await close();
});

test('where WASM is forbidden the page says so, and help still comes', async ({ browser }) => {
	const { page, context, close } = await fixture(browser, { serviceWorkers: 'block' });
	await context.route('**/_app/immutable/workers/**/*.wasm', (route) => route.abort());
	await open(page);
	await expect(hook(page, 'status')).toHaveAttribute('data-screening', 'degraded', {
		timeout: 60_000
	});
	await say(page, PLAN);
	await expect(support(page)).toHaveAttribute('data-level', '3');
	await close();
});

test('a text in a language the model does not know is answered, and the page does not pretend', async ({
	browser
}) => {
	const { page, close } = await fixture(browser);
	await open(page);
	await reads(page);
	await say(page, 'Добрый вечер, как приготовить суп из свёклы?');
	await expect(answers(page)).toHaveCount(1);
	await expect(page.getByText('could not read this message well')).toBeVisible();
	await close();
});
