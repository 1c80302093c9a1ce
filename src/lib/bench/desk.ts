import { checkColumns, type Columns } from './columns';
import { loadDataset, type Dataset } from './dataset';
import type { Fault } from './fault';
import { guessColumns } from './guess-columns';
import { guessMap, type GuessedMap } from './guess-map';
import { writeSidecar, type Sidecar } from './map';
import { findLabels, peek, type Peek } from './peek';
import { previewCells, type Cell } from './preview';
import { Refusal } from './refusal';
import type { TableNotes } from './table';

/** A data file, named by the page with a key. */
export type FileRequest = {
	readonly key: string;
	readonly file: File;
} & Pick<Sidecar, 'header' | 'delimiter'>;

/** What the page learns of a file before its columns are chosen; the rows stay here. */
export type Peeked = {
	readonly columns: readonly string[];
	readonly guess: Columns;
	/** Rows that were looked at. */
	readonly looked: number;
	readonly notes: TableNotes;
};

/** A file with what a person said of it. */
export type Described = { readonly key: string; readonly sidecar: Sidecar };

export type DeskMethods = {
	peek(request: FileRequest): Promise<Peeked>;
	preview(request: {
		readonly key: string;
		readonly reveal: boolean;
		readonly covered: readonly string[];
	}): readonly (readonly Cell[])[];
	check(request: { readonly key: string; readonly columns: Columns }): readonly Fault[];
	/** The labels that the data use, with their rows, and what they may mean. Progress is the part of the file, 0 to 1. */
	labels(
		request: Described,
		options: Watching
	): Promise<{ readonly labels: ReadonlyMap<string, number>; readonly guess: GuessedMap }>;
	drop(key: string): void;
};

export type Watching = {
	readonly signal: AbortSignal;
	readonly onProgress: (progress: unknown) => void;
};

/** Rows of the preview. */
const SHOWN = 6;

/** Milliseconds between two words about progress. */
const EVERY = 150;

type OpenFile = {
	readonly file: File;
	readonly peek: Peek;
	loaded?: { readonly of: string; readonly dataset: Dataset };
};

/** The data files of the bench, in its worker: no row leaves it unless a person asks to see it. */
export class Desk {
	readonly #files = new Map<string, OpenFile>();

	readonly methods: DeskMethods = {
		peek: async ({ key, file, header, delimiter }) => {
			const found = await peek(file, file.name, { header, delimiter });
			this.#files.set(key, { file, peek: found });
			const { rows, columns, notes } = found;
			return { columns, guess: guessColumns(rows), looked: rows.length, notes };
		},
		preview: ({ key, reveal, covered }) => {
			const { rows, columns } = this.#file(key).peek;
			return previewCells(rows.slice(0, SHOWN), columns, { reveal, covered });
		},
		check: ({ key, columns }) => checkColumns(columns, this.#file(key).peek.rows),
		labels: async ({ key, sidecar }, { signal, onProgress }) => {
			const { file } = this.#file(key);
			const watch = { signal, onBytes: sometimes(onProgress) };
			const labels = await findLabels(file, file.name, sidecar, watch);
			return { labels, guess: guessMap(labels.keys()) };
		},
		drop: (key) => void this.#files.delete(key)
	};

	/** The rows of a file, read once for one map. Progress is the part that is read, 0 to 1. */
	async load({ key, sidecar }: Described, { signal, onProgress }: Watching): Promise<Dataset> {
		const open = this.#file(key);
		const of = writeSidecar(sidecar);
		if (open.loaded?.of === of) return open.loaded.dataset;
		open.loaded = undefined;
		const watch = { signal, onBytes: sometimes(onProgress) };
		const dataset = await loadDataset(open.file, open.file.name, sidecar, watch);
		open.loaded = { of, dataset };
		return dataset;
	}

	#file(key: string): OpenFile {
		const open = this.#files.get(key);
		if (!open) throw new Refusal('The file is no longer there: choose it again.');
		return open;
	}
}

/** Columns whose cells may hold a text. */
export function coveredColumns({ text, turns }: Columns): readonly string[] {
	return [text, turns].filter((name) => name !== undefined);
}

/** The part of a file's bytes, told a few times a second. */
function sometimes(tell: (share: number) => void) {
	let last = 0;
	return (read: number, of: number) => {
		const now = performance.now();
		if (now - last < EVERY && read < of) return;
		last = now;
		tell(of === 0 ? 1 : read / of);
	};
}
