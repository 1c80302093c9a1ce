import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { hashSources } from './sources.node.ts';

const library = await mkdtemp(join(tmpdir(), 'handrail-sources-'));
afterAll(() => rm(library, { recursive: true, force: true }));

it('the hash of the code that screens changes with it, and with no test or other code', async () => {
	const write = (path: string, text: string) => writeFile(join(library, path), text);
	for (const folder of ['screening/lexicon', 'policy', 'intent', 'bench', 'chat'])
		await mkdir(join(library, folder), { recursive: true });
	await write('screening/lift.ts', 'one');
	const first = hashSources(library);
	await write('screening/lift.test.ts', 'a test');
	await write('chat/send.ts', 'other code');
	await write('bench/measure.ts', 'other code');
	expect(hashSources(library)).toBe(first);
	const seen = new Set([first]);
	for (const path of [
		'screening/lift.ts',
		'screening/lexicon/look.ts',
		'policy/verdict.ts',
		'bench/scorer-lexicon.ts'
	]) {
		await write(path, 'two');
		seen.add(hashSources(library));
	}
	expect(seen.size).toBe(5);
});
