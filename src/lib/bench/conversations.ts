import type { Label } from '$lib/intent/labels';
import type { Dataset } from './dataset';
import { together } from './conversation-truth';
import { AXES, labelsFrom, levelsOf, type Axis } from './levels';
import { bootstrapEarly, type Watched } from './metrics/early';
import type { ResampleOptions } from './metrics/resample';
import type { Early } from './results';
import type { ModelRun } from './run';
import type { Row, Target } from './shape';
import { targetTruth } from './truth';

const LEVELS = [1, 2, 3] as const;

/** From here on an order is a time in milliseconds (1973 and later), below it a number of turns. */
const FIRST_TIME = 1e11;

/**
 * How soon a model finds conversations, per axis and level, where some conversation is known to be so. A conversation is so
 * when one of its turns has a label of that level or above, or a target says so; unknown where not all of its turns
 * tell. Where labels belong to turns, an alarm is true from the first such turn on. History is left out: it never brings the
 * first alarm of a level forward.
 */
export async function earlyOf(
	model: ModelRun,
	rows: readonly Row[],
	{ targets, labelsOf }: Pick<Dataset, 'targets' | 'labelsOf'>,
	options: ResampleOptions
): Promise<Early[]> {
	const conversations = group(rows);
	const found: Early[] = [];
	if (conversations.length === 0) return found;
	for (const axis of AXES)
		for (const level of LEVELS) {
			const labels = labelsFrom(axis, level);
			let missing = 0;
			const watched: Watched[] = [];
			for (const places of conversations) {
				const turns = places.flatMap((at) => rows[at] ?? []);
				const told = labelsOf === 'row' ? turns : [together(turns)];
				const known = told.map((one) => truthOf(one, labels, targets));
				const levels = places.map((at) => levelAt(model, at, axis));
				const one = watch(known, levels);
				if (!one) continue;
				if (levels.some(Number.isNaN)) missing++;
				else watched.push({ ...one, ...timesOf(turns.map(({ order }) => order)) });
			}
			const positives = watched.filter(({ truth }) => truth).length;
			if (positives === 0) continue;
			const name = `${options.name ?? ''}/early/${axis}/${level}`;
			const metrics = await bootstrapEarly(watched, { ...options, name, level });
			const negatives = watched.length - positives;
			found.push({ axis, level, positives, negatives, missing, metrics });
		}
	return found;
}

/** A conversation of whose turns, or of which as a whole, this much is known; undefined where that is too little. */
function watch(
	known: readonly (boolean | undefined)[],
	levels: readonly number[]
): Watched | undefined {
	const truth = known.includes(true);
	if (!truth && known.includes(undefined)) return undefined;
	const from = truth ? known.indexOf(true) : 0;
	// Of an alarm on a turn of which nothing is known nobody can say that it was too early.
	const unsure = (turn: number) => turn < from && known[turn] === undefined;
	return { truth, from, levels: levels.map((level, turn) => (unsure(turn) ? 0 : level)) };
}

function group(rows: readonly Row[]): readonly number[][] {
	const found = new Map<string, number[]>();
	rows.forEach(({ conversation }, at) => {
		if (conversation === undefined) return;
		const before = found.get(conversation);
		if (before) before.push(at);
		else found.set(conversation, [at]);
	});
	return [...found.values()];
}

function levelAt(model: ModelRun, at: number, axis: Axis): number {
	return levelsOf(model.scored[at], model.scorer?.thresholds ?? {})?.[axis] ?? NaN;
}

function truthOf(
	row: Pick<Row, 'truth' | 'targets'>,
	labels: readonly Label[],
	targets: readonly Target[]
): boolean | undefined {
	const inside = targets.filter((target) => target.labels.every((one) => labels.includes(one)));
	return inside.some(({ name }) => row.targets?.[name]) || targetTruth(row.truth, labels);
}

function timesOf(orders: readonly (number | undefined)[]): { times?: number[] } {
	const times = orders.filter((order) => order !== undefined);
	const known = times.length === orders.length && times.every((time) => time >= FIRST_TIME);
	return known ? { times } : {};
}
