import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needChromium } from './chromium.js';

/**
 * `npm test`: everything that must hold, in order, ending in one plain line `N passed, N failed`.
 * A step that fails does not hide the ones after it.
 */
const scratch = mkdtempSync(join(tmpdir(), 'handrail-test-'));
const unitReport = join(scratch, 'unit.json');
const journeyReport = join(scratch, 'journeys.json');
let passed = 0;
let failed = 0;

step('prepare', ['npm', 'run', '--silent', 'prepare:app']);
step('format', ['npx', 'prettier', '--check', '--log-level', 'warn', '.']);
step('lint', ['npx', 'eslint', '--max-warnings', '0', '.']);
step('types', ['npx', 'svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings']);
step('build', ['npm', 'run', '--silent', 'build']);
counted(
	[
		'npx',
		'vitest',
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${unitReport}`
	],
	() => {
		const report = JSON.parse(readFileSync(unitReport, 'utf8'));
		return [report.numPassedTests, report.numFailedTests + failedSuites(report)];
	}
);
journeys();
rmSync(scratch, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** @param {string} name @param {string[]} command */
function step(name, command) {
	const ok = run(command);
	console.log(`${ok ? '✓' : '✗'} ${name}`);
	if (ok) passed++;
	else failed++;
}

/** @param {string[]} command @param {() => [number, number]} read @param {NodeJS.ProcessEnv} [env] */
function counted(command, read, env) {
	const ok = run(command, env);
	try {
		const [good, bad] = read();
		passed += good;
		failed += ok ? bad : Math.max(1, bad);
	} catch {
		console.log(`✗ ${command.join(' ')} left no report`);
		failed++;
	}
}

function journeys() {
	try {
		const env = { CHROMIUM_PATH: needChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: journeyReport };
		counted(
			['npx', 'playwright', 'test', '--reporter=list,json'],
			() => {
				const { stats } = JSON.parse(readFileSync(journeyReport, 'utf8'));
				return [stats.expected + stats.flaky, stats.unexpected + stats.skipped];
			},
			env
		);
	} catch (error) {
		console.log(`✗ journeys: ${error instanceof Error ? error.message : error}`);
		failed++;
	}
}

/** @param {string[]} command @param {NodeJS.ProcessEnv} [env] */
function run([program = '', ...rest], env = {}) {
	const { status } = spawnSync(program, rest, {
		stdio: 'inherit',
		env: { ...process.env, ...env },
		shell: process.platform === 'win32'
	});
	return status === 0;
}

/** A file that breaks before its first test counts, too. @param {{ testResults: { status: string, assertionResults: unknown[] }[] }} report */
function failedSuites(report) {
	return report.testResults.filter(
		({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0
	).length;
}
