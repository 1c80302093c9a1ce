import { m } from '$paraglide/messages';
import { getLocale } from '$paraglide/runtime';
import type { Archive } from '$lib/device/archive';
import { openArchive } from '$lib/device/database';
import { forget } from '$lib/device/forget';
import { settings, type Replies } from '$lib/device/settings.svelte';
import type { Reading } from '$lib/intent/reading';
import type { Plan } from '$lib/policy/plan';
import { chosen } from '$lib/screening/graphics';
import { knownHere } from '$lib/screening/known';
import { screenText } from '$lib/screening/screen';
import { Screener, type ScreenerDetail, type ScreenerState } from '$lib/screening/screener';
import { announcer } from '$lib/ui/announcer.svelte';
import type { Screen } from './conversation.svelte';
import { Conversations } from './conversations.svelte';
import { replyFrom } from './replies';
import { serverModel, type ServerModel } from './server-model';

/** How long the page waits to hear whether the server has a language model. Milliseconds. */
const ASKING = 1500;

/** After this time a model that could not be fetched is asked for again. Milliseconds. */
const AGAIN = 30_000;

let opened: Promise<Session> | undefined;

/** One visit: this device's memory, the classifier, and where answers come from. There is one for all pages. */
export class Session {
	serverModel = $state.raw<ServerModel>();
	screening = $state<ScreenerState>('off');
	readonly conversations: Conversations;
	readonly screener = new Screener((state, detail) => this.#turned(state, detail), {
		graphics: () => chosen(settings.current.graphics)
	});
	/** What answers now: the person's choice, or the server's model, or the built-in responder. */
	replies = $derived<Replies>(
		settings.current.replies ?? { from: this.serverModel ? 'server' : 'built-in' }
	);
	#turnedAt = 0;

	private constructor(archive: Archive, model: ServerModel | undefined) {
		this.serverModel = model;
		this.conversations = new Conversations({
			archive,
			screen: (text, around) => this.#screen(text, around),
			reply: () => replyFrom(this.replies),
			now: Date.now,
			planned: announce,
			settled: (outcome) => announcer.say(SETTLED[outcome]()),
			plainTitle: () => m.chat_plain_title({ date: day(Date.now()) })
		});
	}

	/**
	 * Opens what this device remembers, once. What the page says about who answers is known before the first message
	 * can be sent, and does not change under it. The classifier waits for `wake`.
	 */
	static open(): Promise<Session> {
		return (opened ??= (async () => {
			const silence = new Promise<undefined>((done) => setTimeout(() => done(undefined), ASKING));
			const [archive, model] = await Promise.all([
				openArchive(),
				Promise.race([serverModel(), silence])
			]);
			const session = new Session(archive, model);
			await session.conversations.load();
			return session;
		})());
	}

	/** Starts the classifier, once. */
	wake() {
		this.screener.wake();
	}

	/** Clears what is in view and gives the memory back; the next visit opens anew. */
	leave() {
		opened = undefined;
		this.conversations.leave();
		this.screener.close();
	}

	/** Removes every trace of Handrail from this browser and starts anew. */
	async erase(): Promise<void> {
		opened = undefined;
		this.conversations.erased();
		this.screener.close();
		settings.forget();
		await forget(this.conversations.archive);
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
		if (this.screening === 'degraded' && Date.now() - this.#turnedAt > AGAIN) this.screener.retry();
		const reading = this.screener.forSending(text, late);
		if (this.screening !== 'ready') early(await screenText(text, { known: await knownHere() }));
		return reading;
	}

	#turned(state: ScreenerState, { refused }: ScreenerDetail) {
		const { graphics } = settings.current;
		if (refused && graphics) settings.set({ graphics: { ...graphics, outcome: refused } });
		if (state === 'degraded' && this.screening !== state)
			announcer.say(m.chat_screening_degraded());
		if (state !== this.screening) this.#turnedAt = Date.now();
		this.screening = state;
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

function day(at: number): string {
	return new Intl.DateTimeFormat(getLocale(), { day: 'numeric', month: 'short' }).format(at);
}
