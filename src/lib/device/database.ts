import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import {
	memoryArchive,
	type Archive,
	type Change,
	type Conversation,
	type Draft,
	type Message
} from './archive';

/** The name says nothing about what is in it: someone who looks over a shoulder learns an app's name, no more. */
const NAME = 'handrail';

interface Schema extends DBSchema {
	conversations: { key: string; value: Conversation };
	messages: { key: string; value: Message; indexes: { conversation: string } };
	drafts: { key: string; value: Draft };
}

/** Migrations in order; the version of the database is their number. Append, never edit. */
const MIGRATIONS: ((database: IDBPDatabase<Schema>) => void)[] = [
	(database) => {
		database.createObjectStore('conversations', { keyPath: 'id' });
		database
			.createObjectStore('messages', { keyPath: 'id' })
			.createIndex('conversation', 'conversationId');
		database.createObjectStore('drafts', { keyPath: 'id' });
	}
];

/** Opens this device's memory, or one that lasts as long as the tab where the browser refuses to keep anything. */
export async function openArchive(): Promise<Archive> {
	try {
		const archive = idbArchive();
		await archive.conversations();
		return archive;
	} catch {
		return memoryArchive();
	}
}

function idbArchive(): Archive {
	// The connection is dropped when another tab must upgrade or the browser ends it; the next call opens it again.
	let opened: Promise<IDBPDatabase<Schema>> | undefined;
	const drop = () => {
		void opened?.then((database) => database.close()).catch(() => undefined);
		opened = undefined;
	};
	const connection = () =>
		(opened ??= connect(drop).catch((error: unknown) => {
			opened = undefined;
			throw error;
		}));
	return {
		persistent: true,
		conversations: async () => (await connection()).getAll('conversations'),
		messages: async (id) => (await connection()).getAllFromIndex('messages', 'conversation', id),
		draft: async (id) => (await (await connection()).get('drafts', id))?.text ?? '',
		commit: async (change) => {
			const work = (await connection()).transaction(STORES, 'readwrite');
			await whole(work, writes(work, change));
		},
		erase: async () => {
			drop();
			await deleteDB(NAME);
		},
		close: drop
	};
}

/** Some writes fail at once (a value that cannot be cloned), some later (no room left): either way nothing is kept. */
async function whole(work: Work, writes: Iterable<Promise<unknown>>): Promise<void> {
	const started: Promise<unknown>[] = [];
	try {
		for (const write of writes) started.push(write);
		await Promise.all([...started, work.done]);
	} catch (error) {
		try {
			work.abort();
		} catch {
			// It has ended by itself.
		}
		await Promise.allSettled([...started, work.done]);
		throw error;
	}
}

function* writes(work: Work, change: Change): Generator<Promise<unknown>> {
	const conversations = work.objectStore('conversations');
	const messages = work.objectStore('messages');
	const drafts = work.objectStore('drafts');
	for (const row of change.conversations ?? []) yield conversations.put(row);
	for (const update of change.updates ?? [])
		yield conversations
			.get(update.id)
			.then((row) => row && conversations.put({ ...row, ...update }));
	for (const row of change.messages ?? []) yield messages.put(row);
	for (const row of change.drafts ?? []) yield row.text ? drafts.put(row) : drafts.delete(row.id);
	for (const id of change.removed ?? []) {
		yield conversations.delete(id);
		yield drafts.delete(id);
		const keys = messages.index('conversation').getAllKeys(id);
		yield keys.then((found) => Promise.all(found.map((key) => messages.delete(key))));
	}
}

const STORES = ['conversations', 'messages', 'drafts'] as const;

type Work = IDBPTransaction<Schema, typeof STORES, 'readwrite'>;

/** A browser that neither opens nor refuses (seen in private windows) counts as refusing after this many ms. */
const PATIENCE = 4000;

async function connect(drop: () => void): Promise<IDBPDatabase<Schema>> {
	const opening = openDB<Schema>(NAME, MIGRATIONS.length, {
		upgrade: (database, from) => MIGRATIONS.slice(from).forEach((migrate) => migrate(database)),
		blocking: drop,
		terminated: drop
	});
	const refused = new Promise<never>((_, reject) => {
		setTimeout(() => reject(new Error('The browser does not answer about its storage.')), PATIENCE);
	});
	return Promise.race([opening, refused]);
}
