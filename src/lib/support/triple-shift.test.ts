import { expect, test } from 'vitest';
import { TripleShift, type Key } from './triple-shift';

type Part = Partial<Key> & { key: string };

/** Plays keys, each pressed and let go at its time in milliseconds, and gives the last count. */
function play(...keys: (Part & { at: number })[]): number {
	const shift = new TripleShift();
	return keys.reduce((_, key) => tap(shift, key, key.at), 0);
}

function tap(shift: TripleShift, part: Part, at: number): number {
	shift.take(event({ ...part, type: 'keydown', timeStamp: at }));
	return shift.take(event({ ...part, type: 'keyup', timeStamp: at + 50 }));
}

function event(part: Part): Key {
	const plain = {
		repeat: false,
		isComposing: false,
		ctrlKey: false,
		altKey: false,
		metaKey: false
	};
	return { type: 'keydown', timeStamp: 0, ...plain, ...part };
}

const Shift = (at: number, part: Partial<Key> = {}) => ({ ...part, key: 'Shift', at });

test('three presses within five seconds are three', () => {
	expect(play(Shift(0), Shift(2000), Shift(4900))).toBe(3);
});

test('a press from more than five seconds ago no longer counts', () => {
	expect(play(Shift(0), Shift(3000), Shift(6000))).toBe(2);
});

test('another key in between begins again', () => {
	expect(play(Shift(0), Shift(100), { key: 'a', at: 200 }, Shift(300))).toBe(1);
});

test('capital letters are no presses', () => {
	const shift = new TripleShift();
	let count = 0;
	for (const at of [0, 300, 600]) {
		shift.take(event({ key: 'Shift', type: 'keydown', timeStamp: at }));
		shift.take(event({ key: 'A', type: 'keydown', timeStamp: at + 50 }));
		shift.take(event({ key: 'A', type: 'keyup', timeStamp: at + 90 }));
		count = shift.take(event({ key: 'Shift', type: 'keyup', timeStamp: at + 120 }));
	}
	expect(count).toBe(0);
});

test('a held key counts once', () => {
	const shift = new TripleShift();
	shift.take(event({ key: 'Shift', timeStamp: 0 }));
	for (const at of [500, 530, 560])
		shift.take(event({ key: 'Shift', repeat: true, timeStamp: at }));
	expect(shift.take(event({ key: 'Shift', type: 'keyup', timeStamp: 600 }))).toBe(1);
});

test('Shift beside another modifier switches keyboards and does not leave', () => {
	const presses = [0, 300, 600].map((at) => Shift(at, { ctrlKey: true }));
	expect(play(...presses)).toBe(0);
});

test('a word that is being composed is left alone', () => {
	expect(play(Shift(0), Shift(100), Shift(200, { isComposing: true }))).toBe(0);
});

test('the mouse begins again', () => {
	const shift = new TripleShift();
	tap(shift, { key: 'Shift' }, 0);
	tap(shift, { key: 'Shift' }, 100);
	shift.reset();
	expect(tap(shift, { key: 'Shift' }, 200)).toBe(1);
});
