import { entriesOf, type Entry } from './entries';
import { shortHash } from './hash';
import type { Sidecar } from './map';
import type { Row } from './shape';
import { sourceLabels } from './source-labels';
import { newNotes, readTable, type Fields, type TableOptions } from './table';
import type { Tally } from './tally';
import { mapLabels } from './truth';

/**
 * The usable rows of a data file, one at a time; all others are counted in `tally`, and whoever takes a row counts it there. Remembers 16 bytes and a name per row, so that a file
 * of any size can be gone through. Throws a BenchError where the file as a whole cannot be read.
 */
export async function* readRows(
	source: Blob,
	name: string,
	sidecar: Sidecar,
	tally: Tally,
	options: Pick<TableOptions, 'signal' | 'onBytes'> = {}
): AsyncGenerator<Row> {
	const { header, delimiter } = sidecar;
	const notes = newNotes();
	const seen = new Seen(tally, sidecar.columns.order !== undefined);
	try {
		for await (const row of readTable(source, name, { ...options, header, delimiter, notes })) {
			if ('fault' in row) tally.countBad(row.fault);
			else
				for (const found of usable(row.fields, row.number, sidecar, tally))
					if (!seen.repeats(found)) yield seen.rename(found);
		}
	} finally {
		tally.end(notes);
	}
}

/** The rows that one line of the file comes to. */
function usable(fields: Fields, number: number, sidecar: Sidecar, tally: Tally): readonly Row[] {
	const { columns } = sidecar;
	const entries = entriesOf(fields, columns);
	if (!entries || entries.length === 0) {
		tally.countBad('turns');
		return [];
	}
	const written = entries.filter(({ person, text }) => {
		if (!person) tally.count('others');
		else if (text === '') tally.count('empty');
		return person && text !== '';
	});
	if (written.length === 0) return [];
	const source = columns.labels && sourceLabels(fields, columns.labels);
	if (columns.labels && !source) {
		for (let index = 0; index < written.length; index++) tally.countBad('flags');
		return [];
	}
	const mapped = source ? mapLabels(source, sidecar) : NOTHING;
	if (mapped.kind === 'truth') return written.map((entry) => toRow(entry, number, mapped));
	for (let index = 0; index < written.length; index++)
		if (mapped.kind === 'unmapped') tally.countUnmapped(mapped.labels);
		else tally.count('ignored');
	return [];
}

const NOTHING = { kind: 'truth', truth: {}, targets: {} } as const;

function toRow(
	entry: Entry,
	number: number,
	{ truth, targets }: Pick<Row, 'truth' | 'targets'>
): Row {
	const { text, lang, groups, conversation, order } = entry;
	return {
		id: entry.id || nameless(entry, number),
		text,
		truth,
		...(targets && Object.keys(targets).length > 0 ? { targets } : {}),
		lang,
		groups,
		...(conversation === undefined ? {} : { conversation }),
		...(order === undefined ? {} : { order })
	};
}

function nameless({ order, conversation }: Entry, number: number): string {
	return conversation === undefined || order === undefined
		? `row-${number}`
		: `row-${number}/${order}`;
}

/** Texts and names that were there before. */
class Seen {
	readonly #texts = new Map<number, number>();
	readonly #names = new Set<string>();

	constructor(
		private readonly tally: Tally,
		private readonly ordered: boolean
	) {}

	repeats(row: Row): boolean {
		const { text, lang, groups, conversation, order, truth, targets = {} } = row;
		// The same words twice in one conversation are no mistake, unless they are the same turn.
		if (conversation !== undefined && order === undefined) {
			if (this.ordered) this.tally.count('unordered');
			return false;
		}
		const key = shortHash(JSON.stringify([text, lang, groups, conversation, order]));
		const labels = shortHash(JSON.stringify([truth, targets]));
		const before = this.#texts.get(key);
		if (before === undefined) {
			this.#texts.set(key, labels);
			return false;
		}
		this.tally.count('duplicate');
		if (before !== labels) this.tally.count('contradicting');
		return true;
	}

	/** Results and resumed runs know rows by name: the second of one name gets a "#2". */
	rename(row: Row): Row {
		let id = row.id;
		for (let times = 2; this.#names.has(id); times++) id = `${row.id}#${times}`;
		this.#names.add(id);
		if (id === row.id) return row;
		this.tally.count('renamed');
		return { ...row, id };
	}
}
