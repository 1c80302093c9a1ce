import { expect, test } from 'vitest';
import { sends } from './keys';

const enter = {
	key: 'Enter',
	shiftKey: false,
	ctrlKey: false,
	metaKey: false,
	altKey: false,
	isComposing: false,
	keyCode: 13
};
const desk = { enterSends: true, touch: false };

test('Enter sends at a desk and is a new line on a touch keyboard', () => {
	expect(sends(enter, desk)).toBe(true);
	expect(sends(enter, { ...desk, touch: true })).toBe(false);
	expect(sends({ ...enter, shiftKey: true }, desk)).toBe(false);
	expect(sends({ ...enter, key: 'a' }, desk)).toBe(false);
});

test('Enter that confirms a candidate of an input method never sends, in Safari neither', () => {
	expect(sends({ ...enter, isComposing: true }, desk)).toBe(false);
	expect(sends({ ...enter, keyCode: 229 }, desk)).toBe(false);
	expect(sends({ ...enter, ctrlKey: true, keyCode: 229 }, desk)).toBe(false);
});

test('Ctrl or Command with Enter sends everywhere', () => {
	const off = { enterSends: false, touch: true };
	expect(sends({ ...enter, ctrlKey: true }, off)).toBe(true);
	expect(sends({ ...enter, metaKey: true }, off)).toBe(true);
	expect(sends(enter, { ...desk, enterSends: false })).toBe(false);
});
