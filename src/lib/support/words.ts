import { m } from '$paraglide/messages';
import type { Locale } from '$paraglide/runtime';
import type { Need, Plan } from '$lib/policy/plan';
import type { Level } from '$lib/policy/verdict';

/** A sentence without gaps, said in the language that is asked for. */
export type Said = (inputs: Record<string, never>, options: { locale: Locale }) => string;

/** What the card says first: by what is needed and how close it is. */
export function opening(need: Need, level: Level): { title: Said; text: Said } {
	switch (need) {
		case 'self-harm':
			if (level === 3)
				return { title: m.support_self_first_title, text: m.support_self_first_text };
			if (level === 2) return { title: m.support_self_card_title, text: m.support_self_card_text };
			return { title: m.support_self_line_title, text: m.support_self_line_text };
		case 'violence':
			return level === 3
				? { title: m.support_violence_first_title, text: m.support_violence_first_text }
				: { title: m.support_violence_line_title, text: m.support_violence_line_text };
		case 'victim':
			return { title: m.support_victim_title, text: m.support_victim_text };
		case 'helper':
			return { title: m.support_helper_title, text: m.support_helper_text };
		default:
			return need satisfies never;
	}
}

/** The one part that gets no answer, in one sentence that already names the next thing. */
export function refusal(plan: Plan): Said | undefined {
	switch (plan.refuse) {
		case 'self-harm':
			return m.support_refuse_self;
		case 'violence':
			return m.support_refuse_violence;
		case undefined:
			return undefined;
		default:
			return plan.refuse satisfies never;
	}
}

/** Going on is always possible; where a part is left out, the button says that the rest goes on. */
export function goOn(plan: Plan): Said {
	return plan.refuse ? m.support_continue_rest : m.support_continue;
}

/** Further needs of the same message, folded below the first. */
export function also(need: Need): Said {
	return ALSO[need];
}

const ALSO: Record<Need, Said> = {
	'self-harm': m.support_also_self,
	violence: m.support_also_violence,
	victim: m.support_also_victim,
	helper: m.support_also_helper
};
