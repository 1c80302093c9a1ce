import { Refusal } from './refusal';

/**
 * Something wrong with the data, the columns or the map. `sentence` says in English what it is and what to do, and never
 * quotes a text; the page may say it in its own language by `code`, `count` and `names`.
 */
export type Fault = {
	readonly code: string;
	readonly sentence: string;
	/** How many rows it touches. */
	readonly count?: number;
	/** Names of columns, labels or targets; never a text. */
	readonly names?: readonly string[];
};

/** A file or a map that cannot be used. Its message is the fault's sentence. */
export class BenchError extends Refusal {
	constructor(readonly fault: Fault) {
		super(fault.sentence);
	}
}

/** UTF-16 code units of a name that a sentence shows, and names that it shows. */
const LONGEST = 60;
const MOST = 8;

/**
 * Names in a sentence: quoted, shortened, at most eight. Where the "names" are so long that they look like texts, as when
 * the wrong column was chosen, none is shown.
 */
export function nameList(names: readonly string[]): string {
	const long = names.filter((name) => name.length > LONGEST).length;
	if (long > names.length / 2) return '(so long that they may be texts)';
	const shown = names.slice(0, MOST).map((name) => `"${shorten(name)}"`);
	const more = names.length - shown.length;
	return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

function shorten(name: string): string {
	return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
}

/** "1 row", "2 rows". */
export function rowsOf(count: number): string {
	return count === 1 ? '1 row' : `${count} rows`;
}
