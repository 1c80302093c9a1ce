import * as v from 'valibot';
import { LABELS } from '$lib/intent/labels';
import { METRICS } from './metrics/bins';

/** The shape of results.json. A later version that an older program would misread gets another number. */
export const FORMAT = 'handrail-bench/1';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const maybe = v.nullable(v.number());
const label = v.picklist(LABELS);
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** A value with its 95 % bootstrap interval; null where it is not defined. */
export const Estimate = v.strictObject({ value: maybe, low: maybe, high: maybe });
/** First model minus second, with a two-sided p. */
export const Difference = v.strictObject({ ...Estimate.entries, p: maybe });
/** Macro-F1 and how many labels are in it: those that some row holds, with or without a score. */
const Macro = v.strictObject({ ...Estimate.entries, counted: whole });
/** A share of so many rows. */
const Share = v.strictObject({ ...Estimate.entries, rows: whole });

function each<Name extends string, Schema extends v.GenericSchema>(
	names: readonly Name[],
	schema: Schema
) {
	return v.strictObject(
		Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, Schema>
	);
}

/** One label, or one target (a question over several labels), on one slice of the rows. */
export const Figures = v.strictObject({
	name: v.string(),
	kind: v.picklist(['label', 'target']),
	/** Where the label counts as given; null for a target, which counts where any of its labels does. */
	threshold: maybe,
	positives: whole,
	negatives: whole,
	/** Rows of known truth without a score; in no figure. */
	missing: whole,
	/** The 2×2 table at the threshold. */
	counts: each(['tp', 'fp', 'fn', 'tn'], whole),
	metrics: each(METRICS, Estimate)
});
export type Figures = v.InferOutput<typeof Figures>;

/** The one label of each row against the label of the highest score; only rows that have exactly one label. */
const Argmax = v.strictObject({ rows: whole, accuracy: Estimate, macroF1: Macro });

/** What a person would see. */
const Levels = v.strictObject({
	/** Level 2 or 3 on rows whose labels are all quiet ones: none, mental-health/information, violence/discussion. */
	cardsOnHarmless: Share,
	/** Level 1 on the same rows: the quiet line. */
	linesOnHarmless: Share,
	/** Level 0 on rows of self-harm/intent or violence/threat. */
	missed: Share
});

/** Rows that belong together: all, those of a language, those of a subgroup. */
export const Slice = v.strictObject({
	by: v.picklist(['all', 'language', 'group']),
	/** Name of the subgroup column. */
	column: v.nullable(v.string()),
	/** Empty for `all`. */
	value: v.string(),
	/** Rows, or conversations: see `unit` of the data set. */
	rows: whole,
	figures: v.array(Figures),
	/** Over the labels at their thresholds; a row may have several. */
	macroF1: v.nullable(Macro),
	argmax: v.nullable(Argmax),
	levels: v.nullable(Levels)
});
export type Slice = v.InferOutput<typeof Slice>;

const ReliabilityPoint = each(['from', 'to', 'mean', 'rate', 'count'], v.number());
export const Calibration = v.strictObject({
	brier: maybe,
	logLoss: maybe,
	/** Expected calibration error over 15 bins of equal width, and of equal mass (adaptive). */
	eceWidth: maybe,
	eceMass: maybe,
	width: v.array(ReliabilityPoint),
	mass: v.array(ReliabilityPoint)
});
export type Calibration = v.InferOutput<typeof Calibration>;

/** Curves of one label or target over all rows. */
export const Detail = v.strictObject({
	name: v.string(),
	kind: v.picklist(['label', 'target']),
	positives: whole,
	negatives: whole,
	calibration: Calibration,
	/** At most 200 points each, from the highest threshold down. */
	pr: v.array(each(['threshold', 'precision', 'recall'], v.number())),
	roc: v.array(
		v.strictObject({ threshold: maybe, falsePositiveRate: v.number(), recall: v.number() })
	),
	/** Rows at or above the thresholds 0, 0.01, … 1 that hold (tp) and do not (fp). */
	sweep: v.strictObject({ tp: v.array(whole), fp: v.array(whole) })
});
export type Detail = v.InferOutput<typeof Detail>;

