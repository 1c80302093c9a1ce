import { asText, fieldAt } from './field';
import type { Fields } from './table';

/** A cell of the first rows: how long it is, and what it says unless it is covered. */
export type Cell = { readonly length: number; readonly text?: string };

/** Longer values are texts or hold some; they are covered like them. UTF-16 code units. */
const SHORT = 40;

/** What is shown of a text that a person uncovers here. */
const LONGEST = 400;

/** The first rows as cells. What may be a text is covered unless `reveal` says that a person asked for it. */
export function previewCells(
	rows: readonly Fields[],
	columns: readonly string[],
	{ covered, reveal }: { readonly covered: readonly string[]; readonly reveal: boolean }
): readonly (readonly Cell[])[] {
	return rows.map((row) =>
		columns.map((column) => {
			const text = asText(fieldAt(row, column));
			const open = reveal || (!covered.includes(column) && text.length <= SHORT);
			return { length: text.length, ...(open && { text: clip(text) }) };
		})
	);
}

function clip(text: string): string {
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
