import { SvelteMap } from 'svelte/reactivity';
import { m } from '$paraglide/messages';
import type { Archive, Conversation as Row } from '$lib/device/archive';
import { announcer } from '$lib/ui/announcer.svelte';
import { Conversation, type Surroundings } from './conversation.svelte';

/** Milliseconds in which a deletion can be taken back. */
export const UNDO = 10_000;

/** Words are saved this long after the last key. Milliseconds. */
const DRAFT_PAUSE = 250;

/** All conversations of this device, and the one in view. */
export class Conversations {
	rows = $state.raw<readonly Row[]>([]);
	current = $state.raw<Conversation>();
	/** What stands in the composer: kept through reloads, closed tabs and failures until it is sent. */
	draft = $state('');
	/** The conversation that was just deleted and can still come back. */
	removed = $state.raw<Row>();
	/** Set when something could not be written: it lives in this tab only. */
	unsaved = $state(false);
	visible = $derived(
		this.rows.filter((row) => !row.deletedAt).sort((a, b) => b.updatedAt - a.updatedAt)
	);
	#around: Omit<Surroundings, 'changed' | 'unsaved'>;
	#tabs: BroadcastChannel | undefined;
	#saving: ReturnType<typeof setTimeout> | undefined;
	#forgetting = new SvelteMap<string, ReturnType<typeof setTimeout>>();
	/** Conversations opened in this visit: one that is still being answered is met again, not opened twice. */
	#live = new SvelteMap<string, Conversation>();

	constructor(around: Omit<Surroundings, 'changed' | 'unsaved'>) {
		this.#around = around;
		this.unsaved = !around.archive.persistent;
		if (typeof BroadcastChannel === 'undefined') return;
		this.#tabs = new BroadcastChannel('handrail');
		this.#tabs.onmessage = ({ data }: MessageEvent<string>) =>
			data === ERASED ? location.replace('/') : void this.#follow(data);
	}

	get archive(): Archive {
		return this.#around.archive;
	}

	/** Reads the list; deletions that were not taken back become final. */
	async load(): Promise<void> {
		const rows = await this.archive.conversations();
		const over = rows.filter((row) => row.deletedAt && this.#around.now() - row.deletedAt > UNDO);
		if (over.length > 0) await this.#write({ removed: over.map((row) => row.id) });
		this.rows = rows.filter((row) => !over.includes(row));
	}

	/** Shows a stored conversation, or an empty one if there is none by that id. */
	async open(id: string | null): Promise<void> {
		const row = this.visible.find((other) => other.id === id);
		if (!row) return this.begin();
		const stored = (await this.archive.conversations()).find((other) => other.id === id);
		const messages = await this.archive.messages(row.id);
		const draft = await this.archive.draft(row.id);
		// What was typed while these were read belongs to the conversation that is being left.
		const kept = this.keepDraft();
		const opened = this.#live.get(row.id) ?? this.#conversation(row, []);
		if (!opened.busy) opened.row = stored ?? row;
		opened.load(messages);
		this.#enter(opened, draft);
		await kept;
		void opened.resume();
	}

	/** A fresh page, at once; it enters the list with its first message. */
	async begin(): Promise<void> {
		const kept = this.keepDraft();
		const now = this.#around.now();
		const fresh = this.#conversation(
			{
				id: crypto.randomUUID(),
				title: '',
				createdAt: now,
				updatedAt: now,
				leafId: null,
				dismissed: {},
				history: { selfHarm: 0, violence: 0, waited: 0, at: now }
			},
			[]
		);
		this.#enter(fresh, '');
		await kept;
		const draft = await this.archive.draft(NEW);
		if (this.current === fresh && this.draft === '') this.draft = draft;
	}

	/** A conversation and its draft change together: between the two, a draft would be kept under the wrong one. */
	#enter(conversation: Conversation, draft: string) {
		clearTimeout(this.#saving);
		this.current = conversation;
		this.draft = draft;
	}

