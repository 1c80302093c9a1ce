import { describe, expect, it } from 'vitest';
import { LABELS, type Label } from '$lib/intent/labels';
import { fill } from '$lib/intent/reading';
import { lift } from './lift';

const thresholds = fill(() => ({ show: 0.3, act: 0.9 }));
const said = (...labels: Label[]) => new Set(labels);
const scores = (p: number) => fill(() => p);

describe('a phrase said outright', () => {
	it.each([0.005, 0.05, 0.29])(
		'lifts what the model half hears (%d) to where help is shown',
		(p) => {
			const lifted = lift(scores(p), thresholds, said('violence/threat'));
			expect(lifted['violence/threat']).toBe(0.3);
		}
	);

	it('does not overrule a model that is sure of the contrary', () => {
		for (const p of [0, 0.0001, 0.0005]) {
			const lifted = lift(scores(p), thresholds, said('violence/threat'))['violence/threat'];
			expect(lifted).toBeGreaterThanOrEqual(p);
			expect(lifted).toBeLessThan(0.3);
		}
	});

	it('never brings a score above `show`, so nothing can leave the device for a phrase', () => {
		for (const p of [0, 0.1, 0.299999])
			for (const label of LABELS)
				expect(lift(scores(p), thresholds, said(...LABELS))[label]).toBeLessThanOrEqual(0.3);
	});

	it('leaves alone what the model hears by itself, and every other label', () => {
		expect(lift(scores(0.7), thresholds, said('self-harm/intent'))).toEqual(scores(0.7));
		const lifted = lift(scores(0.1), thresholds, said('self-harm/intent'));
		expect(lifted).toEqual({ ...scores(0.1), 'self-harm/intent': 0.3 });
	});

	it.each<Label>([
		'none',
		'mental-health/information',
		'self-harm/distress',
		'violence/discussion'
	])('does not lift %s', (label) => {
		expect(lift(scores(0.1), thresholds, said(label))).toEqual(scores(0.1));
	});
});
