import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Scored } from './shape';

/** A row that was scored: its id and what the model said. Never its text. */
export type Done = { readonly id: string; readonly scored: Scored };

/** Keeps what is finished, so that a closed tab or a killed process costs a second and not a night. */
export interface Store {
	/** False where what is kept is lost with this tab. */
	readonly persistent: boolean;
	/** Everything kept under this key. Of an id that was kept twice, the last counts. */
	load(key: string): Promise<readonly Done[]>;
	append(key: string, rows: readonly Done[]): Promise<void>;
	remove(key: string): Promise<void>;
	/** Removes everything that any run has kept. */
	clear(): Promise<void>;
	close(): void;
}

/** Keeps everything in this tab alone. */
export function memoryStore(): Store {
	const kept = new Map<string, Done[]>();
	return {
		persistent: false,
		load: async (key) => [...(kept.get(key) ?? [])],
		append: async (key, rows) => void kept.set(key, [...(kept.get(key) ?? []), ...rows]),
		remove: async (key) => void kept.delete(key),
		clear: async () => kept.clear(),
		close: () => undefined
	};
}

const NAME = 'handrail-bench';

/** Rows lie in the batches in which they were finished: 100,000 rows are a thousand records and not a million fields. */
interface Schema extends DBSchema {
	batches: {
		key: number;
		value: { readonly key: string; readonly rows: readonly Done[] };
		indexes: { key: string };
	};
}

/** The browser's store; one in memory where the browser refuses to keep anything. */
export async function browserStore(): Promise<Store> {
	try {
		const store = await idbStore();
		await store.load('');
		return store;
	} catch {
		return memoryStore();
	}
}

async function idbStore(): Promise<Store> {
	let database: IDBPDatabase<Schema> | undefined;
	const connection = async () =>
		(database ??= await openDB<Schema>(NAME, 1, {
			upgrade: (fresh) =>
				void fresh.createObjectStore('batches', { autoIncrement: true }).createIndex('key', 'key'),
			blocking: () => drop(),
			terminated: () => drop()
		}));
	const drop = () => {
		database?.close();
		database = undefined;
	};
	await connection();
	return {
		persistent: true,
		async load(key) {
			const batches = await (await connection()).getAllFromIndex('batches', 'key', key);
			return batches.flatMap(({ rows }) => rows);
		},
		async append(key, rows) {
			await (await connection()).add('batches', { key, rows });
		},
		async remove(key) {
			const work = (await connection()).transaction('batches', 'readwrite');
			for (const batch of await work.store.index('key').getAllKeys(key))
				await work.store.delete(batch);
			await work.done;
		},
		async clear() {
			drop();
			await deleteDB(NAME);
		},
		close: drop
	};
}
