import * as v from 'valibot';
import { isLikeText, nameList, type Fault } from './fault';
import { asText, columnsOf, fieldAt } from './field';
import { readFlag } from './source-labels';
import type { Fields } from './table';

const Column = v.pipe(v.string(), v.minLength(1));

/** Where the labels of a row stand. */
export const LabelColumns = v.variant('kind', [
	/** One label in one column. */
	v.strictObject({ kind: v.literal('one'), column: Column }),
	/** Several in one column with a separator between them, as in "2,27". */
	v.strictObject({ kind: v.literal('split'), column: Column, separator: Column }),
	/** Several as a list: of JSON Lines, as JSON in a text, or as Python prints one. */
	v.strictObject({ kind: v.literal('list'), column: Column }),
	/** A column per label, with 0 or 1, or nothing where it is not known; the label is called as its column. */
	v.strictObject({ kind: v.literal('flags'), columns: v.pipe(v.array(Column), v.minLength(1)) }),
	/** None: all rows have this label, as in a set of harmless requests. */
	v.strictObject({ kind: v.literal('same'), label: Column })
]);
export type LabelColumns = v.InferOutput<typeof LabelColumns>;

/** Which column is what. Names may be paths into JSON (field.ts). */
export const Columns = v.strictObject({
	/** Names the row in results; without it the row's number does. */
	id: v.optional(Column),
	/** The text; or `turns`, a list of { role, text, at } or of texts in one row of JSON Lines. */
	text: v.optional(Column),
	turns: v.optional(Column),
	/** Without it nothing is known of any row: only latency, levels and disagreements can be measured. */
	labels: v.optional(LabelColumns),
	/** A column, or one language for all rows. */
	lang: v.optional(Column),
	language: v.optional(Column),
	/** Subgroups. */
	groups: v.optional(v.array(Column)),
	/** The rows of one conversation have the same value here. */
	conversation: v.optional(Column),
	/** Turn number, or time: ISO 8601, or Unix time in seconds or milliseconds. Without it, the order of the file. */
	order: v.optional(Column),
	/** Who wrote the row. Rows of others than the person are left out. */
	role: v.optional(Column),
	/** The values of `role` that stand for the person; without it "user", "human", "person", "client" and their like. */
	person: v.optional(v.array(v.string())),
	/** `conversation`: the label belongs to the whole conversation and every row repeats it. */
	labelsOf: v.optional(v.picklist(['row', 'conversation']))
});
export type Columns = v.InferOutput<typeof Columns>;

/** From so many different labels on, a column is rather texts or names than labels. */
const MOST_LABELS = 300;

/** What is wrong with a choice of columns, by the first rows of the file; nothing where it can be used. */
export function checkColumns(columns: Columns, rows: readonly Fields[]): readonly Fault[] {
	if (rows.length === 0)
		return [{ code: 'columns/rows', sentence: 'The file has no row that can be read.' }];
	const missing = missingColumns(columns, rows);
	if (missing) return [missing];
	return [
		textFault(columns, rows),
		columns.labels && labelsFault(columns.labels, rows),
		sharedFault(columns),
		conversationFault(columns)
	].filter((fault) => fault !== undefined);
}

/** The columns that a choice names, text and labels included. */
export function usedColumns(columns: Columns): readonly string[] {
	const { id, text, turns, lang, conversation, order, role, groups = [] } = columns;
	const single = [id, text, turns, lang, conversation, order, role];
	return [...single, ...groups, ...labelColumns(columns.labels)].filter(
		(name) => name !== undefined
	);
}

function labelColumns(labels: LabelColumns | undefined): readonly string[] {
	if (!labels || labels.kind === 'same') return [];
	return labels.kind === 'flags' ? labels.columns : [labels.column];
}

function missingColumns(columns: Columns, rows: readonly Fields[]): Fault | undefined {
	const there = columnsOf(rows);
	const known = new Set(there);
	const missing = usedColumns(columns).filter(
		(name) => !known.has(name) && rows.every((row) => fieldAt(row, name) === undefined)
	);
	if (missing.length === 0) return undefined;
	const [is, it] = missing.length === 1 ? ['is no column', 'it'] : ['are no columns', 'them'];
	return {
		code: 'columns/missing',
		names: missing,
		// A first row that is no header has texts, long ones and short ones.
		sentence: there.some(isLikeText)
			? `There ${is} ${nameList(missing)} in the file, whose first row looks like data: give "header": false in its map, or choose other columns.`
			: `There ${is} ${nameList(missing)} in the file; choose instead of ${it} from ${nameList(there)}.`
	};
}

function textFault({ text, turns }: Columns, rows: readonly Fields[]): Fault | undefined {
	if ((text === undefined) === (turns === undefined))
		return {
			code: 'columns/text',
			sentence:
				'Choose one column that holds the text, or one that holds the turns of a conversation.'
		};
	if (turns !== undefined) {
		if (rows.some((row) => Array.isArray(fieldAt(row, turns)))) return undefined;
		return {
			code: 'columns/turns',
			names: [turns],
			sentence: `The column ${nameList([turns])} holds no list of turns: choose another, or a text column.`
		};
	}
	const filled = rows
		.map((row) => fieldAt(row, text ?? ''))
		.filter((value) => asText(value) !== '');
	const texts = filled.filter((value) => typeof value === 'string' && !/^[-+.\d\s]+$/.test(value));
	if (texts.length > filled.length / 2) return undefined;
	return {
		code: 'columns/no-text',
		names: [text ?? ''],
		sentence: `The column ${nameList([text ?? ''])} holds no texts in most rows: choose the one that does.`
	};
}

function labelsFault(labels: LabelColumns, rows: readonly Fields[]): Fault | undefined {
	if (labels.kind === 'flags') {
		const bad = labels.columns.filter((column) =>
			rows.some((row) => readFlag(fieldAt(row, column)) === 'bad')
		);
		if (bad.length === 0) return undefined;
		return {
			code: 'columns/flags',
			names: bad,
			sentence: `Columns with one label each need 0, 1 or nothing in every row; this does not hold for ${nameList(bad)}.`
		};
	}
	if (labels.kind !== 'one') return undefined;
	const different = new Set(rows.map((row) => asText(fieldAt(row, labels.column)))).size;
	const unlike = different > MOST_LABELS || (rows.length >= 50 && different > rows.length * 0.8);
	if (!unlike) return undefined;
	return {
		code: 'columns/labels',
		count: different,
		names: [labels.column],
		sentence: `The column ${nameList([labels.column])} has ${different} different values in ${rows.length} rows, which labels do not have: choose another, or say how its labels are separated.`
	};
}

function sharedFault(columns: Columns): Fault | undefined {
	const used = [columns.text ?? columns.turns, ...labelColumns(columns.labels)];
	const twice = used.filter((name, index) => name !== undefined && used.indexOf(name) !== index);
	const names = twice.filter((name) => name !== undefined);
	if (names.length === 0) return undefined;
	return {
		code: 'columns/twice',
		names,
		sentence: `${nameList(names)} cannot be text and label, or two labels, at once: choose different columns.`
	};
}

function conversationFault(columns: Columns): Fault | undefined {
	if (columns.conversation !== undefined || columns.turns !== undefined) return undefined;
	if (columns.order === undefined && columns.labelsOf !== 'conversation') return undefined;
	return {
		code: 'columns/conversation',
		sentence:
			'Turns and labels of conversations need a column that says which conversation a row belongs to.'
	};
}
