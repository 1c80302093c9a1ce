import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/chromium.js';

export default defineConfig({
	testDir: 'tests/journeys',
	timeout: 90_000,
	expect: { timeout: 20_000 },
	fullyParallel: false,
	workers: 1,
	forbidOnly: true,
	// A shared machine may stall once; what fails twice has failed. The report counts it either way.
	retries: process.env.CI ? 1 : 0,
	use: {
		baseURL: 'http://localhost:4173',
		serviceWorkers: 'allow',
		timezoneId: 'America/New_York',
		locale: 'en-US',
		launchOptions: {
			executablePath: findChromium(),
			args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-sync']
		}
	},
	webServer: {
		command: 'node src/serve.js',
		env: { PORT: '4173', LOG_LEVEL: 'warn' },
		url: 'http://localhost:4173/health/live',
		// Where the build is missing or old, the server makes it first.
		timeout: 240_000,
		reuseExistingServer: false,
		stdout: 'ignore'
	}
});
