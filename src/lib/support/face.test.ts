import { expect, test } from 'vitest';
import type { Plan } from '$lib/policy/plan';
import { face } from './face';
import { planOf } from './plans.fixture';

const nothing: Partial<Plan> = { level: 0, show: 'nothing', needs: [] };
const line: Partial<Plan> = { level: 1, show: 'line' };
const card: Partial<Plan> = { level: 2, show: 'card' };
const first: Partial<Plan> = { level: 3, show: 'card-first', hold: true };

test.each<[string, Partial<Plan>, boolean, string]>([
	['an ordinary message has nothing', nothing, false, 'nothing'],
	[
		'a message that could not be read has its one sentence',
		{ ...nothing, blind: true },
		false,
		'blind'
	],
	[
		'an older one that could not be read no longer says so',
		{ ...nothing, blind: true },
		true,
		'nothing'
	],
	['distress has a line', line, false, 'line'],
	['thoughts of suicide have a card', card, false, 'card'],
	['a card under an older message is a line', card, true, 'line'],
	['a held message that is not the newest is a line too', first, true, 'line'],
	['intent has a card', first, false, 'card'],
	['help that was put away stays in reach', { ...card, show: 'nothing' }, false, 'line'],
	['a quiet line that was put away is gone', { ...line, show: 'nothing' }, false, 'nothing']
])('%s', (_, plan, compact, expected) => {
	expect(face(planOf(plan), compact)).toBe(expected);
});

test('what the person chose holds, for an older card too', () => {
	expect(face(planOf(card), false, { open: false, at: 2 })).toBe('line');
	expect(face(planOf(line), false, { open: true, at: 1 })).toBe('card');
	expect(face(planOf(card), true, { open: true, at: 2 })).toBe('card');
});

test('a card that was made small comes back when the matter becomes more pressing', () => {
	expect(face(planOf(first), false, { open: false, at: 2 })).toBe('card');
	expect(face(planOf(first), false, { open: false, at: 3 })).toBe('line');
});
