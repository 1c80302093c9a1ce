import { SILENT, fill, type Reading } from '$lib/intent/reading';
import type { Label } from '$lib/intent/labels';
import { plan, type Plan } from '$lib/policy/plan';
import { evaluate } from '$lib/policy/verdict';
import type { Placed } from './place.svelte';

/** A plan made by the real policy from labels that are surely there. For tests. */
export function planFor(labels: readonly Label[], reading: Partial<Reading> = {}): Plan {
	return plan(
		evaluate({
			scores: { ...SILENT, ...Object.fromEntries(labels.map((label) => [label, 1])) },
			thresholds: fill(() => ({ show: 0.5, act: 0.9 })),
			state: 'ok',
			lang: 'en',
			...reading
		})
	);
}

/** A plan with some fields set by hand. For tests. */
export function planOf(change: Partial<Plan>): Plan {
	return { ...planFor(['self-harm/ideation']), ...change };
}

/** Somebody in a country, reading English. For tests. */
export function placeIn(country: string | undefined, language = 'en'): Placed {
	return country
		? { country, language, from: 'time-zone' }
		: { country: undefined, language, from: 'unknown' };
}

/** A Saturday at noon in Seoul and Tokyo, Friday evening in New York. For tests. */
export const NOON = new Date('2026-11-21T03:00:00Z');
