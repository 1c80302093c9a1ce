import { SvelteMap } from 'svelte/reactivity';
import type { Archive, Change, Conversation as Row, Message } from '$lib/device/archive';
import type { Reading } from '$lib/intent/reading';
import type { Plan } from '$lib/policy/plan';
import { dismiss, plan } from '$lib/policy/plan';
import { evaluate, remember, type Verdict } from '$lib/policy/verdict';
import { wellFormed } from '$lib/screening/views';
import { ReplyProblem, type Reply, type Turn } from './reply';
import { branch, newestLeaf, siblings } from './tree';

/**
 * Reads exactly this text; never superseded by later typing. `early` is called at once while the model is on its
 * way, with what the lexicon knows; `late` if the model has read the text after all.
 */
export type Screen = (
	text: string,
	around: { readonly early: (reading: Reading) => void; readonly late: (reading: Reading) => void }
) => Promise<Reading>;

/** What a conversation needs from the outside. */
export type Surroundings = {
	readonly archive: Archive;
	readonly screen: Screen;
	readonly reply: Reply;
	readonly now: () => number;
	/** Tells the list, the other tabs and the screen reader. */
	readonly changed: (row: Row) => void;
	readonly planned: (next: Plan) => void;
	readonly settled: (outcome: 'done' | 'stopped' | 'failed') => void;
	/** A change could not be written; it stays in this tab. */
	readonly unsaved: () => void;
	/** The name of a conversation whose words should not stand in a list. */
	readonly plainTitle: () => string;
};

/** A text longer than this is kept in the composer and not sent. Unit: UTF-16 code units. */
export const LONGEST = 100_000;

/** Partial answers are written at this pace, so that a closed tab loses little. Milliseconds. */
const SAVE_EVERY = 2000;

/** One conversation and the path of a message through it: screen, evaluate, plan, save, help first, then reply. */
export class Conversation {
	row = $state.raw() as Row;
	tree = new SvelteMap<string, Message>();
	/** What was planned for the newest messages of the person; made again from the text, never stored. */
	plans = new SvelteMap<string, Plan>();
	/** The answer being written; apart from the tree so that a token costs the same in a long conversation. */
	streaming = $state.raw<{ id: string; text: string }>();
	/** The message that is being read right now, before anything is done with it. */
	screening = $state.raw<string>();
	path = $derived(branch(this.tree, this.row.leafId));
	#stop: AbortController | undefined;
	#around: Surroundings;

	constructor(row: Row, messages: readonly Message[], around: Surroundings) {
		this.row = row;
		this.#around = around;
		this.load(messages);
	}

	/** Takes the rows as they are stored; an answer that nobody is writing any more counts as stopped. */
	load(messages: readonly Message[]) {
		for (const message of messages)
			if (message.id !== this.streaming?.id)
				this.tree.set(
					message.id,
					message.state === 'streaming' ? { ...message, state: 'stopped' } : message
				);
	}

	/** True while a message is read, held or answered here. */
	get busy(): boolean {
		return this.screening !== undefined || this.#stop !== undefined;
	}

	/** Sends a new message below `parentId` (the newest by default): saved first, then read, then answered. */
	async send(text: string, parentId: string | null = this.row.leafId): Promise<void> {
		const message: Message = {
			id: crypto.randomUUID(),
			conversationId: this.row.id,
			parentId,
			role: 'user',
			text: wellFormed(text),
			createdAt: this.#around.now(),
			state: 'held'
		};
		const drafts = [{ id: this.row.id, text: '' }];
		await this.#save({ messages: [message], drafts }, { leafId: message.id });
		await this.#consider(message);
	}

	/** Sends changed words as a new version of an earlier message; the old branch stays. */
	async edit(message: Message, text: string): Promise<void> {
		this.stop();
		await this.send(text, message.parentId);
	}

	/** Asks again for an answer to the message before `answer`. */
	async regenerate(answer: Message): Promise<void> {
		this.stop();
		const question = answer.parentId ? this.tree.get(answer.parentId) : undefined;
		if (question) await this.#consider(question);
	}

	/** The person has seen the help and chooses to go on with their question. */
	async proceed(message: Message): Promise<void> {
		const held = this.tree.get(message.id);
		const next = this.plans.get(message.id);
		if (this.screening === message.id) return;
		if (held?.state === 'held' && next) await this.#answer(held, next);
	}

