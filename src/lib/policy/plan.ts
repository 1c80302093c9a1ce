import type { Level, Verdict } from './verdict';
import { directiveFor } from './directive';

/** What a person may need; each has its own resources and its own words. */
export type Need = 'self-harm' | 'violence' | 'victim' | 'helper';

/** What to show, hold, offer and say. Everything on the screen follows from it. */
export type Plan = {
	readonly level: Level;
	/** The level of each need; what a dismissal puts away. */
	readonly levels: Readonly<Partial<Record<Need, Level>>>;
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

/** What the person has put away in a conversation: per need, up to which level. */
export type Dismissed = Readonly<Partial<Record<Need, Level>>>;

/** From a verdict to what happens. Pure. What was dismissed comes back when its level rises, or with another need. */
export function plan(verdict: Verdict, dismissed: Dismissed = {}): Plan {
	const found = needs(verdict);
	const level = Math.max(0, ...found.map((need) => levelOf(need, verdict))) as Level;
	const quiet =
		level < 3 && found.every((need) => levelOf(need, verdict) <= (dismissed[need] ?? 0));
	return {
		level,
		levels: Object.fromEntries(found.map((need) => [need, levelOf(need, verdict)])),
		show: quiet ? 'nothing' : SHOW[level],
		needs: found,
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

/** What is put away after the help of `next` was dismissed too. */
export function dismiss(dismissed: Dismissed, next: Plan): Dismissed {
	const higher = (need: Need) => Math.max(dismissed[need] ?? 0, next.levels[need] ?? 0) as Level;
	return { ...dismissed, ...Object.fromEntries(next.needs.map((need) => [need, higher(need)])) };
}

function levelOf(need: Need, verdict: Verdict): Level {
	if (need === 'self-harm') return verdict.level.selfHarm;
	if (need === 'violence') return verdict.level.violence;
	return verdict.routes.includes(need) ? ROUTED : 0;
}

/** Worry about somebody, or being threatened, brings a card: there is always something to read and someone to call. */
const ROUTED: Level = 2;

/**
 * Most pressing first. At the same level the writer's own life comes before danger from another person, and that before
 * anger and worry: the first need decides which card is in front.
 */
function needs(verdict: Verdict): Need[] {
	return ORDER.filter((need) => levelOf(need, verdict) > 0).sort(
		(a, b) => levelOf(b, verdict) - levelOf(a, verdict)
	);
}

const ORDER: readonly Need[] = ['self-harm', 'victim', 'violence', 'helper'];
