import { expect, test } from 'vitest';
import { isFree } from './focus';

test('the focus is not taken from a field with words in it', () => {
	expect(isFree({ value: 'に' })).toBe(false);
	expect(isFree({ isContentEditable: true })).toBe(false);
});

test('an empty field, a button and the page itself give the focus away', () => {
	expect(isFree({ value: '' })).toBe(true);
	expect(isFree({})).toBe(true);
	expect(isFree(null)).toBe(true);
});
