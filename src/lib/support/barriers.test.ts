import { expect, test } from 'vitest';
import { BARRIERS, stepFor } from './barriers';

const everything = { words: true, site: true };
const nothing = { words: false, site: false };

test('each answer leads to a smaller step than calling', () => {
	expect(BARRIERS.map((barrier) => stepFor(barrier, everything))).toEqual([
		'write',
		'words',
		'site',
		'words'
	]);
});

test('without anyone to write to, and without a page to read, the step is a line that answers in writing', () => {
	for (const barrier of BARRIERS) expect(stepFor(barrier, nothing)).toBe('write');
});
