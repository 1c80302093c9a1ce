import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LABELS, type Label } from '$lib/intent/labels';
import { SILENT, fill, type Reading } from '$lib/intent/reading';
import { dismiss, plan } from './plan';
import { NO_HISTORY, evaluate, remember } from './verdict';

const thresholds = fill(() => ({ show: 0.5, act: 0.9 }));

const reading = (over: Partial<Record<Label, number>>, more: Partial<Reading> = {}): Reading => ({
	scores: { ...SILENT, ...over },
	thresholds,
	state: 'ok',
	lang: 'en',
	...more
});

const planned = (over: Partial<Record<Label, number>>) => plan(evaluate(reading(over)));

describe('a level follows from the label, by CONTRACTS.md', () => {
	test.each<[Label, 'selfHarm' | 'violence', number]>([
		['none', 'selfHarm', 0],
		['mental-health/information', 'selfHarm', 0],
		['self-harm/distress', 'selfHarm', 1],
		['self-harm/ideation', 'selfHarm', 2],
		['self-harm/instructions', 'selfHarm', 2],
		['self-harm/intent', 'selfHarm', 3],
		['violence/discussion', 'violence', 0],
		['violence/anger', 'violence', 1],
		['violence/instructions', 'violence', 2],
		['violence/threat', 'violence', 3]
	])('%s', (label, category, level) => {
		const other = category === 'selfHarm' ? 'violence' : 'selfHarm';
		expect(evaluate(reading({ [label]: 0.8 })).level).toEqual({ [category]: level, [other]: 0 });
		expect(evaluate(reading({ [label]: 0.49 })).level[category]).toBe(0);
	});
});

test('words of a language that the model does not know bring no card about violence, but still one about the writer', () => {
	const foreign = { foreign: true } as const;
	expect(evaluate(reading({ 'violence/threat': 0.8 }, foreign)).level.violence).toBe(1);
	expect(evaluate(reading({ 'violence/anger': 0.8 }, foreign)).level.violence).toBe(1);
	expect(evaluate(reading({}, foreign)).level.violence).toBe(0);
	expect(evaluate(reading({ 'self-harm/intent': 0.8 }, foreign)).level.selfHarm).toBe(3);
});

describe('the quiet line for what is a little of several things', () => {
	const hints = { 'self-harm': 0.6, violence: 0.6 };
	const mixed = { 'self-harm/distress': 0.3, 'self-harm/ideation': 0.3, 'self-harm/intent': 0.3 };

	test('is there when together they are likely, on their own axis only', () => {
		expect(evaluate(reading(mixed, { hints })).level).toEqual({ selfHarm: 1, violence: 0 });
		expect(evaluate(reading(mixed)).level).toEqual({ selfHarm: 0, violence: 0 });
	});

	test('is never more than a line, and never less than what a label shows', () => {
		const low = { hints: { 'self-harm': 0.01, violence: 0.01 } };
		expect(evaluate(reading({ 'self-harm/intent': 0.49 }, low)).level.selfHarm).toBe(1);
		expect(evaluate(reading({ 'self-harm/intent': 0.5 }, low)).level.selfHarm).toBe(3);
	});
});

test('worry about somebody and being threatened are routes with help of their own', () => {
	expect(evaluate(reading({ 'self-harm/concern-other': 0.7 })).routes).toEqual(['helper']);
	expect(evaluate(reading({ 'violence/victim': 0.7 })).routes).toEqual(['victim']);
	expect(planned({ 'self-harm/concern-other': 0.7 })).toMatchObject({ show: 'card', hold: false });
});

test('the most pressing need is in front', () => {
	const both = (over: Partial<Record<Label, number>>) => planned(over).needs;
	expect(both({ 'violence/victim': 0.9, 'self-harm/distress': 0.9 })).toEqual([
		'victim',
		'self-harm'
	]);
	expect(both({ 'violence/victim': 0.9, 'self-harm/intent': 0.9 })[0]).toBe('self-harm');
	expect(both({ 'violence/threat': 0.9, 'self-harm/ideation': 0.9 })[0]).toBe('violence');
	expect(both({ 'self-harm/ideation': 0.9, 'violence/victim': 0.9 })[0]).toBe('self-harm');
});

test('nobody who is threatened is asked to reach someone they know', () => {
	expect(planned({ 'violence/victim': 0.7, 'self-harm/intent': 0.9 }).suppressContacts).toBe(true);
	expect(planned({ 'self-harm/intent': 0.9 }).suppressContacts).toBe(false);
});

