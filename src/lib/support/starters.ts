import { m } from '$paraglide/messages';
import type { Said } from './words';

export type StarterKind = 'self-harm' | 'violence' | 'helper';

/** Words that a person can send or say as they are. */
export type Starter = { readonly name: Said; readonly how?: Said; readonly words: Said };

/** Three sizes for oneself; for a helper the five steps of #BeThe1To: ask, listen, keep safe, connect, follow up. */
export const STARTERS: Record<StarterKind, readonly Starter[]> = {
	'self-harm': [
		{ name: m.support_size_text, words: m.support_self_text },
		{ name: m.support_size_plain, words: m.support_self_plain },
		{ name: m.support_size_practical, words: m.support_self_practical }
	],
	violence: [
		{ name: m.support_size_text, words: m.support_violence_text },
		{ name: m.support_size_plain, words: m.support_violence_plain },
		{ name: m.support_size_practical, words: m.support_violence_practical }
	],
	helper: [
		{ name: m.support_step_ask, how: m.support_step_ask_how, words: m.support_step_ask_words },
		{
			name: m.support_step_listen,
			how: m.support_step_listen_how,
			words: m.support_step_listen_words
		},
		{ name: m.support_step_safe, how: m.support_step_safe_how, words: m.support_step_safe_words },
		{
			name: m.support_step_connect,
			how: m.support_step_connect_how,
			words: m.support_step_connect_words
		},
		{
			name: m.support_step_follow,
			how: m.support_step_follow_how,
			words: m.support_step_follow_words
		}
	]
};

/** A link that opens the message app with these words and nobody chosen. iOS reads after `&`, Android after `?`. */
export function messageLink(words: string): string {
	return `sms:?&body=${encodeURIComponent(words)}`;
}
