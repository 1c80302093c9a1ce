import { LABELS } from '$lib/intent/labels';
import type { Columns, LabelColumns } from './columns';
import { isLikeText } from './fault';
import { asText, columnsOf, fieldAt } from './field';
import { readFlag } from './source-labels';
import type { Fields } from './table';

/** Names that public sets use, the likeliest first; compared without case, spaces, hyphens and underscores. */
const NAMES = {
	id: [
		'id',
		'uid',
		'uuid',
		'rowid',
		'exampleid',
		'caseid',
		'postid',
		'commentid',
		'tweetid',
		'messageid'
	],
	text: [
		...[
			'text',
			'sentence',
			'message',
			'content',
			'prompt',
			'comment',
			'commenttext',
			'tweet',
			'post',
			'body'
		],
		...[
			'utterance',
			'query',
			'question',
			'testcase',
			'ctext',
			'document',
			'input',
			'selftext',
			'userinput'
		]
	],
	turns: ['turns', 'messages', 'dialog', 'dialogue', 'conversation'],
	labels: [
		...[
			'labels',
			'label',
			'sourcelabel',
			'sourcelabels',
			'class',
			'category',
			'categories',
			'labelgold',
			'gold'
		],
		...[
			'target',
			'annotation',
			'annotations',
			'tags',
			'tag',
			'intent',
			'emotion',
			'emotions',
			'risk',
			'y'
		]
	],
	lang: ['lang', 'language', 'locale', 'langcode', 'languagecode'],
	groups: [
		...[
			'dialect',
			'group',
			'subgroup',
			'gender',
			'profession',
			'ethnicity',
			'identity',
			'targetident',
			'agegroup'
		],
		...['functionality', 'source', 'domain', 'platform', 'subreddit']
	],
	conversation: [
		'conversation',
		'conversationid',
		'dialogid',
		'dialogueid',
		'threadid',
		'sessionid',
		'chatid'
	],
	order: [
		...[
			'turn',
			'turnid',
			'turnindex',
			'turnnumber',
			'order',
			'position',
			'timestamp',
			'time',
			'at'
		],
		...['createdat', 'createdutc', 'date']
	],
	role: ['role', 'speaker', 'authorrole', 'sender']
} as const;

const SEPARATORS = [',', ';', '|', '/'] as const;

const plain = (name: string) => name.toLowerCase().replace(/[\s_/-]+/g, '');
const OURS = new Set<string>(LABELS.map(plain));

/**
 * Whether the first row of a CSV file has names, as far as they tell: one of them is known, and none looks like a text. A
 * text in their place would be shown, and its row be lost.
 */
export function isHeader(names: readonly string[]): boolean {
	const known = new Set<string>(Object.values(NAMES).flat());
	return names.some((name) => known.has(plain(name))) && !names.some(isLikeText);
}

/** A first choice of columns from their names and the first rows, for a person to check. */
export function guessColumns(rows: readonly Fields[]): Columns {
	const columns = columnsOf(rows);
	const find = (kind: keyof typeof NAMES, fits: (name: string) => boolean = () => true) => {
		for (const known of NAMES[kind]) {
			const found = columns.find((name) => plain(name) === known && fits(name));
			if (found !== undefined) return found;
		}
		return undefined;
	};
	const isList = (name: string) => rows.some((row) => isTurns(fieldAt(row, name)));
	const turns = find('turns', isList);
	const text =
		turns === undefined
			? (find('text', (name) => isTextual(rows, name)) ?? longest(rows, columns))
			: undefined;
	const rest = columns.filter((name) => name !== text && name !== turns);
	const labels = guessLabels(
		rows,
		rest,
		find('labels', (name) => name !== text)
	);
	const conversation = find('conversation', (name) => name !== turns && name !== text);
	const few = (name: string) =>
		rest.includes(name) && !isUsed(labels, name) && isRepeated(rows, name);
	const groups = rest.filter(
		(name) => NAMES.groups.some((known) => plain(name) === known) && few(name)
	);
	return dropEmpty({
		id: find('id'),
		text,
		turns,
		labels,
		lang: find('lang'),
		groups: groups.length > 0 ? groups : undefined,
		conversation,
		order: conversation === undefined ? undefined : find('order'),
		role: conversation === undefined ? undefined : find('role')
	});
}