test('only level 3 holds the message and puts the emergency number on top', () => {
	expect(planned({ 'self-harm/intent': 0.9 })).toMatchObject({
		show: 'card-first',
		hold: true,
		emergencyFirst: true
	});
	expect(planned({ 'self-harm/ideation': 0.9 })).toMatchObject({ show: 'card', hold: false });
	expect(planned({ 'self-harm/distress': 0.9 })).toMatchObject({ show: 'line', hold: false });
	expect(planned({ none: 1 })).toMatchObject({ show: 'nothing', hold: false, needs: [] });
});

test('a request for methods is refused, and the directive gives none and keeps talking', () => {
	const next = planned({ 'self-harm/instructions': 0.8 });
	expect(next.refuse).toBe('self-harm');
	expect(next.directive).toMatch(/no method/i);
	expect(next.directive).toMatch(/stay with them/i);
	expect(planned({ 'violence/instructions': 0.8 }).refuse).toBe('violence');
});

test('an ordinary message carries no directive', () => {
	expect(planned({ none: 0.99 }).directive).toBeUndefined();
});

test('no directive ever contains a digit that could be taken for a telephone number', () => {
	for (const label of LABELS) expect(planned({ [label]: 0.9 }).directive ?? '').not.toMatch(/\d/);
});

test('a dismissal is respected until the level rises', () => {
	const card = evaluate(reading({ 'self-harm/ideation': 0.9 }));
	expect(plan(card, { 'self-harm': 2 }).show).toBe('nothing');
	expect(plan(card, { 'self-harm': 1 }).show).toBe('card');
	const rising = evaluate(reading({ 'self-harm/intent': 0.9 }));
	expect(plan(rising, { 'self-harm': 3 }).show).toBe('card-first');
});

test('help that was put away for one need does not hide the help for another', () => {
	const put = dismiss({}, plan(evaluate(reading({ 'self-harm/ideation': 0.9 }))));
	expect(put).toEqual({ 'self-harm': 2 });
	expect(plan(evaluate(reading({ 'violence/victim': 0.9 })), put).show).toBe('card');
	expect(dismiss(put, planned({ 'self-harm/distress': 0.9 }))).toEqual(put);
	const two = planned({ 'self-harm/concern-other': 0.9, 'self-harm/distress': 0.9 });
	expect(dismiss({}, two)).toEqual({ helper: 2, 'self-harm': 1 });
	const rising = evaluate(reading({ 'self-harm/ideation': 0.9 }));
	expect(plan(rising, dismiss({}, two)).show).toBe('card');
});

test('a text that was not read is never called safe', () => {
	for (const state of ['unsure', 'unscreened'] as const)
		expect(plan(evaluate(reading({}, { state }))).blind).toBe(true);
	expect(plan(evaluate(reading({}))).blind).toBe(false);
});

test('a retraction right after a plan keeps the quiet line for a while, then lets go', () => {
	const before = remember(NO_HISTORY, evaluate(reading({ 'self-harm/intent': 0.9 })), 0);
	const retraction = reading({ none: 0.9 });
	expect(evaluate(retraction, before, 5).level.selfHarm).toBe(1);
	expect(evaluate(retraction, before, 45).level.selfHarm).toBe(0);
	expect(evaluate(retraction, before, -500).level.selfHarm).toBe(1);
});

test('care after a plan fades by itself, also in a conversation that never pauses', () => {
	let history = remember(NO_HISTORY, evaluate(reading({ 'self-harm/intent': 0.9 })), 0);
	const levels: number[] = [];
	for (let message = 0; message < 6; message++) {
		const verdict = evaluate(reading({ none: 0.9 }), history, 20);
		levels.push(verdict.level.selfHarm);
		history = remember(history, verdict, 20);
	}
	expect(levels).toEqual([1, 0, 0, 0, 0, 0]);
	expect(history).toMatchObject({ selfHarm: 0 });
});

test('known material brings help even where the scores are low', () => {
	expect(evaluate(reading({}, { known: 'self-harm' })).level.selfHarm).toBe(2);
});

test('more of any danger never means less help', () => {
	const probability = fc.double({ min: 0, max: 1, noNaN: true });
	const scores = fc.record(Object.fromEntries(LABELS.map((label) => [label, probability])));
	fc.assert(
		fc.property(scores, fc.constantFrom(...LABELS), probability, (some, label, more) => {
			const low = reading(some as Record<Label, number>);
			const high = reading({ ...some, [label]: Math.max(some[label] ?? 0, more) });
			const [before, after] = [evaluate(low), evaluate(high)];
			expect(after.level.selfHarm).toBeGreaterThanOrEqual(before.level.selfHarm);
			expect(after.level.violence).toBeGreaterThanOrEqual(before.level.violence);
			expect(plan(after).level).toBeGreaterThanOrEqual(plan(before).level);
			if (plan(after).level > plan(before).level)
				expect(plan(after, dismiss({}, plan(before))).show).not.toBe('nothing');
		})
	);
});