const Confusion = v.strictObject({
	labels: v.array(v.string()),
	/** `cells[true][named]`; parts of a row where it has several labels. */
	cells: v.array(v.array(v.number())),
	leftOut: whole
});

const LatencyEntries = {
	count: whole,
	...each(['mean', 'p50', 'p90', 'p95', 'p99', 'longest'], maybe).entries
};
/** Milliseconds of a reading. */
export const Latency = v.strictObject({
	...LatencyEntries,
	byLength: v.array(v.strictObject({ length: v.string(), ...LatencyEntries }))
});

const EARLY = [
	'precision',
	'recall',
	'f1',
	'erde5',
	'erde50',
	'speed',
	'latencyWeightedF1',
	'turns',
	'milliseconds'
] as const;

/** How soon conversations are found: the first turn of `level` or above on the axis is the alarm. */
export const Early = v.strictObject({
	axis: v.picklist(['selfHarm', 'violence']),
	level: v.picklist([1, 2, 3]),
	/** Conversations that are so (a label of that level or above), and that are not. An alarm too early is false in the former. */
	positives: whole,
	negatives: whole,
	/** Conversations with a turn that has no score; in no figure. */
	missing: whole,
	metrics: each(EARLY, Estimate)
});
export type Early = v.InferOutput<typeof Early>;

const ModelInfo = v.strictObject({
	kind: v.picklist(['handrail', 'handrail-model', 'hub', 'judge', 'lexicon', 'file']),
	name: v.string(),
	version: v.nullable(v.string()),
	hash: v.string(),
	bytes: maybe,
	backend: v.nullable(v.picklist(['wasm', 'wasm-threads', 'webgpu', 'node'])),
	threads: maybe,
	runtime: v.nullable(v.string()),
	coldStartMs: maybe,
	memoryBytes: maybe,
	map: v.nullable(v.record(v.string(), v.array(label)))
});

export const ModelResult = v.strictObject({
	name: v.string(),
	/** Null where the model could not be opened; then there are no figures either. */
	info: v.nullable(ModelInfo),
	labels: v.array(label),
	thresholds: v.record(v.string(), v.number()),
	/** False where it stopped before the last row. */
	complete: v.boolean(),
	scored: whole,
	/** Rows that it was asked about in vain. */
	failed: whole,
	/** Rows whose scores come from an earlier, interrupted run. */
	kept: whole,
	problems: v.array(v.string()),
	/** The first is over all rows. */
	slices: v.array(Slice),
	details: v.array(Detail),
	/** Of all labels of all rows together. */
	calibration: v.nullable(Calibration),
	confusion: v.nullable(Confusion),
	/** Null where the time says nothing: a phrase list, scores from elsewhere. */
	latency: v.nullable(Latency),
	early: v.array(Early)
});
export type ModelResult = v.InferOutput<typeof ModelResult>;

/** Two models on the rows that both have scored: first minus second. */
export const Comparison = v.strictObject({
	first: v.string(),
	second: v.string(),
	/** Rows with scores of both. */
	rows: whole,
	figures: v.array(
		v.strictObject({
			name: v.string(),
			kind: v.picklist(['label', 'target']),
			positives: whole,
			negatives: whole,
			metrics: each(METRICS, Difference)
		})
	),
	macroF1: v.nullable(v.strictObject({ ...Difference.entries, counted: whole })),
	accuracy: v.nullable(Difference),
	cardsOnHarmless: v.nullable(Difference),
	missed: v.nullable(Difference)
});
export type Comparison = v.InferOutput<typeof Comparison>;

const known = v.strictObject({ yes: whole, no: whole });
const Counts = v.strictObject({
	...each(
		[
			'read',
			'kept',
			'empty',
			'duplicate',
			'contradicting',
			'unmapped',
			'ignored',
			'others',
			'renamed',
			'unordered',
			'foreign'
		],
		whole
	).entries,
	bad: v.record(v.string(), whole),
	labels: v.record(v.string(), known),
	targets: v.record(v.string(), known),
	langs: v.record(v.string(), whole)
});

