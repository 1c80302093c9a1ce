import type { Plan } from '$lib/policy/plan';
import type { Level } from '$lib/policy/verdict';

/** `blind`: only the words that the message could not be read. `line`: one quiet line that opens the card. */
export type Face = 'nothing' | 'blind' | 'line' | 'card';

/** What the person did with this card, and how pressing it was then. */
export type Choice = { readonly open: boolean; readonly at: Level };

/**
 * How much of the help is in view. A card that was made small stays small until the matter becomes more pressing;
 * whatever was planned, once help is due it is never out of reach.
 */
export function face(plan: Plan, compact: boolean, choice?: Choice): Face {
	if (plan.level === 0) return plan.blind && !compact ? 'blind' : 'nothing';
	if (choice && choice.at >= plan.level) return choice.open ? 'card' : 'line';
	if (compact) return 'line';
	switch (plan.show) {
		case 'nothing':
			return plan.level > 1 ? 'line' : 'nothing';
		case 'line':
			return 'line';
		case 'card':
		case 'card-first':
			return 'card';
		default:
			return plan.show satisfies never;
	}
}
