import { m } from '$paraglide/messages';
import type { ProblemKind } from './reply';

const SENTENCES: Record<ProblemKind, () => string> = {
	offline: m.chat_problem_offline,
	unreachable: m.chat_problem_unreachable,
	busy: m.chat_problem_busy,
	'refused-key': m.chat_problem_refused_key,
	'not-found': m.chat_problem_not_found,
	'no-model': m.chat_problem_no_model,
	'too-long': m.chat_problem_too_long,
	malformed: m.chat_problem_malformed,
	cut: m.chat_problem_cut,
	timeout: m.chat_problem_timeout,
	upstream: m.chat_problem_upstream,
	unknown: m.chat_problem_unknown
};

/** One sentence for why an answer is missing or cut. An unknown kind has a sentence too. */
export function problem(kind: string | undefined): string {
	return (
		kind !== undefined && kind in SENTENCES ? SENTENCES[kind as ProblemKind] : SENTENCES.unknown
	)();
}
