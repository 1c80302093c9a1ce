import type { LabelColumns } from './columns';
import { asText, fieldAt } from './field';
import type { Fields } from './table';

/**
 * What the data say of one row, in the data's own labels. `named`: these hold, the others do not; the empty name stands
 * for a row without any. `flags`: true, false or (undefined) not said, for each label by itself.
 */
export type SourceLabels =
	| { readonly kind: 'named'; readonly labels: readonly string[] }
	| { readonly kind: 'flags'; readonly flags: ReadonlyMap<string, boolean | undefined> };

/** The name of "no label at all" in a map. */
export const NO_LABEL = '';

/** Undefined where a flag is neither yes, no nor empty. */
export function sourceLabels(fields: Fields, columns: LabelColumns): SourceLabels | undefined {
	switch (columns.kind) {
		case 'same':
			return named([columns.label]);
		case 'one':
			return named([asText(fieldAt(fields, columns.column))]);
		case 'split':
			return named(asText(fieldAt(fields, columns.column)).split(columns.separator));
		case 'list':
			return named(listOf(fieldAt(fields, columns.column)));
		case 'flags': {
			const flags = columns.columns.map(
				(column) => [column, readFlag(fieldAt(fields, column))] as const
			);
			if (flags.some(([, flag]) => flag === 'bad')) return undefined;
			const known = flags.map(
				([column, flag]) => [column, flag === 'bad' ? undefined : flag] as const
			);
			return { kind: 'flags', flags: new Map(known) };
		}
	}
}

function named(labels: readonly string[]): SourceLabels {
	const filled = new Set(labels.map((label) => label.trim()).filter((label) => label !== ''));
	return { kind: 'named', labels: filled.size > 0 ? [...filled] : [NO_LABEL] };
}

/** The labels of a list. Of an object: the keys that are true or 1, and "key: value" for other values. */
function listOf(value: unknown): readonly string[] {
	if (Array.isArray(value))
		return value.flatMap((item) => (isObject(item) ? ofObject(item) : asText(item)));
	if (isObject(value)) return ofObject(value);
	const text = asText(value);
	if (text.startsWith('[')) return readList(text);
	if (!text.startsWith('{')) return [text];
	const json = parse(text);
	return isObject(json) ? ofObject(json) : [text];
}

function ofObject(value: object): readonly string[] {
	return Object.entries(value).flatMap(([key, inner]) => {
		const flag = readFlag(inner);
		if (flag === 'bad') return `${key}: ${asText(inner)}`;
		return flag ? key : [];
	});
}

/** A list as JSON has it, or as Python prints it: ['a', 'b']. */
function readList(text: string): readonly string[] {
	const json = parse(text);
	if (Array.isArray(json)) return listOf(json);
	const items = text.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^\s,[\]'"]+)/g);
	return [...items].map(([, single, double, bare]) => single ?? double ?? bare ?? '');
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const YES = new Set(['1', 'true', 'yes', 'y', 't']);
const NO = new Set(['0', 'false', 'no', 'n', 'f']);
const UNSAID = new Set(['', '-1', 'nan', 'na', 'n/a', 'null', 'none', '?']);

/** True, false, undefined for not said; a share of raters from 0 to 1 is true from one half on. */
export function readFlag(value: unknown): boolean | undefined | 'bad' {
	const text = asText(value).toLowerCase();
	if (YES.has(text)) return true;
	if (NO.has(text)) return false;
	if (UNSAID.has(text)) return undefined;
	const share = Number(text);
	return share >= 0 && share <= 1 ? share >= 0.5 : 'bad';
}