	/** Sends what stands in the composer. It is cleared here and in the store by the change that saves the message. */
	async send(): Promise<void> {
		const { current, draft } = this;
		if (!current || current.busy || draft.trim() === '') return;
		this.draft = '';
		clearTimeout(this.#saving);
		const fresh = current.row.leafId === null;
		const sent = current.send(draft);
		if (fresh) await this.#write({ drafts: [{ id: NEW, text: '' }] });
		await sent;
	}

	/** Takes note of typing; written after a pause. */
	write(text: string) {
		this.draft = text;
		clearTimeout(this.#saving);
		this.#saving = setTimeout(() => void this.keepDraft(), DRAFT_PAUSE);
	}

	/** Writes the draft now: before leaving a conversation or the page. */
	async keepDraft(): Promise<void> {
		clearTimeout(this.#saving);
		const row = this.current?.row;
		if (row)
			await this.#write({ drafts: [{ id: row.leafId === null ? NEW : row.id, text: this.draft }] });
	}

	/** Deletes with a way back; final after `UNDO` milliseconds or with the next visit. */
	async remove(row: Row): Promise<void> {
		const deletedAt = this.#around.now();
		this.#end(row.id);
		if (this.current?.row.id === row.id) {
			this.draft = '';
			this.current = undefined;
		}
		await this.#change(row, { deletedAt });
		this.removed = row;
		announcer.say(`${m.chat_deleted()} ${m.chat_undo()}`);
		this.#forgetting.set(
			row.id,
			setTimeout(() => void this.#forget(row), UNDO)
		);
		if (!this.current) await this.begin();
	}

	/** Takes the last deletion back. */
	async restore(): Promise<void> {
		if (!this.removed) return;
		const row = this.removed;
		clearTimeout(this.#forgetting.get(row.id));
		this.removed = undefined;
		await this.#change(row, { deletedAt: undefined });
		await this.open(row.id);
	}

	async rename(row: Row, title: string): Promise<void> {
		const name = title.trim();
		if (name === '') return;
		if (this.current?.row.id === row.id) return this.current.rename(name);
		await this.#change(row, { title: name });
	}

	/** Takes in conversations from a file; what is there already stays. */
	async take(
		rows: readonly Row[],
		messages: Parameters<Archive['commit']>[0]['messages']
	): Promise<void> {
		await this.#write({ conversations: rows, messages });
		await this.load();
		this.#tabs?.postMessage('');
	}

	/** Clears everything from view, at once; what is stored stays stored. */
	leave(keeping = true) {
		if (keeping) void this.keepDraft();
		clearTimeout(this.#saving);
		for (const id of [...this.#live.keys()]) this.#end(id);
		this.current = undefined;
		this.draft = '';
		this.rows = [];
		this.#tabs?.close();
	}

	/** Everything is going to be erased: nothing more is written here, and the other tabs start anew. */
	erased() {
		this.#tabs?.postMessage(ERASED);
		this.leave(false);
	}

	async #forget(row: Row): Promise<void> {
		if (this.removed?.id === row.id) this.removed = undefined;
		await this.#write({ removed: [row.id] });
		this.rows = this.rows.filter((other) => other.id !== row.id);
		this.#tabs?.postMessage(row.id);
	}

	#conversation(row: Row, messages: Awaited<ReturnType<Archive['messages']>>): Conversation {
		const conversation = new Conversation(row, messages, {
			...this.#around,
			changed: (changed) => this.#note(changed),
			settled: (outcome) => {
				this.#around.settled(outcome);
				void this.#catchUp(row.id);
			},
			unsaved: () => (this.unsaved = true)
		});
		this.#live.set(row.id, conversation);
		return conversation;
	}

	#end(id: string) {
		this.#live.get(id)?.end();
		this.#live.delete(id);
	}

	async #change(row: Row, fields: Partial<Row>): Promise<void> {
		await this.#write({ updates: [{ ...fields, id: row.id }] });
		this.#note({ ...row, ...fields });
	}

	async #write(change: Parameters<Archive['commit']>[0]): Promise<void> {
		try {
			await this.archive.commit(change);
		} catch {
			this.unsaved = true;
		}
	}

	#note(row: Row) {
		this.rows = [...this.rows.filter((other) => other.id !== row.id), row];
		this.#tabs?.postMessage(row.id);
	}

	/** Another tab has written: the list and the messages in view follow. */
	async #follow(id: string): Promise<void> {
		await this.load();
		const { current } = this;
		if (!current || current.row.id !== id || current.busy) return;
		if (!this.visible.some((row) => row.id === id)) return this.begin();
		await this.#catchUp(id);
	}

	/** Takes what other tabs have written in the conversation in view, once nothing is being answered here. */
	async #catchUp(id: string): Promise<void> {
		const { current } = this;
		const row = (await this.archive.conversations()).find((other) => other.id === id);
		if (!row || !current || current.row.id !== id || current.busy) return;
		current.row = row;
		current.load(await this.archive.messages(id));
		await current.resume();
	}
}

/** Said to the other tabs when this device forgets. */
const ERASED = 'erased';

/** The draft of a conversation that has not begun. */
const NEW = 'new';
