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
	/** The sentence without names that come from the data, which could be texts after all: what results and reports say. */
	readonly plain?: string;
};

/** A file or a map that cannot be used. Its message is the fault's sentence. */
export class BenchError extends Refusal {
	constructor(readonly fault: Fault) {
		super(fault.sentence);
	}
}

/** UTF-16 code units of a name; a longer one may be a text. */
const LONGEST = 60;

/** Names that a sentence shows. */
const MOST = 8;

/** Four words, eight letters of a script without spaces, or the end of a sentence. */
const PROSE =
	/\S(?:\s+\S+){3}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]{8}|[!?。！？।؟]/u;

/** Whether a "name" from the data may be what somebody wrote, as when the wrong column was chosen. */
export function isLikeText(name: string): boolean {
	return name.length > LONGEST || PROSE.test(name);
}

/**
 * Names in a sentence: quoted, at most eight. Those that may be texts are only counted; where most may be, as when the wrong
 * column was chosen, none is shown.
 */
export function nameList(names: readonly string[]): string {
	const plain = names.filter((name) => !isLikeText(name));
	const hidden = names.length - plain.length;
	const shown = plain.slice(0, MOST).map((name) => `"${name}"`);
	const more = plain.length - shown.length;
	if (hidden > plain.length)
		return names.length === 1 ? '(which may be a text)' : '(which may be texts)';
	const said = [
		...(more > 0 ? [`${more} more`] : []),
		...(hidden > 0 ? [`${hidden} that may be texts`] : [])
	];
	return [shown.join(', '), ...said].join(' and ');
}

/** "1 row", "2 rows". */
export function rowsOf(count: number): string {
	return count === 1 ? '1 row' : `${count} rows`;
}
