import type { Plan } from '$lib/policy/plan';

/** One line of what the answering side reads. */
export type Turn = { readonly role: 'user' | 'assistant'; readonly text: string };

export type Question = {
	readonly turns: readonly Turn[];
	readonly plan: Plan;
	readonly signal: AbortSignal;
};

/** Something that answers, piece by piece. Ends early when the signal is aborted; throws `ReplyProblem`. */
export type Reply = (question: Question) => AsyncGenerator<string>;

/** Why there is no answer, or only part of one; the page has a sentence for each. */
export type ProblemKind =
	| 'offline'
	| 'unreachable'
	| 'busy'
	| 'refused-key'
	| 'not-found'
	| 'no-model'
	| 'too-long'
	| 'malformed'
	| 'cut'
	| 'timeout'
	| 'upstream'
	| 'unknown';

/** Raised by a reply so that the conversation can say what happened and keep what has come. */
export class ReplyProblem extends Error {
	constructor(readonly kind: ProblemKind) {
		super(kind);
	}
}
