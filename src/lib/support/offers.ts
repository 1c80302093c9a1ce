import type { Need, Plan } from '$lib/policy/plan';
import type { StarterKind } from './starters';

/** What a card offers beside the lines. */
export type Offers = {
	/** Words for reaching out to somebody; undefined where that somebody may be the danger. */
	readonly starters: StarterKind | undefined;
	readonly barrier: boolean;
	/** Needs after the first one, each folded. */
	readonly others: readonly Need[];
};

/** What fits this plan. Nobody who may be in danger from someone near is asked to reach someone near. */
export function offers(plan: Plan): Offers {
	const [first, ...others] = plan.needs;
	return {
		starters: plan.suppressContacts || first === undefined ? undefined : startersFor(first),
		barrier: first === 'self-harm' && plan.level >= 2,
		others
	};
}

/** The words that go with a need. */
export function startersFor(need: Need): StarterKind | undefined {
	return need === 'victim' ? undefined : need;
}
