import type { Label } from '$lib/intent/labels';
import type { Reading, ReadingState } from '$lib/intent/reading';

/** 0 nothing · 1 quiet line · 2 card beside the answer · 3 card first, message held. */
export type Level = 0 | 1 | 2 | 3;

/** Other help than the writer's own danger: worry about somebody, or being the one in danger. */
export type Route = 'helper' | 'victim';

/** What the policy makes of a reading. A machine's; nothing that happens to a person may follow from it alone. */
export type Verdict = {
	readonly level: { readonly selfHarm: Level; readonly violence: Level };
	readonly routes: readonly Route[];
	/** A request for methods or for help with an attack: gets neither, and no lecture. */
	readonly refused?: 'self-harm' | 'violence';
	readonly state: ReadingState;
	readonly lang: string;
};

/** Level by label; labels that are not here are level 0 or a route. Source: CONTRACTS.md. */
const SELF_HARM: readonly [Label, Level][] = [
	['self-harm/intent', 3],
	['self-harm/ideation', 2],
	['self-harm/instructions', 2],
	['self-harm/distress', 1]
];
const VIOLENCE: readonly [Label, Level][] = [
	['violence/threat', 3],
	['violence/instructions', 2],
	['violence/anger', 1]
];

/**
 * Reads the scores against the lower of the two thresholds and what the conversation has shown `minutes` before.
 * Pure: the same input gives the same verdict, here, in the worker's tests and on the command line.
 */
export function evaluate(reading: Reading, history: History = NO_HISTORY, minutes = 0): Verdict {
	const before = fade(history, minutes);
	const shown = (label: Label) => reading.scores[label] >= reading.thresholds[label].show;
	const highest = (axis: 'self-harm' | 'violence', table: readonly [Label, Level][]): Level =>
		table.find(([label]) => shown(label))?.[1] ?? hinted(reading, axis, table);
	// "I want to die" may look like a threat to a model that does not know the language: no card for that.
	const violence = min(highest('violence', VIOLENCE), reading.foreign ? 1 : 3);
	const known = (category: 'self-harm' | 'violence'): Level => (reading.known === category ? 2 : 0);
	const routes: Route[] = [];
	if (shown('self-harm/concern-other')) routes.push('helper');
	if (shown('violence/victim')) routes.push('victim');
	return {
		level: {
			selfHarm: hold(max(highest('self-harm', SELF_HARM), known('self-harm')), before.selfHarm),
			violence: hold(max(violence, known('violence')), before.violence)
		},
		routes,
		refused: refusal(reading, shown),
		state: reading.state,
		lang: reading.lang
	};
}

/** The quiet line where no label is shown, but one of the axis is likely to hold. */
function hinted(
	{ scores, hints }: Reading,
	axis: 'self-harm' | 'violence',
	table: readonly [Label, Level][]
): Level {
	if (!hints) return 0;
	const none = table.reduce((chance, [label]) => chance * (1 - scores[label]), 1);
	return 1 - none >= hints[axis] ? 1 : 0;
}

/**
 * What earlier messages of the same conversation were taken for, faded by the caller's clock, never their text.
 * A retraction ("never mind, kidding") does not end care: one level of it stays for a while.
 */
export type History = {
	readonly selfHarm: Level;
	readonly violence: Level;
	/** Minutes that already count towards the next step down. */
	readonly waited: number;
};

/** Nothing came before. */
export const NO_HISTORY: History = { selfHarm: 0, violence: 0, waited: 0 };

/** Minutes after which a level is one less, as long as nothing new comes. */
const STEP = 30;

/** The history after a verdict that came `minutes` after the one before it. */
export function remember(history: History, verdict: Verdict, minutes: number): History {
	const before = fade(history, minutes);
	const { selfHarm, violence } = verdict.level;
	const again = Math.max(selfHarm, violence) > 1;
	return {
		selfHarm: max(before.selfHarm, selfHarm),
		violence: max(before.violence, violence),
		waited: again ? 0 : before.waited
	};
}

/**
 * One level less with every half hour: help-seeking or denial alone never takes it to nothing at once
 * (field-notes/privacy-risk.md C.3, de-escalation by time). A clock that jumps back changes nothing.
 */
function fade(history: History, minutes: number): History {
	const waited = history.waited + Math.max(0, minutes);
	const less = (level: Level) => Math.max(0, level - Math.floor(waited / STEP)) as Level;
	return {
		selfHarm: less(history.selfHarm),
		violence: less(history.violence),
		waited: waited % STEP
	};
}

/** After a level 3, the next ordinary message still has the quiet line in reach; less than that leaves no trace. */
function hold(now: Level, before: Level): Level {
	return before === 3 ? max(now, 1) : now;
}

function refusal(reading: Reading, shown: (label: Label) => boolean): Verdict['refused'] {
	const selfHarm = shown('self-harm/instructions');
	const violence = shown('violence/instructions');
	if (selfHarm && violence) {
		return reading.scores['violence/instructions'] > reading.scores['self-harm/instructions']
			? 'violence'
			: 'self-harm';
	}
	return selfHarm ? 'self-harm' : violence ? 'violence' : undefined;
}

function min(a: Level, b: Level): Level {
	return a < b ? a : b;
}

function max(a: Level, b: Level): Level {
	return a > b ? a : b;
}
