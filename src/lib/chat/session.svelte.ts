import { m } from '$paraglide/messages';
import * as v from 'valibot';
import type { Archive } from '$lib/device/archive';
import { openArchive } from '$lib/device/database';
import { network } from '$lib/device/network';
import { settings, type Replies } from '$lib/device/settings.svelte';
import type { Plan } from '$lib/policy/plan';
import { Screener } from '$lib/screening/screener';
import { announcer } from '$lib/ui/announcer.svelte';
import { Conversations } from './conversations.svelte';
import { replyFrom } from './replies';

/** The operator's language model, as far as the page may know it. */
const Config = v.object({
	model: v.object({
		configured: v.boolean(),
		name: v.optional(v.string()),
		host: v.optional(v.string())
	})
});

export type ServerModel = { readonly name: string; readonly host: string };

/** One visit: this device's memory, the classifier, and where answers come from. */
export class Session {
	screening = $state<'off' | 'loading' | 'ready' | 'degraded'>('off');
	serverModel = $state<ServerModel>();
	readonly conversations: Conversations;
	readonly screener: Screener;
	/** What answers now: the person's choice, or the server's model, or the built-in responder. */
	replies = $derived<Replies>(
		settings.current.replies ?? { from: this.serverModel ? 'server' : 'built-in' }
	);

	private constructor(archive: Archive) {
		this.screener = new Screener((state) => (this.screening = state));
		this.conversations = new Conversations({
			archive,
			screen: (text, late) => this.screener.forSending(text, late),
			reply: (question) => replyFrom(this.replies)(question),
			now: Date.now,
			planned: announce,
			settled: (outcome) => announcer.say(SETTLED[outcome]()),
			plainTitle: () => m.chat_plain_title({ date: new Date().toLocaleDateString() })
		});
	}

	/** Opens what this device remembers. The classifier waits for `wake`. */
	static async open(): Promise<Session> {
		const session = new Session(await openArchive());
		await session.conversations.load();
		void session.#ask();
		return session;
	}

	/** Starts the classifier, once. */
	wake() {
		this.screener.wake();
	}

	async #ask(): Promise<void> {
		try {
			const answer = await network('/api/config');
			const { model } = v.parse(Config, await answer.json());
			this.serverModel = model.configured
				? { name: model.name ?? '', host: model.host ?? '' }
				: undefined;
		} catch {
			// Offline, or a server that serves files only: the built-in responder answers.
			this.serverModel = undefined;
		}
	}
}

const SETTLED = {
	done: m.chat_said_done,
	stopped: m.chat_said_stopped,
	failed: m.chat_said_failed
};

function announce(next: Plan) {
	if (next.show === 'card-first') announcer.say(m.chat_said_help_first(), 'assertive');
	else if (next.show === 'card' || next.show === 'line') announcer.say(m.chat_said_help());
	else if (next.blind) announcer.say(m.chat_said_blind());
	else announcer.say(m.chat_said_writing());
}
