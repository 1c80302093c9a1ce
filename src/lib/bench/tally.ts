import { LABELS, type Label } from '$lib/intent/labels';
import type { RowFault } from './delimited';
import { rowsOf, type Fault } from './fault';
import { unmappedFault } from './map';
import type { Row } from './shape';
import type { TableNotes } from './table';

/** Rows by what is known of them. */
export type Known = { yes: number; no: number };

/**
 * What became of the texts of a file: `read` is the sum of `kept` and of all that were left out. A row that could not be
 * read, and each turn of a conversation, counts as one.
 */
export type Counts = {
	readonly read: number;
	readonly kept: number;
	readonly empty: number;
	/** Same text, language and subgroups (in conversations: same turn as well) as an earlier row. */
	readonly duplicate: number;
	/** Of the duplicates, those with other labels than the row that was kept. */
	readonly contradicting: number;
	readonly unmapped: number;
	/** Left out by the map. */
	readonly ignored: number;
	/** Not the person's. */
	readonly others: number;
	/** Rows that cannot be read, by reason. */
	readonly bad: Readonly<Record<BadKind, number>>;
	/** Kept rows whose name stood there before, or that had none, and got another. */
	readonly renamed: number;
	/** Kept rows of a conversation whose turn number or time cannot be read. */
	readonly unordered: number;
	/** Lines read as Windows-1252. */
	readonly foreign: number;
	/** Kept rows by label, target and language; what is neither yes nor no is unknown. */
	readonly labels: Readonly<Record<Label, Readonly<Known>>>;
	readonly targets: Readonly<Record<string, Readonly<Known>>>;
	readonly langs: Readonly<Record<string, number>>;
	readonly groups: Readonly<Record<string, Readonly<Record<string, number>>>>;
};

/** A fault of the file's row, or of what its columns hold. */
export type BadKind = RowFault | 'turns' | 'flags';

const BAD: Readonly<Record<BadKind, string>> = {
	json: 'is not JSON: write one object per line',
	object: 'is JSON but no object: write one object per line',
	long: 'is longer than 16 MiB: split the text',
	quotes: 'has a quotation mark out of order: double each quotation mark inside a quoted field',
	fields:
		'has more or fewer fields than the header: quote fields that hold delimiters or line breaks',
	turns: 'has no list of turns',
	flags: 'has a label column that is neither 0, 1 nor empty'
};

type Simple =
	'empty' | 'duplicate' | 'contradicting' | 'ignored' | 'others' | 'renamed' | 'unordered';

/** Counts while a file is read. */
export class Tally {
	readonly unmapped = new Map<string, number>();
	#unmappedRows = 0;
	#kept = 0;
	#foreign = 0;
	readonly #simple: Record<Simple, number> = {
		empty: 0,
		duplicate: 0,
		contradicting: 0,
		ignored: 0,
		others: 0,
		renamed: 0,
		unordered: 0
	};
	readonly #bad: Record<BadKind, number> = {
		json: 0,
		object: 0,
		long: 0,
		quotes: 0,
		fields: 0,
		turns: 0,
		flags: 0
	};
	readonly #labels = new Map<string, Known>(LABELS.map((label) => [label, { yes: 0, no: 0 }]));
	readonly #targets = new Map<string, Known>();
	readonly #langs = new Map<string, number>();
	readonly #groups = new Map<string, Map<string, number>>();

	count(what: Simple): void {
		this.#simple[what]++;
	}

	countBad(kind: BadKind): void {
		this.#bad[kind]++;
	}

	countUnmapped(labels: readonly string[]): void {
		this.#unmappedRows++;
		for (const label of labels) add(this.unmapped, label);
	}

	keep(row: Row): void {
		this.#kept++;
		for (const [label, holds] of Object.entries(row.truth)) addKnown(this.#labels, label, holds);
		for (const [name, holds] of Object.entries(row.targets ?? {}))
			addKnown(this.#targets, name, holds);
		add(this.#langs, row.lang);
		for (const [name, value] of Object.entries(row.groups)) {
			const values = this.#groups.get(name) ?? new Map<string, number>();
			this.#groups.set(name, values);
			add(values, value);
		}
	}

	/** After the last row. */
	end({ foreign }: TableNotes): void {
		this.#foreign = foreign;
	}

	get counts(): Counts {
		const { empty, duplicate, ignored, others } = this.#simple;
		const bad = Object.values(this.#bad).reduce((sum, count) => sum + count, 0);
		const labels = LABELS.map((label) => [label, this.#labels.get(label) ?? { yes: 0, no: 0 }]);
		const groups = [...this.#groups].map(([name, values]) => [name, Object.fromEntries(values)]);
		return {
			...this.#simple,
			read: this.#kept + empty + duplicate + ignored + others + bad + this.#unmappedRows,
			kept: this.#kept,
			unmapped: this.#unmappedRows,
			bad: { ...this.#bad },
			foreign: this.#foreign,
			labels: Object.fromEntries(labels) as Record<Label, Known>,
			targets: Object.fromEntries(this.#targets),
			langs: Object.fromEntries(this.#langs),
			groups: Object.fromEntries(groups)
		};
	}

	/** What a person should know of the file, each in a sentence. */
	get faults(): readonly Fault[] {
		const { empty, duplicate, contradicting, unordered } = this.#simple;
		const unmapped = unmappedFault(this.unmapped, this.#unmappedRows);
		const faults: (Fault | undefined)[] = [
			unmapped,
			...(Object.keys(BAD) as BadKind[]).map((kind) => this.#badFault(kind)),
			told('rows/empty', empty, 'without a text left out'),
			told('rows/duplicate', duplicate, 'left out that repeat an earlier text'),
			told(
				'rows/contradicting',
				contradicting,
				'of these with other labels than the earlier one: look at the data'
			),
			told(
				'rows/unordered',
				unordered,
				'of conversations without a turn number or time: kept in the order of the file'
			),
			this.#foreign > 0
				? {
						code: 'file/encoding',
						count: this.#foreign,
						sentence: `${this.#foreign === 1 ? '1 line was' : `${this.#foreign} lines were`} not UTF-8 and read as Windows-1252: save the file as UTF-8 if letters look wrong.`
					}
				: undefined
		];
		return faults.filter((fault) => fault !== undefined);
	}

	#badFault(kind: BadKind): Fault | undefined {
		const count = this.#bad[kind];
		if (count === 0) return undefined;
		const sentence = `${rowsOf(count)} left out, each of which ${BAD[kind]}.`;
		return { code: `rows/${kind}`, count, sentence };
	}
}

function told(code: string, count: number, what: string): Fault | undefined {
	return count === 0 ? undefined : { code, count, sentence: `${rowsOf(count)} ${what}.` };
}

function add(map: Map<string, number>, key: string): void {
	map.set(key, (map.get(key) ?? 0) + 1);
}

function addKnown(map: Map<string, Known>, key: string, holds: boolean): void {
	const known = map.get(key) ?? { yes: 0, no: 0 };
	known[holds ? 'yes' : 'no']++;
	map.set(key, known);
}
