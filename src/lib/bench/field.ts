import type { Fields } from './table';

/**
 * The value of a column. A column is a name of the row, or a path with dots into what the row holds: `source_label.topic`
 * of an object, `source_label.0` of a list. A name with a dot of its own comes first.
 */
export function fieldAt(fields: Fields, column: string): unknown {
	if (Object.hasOwn(fields, column)) return fields[column];
	let value: unknown = fields;
	for (const key of column.split('.')) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
		value = Reflect.get(value, key);
	}
	return value;
}

/** A value as a trimmed text: nothing for null and a missing value, JSON for lists and objects. */
export function asText(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	if (value === undefined || value === null) return '';
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Longest list whose places are offered as columns: a pair or a record, not a list of labels. */
const LONGEST_RECORD = 8;

/** The columns of a file by its first rows: the names, and the paths into objects and into lists of one length. */
export function columnsOf(rows: readonly Fields[]): readonly string[] {
	const names = new Set<string>();
	for (const row of rows) for (const name of Object.keys(row)) names.add(name);
	return [...names].flatMap((name) => [name, ...pathsOf(rows, name)]);
}

function pathsOf(rows: readonly Fields[], name: string): readonly string[] {
	const values = rows
		.map((row) => row[name])
		.filter((value) => value !== null && value !== undefined);
	const lists = values.filter((value) => Array.isArray(value));
	const [first] = lists;
	if (first && lists.length === values.length) {
		const record = first.length > 1 && first.length <= LONGEST_RECORD;
		const plain = lists.every((list) => list.length === first.length && list.every(isPlain));
		return record && plain ? first.map((_, index) => `${name}.${index}`) : [];
	}
	const keys = new Set<string>();
	for (const value of values)
		if (typeof value === 'object' && value !== null && !Array.isArray(value))
			for (const [key, inner] of Object.entries(value))
				if (isPlain(inner)) keys.add(`${name}.${key}`);
	return [...keys];
}

function isPlain(value: unknown): boolean {
	return typeof value !== 'object' || value === null;
}
