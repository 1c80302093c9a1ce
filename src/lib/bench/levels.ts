import { LABELS, type Label } from '$lib/intent/labels';
import { fill } from '$lib/intent/reading';
import { evaluate } from '$lib/policy/verdict';
import type { Scored, Truth } from './shape';

export const AXES = ['selfHarm', 'violence'] as const;
export type Axis = (typeof AXES)[number];
export type Levels = Readonly<Record<Axis, number>>;

/** Topics at which nothing should appear. Source: models/training/labels.py, QUIET. */
const QUIET: readonly Label[] = ['none', 'mental-health/information', 'violence/discussion'];

/** What must not be taken for nothing: said of oneself, and about to happen. */
const ACUTE: readonly Label[] = ['self-harm/intent', 'violence/threat'];

/**
 * The levels that the model said, or, of one that knows none, those that our policy makes of its labels at its thresholds.
 * Undefined where it has neither: without the scores of all its labels nothing can be said to be quiet.
 */
export function levelsOf(
	scored: Scored | undefined,
	thresholds: Partial<Record<Label, number>>
): Levels | undefined {
	if (!scored || scored.level) return scored?.level;
	const { scores } = scored;
	const spoken = Object.keys(thresholds) as Label[];
	if (!hasAnswer(scored) || spoken.some((label) => scores[label] === undefined)) return undefined;
	return policyLevels((label) => (scores[label] ?? NaN) >= (thresholds[label] ?? Infinity));
}

/** False for an answer that says nothing: such a row has no scores, whatever else stands in it. */
export function hasAnswer({ scores, level }: Scored): boolean {
	return level !== undefined || Object.keys(scores).length > 0;
}

/** Labels that alone give at least this level on the axis. */
export function labelsFrom(axis: Axis, level: number): readonly Label[] {
	return LABELS.filter((one) => policyLevels((label) => label === one)[axis] >= level);
}

/** True where every label that is not a quiet one is known not to hold. */
export function isHarmless(truth: Truth): boolean {
	return LABELS.every((label) => QUIET.includes(label) || truth[label] === false);
}

export function isAcute(truth: Truth): boolean {
	return ACUTE.some((label) => truth[label] === true);
}

/** The label of a row that has exactly one, all others being known not to hold; as a place in LABELS, or −1. */
export function onlyLabel(truth: Truth): number {
	let found = -1;
	for (const [at, label] of LABELS.entries()) {
		if (truth[label] === undefined) return -1;
		if (truth[label] && found >= 0) return -1;
		if (truth[label]) found = at;
	}
	return found;
}

function policyLevels(holds: (label: Label) => boolean): Levels {
	const thresholds = fill(() => ({ show: 1, act: 1 }));
	const scores = fill((label) => Number(holds(label)));
	return evaluate({ scores, thresholds, state: 'ok', lang: 'und' }).level;
}
