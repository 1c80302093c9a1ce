import type { Label } from '$lib/intent/labels';
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
 * tell. History is left out: it never brings the first alarm of a level forward.
 */
export async function earlyOf(
	model: ModelRun,
	rows: readonly Row[],
	targets: readonly Target[],
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
			for (const turns of conversations) {
				const truth = truthOf(
					turns.map((at) => rows[at]),
					labels,
					targets
				);
				if (truth === undefined) continue;
				const levels = turns.map((at) => levelAt(model, at, axis));
				if (levels.some(Number.isNaN)) missing++;
				else watched.push({ truth, levels, ...timesOf(turns.map((at) => rows[at]?.order)) });
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
	const scored = model.scored[at];
	return scored ? levelsOf(scored, model.scorer?.thresholds ?? {})[axis] : NaN;
}

function truthOf(
	turns: readonly (Row | undefined)[],
	labels: readonly Label[],
	targets: readonly Target[]
): boolean | undefined {
	const inside = targets.filter((target) => target.labels.every((one) => labels.includes(one)));
	let whole = true;
	for (const row of turns) {
		if (!row) continue;
		if (inside.some(({ name }) => row.targets?.[name] === true)) return true;
		const holds = targetTruth(row.truth, labels);
		if (holds === true) return true;
		if (holds === undefined) whole = false;
	}
	return whole ? false : undefined;
}

function timesOf(orders: readonly (number | undefined)[]): { times?: number[] } {
	const times = orders.filter((order) => order !== undefined);
	const known = times.length === orders.length && times.every((time) => time >= FIRST_TIME);
	return known ? { times } : {};
}
