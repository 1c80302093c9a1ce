import { LABELS } from '$lib/intent/labels';
import { onlyLabel } from './levels';
import type { Grid } from './metrics/confusion';
import { UNKNOWN } from './metrics/sample';
import { clustersOf, thresholdOf, type Answers, type Question, type Unit } from './units';

/** The labels that a model speaks of and something is known of, with the thresholds in their order. */
export function labelGrid(
	questions: readonly Question[],
	answers: Answers,
	units: Uint32Array
): { readonly grid: Grid; readonly thresholds: readonly number[] } {
	const spoken = questions.filter(
		(question) => question.kind === 'label' && answers.scores.has(question)
	);
	return gridOf(spoken, answers, units);
}

/**
 * The same with every label that units may have: a model is also wrong where it has no word for what is there. `none` is
 * always among them.
 */
export function wholeGrid(
	questions: readonly Question[],
	answers: Answers,
	units: Uint32Array
): ReturnType<typeof labelGrid> {
	const labels = questions.filter(({ kind }) => kind === 'label');
	const none: Question = {
		...{ kind: 'label', name: 'none', labels: ['none'] },
		truth: new Uint8Array(0)
	};
	const lacks = labels.every(({ name }) => name !== 'none');
	return gridOf(lacks ? [none, ...labels] : labels, answers, units);
}

function gridOf(
	spoken: readonly Question[],
	answers: Answers,
	units: Uint32Array
): ReturnType<typeof labelGrid> {
	const width = spoken.length;
	const scores = new Float64Array(units.length * width);
	const truth = new Uint8Array(units.length * width);
	spoken.forEach((question, label) => {
		const given = answers.scores.get(question);
		units.forEach((unit, at) => {
			scores[at * width + label] = given?.[unit] ?? NaN;
			truth[at * width + label] = question.truth[unit] ?? UNKNOWN;
		});
	});
	const labels = spoken.map(({ name }) => name);
	const together = spoken.find(({ clusters }) => clusters)?.clusters;
	const clusters = together && units.map((at) => together[at] ?? at);
	return {
		grid: { labels, scores, truth, clusters },
		thresholds: spoken.map((question) => thresholdOf(question, answers) ?? Infinity)
	};
}

/**
 * The one label of each unit and the label of its highest score, as places in LABELS; of equal scores the first. Where all
 * scores are 0 it is NAMELESS, which is wrong: who names nothing must not gain by it.
 */
export type Named = {
	readonly held: readonly number[];
	readonly named: readonly number[];
	/** The one label of units that lack scores. */
	readonly lost: readonly number[];
	/** What each unit is drawn with, those that lack scores last. */
	readonly clusters?: Uint32Array;
};

/**
 * Units that have exactly one label and a score for each label of which the model speaks. Undefined where there is none,
 * or where units have a label of which the model does not speak: it could not be right.
 */
export function namedOf(
	all: readonly Unit[],
	questions: readonly Question[],
	answers: Answers,
	units: Uint32Array
): (Named & { readonly units: Uint32Array }) | undefined {
	const columns = LABELS.map((label) => {
		const question = questions.find(({ kind, name }) => kind === 'label' && name === label);
		return question && answers.scores.get(question);
	});
	const [held, named, kept]: [number[], number[], number[]] = [[], [], []];
	const [lost, lacking]: [number[], number[]] = [[], []];
	for (const unit of units) {
		const row = all[unit]?.row;
		const only = row ? onlyLabel(row.truth) : -1;
		if (only < 0) continue;
		if (!columns[only]) return undefined;
		const highest = argmax(columns, unit);
		if (highest === undefined) {
			lost.push(only);
			lacking.push(unit);
			continue;
		}
		held.push(only);
		named.push(highest);
		kept.push(unit);
	}
	if (held.length === 0) return undefined;
	const clusters = clustersOf(all, [...kept, ...lacking]);
	return { held, named, lost, clusters, units: Uint32Array.from(kept) };
}

/** A grid in which each unit holds one label and is named one, or none where it is lost, for macro-F1 of the latter. */
export function namedGrid({ held, named, lost, clusters }: Named): Grid {
	const width = LABELS.length;
	const all = [...held, ...lost];
	const scores = new Float64Array(all.length * width).fill(NaN, held.length * width);
	const truth = new Uint8Array(all.length * width);
	all.forEach((label, at) => (truth[at * width + label] = 1));
	named.forEach((label, at) => {
		if (label !== NAMELESS) scores[at * width + label] = 1;
	});
	return { labels: LABELS, scores, truth, clusters };
}

const NAMELESS = -1;

/** Undefined where a score is absent. */
function argmax(columns: readonly (Float64Array | undefined)[], unit: number): number | undefined {
	let best = NAMELESS;
	let top = 0;
	for (const [label, column] of columns.entries()) {
		if (!column) continue;
		const score = column[unit] ?? NaN;
		if (Number.isNaN(score)) return undefined;
		if (score > top) [best, top] = [label, score];
	}
	return best;
}
