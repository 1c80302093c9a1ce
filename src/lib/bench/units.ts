import { LABELS, type Label } from '$lib/intent/labels';
import { together } from './conversation-truth';
import { levelsOf } from './levels';
import { UNKNOWN } from './metrics/sample';
import type { ModelRun } from './run';
import type { Scorer } from './scorer';
import type { Row, Target } from './shape';

/** What is counted: each row by itself, or each conversation as one. */
export type Unit = {
	/** Its row, or the first of its turns with what all of them know: truth, language and subgroups are taken from there. */
	readonly row: Row;
	/** Places of its rows in the run. */
	readonly members: readonly number[];
	/** Which conversation it is a turn of, by number; units of one number are drawn together. Absent where nothing has a conversation. */
	readonly cluster?: number;
};

/** A question with a yes or no per unit: one of our labels, or a target. */
export type Question = {
	readonly kind: 'label' | 'target';
	readonly name: string;
	readonly labels: readonly Label[];
	/** Per unit: 0, 1 or UNKNOWN. */
	readonly truth: Uint8Array;
	/** Per unit, as `clustersOf` has them. */
	readonly clusters?: Uint32Array;
};

/** What one model said of the units. */
export type Answers = {
	/** Names its random numbers: the same model gets the same ones, whatever it is called. */
	readonly key: string;
	/** Per unit, for each question of which the model speaks, in [0, 1]; NaN without a score. */
	readonly scores: ReadonlyMap<Question, Float64Array>;
	/** Per unit: whether a target's labels reach their own thresholds (1 or 0); NaN without a score. */
	readonly flags: ReadonlyMap<Question, Float64Array>;
	readonly thresholds: Partial<Readonly<Record<Label, number>>>;
	/** Highest level of the two axes per unit; −1 without a score. */
	readonly levels: Int8Array;
};

/** What is needed of a model's run. */
export type Judged = Pick<ModelRun, 'scored'> & {
	readonly scorer:
		| (Pick<Scorer, 'labels' | 'thresholds'> & {
				readonly info: Pick<Scorer['info'], 'kind' | 'hash'>;
		  })
		| undefined;
};

export function unitsOf(rows: readonly Row[], unit: 'row' | 'conversation'): readonly Unit[] {
	if (unit === 'row') return turnsOf(rows);
	const found = new Map<string, { turns: Row[]; members: number[] }>();
	rows.forEach((row, at) => {
		const key = row.conversation ?? `\u0000${at}`;
		const { turns, members } = found.get(key) ?? { turns: [], members: [] };
		found.set(key, { turns, members });
		turns.push(row);
		members.push(at);
	});
	return [...found.values()].flatMap(({ turns, members }) => {
		const [first] = turns;
		return first ? [{ row: { ...first, ...together(turns) }, members }] : [];
	});
}

/** Rows by themselves; those of one conversation are no independent witnesses, and are numbered alike. */
function turnsOf(rows: readonly Row[]): readonly Unit[] {
	if (rows.every(({ conversation }) => conversation === undefined))
		return rows.map((row, at) => ({ row, members: [at] }));
	const numbers = new Map<string, number>();
	return rows.map((row, at) => {
		const cluster = numbers.get(row.conversation ?? '') ?? at;
		if (row.conversation !== undefined) numbers.set(row.conversation, cluster);
		return { row, members: [at], cluster: row.conversation === undefined ? at : cluster };
	});
}

/** The number of each of these units' conversation, for drawing them together; undefined where they are drawn by themselves. */
export function clustersOf(
	units: readonly Unit[],
	places: ArrayLike<number> = units.map((_, at) => at)
): Uint32Array | undefined {
	if (units[0]?.cluster === undefined) return undefined;
	return Uint32Array.from(places, (at) => units[at]?.cluster ?? at);
}

/** The labels and targets of which something is known. */
export function questionsOf(
	units: readonly Unit[],
	targets: readonly Target[]
): readonly Question[] {
	const code = (holds: boolean | undefined) => (holds === undefined ? UNKNOWN : Number(holds));
	const clusters = clustersOf(units);
	const labels = LABELS.map((label) => ({
		...{ kind: 'label' as const, clusters },
		name: label,
		labels: [label],
		truth: Uint8Array.from(units, ({ row }) => code(row.truth[label]))
	}));
	const others = targets.map(({ name, labels }) => ({
		...{ kind: 'target' as const, clusters },
		name,
		labels,
		truth: Uint8Array.from(units, ({ row }) => code(row.targets?.[name]))
	}));
	return [...labels, ...others].filter(({ truth }) => truth.some((holds) => holds !== UNKNOWN));
}

/** A model's scores by question. Of a conversation the highest turn counts, for `none` the lowest. */
export function answersOf(
	model: Judged,
	units: readonly Unit[],
	questions: readonly Question[]
): Answers {
	const labels = model.scorer?.labels ?? [];
	const thresholds = model.scorer?.thresholds ?? {};
	const scores = new Map<Question, Float64Array>();
	const flags = new Map<Question, Float64Array>();
	for (const question of questions) {
		const spoken = question.labels.filter((label) => labels.includes(label));
		if (spoken.length === 0) continue;
		const quiet = question.kind === 'label' && question.name === 'none';
		const over = (of: (label: Label, score: number) => number) =>
			Float64Array.from(units, ({ members }) =>
				overTurns(members, quiet, (at) => {
					const given = model.scored[at]?.scores;
					return Math.max(...spoken.map((label) => of(label, given?.[label] ?? NaN)));
				})
			);
		scores.set(
			question,
			over((_label, score) => score)
		);
		if (question.kind === 'target')
			flags.set(
				question,
				over((label, score) =>
					Number.isNaN(score) ? NaN : Number(score >= (thresholds[label] ?? Infinity))
				)
			);
	}
	const levels = Int8Array.from(units, ({ members }) => {
		let highest = 0;
		for (const at of members) {
			const said = levelsOf(model.scored[at], thresholds);
			if (!said) return -1;
			highest = Math.max(highest, said.selfHarm, said.violence);
		}
		return highest;
	});
	const { kind, hash } = model.scorer?.info ?? { kind: 'none', hash: '' };
	return { key: `${kind}/${hash}`, scores, flags, thresholds, levels };
}

/** NaN where a turn has no score, so that an unfinished conversation is not taken for a quiet one. */
function overTurns(
	members: readonly number[],
	lowest: boolean,
	of: (row: number) => number
): number {
	let found = lowest ? Infinity : -Infinity;
	for (const at of members) found = lowest ? Math.min(found, of(at)) : Math.max(found, of(at));
	return found;
}

/** The threshold at which a label's question is answered with yes; null for a target, see `flags`. */
export function thresholdOf({ kind, name }: Question, { thresholds }: Answers): number | null {
	return kind === 'label' ? (thresholds[name as Label] ?? 0.5) : null;
}
