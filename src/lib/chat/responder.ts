import { m } from '$paraglide/messages';
import { getLocale } from '$paraglide/runtime';
import type { Plan } from '$lib/policy/plan';
import { localeOf } from '$lib/support/locale';
import type { Question } from './reply';

/** Words per second at which the built-in answer appears: about as fast as people read. */
const PACE = 25;

/**
 * Answers without any language model and says so. It follows the same plan that a model's directive is made from,
 * in the language of the message, and it never pretends to have understood more than the plan knows.
 */
export async function* respond({ plan, signal }: Question): AsyncGenerator<string> {
	for (const piece of words(answer(plan))) {
		if (signal.aborted) return;
		yield piece;
		await pause(1000 / PACE, signal);
	}
}

/** What is said for a plan, as Markdown. */
export function answer(plan: Plan): string {
	const locale = localeOf(plan.lang) ?? getLocale();
	const says = (
		message: (inputs: Record<string, never>, options: { locale: typeof locale }) => string
	) => message({}, { locale });
	const parts = [...plan.needs.map((need) => says(sentence(need, plan.level)))];
	if (plan.refuse)
		parts.push(
			says(plan.refuse === 'self-harm' ? m.chat_builtin_refuse_self : m.chat_builtin_refuse_other)
		);
	parts.push(says(parts.length > 0 ? m.chat_builtin_after_help : m.chat_builtin_ordinary));
	return parts.join('\n\n');
}

function sentence(need: Plan['needs'][number], level: Plan['level']) {
	switch (need) {
		case 'self-harm':
			return level === 3
				? m.chat_builtin_self_now
				: level === 2
					? m.chat_builtin_self_thoughts
					: m.chat_builtin_self_hard;
		case 'violence':
			return level >= 2 ? m.chat_builtin_violence : m.chat_builtin_anger;
		case 'victim':
			return m.chat_builtin_victim;
		case 'helper':
			return m.chat_builtin_helper;
		default:
			return need satisfies never;
	}
}

/** Pieces to show one after another, also in scripts that put no spaces between words. */
function words(text: string): string[] {
	const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text);
	return [...segments].map(({ segment }) => segment);
}

/** Waits, or ends at once when the person stops the answer. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(done, ms);
		signal.addEventListener('abort', done);
		function done() {
			clearTimeout(timer);
			signal.removeEventListener('abort', done);
			resolve();
		}
	});
}
