import { compare } from './compare';
import { earlyOf } from './conversations';
import type { Dataset } from './dataset';
import { detailOf, pooledCalibration } from './figures';
import { wholeGrid } from './grid';
import { rowsOf } from './fault';
import { HASH_KIND } from './hash';
import { hasAnswer } from './levels';
import { confusion } from './metrics/confusion';
import { latency, latencyByLength } from './metrics/latency';
import type { DataSetResult, ModelResult } from './results';
import type { BenchRun, ModelRun } from './run';
import type { Scored } from './shape';
import { sliceOf, type Measured } from './slice';
import { partsOf, type Part } from './slices';
import { Steps } from './steps';
import { answersOf, questionsOf, unitsOf, type Answers } from './units';

export type MeasureOptions = {
	readonly seed: number;
	/** 1,000 unless told. */
	readonly resamples?: number;
	readonly signal?: AbortSignal;
	/** How much of the work is done, in parts of about the same time. */
	readonly onProgress?: (done: number, of: number) => void;
};

/**
 * All figures of a finished (or stopped) run on a data set. The same rows, scores and seed give the same digits in every
 * browser and in Node. Gives way every 20 ms; throws the signal's reason when aborted. Holds no text and no row's name.
 */
export async function measure(
	run: BenchRun,
	dataset: Omit<Dataset, 'rows'>,
	options: MeasureOptions
): Promise<DataSetResult> {
	const { seed, resamples, signal, onProgress } = options;
	const units = unitsOf(run.rows, dataset.labelsOf);
	const { parts, notices } = partsOf(units, dataset.groups);
	const questions = questionsOf(units, dataset.targets);
	const measured: Measured = { units, questions, options: { seed, resamples, signal } };
	const weight = parts.reduce((sum, part) => sum + weightOf(part), 0);
	const opened = run.models.filter(({ scorer }) => scorer).length;
	const pairs = Math.max(0, opened - 1) * 2 * units.length;
	const steps = new Steps(opened * (weight + units.length) + pairs, signal, onProgress);
	const models: ModelResult[] = [];
	const compared: DataSetResult['comparisons'] = [];
	let first: { readonly name: string; readonly answers: Answers } | undefined;
	for (const model of run.models) {
		if (!model.scorer) {
			models.push(describe(model));
			continue;
		}
		const answers = answersOf(model, units, questions);
		models.push({
			...describe(model),
			...(await measureModel(measured, run, model, answers, dataset, parts, steps))
		});
		if (first) {
			const names = [first.name, model.name] as const;
			compared.push(await compare(measured, names, [first.answers, answers]));
			await steps.did(2 * units.length);
		}
		first ??= { name: model.name, answers };
	}
	return {
		...describeSet(dataset),
		rows: run.rows.length,
		notices: [
			...dataset.faults.map(({ sentence, plain = sentence }) => plain),
			...run.notices,
			...notices
		],
		stopped: run.stopped,
		models,
		comparisons: compared
	};
}

async function measureModel(
	measured: Measured,
	run: BenchRun,
	model: ModelRun,
	answers: Answers,
	dataset: Pick<Dataset, 'targets' | 'labelsOf'>,
	parts: readonly Part[],
	steps: Steps
): Promise<Pick<ModelResult, 'slices' | 'details' | 'calibration' | 'confusion' | 'early'>> {
	const all = parts[0]?.units ?? new Uint32Array(0);
	const slices: ModelResult['slices'] = [];
	for (const part of parts) {
		const [whole] = slices;
		// One language for all: the same rows again.
		if (whole && part.by === 'language' && part.units.length === all.length)
			slices.push({ ...whole, by: 'language', value: part.value });
		else slices.push(await sliceOf(measured, answers, part));
		await steps.did(weightOf(part));
	}
	const details: ModelResult['details'] = [];
	for (const question of answers.scores.keys()) {
		details.push(detailOf(question, answers, all));
		await steps.did(all.length / answers.scores.size);
	}
	const { grid, thresholds } = wholeGrid(measured.questions, answers, all);
	const { options } = measured;
	return {
		slices,
		details,
		calibration: pooledCalibration(answers, all),
		confusion: answers.scores.size > 0 ? confused(confusion(grid, thresholds)) : null,
		early: await earlyOf(model, run.rows, dataset, { ...options, name: answers.key })
	};
}

function confused({ labels, cells, leftOut }: ReturnType<typeof confusion>) {
	return { labels: [...labels], cells: cells.map((line) => [...line]), leftOut };
}

/** What is known of a model without any figure. */
function describe(model: ModelRun): ModelResult {
	const { name, scorer, scored, failed, kept, complete } = model;
	const map = scorer?.info.map ?? null;
	return {
		name,
		info: scorer ? { ...scorer.info, map: map && copyMap(map) } : null,
		labels: [...(scorer?.labels ?? [])],
		thresholds: { ...scorer?.thresholds },
		complete,
		scored: scored.filter((one) => one && hasAnswer(one)).length,
		...{ failed, kept },
		problems: [...model.problems, ...lacking(model)],
		...{ slices: [], details: [], calibration: null, confusion: null, early: [] },
		latency: latencyOf(model)
	};
}

/** Rows that are left out of figures improve them where they are the hard ones: whoever reads those has to know. */
function lacking({ name, scorer, scored }: ModelRun): readonly string[] {
	if (!scorer) return [];
	const has = (one: Scored | undefined) =>
		one && hasAnswer(one) && scorer.labels.every((label) => one.scores[label] !== undefined);
	const without = scored.filter((one) => !has(one)).length;
	if (without === 0) return [];
	return [
		`${rowsOf(without)} of ${scored.length} lack some or all scores of ${name}: they are in no figure that needs these, which can make it look better.`
	];
}

function copyMap(map: NonNullable<NonNullable<ModelRun['scorer']>['info']['map']>) {
	return Object.fromEntries(Object.entries(map).map(([name, labels]) => [name, [...labels]]));
}

function latencyOf({ scorer, scored }: ModelRun): ModelResult['latency'] {
	if (!scorer || scorer.info.kind === 'file' || scorer.info.kind === 'lexicon') return null;
	const times = scored.map((one) => one?.milliseconds ?? NaN);
	const tokens = scored.map((one) => one?.tokens ?? NaN);
	return { ...latency(times), byLength: latencyByLength(times, tokens) };
}

function describeSet(dataset: Omit<Dataset, 'rows'>) {
	const { name, hash, mapHash, bytes, counts, labelsOf, targets, groups } = dataset;
	return {
		...{ name, hash, hashKind: HASH_KIND as typeof HASH_KIND, mapHash, bytes },
		counts: told(counts),
		unit: labelsOf,
		targets: targets.map(({ name: title, labels }) => ({ name: title, labels: [...labels] })),
		groups: [...groups]
	};
}

/** All but the values of subgroups, which could be texts: those that are shown stand in the slices. */
function told(counts: Dataset['counts']): DataSetResult['counts'] {
	const copy = structuredClone(counts) as DataSetResult['counts'] & { groups?: unknown };
	delete copy.groups;
	return copy;
}

/** Resampling costs something however few the rows are. */
function weightOf({ units }: Part): number {
	return units.length + 200;
}
