import { makeBreathe } from './breathe';
import type { Watch } from './chunks';
import { columnsOf } from './field';
import type { Sidecar } from './map';
import { sourceLabels } from './source-labels';
import { newNotes, readTable, type Fields, type TableNotes } from './table';

/** Rows from which columns are guessed and checked. */
const ENOUGH = 500;

/** The beginning of a file: what a person chooses columns from. */
export type Peek = {
	readonly rows: readonly Fields[];
	readonly columns: readonly string[];
	readonly notes: TableNotes;
};

/** Reads the first rows that can be read, at most 500; a damaged end of a file shows only when all of it is read. */
export async function peek(
	source: Blob,
	name: string,
	{ header, delimiter }: Pick<Sidecar, 'header' | 'delimiter'> = {}
): Promise<Peek> {
	const notes = newNotes();
	const rows: Fields[] = [];
	for await (const row of readTable(source, name, { header, delimiter, notes })) {
		if ('fields' in row) rows.push(row.fields);
		if (rows.length >= ENOUGH || row.number >= 100 * ENOUGH) break;
	}
	return { rows, columns: columnsOf(rows), notes };
}

/** Different labels after which a column is no label column and the search ends. */
const MOST_LABELS = 2000;

/** All labels that the data use in the chosen columns, with the number of rows of each; flags count where they are set. */
export async function findLabels(
	source: Blob,
	name: string,
	{ header, delimiter, columns }: Pick<Sidecar, 'header' | 'delimiter' | 'columns'>,
	watch: Watch = {}
): Promise<ReadonlyMap<string, number>> {
	const found = new Map<string, number>();
	const { labels } = columns;
	if (!labels) return found;
	const breathe = makeBreathe(watch.signal);
	for await (const row of readTable(source, name, { ...watch, header, delimiter })) {
		if (!('fields' in row)) continue;
		const said = sourceLabels(row.fields, labels);
		if (said?.kind === 'named')
			for (const label of said.labels) found.set(label, (found.get(label) ?? 0) + 1);
		else
			for (const [label, flag] of said?.flags ?? [])
				found.set(label, (found.get(label) ?? 0) + Number(flag ?? 0));
		if (found.size > MOST_LABELS) break;
		await breathe();
	}
	return found;
}
