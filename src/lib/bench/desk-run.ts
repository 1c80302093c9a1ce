import { readBlocks } from './blocks';
import { chunksOf } from './chunks';
import { compare } from './compare';
import { compareResults, type Comparisons } from './compare-results';
import type { Dataset } from './dataset';
import type { Described, Desk, Watching } from './desk';
import { differencesOf, type Difference, type DifferenceQuery } from './differences';
import { measure } from './measure';
import type { ModelSpec } from './model-spec';
import { openersFor, type PageMethods } from './openers';
import type { Peer } from './peer';
import type { Progress } from './progress';
import { buildResults, type Comparison, type DataSetResult, type Results } from './results';
import { readScores, writeScores, type RowScores } from './scores-file';
import { newNotes } from './table';
import { runBench, type BenchRun, type RunOptions } from './run';
import { Refusal } from './refusal';
import { browserStore } from './store';
import { answersOf, questionsOf, unitsOf } from './units';

export type RunRequest = {
	readonly sets: readonly Described[];
	readonly models: readonly ModelSpec[];
	readonly options: Required<Pick<RunOptions, 'seed' | 'version' | 'code' | 'resume'>> &
		Pick<RunOptions, 'limit'>;
	readonly resamples: number;
	/** What the page knows of the device. */
	readonly device: Results['device'];
	readonly runtime: string;
};

/** Where a run is: reading a file, asking the models, or computing figures. `share` goes from 0 to 1. */
export type RunProgress = { readonly set: number; readonly sets: number } & (
	| { readonly stage: 'reading' | 'measuring'; readonly share: number }
	| ({ readonly stage: 'scoring' } & Progress)
);

export type RunAnswer = {
	/** Absent where a person stopped the run. */
	readonly results?: Results;
	/** Rows that have scores of all models that were begun; they are kept. */
	readonly persistent: boolean;
};

/** Two files of row scores, or one to be compared with the run of this visit. */
export type ScoresRequest = {
	readonly files: readonly File[];
	readonly seed: number;
	readonly resamples: number;
};

export type RunMethods = {
	run(request: RunRequest, options: Watching): Promise<RunAnswer>;
	compare(
		request: { readonly set: number; readonly models: readonly [number, number] },
		options: Watching
	): Promise<Comparison>;
	differences(request: DifferenceQuery & { readonly set: number }): {
		readonly total: number;
		readonly found: readonly Difference[];
	};
	/** The texts of rows, by their places: asked for one by one. */
	text(request: { readonly set: number; readonly row: number }): string;
	/** Row scores for a file of their own. */
	scores(request: { readonly set: number }): Blob;
	compareScores(request: ScoresRequest, options: Watching): Promise<Comparisons['datasets']>;
	/** Removes what any run has kept. */
	forget(): Promise<void>;
};

type Finished = {
	readonly run: BenchRun;
	readonly dataset: Dataset;
	readonly seed: number;
	readonly limit: number | undefined;
	readonly resamples: number;
};

/** Runs, and answers questions about the rows of the last one, in the bench's worker. */
export function runDesk(desk: Desk, page: Peer<PageMethods>): RunMethods {
	let finished: Finished[] = [];
	const at = (set: number): Finished => {
		const found = finished[set];
		if (!found) throw new Error('there is no such set');
		return found;
	};
	return {
		async run(request, { signal, onProgress }) {
			finished = [];
			const store = await browserStore();
			const datasets: DataSetResult[] = [];
			const done: Finished[] = [];
			const { seed, limit } = request.options;
			const { resamples } = request;
			try {
				for (const [set, described] of request.sets.entries()) {
					const tell = (progress: object) =>
						onProgress({ set, sets: request.sets.length, ...progress });
					const dataset = await desk.load(described, {
						signal,
						onProgress: (share) => tell({ stage: 'reading', share })
					});
					const run = await runBench({
						dataset,
						scorers: openersFor(request.models, page, signal),
						options: request.options,
						store,
						signal,
						onProgress: (progress) => tell({ stage: 'scoring', ...progress })
					});
					if (run.stopped) return { persistent: store.persistent };
					datasets.push(
						await measure(run, dataset, {
							seed,
							resamples,
							signal,
							onProgress: (some, of) => tell({ stage: 'measuring', share: of ? some / of : 1 })
						})
					);
					done.push({ run, dataset, seed, limit, resamples });
				}
			} finally {
				store.close();
			}
			finished = done;
			return { results: assemble(request, datasets), persistent: store.persistent };
		},
		async compare({ set, models: [first, second] }, { signal }) {
			const { run, dataset, seed, resamples } = at(set);
			const units = unitsOf(run.rows, dataset.labelsOf);
			const questions = questionsOf(units, dataset.targets);
			const [one, other] = [run.models[first], run.models[second]];
			if (!one || !other) throw new Error('there is no such model');
			return compare(
				{ units, questions, options: { seed, resamples, signal } },
				[one.name, other.name],
				[answersOf(one, units, questions), answersOf(other, units, questions)]
			);
		},
		differences: ({ set, ...query }) => differencesOf(at(set).run, query),
		text: ({ set, row }) => at(set).run.rows[row]?.text ?? '',
		scores: ({ set }) => {
			const { run, dataset, seed, limit } = at(set);
			return new Blob([...writeScores(run, dataset, { seed, limit })], {
				type: 'application/x-ndjson'
			});
		},
		async compareScores({ files, ...options }, { signal }) {
			const [one, other] = await Promise.all(files.map(readScoresFile));
			if (!one) throw new Refusal('Choose the files of row scores of both results.');
			const here = finished.map(({ run, dataset }): RowScores => ({
				dataset,
				rows: run.rows,
				models: run.models.flatMap((model) =>
					model.scorer ? [{ ...model, scorer: model.scorer }] : []
				)
			}));
			return compareResults(other ? [one] : here, [other ?? one], { ...options, signal });
		},
		async forget() {
			const store = await browserStore();
			await store.clear();
			store.close();
		}
	};
}

function assemble(
	{ options, resamples, device, runtime }: RunRequest,
	datasets: DataSetResult[]
): Results {
	return buildResults({
		created: new Date().toISOString(),
		seed: options.seed,
		resamples,
		limit: options.limit,
		versions: { app: options.version, runtime },
		device,
		datasets
	});
}

function readScoresFile(file: File): Promise<RowScores> {
	return readScores(linesOf(file), file.name);
}

async function* linesOf(file: File): AsyncGenerator<string> {
	for await (const block of readBlocks(chunksOf(file.stream()), newNotes()))
		for (const line of block?.split('\n') ?? []) if (line.trim()) yield line;
}