export const DataSetResult = v.strictObject({
	name: v.string(),
	/** Of the file's bytes, by `hashKind`: SHA-256 of the SHA-256s of each MiB. */
	hash: sha256,
	hashKind: v.literal('sha256-tree-1MiB'),
	/** SHA-256 of the columns and the label map. */
	mapHash: sha256,
	bytes: whole,
	counts: Counts,
	/** What figures count: a row, or a whole conversation where labels belong to conversations. */
	unit: v.picklist(['row', 'conversation']),
	/** Rows that models were asked about; fewer than were kept where a limit was set. */
	rows: whole,
	targets: v.array(v.strictObject({ name: v.string(), labels: v.array(label) })),
	groups: v.array(v.string()),
	/** Sentences about the file and the run. */
	notices: v.array(v.string()),
	/** True where a person stopped the run before its end. */
	stopped: v.boolean(),
	models: v.array(ModelResult),
	/** The first model against each other one. */
	comparisons: v.array(Comparison)
});
export type DataSetResult = v.InferOutput<typeof DataSetResult>;

/** Behavioural cases of one functionality in one language. */
const SuiteCell = v.strictObject({
	functionality: v.string(),
	lang: v.string(),
	cases: whole,
	passed: whole,
	/** The share that must pass. */
	mark: v.number(),
	/** Ids of cases that failed. */
	failing: v.array(v.string())
});
export const SuiteResult = v.strictObject({
	model: v.string(),
	/** SHA-256 over all files of the suite. */
	hash: sha256,
	cells: v.array(SuiteCell)
});
export type SuiteResult = v.InferOutput<typeof SuiteResult>;

export const Results = v.strictObject({
	format: v.literal(FORMAT),
	/** ISO 8601. */
	created: v.string(),
	seed: whole,
	resamples: whole,
	limit: v.nullable(whole),
	versions: v.strictObject({ app: v.string(), runtime: v.string() }),
	device: v.strictObject({
		platform: v.string(),
		processor: v.nullable(v.string()),
		cores: v.nullable(whole),
		memoryBytes: v.nullable(whole)
	}),
	/** How the figures are to be read. */
	notes: v.array(v.string()),
	datasets: v.array(DataSetResult),
	suites: v.array(SuiteResult)
});
export type Results = v.InferOutput<typeof Results>;

/** How the figures are to be read; part of every result, since results are passed on without this program. */
export const NOTES: readonly string[] = [
	'Intervals are 95 % percentile bootstrap intervals. Rows (or whole conversations, see "unit") are drawn as if they were independent of one another, but rows of one conversation together. Texts of one author are not independent either, and then the intervals are too narrow. Where all rows come from one conversation there is no interval and no p.',
	'A label is measured on the rows of which it is known whether it holds. Rows to which the model gave no score are counted as "missing" and are in no figure. null means not defined, as precision is where nothing was flagged.',
	"Precision, recall, F1 and false alarms are taken at the model's own thresholds. A target counts as given where any of its labels reaches its threshold; its areas under curves use the highest of their probabilities.",
	'"argmax" compares the label of the highest score with the label of rows that have exactly one; "macroF1" weighs all labels alike that some row holds; "counted" says how many, and a label whose rows all lack scores counts 0.',
	'"cardsOnHarmless" is the share of rows with nothing but quiet labels that get help of level 2 or 3, "linesOnHarmless" of those that get the quiet line of level 1; "missed" the share of rows of self-harm/intent or violence/threat at level 0. Levels of models that know none come from their labels by our policy.',
	'"early": the first turn of the level or above is the alarm. Where labels belong to rows, it is true from the first turn that holds the label on, turns and times are counted from there, and an alarm before it is false.',
	'Differences are first model minus second on the rows that both have scored; their p values are two-sided and not corrected for the number of comparisons.',
	'Times are of this device with whatever else it did; memory is rough.'
];

/** Puts a result together. Parts may be of data sets measured one after another. */
export function buildResults(
	parts: Omit<Results, 'format' | 'notes' | 'limit' | 'suites'> & {
		readonly limit?: number;
		readonly suites?: Results['suites'];
	}
): Results {
	const { created, seed, resamples, limit, versions, device, datasets, suites = [] } = parts;
	return {
		format: FORMAT,
		...{ created, seed, resamples, limit: limit ?? null, versions, device },
		...{ notes: [...NOTES], datasets, suites }
	};
}

/** The text of results.json. */
export function writeResults(results: Results): string {
	return `${JSON.stringify(results, null, '\t')}\n`;
}
