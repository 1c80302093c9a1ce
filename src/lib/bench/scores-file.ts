import * as v from 'valibot';
import { LABELS, type Label } from '$lib/intent/labels';
import type { Dataset } from './dataset';
import { Refusal } from './refusal';
import type { BenchRun, ModelRun } from './run';
import type { Row, Scored, Target } from './shape';

/** The shape of a file of row scores: what comparing two results row by row needs. */
export const SCORES_FORMAT = 'handrail-bench-scores/1';

const label = v.picklist(LABELS);
const Head = v.object({
	format: v.literal(SCORES_FORMAT),
	dataset: v.object({
		name: v.string(),
		hash: v.string(),
		mapHash: v.string(),
		labelsOf: v.picklist(['row', 'conversation']),
		targets: v.array(v.object({ name: v.string(), labels: v.array(label) }))
	}),
	/** How the rows were drawn; a result of another draw has others. */
	seed: v.optional(v.number()),
	limit: v.optional(v.number()),
	models: v.array(
		v.object({
			name: v.string(),
			kind: v.picklist(['handrail', 'handrail-model', 'hub', 'judge', 'lexicon', 'file']),
			hash: v.string(),
			labels: v.array(label),
			thresholds: v.record(v.string(), v.number())
		})
	)
});

const Line = v.object({
	id: v.string(),
	lang: v.string(),
	conversation: v.optional(v.string()),
	order: v.optional(v.number()),
	truth: v.record(v.string(), v.boolean()),
	targets: v.optional(v.record(v.string(), v.boolean())),
	/** In the order of the head's models; null without scores. */
	models: v.array(
		v.nullable(
			v.object({
				scores: v.record(v.string(), v.number()),
				level: v.optional(v.object({ selfHarm: v.number(), violence: v.number() })),
				milliseconds: v.number()
			})
		)
	)
});

/** What a file of row scores holds of a model: enough to compare it. */
export type ScoredModel = {
	readonly name: string;
	readonly scorer: {
		readonly labels: readonly Label[];
		readonly thresholds: Partial<Record<Label, number>>;
		readonly info: Pick<NonNullable<ModelRun['scorer']>['info'], 'kind' | 'hash'>;
	};
	readonly scored: readonly (Scored | undefined)[];
};

/** Seed and limit of the run. */
export type Drawn = { readonly seed?: number; readonly limit?: number };

export type RowScores = {
	readonly dataset: Pick<Dataset, 'name' | 'hash' | 'mapHash' | 'labelsOf' | 'targets'>;
	readonly drawn?: Drawn;
	/** Without texts and subgroups. */
	readonly rows: readonly Row[];
	readonly models: readonly ScoredModel[];
};

/**
 * The lines of a file of row scores: a head, then one line per row with its id, what is known of it and what each model
 * said; never its text. Models that could not be opened are not in it.
 */
export function* writeScores(
	{ rows, models }: Pick<BenchRun, 'rows' | 'models'>,
	dataset: RowScores['dataset'],
	{ seed, limit }: Drawn = {}
): Generator<string> {
	const { name, hash, mapHash, labelsOf, targets } = dataset;
	const opened = models.flatMap((model) =>
		model.scorer ? [{ ...model, scorer: model.scorer }] : []
	);
	const head = {
		...{ format: SCORES_FORMAT, dataset: { name, hash, mapHash, labelsOf, targets } },
		...{ seed, limit },
		models: opened.map(({ name: title, scorer: { info, labels, thresholds } }) => ({
			...{ name: title, kind: info.kind, hash: info.hash, labels, thresholds }
		}))
	};
	yield `${JSON.stringify(head)}\n`;
	for (const [at, { id, lang, conversation, order, truth, targets: known }] of rows.entries()) {
		const said = opened.map(({ scored }) => {
			const one = scored[at];
			if (!one) return null;
			return { scores: one.scores, level: one.level, milliseconds: one.milliseconds };
		});
		yield `${JSON.stringify({ id, lang, conversation, order, truth, targets: known, models: said })}\n`;
	}
}

/** Reads a file of row scores, line by line. Rejects with a Refusal that names the line that is wrong. */
export async function readScores(
	lines: AsyncIterable<string> | Iterable<string>,
	name: string
): Promise<RowScores> {
	let head: v.InferOutput<typeof Head> | undefined;
	const rows: Row[] = [];
	const scored: (Scored | undefined)[][] = [];
	let number = 0;
	for await (const line of lines) {
		number++;
		if (!head) {
			head = parse(Head, line, `${name} is no file of row scores that this version reads.`);
			scored.push(...head.models.map(() => []));
			continue;
		}
		const why = `Line ${number} of ${name} is no row of scores: the file is damaged.`;
		const { models, truth, targets, ...row } = parse(Line, line, why);
		if (models.length !== scored.length) throw new Refusal(why);
		rows.push({ ...row, text: '', groups: {}, truth, ...(targets && { targets }) });
		models.forEach((one, at) => scored[at]?.push(one ?? undefined));
	}
	if (!head) throw new Refusal(`${name} is empty.`);
	return {
		dataset: { ...head.dataset, targets: head.dataset.targets satisfies readonly Target[] },
		drawn: { seed: head.seed, limit: head.limit },
		rows,
		models: head.models.map(({ name: title, kind, hash, labels, thresholds }, at) => ({
			...{ name: title, scorer: { labels, thresholds, info: { kind, hash } } },
			scored: scored[at] ?? []
		}))
	};
}

function parse<Schema extends v.GenericSchema>(
	schema: Schema,
	line: string,
	why: string
): v.InferOutput<Schema> {
	let json: unknown;
	try {
		json = JSON.parse(line);
	} catch {
		throw new Refusal(why);
	}
	const result = v.safeParse(schema, json);
	if (!result.success) throw new Refusal(why);
	return result.output;
}
