import { m } from '$paraglide/messages';
import type { Said } from './words';

/** What may stand between a person and a line; from the barrier question of Koko's trial (trust-safety.md §5.1). */
export const BARRIERS = ['chat', 'much', 'send', 'use'] as const;

export type Barrier = (typeof BARRIERS)[number];

/** A smaller step than calling. */
export type Step = 'write' | 'words' | 'site';

export const BARRIER_WORDS: Record<Barrier, { readonly answer: Said; readonly says: Said }> = {
	chat: { answer: m.support_barrier_chat, says: m.support_barrier_chat_says },
	much: { answer: m.support_barrier_much, says: m.support_barrier_much_says },
	send: { answer: m.support_barrier_send, says: m.support_barrier_send_says },
	use: { answer: m.support_barrier_use, says: m.support_barrier_use_says }
};

/** The next smaller step for an answer, with what is possible here. There always is one. */
export function stepFor(
	barrier: Barrier,
	possible: { readonly words: boolean; readonly site: boolean }
): Step {
	switch (barrier) {
		case 'chat':
			return 'write';
		case 'send':
			return possible.site ? 'site' : 'write';
		case 'much':
		case 'use':
			return possible.words ? 'words' : 'write';
		default:
			return barrier satisfies never;
	}
}
