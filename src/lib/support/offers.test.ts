import { expect, test } from 'vitest';
import type { Label } from '$lib/intent/labels';
import { offers } from './offers';
import { planFor } from './plans.fixture';
import { goOn, refusal } from './words';

const say = (labels: Label[]) => offers(planFor(labels));

test('whoever is in danger from another person is not asked to reach somebody near', () => {
	expect(say(['violence/victim']).starters).toBeUndefined();
	expect(say(['violence/victim', 'self-harm/intent']).starters).toBeUndefined();
	expect(say(['violence/victim', 'self-harm/concern-other']).starters).toBeUndefined();
});

test('each other need has its own words for reaching out', () => {
	expect(say(['self-harm/ideation']).starters).toBe('self-harm');
	expect(say(['violence/threat']).starters).toBe('violence');
	expect(say(['self-harm/concern-other']).starters).toBe('helper');
});

test('what gets in the way is asked beside a card about oneself, not beside a quiet line', () => {
	expect(say(['self-harm/ideation']).barrier).toBe(true);
	expect(say(['self-harm/intent']).barrier).toBe(true);
	expect(say(['self-harm/distress']).barrier).toBe(false);
	expect(say(['violence/threat']).barrier).toBe(false);
	expect(say(['self-harm/concern-other']).barrier).toBe(false);
});

test('a second need is not lost', () => {
	expect(say(['self-harm/intent', 'violence/victim']).others).toEqual(['victim']);
	expect(say(['violence/threat']).others).toEqual([]);
});

test('where a part gets no answer, the sentence says so and the rest goes on', () => {
	const refused = planFor(['self-harm/instructions', 'self-harm/intent']);
	expect(refusal(refused)?.({}, { locale: 'en' })).toContain('hurt yourself');
	expect(goOn(refused)({}, { locale: 'en' })).toBe('Go on with the rest');
	expect(refusal(planFor(['violence/instructions']))?.({}, { locale: 'en' })).toContain(
		'hurting people'
	);
});

test('where everything gets an answer, nothing is said about leaving out', () => {
	const held = planFor(['self-harm/intent']);
	expect(refusal(held)).toBeUndefined();
	expect(goOn(held)({}, { locale: 'en' })).toBe('Go on with my question');
});
