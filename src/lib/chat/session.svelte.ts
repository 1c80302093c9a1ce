import { m } from '$paraglide/messages';
import { getLocale } from '$paraglide/runtime';
import type { Archive } from '$lib/device/archive';
import { openArchive } from '$lib/device/database';
import { settings, type Replies } from '$lib/device/settings.svelte';
import type { Reading } from '$lib/intent/reading';
import type { Plan } from '$lib/policy/plan';
import { knownHere } from '$lib/screening/known';
import { screenText } from '$lib/screening/screen';
import { Screener, type ScreenerState } from '$lib/screening/screener';
import { announcer } from '$lib/ui/announcer.svelte';
import type { Screen } from './conversation.svelte';
import { Conversations } from './conversations.svelte';
import { replyFrom } from './replies';
import { serverModel, type ServerModel } from './server-model';

/** One visit: this device's memory, the classifier, and where answers come from. */
export class Session {
	serverModel = $state<ServerModel>();
	readonly conversations: Conversations;
	screening = $state<ScreenerState>('off');
	readonly screener = new Screener((state) => (this.screening = state));
	/** What answers now: the person's choice, or the server's model, or the built-in responder. */
	replies = $derived<Replies>(
		settings.current.replies ?? { from: this.serverModel ? 'server' : 'built-in' }
	);

	private constructor(archive: Archive) {
		this.conversations = new Conversations({
			archive,
			screen: (text, around) => this.#screen(text, around),
			reply: (question) => replyFrom(this.replies)(question),
			now: Date.now,
			planned: announce,
			settled: (outcome) => announcer.say(SETTLED[outcome]()),
			plainTitle: () => m.chat_plain_title({ date: day(Date.now()) })
		});
	}

	/** Opens what this device remembers. The classifier waits for `wake`. */
	static async open(): Promise<Session> {
		const session = new Session(await openArchive());
		await session.conversations.load();
		void serverModel().then((model) => (session.serverModel = model));
		return session;
	}

	/** Starts the classifier, once. */
	wake() {
		this.screener.wake();
	}

	/** Reads what is being typed, so that the reading is there when it is sent. Shows nothing: nobody is interrupted. */
	glance(text: string) {
		if (text.trim() === '') return;
		this.screener.screen(text).catch(() => {
			// A newer text was typed, and that one counts.
		});
	}

	/**
	 * Reads the text that is being sent. While the model is still on its way, the lexicon speaks at once, and a
	 * model that comes after the wait reads the text all the same.
	 */
	async #screen(text: string, { early, late }: Parameters<Screen>[1]): Promise<Reading> {
		const reading = this.screener.forSending(text, late);
		if (this.screening !== 'ready') early(await screenText(text, { known: await knownHere() }));
		return reading;
	}
}

function day(at: number): string {
	return new Intl.DateTimeFormat(getLocale(), { day: 'numeric', month: 'short' }).format(at);
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
