import type { Level, Verdict } from './verdict';
import { directiveFor } from './directive';

/** What a person may need; each has its own resources and its own words. */
export type Need = 'self-harm' | 'violence' | 'victim' | 'helper';

/** What to show, hold, offer and say. Everything on the screen follows from it. */
export type Plan = {
	readonly level: Level;
	/** `line`: a quiet line. `card`: beside the answer. `card-first`: before anything else. */
	readonly show: 'nothing' | 'line' | 'card' | 'card-first';
	/** Most pressing first; empty where nothing is shown. */
	readonly needs: readonly Need[];
	/** The message waits until the person chooses. */
	readonly hold: boolean;
	/** Part of the message gets no answer: methods, or help with an attack. */
	readonly refuse: 'self-harm' | 'violence' | undefined;
	/** Emergency number on top. */
	readonly emergencyFirst: boolean;
	/** Never offer to reach someone they know: that someone may be the danger. */
	readonly suppressContacts: boolean;
	/** The text could not be read well: say so, and keep help one tap away. */
	readonly blind: boolean;
	/** Instruction for the language model that answers; undefined for an ordinary message. */
	readonly directive: string | undefined;
	/** BCP-47 language of the message, or `und`. */
	readonly lang: string;
};

/**
 * From a verdict to what happens. Pure.
 * `dismissed` is the highest level the person has put away in this conversation; help comes back when the level rises.
 */
export function plan(verdict: Verdict, dismissed: Level = 0): Plan {
	const own = verdict.level.selfHarm >= verdict.level.violence ? 'selfHarm' : 'violence';
	const highest = verdict.level[own];
	const routed: Level = verdict.routes.length > 0 ? 2 : 0;
	const level = highest > routed ? highest : routed;
	const quiet = level <= dismissed && level < 3;
	return {
		level,
		show: quiet ? 'nothing' : SHOW[level],
		needs: needs(verdict),
		hold: level === 3,
		refuse: verdict.refused,
		emergencyFirst: level === 3 || verdict.routes.includes('victim'),
		suppressContacts: verdict.routes.includes('victim'),
		blind: verdict.state !== 'ok',
		directive: directiveFor(verdict),
		lang: verdict.lang
	};
}

const SHOW = ['nothing', 'line', 'card', 'card-first'] as const;

/** Someone in danger from another person comes before anger; the writer's own life before both. */
function needs(verdict: Verdict): Need[] {
	const found: Need[] = [];
	if (verdict.level.selfHarm > 0) found.push('self-harm');
	if (verdict.routes.includes('victim')) found.push('victim');
	if (verdict.level.violence > 0) found.push('violence');
	if (verdict.routes.includes('helper')) found.push('helper');
	return verdict.level.violence > verdict.level.selfHarm
		? found.sort((a, b) => Number(b === 'violence') - Number(a === 'violence'))
		: found;
}
