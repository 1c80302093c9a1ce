import type { Dismissed } from '$lib/policy/plan';
import type { History } from '$lib/policy/verdict';

/** One line of a conversation. A row of its own, so that two tabs never overwrite each other's words. */
export type Message = {
	readonly id: string;
	readonly conversationId: string;
	/** The message this one answers or follows; null at the root. Editing makes a sibling, never a change. */
	readonly parentId: string | null;
	readonly role: 'user' | 'assistant';
	readonly text: string;
	/** Milliseconds since 1970. */
	readonly createdAt: number;
	readonly state: MessageState;
	/** Why an answer is missing or cut: a key the page has words for, never the text of an error. */
	readonly problem?: string;
};

/**
 * `held`: saved, not sent; waits for the person's choice. `sent`: a user's message on its way or answered.
 * `streaming`, `done`, `stopped`, `failed`: an answer.
 */
export type MessageState = 'held' | 'sent' | 'streaming' | 'done' | 'stopped' | 'failed';

export type Conversation = {
	readonly id: string;
	readonly title: string;
	readonly createdAt: number;
	readonly updatedAt: number;
	/** The newest message of the branch in view. */
	readonly leafId: string | null;
	/** What help the person has put away here; it returns when the level rises. */
	readonly dismissed: Dismissed;
	/** What came before in this conversation: levels and an hour, no words. Fades by itself (policy/verdict.ts). */
	readonly history: History & { readonly at: number };
	/** Set while a deletion can still be undone. */
	readonly deletedAt?: number;
};

/** Unsent words, by conversation; `new` for a conversation that has not begun. */
export type Draft = { readonly id: string; readonly text: string };

/** Everything one intention of the person changes; written whole or not at all. */
export type Change = {
	readonly conversations?: readonly Conversation[];
	/** Fields of a conversation that is there: merged in the store, so that another tab's fields stay. */
	readonly updates?: readonly (Partial<Conversation> & { readonly id: string })[];
	readonly messages?: readonly Message[];
	readonly drafts?: readonly Draft[];
	/** Conversations removed for good, with their messages and drafts. */
	readonly removed?: readonly string[];
};

/** What this device remembers. */
export interface Archive {
	/** False where the browser keeps nothing: private mode, blocked storage, a full disk at the start. */
	readonly persistent: boolean;
	conversations(): Promise<Conversation[]>;
	messages(conversationId: string): Promise<Message[]>;
	draft(id: string): Promise<string>;
	commit(change: Change): Promise<void>;
	/** Removes every trace of Handrail's database from this device. */
	erase(): Promise<void>;
	/** Closes the connection; the next call opens it again. */
	close(): void;
}

/** Keeps everything in this tab alone: where nothing can be written, the conversation still works. */
export function memoryArchive(): Archive {
	const conversations = new Map<string, Conversation>();
	const messages = new Map<string, Message>();
	const drafts = new Map<string, string>();
	const clear = () => [conversations, messages, drafts].forEach((map) => map.clear());
	return {
		persistent: false,
		conversations: async () => [...conversations.values()],
		messages: async (id) => [...messages.values()].filter((row) => row.conversationId === id),
		draft: async (id) => drafts.get(id) ?? '',
		commit: async (change) => {
			for (const row of change.conversations ?? []) conversations.set(row.id, row);
			for (const update of change.updates ?? []) {
				const row = conversations.get(update.id);
				if (row) conversations.set(row.id, { ...row, ...update });
			}
			for (const row of change.messages ?? []) messages.set(row.id, row);
			for (const row of change.drafts ?? []) drafts.set(row.id, row.text);
			for (const id of change.removed ?? []) {
				conversations.delete(id);
				drafts.delete(id);
				for (const row of messages.values()) if (row.conversationId === id) messages.delete(row.id);
			}
		},
		erase: async () => clear(),
		close: () => undefined
	};
}
