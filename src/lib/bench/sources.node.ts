import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** What decides about the scores of our models and of the phrase list, besides their own files. */
const PLACES = [
	...['screening', 'policy', 'intent'],
	...['bench/scorer-handrail.ts', 'bench/scorer-lexicon.ts']
];

/** SHA-256 of the code that screens, tests apart, given the folder src/lib: also an edit without a new version changes it. */
export function hashSources(library: string): string {
	const whole = createHash('sha256');
	for (const path of filesOf(library)) {
		const bytes = readFileSync(join(library, path));
		whole.update(`${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`);
	}
	return whole.digest('hex');
}

function filesOf(library: string): readonly string[] {
	return readdirSync(library, { recursive: true, encoding: 'utf8' })
		.map((path) => path.replaceAll(sep, '/'))
		.filter((path) => PLACES.some((place) => path === place || path.startsWith(`${place}/`)))
		.filter((path) => /\.(ts|json)$/.test(path) && !/\.(test|fixture)\.\w+$/.test(path))
		.sort();
}