function guessLabels(
	rows: readonly Fields[],
	columns: readonly string[],
	column: string | undefined
): LabelColumns | undefined {
	if (column === undefined) {
		const flags = columns.filter((name) => isFlag(rows, name));
		const ours = flags.filter((name) => OURS.has(plain(name)));
		const chosen = ours.length > 0 ? ours : flags.length > 1 ? flags : [];
		return chosen.length > 0 ? { kind: 'flags', columns: chosen } : undefined;
	}
	const values = rows.map((row) => fieldAt(row, column));
	const filled = values.filter((value) => asText(value) !== '');
	if (filled.length === 0) return undefined;
	const inner = columns.filter((name) => name.startsWith(`${column}.`));
	if (filled.some((value) => typeof value === 'object' && !Array.isArray(value)))
		return guessInner(rows, inner) ?? { kind: 'list', column };
	const [first] = inner;
	if (first !== undefined && isRecord(rows, inner)) return { kind: 'one', column: first };
	if (filled.some((value) => typeof value === 'object' || asText(value).startsWith('[')))
		return { kind: 'list', column };
	const separator = SEPARATORS.find((sign) => separates(filled.map(asText), sign));
	return separator ? { kind: 'split', column, separator } : { kind: 'one', column };
}

/** Of an object's own columns: the one that is called a label, else all that are flags. */
function guessInner(rows: readonly Fields[], inner: readonly string[]): LabelColumns | undefined {
	const label = inner.find((name) => /label|class|category/i.test(name.slice(name.indexOf('.'))));
	if (label !== undefined) return { kind: 'one', column: label };
	const flags = inner.filter((name) => isFlag(rows, name));
	return flags.length > 1 ? { kind: 'flags', columns: flags } : undefined;
}

/** Lists of one length are records, such as topic and source, where no value stands in two places. */
function isRecord(rows: readonly Fields[], places: readonly string[]): boolean {
	const values = places.map((name) => new Set(rows.map((row) => asText(fieldAt(row, name)))));
	const sum = values.reduce((all, { size }) => all + size, 0);
	return new Set(values.flatMap((set) => [...set])).size === sum;
}

/**
 * A sign separates labels where the parts of every value that has it also stand alone or in other values; our own names
 * have a slash, and prose has commas.
 */
function separates(values: readonly string[], sign: string): boolean {
	const different = [...new Set(values)];
	const seen = new Map<string, number>();
	for (const value of different)
		for (const part of new Set(value.split(sign).map((item) => item.trim())))
			seen.set(part, (seen.get(part) ?? 0) + 1);
	const alone = new Set(different);
	const joined = different.filter((value) => value.includes(sign));
	const parts = joined.flatMap((value) => value.split(sign).map((part) => part.trim()));
	const known = parts.filter((part) => alone.has(part) || (seen.get(part) ?? 0) > 2);
	return (
		parts.length > 0 && parts.some((part) => alone.has(part)) && known.length >= parts.length * 0.8
	);
}

function isFlag(rows: readonly Fields[], column: string): boolean {
	const flags = rows.map((row) => readFlag(fieldAt(row, column)));
	return flags.every((flag) => flag !== 'bad') && flags.some((flag) => flag !== undefined);
}

function isTurns(value: unknown): boolean {
	return Array.isArray(value) && value.some((turn) => typeof turn === 'object' && turn !== null);
}

function isTextual(rows: readonly Fields[], column: string): boolean {
	return rows.some((row) => /\p{L}/u.test(asText(fieldAt(row, column))));
}

function isRepeated(rows: readonly Fields[], column: string): boolean {
	const values = new Set(rows.map((row) => asText(fieldAt(row, column))));
	return values.size > 1 && values.size <= Math.max(2, rows.length / 2);
}

function isUsed(labels: LabelColumns | undefined, name: string): boolean {
	if (!labels || labels.kind === 'same') return false;
	return labels.kind === 'flags' ? labels.columns.includes(name) : labels.column === name;
}

/** The column with the longest strings: texts are longer than anything else about them. */
function longest(rows: readonly Fields[], columns: readonly string[]): string | undefined {
	const length = (name: string) =>
		rows.reduce((sum, row) => {
			const value = fieldAt(row, name);
			return sum + (typeof value === 'string' && /\p{L}/u.test(value) ? value.length : 0);
		}, 0);
	const [best] = columns
		.map((name) => ({ name, length: length(name) }))
		.filter((column) => column.length > 0)
		.sort((a, b) => b.length - a.length);
	return best?.name;
}

function dropEmpty(columns: Columns): Columns {
	return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}