	/** Reads the newest message again, after a reload: help and a held message come back. */
	async resume(): Promise<void> {
		const last = this.path.findLast((message) => message.role === 'user');
		if (!last || this.plans.has(last.id)) return;
		const show = (reading: Reading) => void this.plans.set(last.id, this.#plan(reading));
		show(await this.#around.screen(last.text, { early: show, late: show }));
	}

	/** Puts help away for this conversation until the level rises. */
	async dismiss(next: Plan): Promise<void> {
		await this.#save({}, { dismissed: dismiss(this.row.dismissed, next) });
	}

	/** Shows another version of a turn. */
	async choose(message: Message): Promise<void> {
		this.stop();
		await this.#save({}, { leafId: newestLeaf(this.tree, message.id) });
		await this.resume();
	}

	/** All versions of a turn, oldest first. */
	versions(message: Message): Message[] {
		return siblings(this.tree, message);
	}

	/** Stops the answer; what has come so far stays. */
	stop() {
		this.#stop?.abort();
	}

	async rename(title: string): Promise<void> {
		await this.#save({}, { title });
	}

	async #consider(message: Message): Promise<void> {
		this.screening = message.id;
		const reading = await this.#around
			.screen(message.text, {
				early: (reading) => this.#prepare(message, reading),
				late: (reading) => this.#reconsider(message, reading)
			})
			.finally(() => (this.screening = undefined));
		const next = this.#plan(reading, message.state === 'held');
		this.plans.set(message.id, next);
		this.#around.planned(next);
		const history = this.#history(evaluate(reading));
		await this.#save(
			{ messages: [message] },
			{ history, title: this.row.title || this.#title(message, next) }
		);
		if (next.hold && message.state === 'held') return;
		await this.#answer(message, next);
	}

	/** Help that the lexicon already knows of is on the screen while the model still reads. */
	#prepare(message: Message, reading: Reading) {
		const next = this.#plan(reading, message.state === 'held');
		if (next.level < 2) return;
		this.plans.set(message.id, next);
		this.#around.planned(next);
	}

	/** A reading that came after the answer had begun: help is late rather than never, and never less than it was. */
	#reconsider(message: Message, reading: Reading) {
		const before = this.plans.get(message.id);
		const next = this.#plan(reading);
		if (before && next.level < before.level) return;
		this.plans.set(message.id, { ...next, hold: before?.hold ?? false });
		if (!before || next.level > before.level) this.#around.planned(next);
	}

	#plan(reading: Reading, holds = true): Plan {
		const minutes = (this.#around.now() - this.row.history.at) / 60_000;
		const next = plan(evaluate(reading, this.row.history, minutes), this.row.dismissed);
		return holds ? next : { ...next, hold: false };
	}

	#history(verdict: Verdict): Row['history'] {
		const now = this.#around.now();
		return {
			...remember(this.row.history, verdict, (now - this.row.history.at) / 60_000),
			at: now
		};
	}

	/** Words of distress do not become the name of a conversation in a list that others may see. */
	#title(message: Message, next: Plan): string {
		const line = message.text.trim().split('\n', 1)[0] ?? '';
		return next.level === 0 && line ? [...line].slice(0, 60).join('') : this.#around.plainTitle();
	}

	async #answer(question: Message, next: Plan): Promise<void> {
		const answer: Message = {
			id: crypto.randomUUID(),
			conversationId: this.row.id,
			parentId: question.id,
			role: 'assistant',
			text: '',
			createdAt: this.#around.now(),
			state: 'streaming'
		};
		const stop = (this.#stop = new AbortController());
		this.streaming = { id: answer.id, text: '' };
		await this.#save({ messages: [{ ...question, state: 'sent' }, answer] }, { leafId: answer.id });
		const ended = await this.#stream(answer, next, stop.signal);
		if (this.#stop === stop) this.#stop = undefined;
		await this.#save({ messages: [ended] }, {});
		if (this.streaming?.id === answer.id) this.streaming = undefined;
		this.#around.settled(
			ended.state === 'done' || ended.state === 'stopped' ? ended.state : 'failed'
		);
	}

	async #stream(answer: Message, next: Plan, signal: AbortSignal): Promise<Message> {
		let text = '';
		let saved = this.#around.now();
		const show = frames(() => {
			if (this.streaming?.id === answer.id) this.streaming = { id: answer.id, text };
		});
		try {
			for await (const piece of this.#around.reply({
				turns: this.#turns(answer),
				plan: next,
				signal
			})) {
				text += piece;
				show();
				if (this.#around.now() - saved > SAVE_EVERY) {
					saved = this.#around.now();
					await this.#save({ messages: [{ ...answer, text }] }, {}, false);
				}
			}
			return { ...answer, text, state: signal.aborted ? 'stopped' : 'done' };
		} catch (error) {
			if (signal.aborted) return { ...answer, text, state: 'stopped' };
			const problem = error instanceof ReplyProblem ? error.kind : 'unknown';
			return { ...answer, text, state: 'failed', problem };
		}
	}

	#turns(answer: Message): Turn[] {
		return branch(this.tree, answer.parentId)
			.filter((message) => message.text !== '')
			.map(({ role, text }) => ({ role, text }));
	}

	/** One transaction per intention; if it cannot be written, the words stay in this tab and the page says so. */
	async #save(change: Change, row: Partial<Row>, tell = true): Promise<void> {
		this.row = { ...this.row, ...row, updatedAt: this.#around.now() };
		for (const message of change.messages ?? []) this.tree.set(message.id, message);
		try {
			await this.#around.archive.commit({ ...change, conversations: [this.row] });
		} catch {
			this.#around.unsaved();
		}
		if (tell) this.#around.changed(this.row);
	}
}

/** Calls `paint` at most once per frame. */
function frames(paint: () => void): () => void {
	const next = globalThis.requestAnimationFrame ?? ((run: () => void) => setTimeout(run, 16));
	let waiting = false;
	return () => {
		if (waiting) return;
		waiting = true;
		next(() => {
			waiting = false;
			paint();
		});
	};
}
