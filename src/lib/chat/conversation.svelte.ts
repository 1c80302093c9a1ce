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
	/** Where the answer comes from: asked when the person sends, so that what the page said then still holds. */
	readonly reply: () => Reply;
	readonly now: () => number;
	/** Tells the list and the other tabs. */
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
	/** What was planned for the messages of the person; made again from the text, never stored. */
	plans = new SvelteMap<string, Plan>();
	/** The answer being written; apart from the tree so that a token costs the same in a long conversation. */
	streaming = $state.raw<{ id: string; text: string }>();
	/** The message that is being read right now, before anything is done with it. */
	screening = $state.raw<string>();
	path = $derived(branch(this.tree, this.row.leafId));
	#stop = $state.raw<AbortController>();
	/** Counts what the person asked for: only the newest may go on to an answer. */
	#turn = 0;
	#ended = false;
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

	/** True while a message is read or answered here. */
	get busy(): boolean {
		return this.screening !== undefined || this.#stop !== undefined;
	}

	/** Sends a new message below the newest: saved first, in the change that empties the draft, then read. */
	async send(text: string): Promise<void> {
		await this.#post(text, this.row.leafId, [{ id: this.row.id, text: '' }]);
	}

	/** Sends changed words as a new version of an earlier message; the old branch stays, and so does the draft. */
	async edit(message: Message, text: string): Promise<void> {
		this.stop();
		await this.#post(text, message.parentId, []);
	}

	/** Asks again for an answer to the message before `answer`. */
	async regenerate(answer: Message): Promise<void> {
		this.stop();
		const question = answer.parentId ? this.tree.get(answer.parentId) : undefined;
		if (question) await this.#consider(question);
	}

	/** The person has seen the help and chooses to go on: the message is sent, below whatever came after it. */
	async proceed(message: Message): Promise<void> {
		const held = this.tree.get(message.id);
		if (held?.state !== 'held' || this.screening !== undefined) return;
		const next = this.plans.get(held.id);
		if (!next) return this.#consider(held);
		this.stop();
		await this.#answer(held, next);
	}

	/** Reads the newest message and all held ones again, after a reload: help and the choice come back. */
	async resume(): Promise<void> {
		const last = this.path.findLast((message) => message.role === 'user');
		const waiting = this.path.filter((message) => message.state === 'held' || message === last);
		for (const { id, text } of waiting) {
			if (this.plans.has(id) || this.screening === id) continue;
			const show = (reading: Reading) => void this.plans.set(id, this.#plan(reading));
			show(await this.#around.screen(text, { early: show, late: show }));
		}
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

	/** Deleted or left: nothing more is sent, and nothing more is written. */
	end() {
		this.#ended = true;
		this.stop();
	}

	async rename(title: string): Promise<void> {
		await this.#save({}, { title });
	}

	async #post(text: string, parentId: string | null, drafts: Change['drafts']): Promise<void> {
		const message: Message = {
			id: crypto.randomUUID(),
			conversationId: this.row.id,
			parentId,
			role: 'user',
			text: wellFormed(text),
			createdAt: this.#around.now(),
			state: 'held'
		};
		const fresh = this.row.leafId === null;
		if (fresh) this.row = { ...this.row, leafId: message.id };
		const conversations = fresh ? [this.row] : [];
		await this.#save({ conversations, messages: [message], drafts }, { leafId: message.id });
		await this.#consider(message);
	}

	async #consider(message: Message): Promise<void> {
		const turn = ++this.#turn;
		const reply = this.#around.reply();
		this.screening = message.id;
		let next: Plan | undefined;
		const take = (reading: Reading) => (next = heavier(next, this.#plan(reading, message)));
		const reading = await this.#around.screen(message.text, {
			early: (first) => {
				if (turn === this.#turn && take(first).level >= 2) this.#show(message, take(first));
			},
			late: (better) => this.#reconsider(message, better)
		});
		if (turn !== this.#turn || this.#ended) return;
		const final = take(reading);
		this.screening = undefined;
		this.#show(message, final);
		const title = this.row.title || this.#title(message, final);
		await this.#save({ messages: [message] }, { history: this.#history(evaluate(reading)), title });
		if (turn !== this.#turn || (final.hold && message.state === 'held')) return;
		await this.#answer(message, final, reply);
	}

	/** Help for a message, said once: again only when it grew. */
	#show(message: Message, next: Plan) {
		const before = this.plans.get(message.id);
		this.plans.set(message.id, next);
		if (!before || before.level < next.level || this.screening === undefined)
			this.#around.planned(next);
	}

	/**
	 * A reading that came after the answer had begun: help is late rather than never, and never less than it was. An
	 * answer that was begun without knowing of a plan, or of a request for methods, stops.
	 */
	#reconsider(message: Message, reading: Reading) {
		if (this.#ended) return;
		const before = this.plans.get(message.id);
		const next = this.#plan(reading, { ...message, state: 'sent' });
		if (before && next.level < before.level) return;
		const grew = !before || next.level > before.level;
		if (grew && (next.level === 3 || (next.refuse && !before?.refuse))) this.stop();
		this.plans.set(message.id, { ...next, hold: before?.hold ?? false });
		if (grew) this.#around.planned(next);
		const title =
			this.row.title === this.#title(message, next) ? this.row.title : this.#around.plainTitle();
		void this.#save(
			{},
			{ history: this.#history(evaluate(reading)), title: grew ? title : this.row.title }
		);
	}

	/** A message that was let go before is not held a second time. */
	#plan(reading: Reading, message?: Message): Plan {
		const minutes = (this.#around.now() - this.row.history.at) / 60_000;
		const next = plan(evaluate(reading, this.row.history, minutes), this.row.dismissed);
		return message?.state === 'sent' ? { ...next, hold: false } : next;
	}

	#history(verdict: Verdict): Row['history'] {
		const now = this.#around.now();
		return {
			...remember(this.row.history, verdict, (now - this.row.history.at) / 60_000),
			at: now
		};
	}

	/** Words of distress, or words nobody could read, do not become a name in a list that others may see. */
	#title(message: Message, next: Plan): string {
		const line = message.text.trim().split('\n', 1)[0] ?? '';
		return next.level === 0 && !next.blind && line
			? [...line].slice(0, 60).join('')
			: this.#around.plainTitle();
	}

	async #answer(question: Message, next: Plan, reply = this.#around.reply()): Promise<void> {
		const answer: Message = {
			id: crypto.randomUUID(),
			conversationId: this.row.id,
			parentId: this.#below(question),
			role: 'assistant',
			text: '',
			createdAt: this.#around.now(),
			state: 'streaming'
		};
		const stop = (this.#stop = new AbortController());
		this.streaming = { id: answer.id, text: '' };
		const sent: Message = { ...question, state: 'sent' };
		await this.#save({ messages: [sent, answer] }, { leafId: answer.id });
		const asked = { turns: this.#turns(sent, answer), plan: next, signal: stop.signal };
		const ended = await this.#stream(answer, reply(asked), stop.signal);
		if (this.#stop === stop) this.#stop = undefined;
		// The other tabs hear of the end, and only of the end: they have shown the answer as not finished.
		await this.#save({ messages: [ended] }, {});
		if (this.streaming?.id === answer.id) this.streaming = undefined;
		if (this.#ended) return;
		this.#around.settled(
			ended.state === 'done' || ended.state === 'stopped' ? ended.state : 'failed'
		);
	}

	/** A message that was held while the talk went on is answered at its end, so that nothing leaves the view. */
	#below(question: Message): string {
		const later = this.path.some(({ id }) => id === question.id) && question.state === 'held';
		return later && this.row.leafId ? this.row.leafId : question.id;
	}

	async #stream(
		answer: Message,
		pieces: AsyncGenerator<string>,
		signal: AbortSignal
	): Promise<Message> {
		let text = '';
		let saved = this.#around.now();
		const show = frames(() => {
			if (this.streaming?.id === answer.id) this.streaming = { id: answer.id, text };
		});
		try {
			for await (const piece of pieces) {
				text += piece;
				show();
				if (this.#around.now() - saved < SAVE_EVERY) continue;
				saved = this.#around.now();
				await this.#save({ messages: [{ ...answer, text }] });
			}
			return { ...answer, text, state: signal.aborted ? 'stopped' : 'done' };
		} catch (error) {
			if (signal.aborted) return { ...answer, text, state: 'stopped' };
			const problem = error instanceof ReplyProblem ? error.kind : 'unknown';
			return { ...answer, text, state: 'failed', problem };
		}
	}

	/** What the answering side reads: never a message that still waits for the person's choice. */
	#turns(question: Message, answer: Message): Turn[] {
		const before = branch(this.tree, answer.parentId).filter(
			({ id, state, text }) => id !== question.id && state !== 'held' && text !== ''
		);
		return [...before, question].map(({ role, text }) => ({ role, text }));
	}

	/**
	 * One transaction per intention; if it cannot be written, the words stay in this tab and the page says so. Only the
	 * named fields of the row are written: another tab's stay.
	 */
	async #save(change: Change, fields?: Partial<Row>): Promise<void> {
		if (this.#ended) return;
		const update = { ...fields, id: this.row.id, updatedAt: this.#around.now() };
		if (fields) this.row = { ...this.row, ...update };
		for (const message of change.messages ?? []) this.tree.set(message.id, message);
		try {
			await this.#around.archive.commit({ ...change, updates: fields ? [update] : [] });
		} catch {
			this.#around.unsaved();
		}
		if (fields && !this.#ended) this.#around.changed(this.row);
	}
}

/** Of two plans for one message the one that helps more: what was on the screen does not vanish under a finger. */
function heavier(before: Plan | undefined, after: Plan): Plan {
	return before && before.level > after.level && before.level >= 2 ? before : after;
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
