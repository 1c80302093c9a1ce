import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const INSTALLED = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/**
 * The path of a Chromium that can be started: named by CHROMIUM_PATH, Playwright's own, or an installed one.
 * @returns {string | undefined}
 */
export function findChromium() {
	const own = chromium.executablePath();
	return [process.env.CHROMIUM_PATH, own, ...INSTALLED].find((path) => path && existsSync(path));
}

/**
 * Finds a Chromium, or has Playwright download one; if neither works, says in one line what to install.
 * @returns {string}
 */
export function needChromium() {
	const found = findChromium();
	if (found) return found;
	spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 });
	const downloaded = findChromium();
	if (downloaded) return downloaded;
	throw new Error(
		'No browser: install Chromium (Debian and Ubuntu: apt-get install chromium) or set CHROMIUM_PATH to one.'
	);
}
