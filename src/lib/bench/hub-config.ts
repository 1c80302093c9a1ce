import * as v from 'valibot';
import { LABELS, type Label } from '$lib/intent/labels';
import { Refusal } from './refusal';
import type { LabelMap } from './scorer';

/** The part of a Hugging Face config.json that decides how its numbers are read. */
const Config = v.object({
	id2label: v.record(v.string(), v.string()),
	problem_type: v.nullish(v.string()),
	model_type: v.nullish(v.string()),
	max_position_embeddings: v.nullish(v.number()),
	pad_token_id: v.nullish(v.number())
});

export type HubConfig = {
	/** In the order of the outputs. */
	readonly labels: readonly string[];
	/** `softmax`: exactly one label holds; `sigmoid`: each for itself. */
	readonly activation: 'softmax' | 'sigmoid';
	/** Most tokens that the positions allow, special ones included. */
	readonly positions: number | undefined;
	/** First position id: models after RoBERTa count from behind the padding. */
	readonly firstPosition: number;
};

/** Reads config.json. Throws a Refusal where the model is no classifier whose labels have names. */
export function readConfig(json: string, folder: string): HubConfig {
	const result = v.safeParse(Config, parse(json, `${folder}/config.json`));
	if (!result.success)
		throw new Refusal(
			`${folder}/config.json has no usable "id2label": export the model as a text classifier with names for its labels.`
		);
	const config = result.output;
	const count = Object.keys(config.id2label).length;
	const labels = Array.from({ length: count }, (_, index) => config.id2label[String(index)]);
	if (count === 0 || !labels.every((label) => label !== undefined))
		throw new Refusal(
			`${folder}/config.json must number the labels in "id2label" from 0 without a gap.`
		);
	const firstPosition = countsFromPadding(config.model_type) ? (config.pad_token_id ?? 1) + 1 : 0;
	return {
		labels,
		activation: activation(config.problem_type, count, folder),
		positions: config.max_position_embeddings
			? config.max_position_embeddings - firstPosition
			: undefined,
		firstPosition
	};
}

/** As TextClassificationPipeline.postprocess of transformers 4.57 chooses where `problem_type` is absent. */
function activation(type: string | null | undefined, count: number, folder: string) {
	if (type === 'multi_label_classification') return 'sigmoid';
	if (type === 'single_label_classification') return count === 1 ? 'sigmoid' : 'softmax';
	if (!type) return count === 1 ? 'sigmoid' : 'softmax';
	throw new Refusal(
		`${folder}/config.json says "problem_type": "${type.slice(0, 60)}", and only single_label_classification and multi_label_classification give probabilities.`
	);
}

function countsFromPadding(type: string | null | undefined): boolean {
	return /roberta|camembert|xlm-r|mpnet/i.test(type ?? '');
}

/** JSON of a file, or a Refusal that names it. */
export function parse(json: string, file: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		throw new Refusal(`${file} is not JSON: download or export it again.`);
	}
}

/**
 * The map to use: the one that a person made, or, where a model has labels of our names, those. Throws a Refusal where
 * nothing is mapped, or where the map names labels that the model has not.
 */
export function settleMap(
	labels: readonly string[],
	map: LabelMap | undefined,
	name: string
): LabelMap {
	const list = (names: readonly string[]) => names.map((label) => `"${label}"`).join(', ');
	const foreign = Object.keys(map ?? {}).filter((label) => !labels.includes(label));
	if (foreign.length > 0)
		throw new Refusal(
			`The label map for ${name} names ${list(foreign)}, but the model has ${list(labels)}.`
		);
	const ours = new Set<string>(LABELS);
	const isOurs = (label: string): label is Label => ours.has(label);
	const settled = Object.fromEntries(
		labels.map((label) => [label, map ? (map[label] ?? []) : isOurs(label) ? [label] : []])
	);
	if (Object.values(settled).every((targets) => targets.length === 0))
		throw new Refusal(
			`None of the labels of ${name} (${list(labels)}) is mapped to one of ours: say in a label map what they stand for.`
		);
	return settled;
}

/**
 * The model's probabilities as those of our labels. Of several labels that speak for one of ours, exclusive ones (softmax)
 * are added up, and of independent ones the highest counts.
 */
export function mapScores(
	values: readonly number[],
	{ labels, activation }: Pick<HubConfig, 'labels' | 'activation'>,
	map: LabelMap
): Partial<Record<Label, number>> {
	const scores: Partial<Record<Label, number>> = {};
	labels.forEach((label, index) => {
		const p = values[index] ?? NaN;
		for (const target of map[label] ?? []) {
			const before = scores[target] ?? 0;
			scores[target] = activation === 'softmax' ? Math.min(1, before + p) : Math.max(before, p);
		}
	});
	return scores;
}
