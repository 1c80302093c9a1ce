import * as v from 'valibot';
import { compare } from './compare';
import type { ResampleOptions } from './metrics/resample';
import { Refusal } from './refusal';
import { Comparison } from './results';
import type { RowScores, ScoredModel } from './scores-file';
import { answersOf, questionsOf, unitsOf } from './units';

export const COMPARISON_FORMAT = 'handrail-bench-comparison/1';

/** The shape of comparison.json: models of two results on the same rows. */
export const Comparisons = v.strictObject({
	format: v.literal(COMPARISON_FORMAT),
	created: v.string(),
	seed: v.number(),
	resamples: v.number(),
	/** What the two results are called: their files. */
	first: v.string(),
	second: v.string(),
	datasets: v.array(
		v.strictObject({
			name: v.string(),
			hash: v.string(),
			mapHash: v.string(),
			comparisons: v.array(Comparison)
		})
	)
});
export type Comparisons = v.InferOutput<typeof Comparisons>;

/**
 * Compares the models of two results row by row, on the data sets and rows that both have. Models of the same kind and hash,
 * then those of the same name, are compared with one another; where there are none, the first of the one with the first of the other. Rejects with a Refusal
 * where the results share no data set with the same label map.
 */
export async function compareResults(
	first: readonly RowScores[],
	second: readonly RowScores[],
	options: Omit<ResampleOptions, 'name'>
): Promise<Comparisons['datasets']> {
	const found: Comparisons['datasets'] = [];
	for (const one of first) {
		const { name, hash, mapHash } = one.dataset;
		const other = second.find(
			({ dataset }) => dataset.hash === hash && dataset.mapHash === mapHash
		);
		if (!other) continue;
		const comparisons = await compareSets(one, other, options);
		found.push({ name, hash, mapHash, comparisons });
	}
	if (found.length === 0)
		throw new Refusal(
			'The two results have no data set in common that was read with the same columns and label map: run both on the same file with the same map.'
		);
	return found;
}

async function compareSets(
	one: RowScores,
	other: RowScores,
	options: Omit<ResampleOptions, 'name'>
): Promise<Comparison[]> {
	const places = new Map(other.rows.map(({ id }, at) => [id, at]));
	const shared = one.rows.flatMap(({ id }, at) => {
		const there = places.get(id);
		return there === undefined ? [] : [{ at, there }];
	});
	const rows = shared.flatMap(({ at }) => one.rows[at] ?? []);
	const units = unitsOf(rows, one.dataset.labelsOf);
	const questions = questionsOf(units, one.dataset.targets);
	const comparisons: Comparison[] = [];
	for (const [left, right] of pairs(one.models, other.models)) {
		const same = left.name === right.name;
		comparisons.push(
			await compare(
				{ units, questions, options },
				same ? [`${left.name} (first)`, `${right.name} (second)`] : [left.name, right.name],
				[
					answersOf(
						on(left, (pair) => pair.at),
						units,
						questions
					),
					answersOf(
						on(right, (pair) => pair.there),
						units,
						questions
					)
				]
			)
		);
	}
	return comparisons;

	function on(model: ScoredModel, place: (pair: (typeof shared)[number]) => number) {
		return { ...model, scored: shared.map((pair) => model.scored[place(pair)]) };
	}
}

/** The same model in both, or else another one of its name: each has one partner at most. */
function pairs(
	first: readonly ScoredModel[],
	second: readonly ScoredModel[]
): readonly (readonly [ScoredModel, ScoredModel])[] {
	const partners = new Map<ScoredModel, ScoredModel>();
	const taken = new Set<ScoredModel>();
	for (const fits of [isSame, isSameModel, hasSameName])
		for (const one of first.filter((model) => !partners.has(model))) {
			const other = second.find((model) => !taken.has(model) && fits(one, model));
			if (!other) continue;
			partners.set(one, other);
			taken.add(other);
		}
	const same = first.flatMap((one) => {
		const other = partners.get(one);
		return other ? [[one, other] as const] : [];
	});
	const [left, right] = [first[0], second[0]];
	return same.length > 0 || !left || !right ? same : [[left, right]];
}

const hasSameName = (one: ScoredModel, other: ScoredModel) => one.name === other.name;

function isSameModel(
	{ scorer: { info: one } }: ScoredModel,
	{ scorer: { info: other } }: ScoredModel
) {
	return one.kind === other.kind && one.hash === other.hash;
}

const isSame = (one: ScoredModel, other: ScoredModel) =>
	hasSameName(one, other) && isSameModel(one, other);
