import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Entry = {
	resolved?: string;
	integrity?: string;
	link?: boolean;
	optionalDependencies?: Record<string, string>;
};
const lock: { packages: Record<string, Entry> } = JSON.parse(
	readFileSync('package-lock.json', 'utf8')
);
const manifest: Record<string, Record<string, string>> = JSON.parse(
	readFileSync('package.json', 'utf8')
);

test('the lock has an entry for every optional platform package, or npm 11 refuses it', () => {
	const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies }]) =>
		Object.keys(optionalDependencies ?? {}).filter(
			(name) =>
				!lock.packages[`${path}/node_modules/${name}`] && !lock.packages[`node_modules/${name}`]
		)
	);
	expect(missing).toEqual([]);
});

test('the lock names no host, and every package has its hash', () => {
	const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
	expect(entries.filter(([, { resolved }]) => resolved?.startsWith('http'))).toEqual([]);
	expect(entries.filter(([, { integrity, link }]) => !integrity && !link)).toEqual([]);
});

test('every version is exact', () => {
	const versions = { ...manifest.dependencies, ...manifest.devDependencies };
	for (const [name, version] of Object.entries(versions))
		expect(`${name} ${version}`).toMatch(/ (npm:[^ ]+@)?\d+\.\d+\.\d+$/);
});
