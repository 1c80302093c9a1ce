import { sha256 } from '$lib/screening/hash';
import { distinct, hashRows, sharedIds } from './identity';
import { hasAnswer } from './levels';
import { pause } from './metrics/pause';
import { pick } from './pick';
import { Rate, type Progress } from './progress';
import { Refusal, RowFailed } from './refusal';
import type { ModelKind, Opener, Scorer } from './scorer';
import type { Row, Scored } from './shape';
import type { Done, Store } from './store';

export type RunOptions = {
	/** Version of the app: scores that another one has kept are not taken up. */
	readonly version: string;
	/** Hash of the code that screens: scores that our models have given by other code are not taken up. */
	readonly code?: string;
	/** Draws the rows where there are more than `limit`. */
	readonly seed?: number;
	readonly limit?: number;
	/** Takes up what an earlier run has kept; otherwise that is thrown away. */
	readonly resume?: boolean;
};

export type RunInput = {
	readonly dataset: { readonly name: string; readonly hash: string; readonly rows: readonly Row[] };
	readonly scorers: readonly Opener[];
	readonly options: RunOptions;
	readonly store: Store;
	readonly signal?: AbortSignal;
	readonly onProgress?: (progress: Progress) => void;
};

/** What one model said of the rows. */
export type ModelRun = {
	readonly name: string;
	/** What the scorer said of itself; undefined where it could not be opened. */
	readonly scorer: Pick<Scorer, 'labels' | 'thresholds' | 'info'> | undefined;
	/** By row; undefined where there is no answer. */
	readonly scored: readonly (Scored | undefined)[];
	/** Rows that the model was asked about in vain. */
	readonly failed: number;
	/** Rows that an earlier run had finished. */
	readonly kept: number;
	/** False where the model stopped before the last row, or never began. */
	readonly complete: boolean;
	/** Sentences for a person: why the model stopped, why rows have no answer. */
	readonly problems: readonly string[];
};

export type BenchRun = {
	/** The rows that were asked about, in the order of `scored`. */
	readonly rows: readonly Row[];
	readonly models: readonly ModelRun[];
	/** Sentences about the run as a whole. */
	readonly notices: readonly string[];
	/** True where a person stopped it. */
	readonly stopped: boolean;
};

/** Failures without an answer between them, after which a model is taken for broken. */
const BROKEN_AFTER = 20;

/** What is kept at once: so many rows, or what came in so many milliseconds. */
const BATCH = 200;
const FLUSH_EVERY = 1000;

/** Models whose scores our own code decides about. */
const SCREENS: readonly ModelKind[] = ['handrail', 'handrail-model', 'lexicon'];

const SHARED =
	'Rows of the data that share an id get no scores from a file: give each row an id of its own.';

/** Milliseconds without a pause that nobody notices. */
const BREATH = 20;

/** Milliseconds between two words about progress. */
const REPORT_EVERY = 250;

/**
 * Asks every model about every row, one model after another. Goes on where an earlier run with the same rows, model,
 * backend and version was cut off. Never rejects for a model's or a row's sake: what went wrong stands in the outcome.
 */
export async function runBench(input: RunInput): Promise<BenchRun> {
	const { dataset, scorers, options, signal } = input;
	const rows = pick(dataset.rows, options.limit, options.seed ?? 1);
	const rowsHash = await hashRows(dataset.rows);
	const notices = new Set<string>();
	const models: ModelRun[] = [];
	for (const [index, opener] of scorers.entries()) {
		const one = new OneModel(input, rows, rowsHash, index, notices);
		models.push(await one.run(opener));
	}
	return { rows, models, notices: [...notices], stopped: signal?.aborted ?? false };
}

class OneModel {
	readonly #scored: (Scored | undefined)[];
	/** What each row is kept under. */
	readonly #names: readonly string[];
	/** Ids by which a file of scores cannot know a row. */
	readonly #shared: ReadonlySet<string>;
	readonly #problems = new Set<string>();
	readonly #waiting: Done[] = [];
	#kept = 0;
	#done = 0;
	#failed = 0;
	#inARow = 0;
	#over = false;
	#keeping = true;
	#flushed = 0;
	#reported = -Infinity;
	#breath = 0;
	#rate: Rate | undefined;
	#perSecond: number | undefined;

	constructor(
		private readonly input: RunInput,
		private readonly rows: readonly Row[],
		private readonly rowsHash: string,
		private readonly index: number,
		private readonly notices: Set<string>
	) {
		this.#scored = new Array<Scored | undefined>(rows.length).fill(undefined);
		this.#names = distinct(rows);
		this.#shared = sharedIds(input.dataset.rows);
	}

	async run({ name, open }: Opener): Promise<ModelRun> {
		if (this.input.signal?.aborted) return this.#outcome(name, undefined);
		this.#report(name, 'opening');
		let scorer: Scorer;
		try {
			scorer = await open();
		} catch (error) {
			this.#problems.add(sentence(error, `${name} could not be opened.`));
			return this.#outcome(name, undefined);
		}
		const cancel = () => scorer.cancel?.();
		this.input.signal?.addEventListener('abort', cancel);
		try {
			await this.#score(scorer);
		} finally {
			this.input.signal?.removeEventListener('abort', cancel);
			await scorer.close().catch(() => undefined);
		}
		this.#report(scorer.name, 'finished');
		return this.#outcome(scorer.name, scorer);
	}

	async #score(scorer: Scorer) {
		for (const note of scorer.notes ?? []) this.#problems.add(note);
		const key = await this.#key(scorer);
		await this.#takeUp(key);
		const todo = this.rows.flatMap((row, index) => (this.#scored[index] ? [] : [{ row, index }]));
		this.#rate = new Rate(performance.now());
		this.#flushed = this.#breath = performance.now();
		let next = 0;
		const hand = async () => {
			for (let item = todo[next++]; item && !this.#stopped; item = todo[next++]) {
				await this.#one(scorer, item.row, item.index);
				await this.#rest(key, scorer.name);
			}
		};
		await Promise.all(Array.from({ length: scorer.parallel ?? 1 }, hand));
		await this.#flush(key);
	}

	get #stopped(): boolean {
		return this.#over || (this.input.signal?.aborted ?? false);
	}

	async #one(scorer: Scorer, row: Row, index: number) {
		try {
			if (scorer.info.kind === 'file' && this.#shared.has(row.id)) throw new RowFailed(SHARED);
			const scored = await scorer.score(row.text, row.id);
			if (!hasAnswer(scored)) throw new RowFailed(`${scorer.name} gave some rows no scores.`);
			this.#scored[index] = scored;
			this.#waiting.push({ id: this.#names[index] ?? row.id, scored });
			this.#inARow = 0;
			this.#done++;
		} catch (error) {
			// Given up because a person stopped the run: no failure of the row.
			if (this.input.signal?.aborted) return;
			this.#failed++;
			this.#fail(error, scorer.name);
		}
	}

	#fail(error: unknown, name: string) {
		if (error instanceof Refusal) {
			this.#over = true;
			this.#problems.add(error.message);
		} else if (error instanceof RowFailed) this.#problems.add(error.message);
		else if (++this.#inARow < BROKEN_AFTER)
			this.#problems.add(`${name} failed on some rows, which have no scores.`);
		else {
			this.#over = true;
			this.#problems.add(
				`${name} failed on ${BROKEN_AFTER} rows one after another and was stopped; what it had finished is kept.`
			);
		}
	}

	/** Between two rows: keeps, reports and lets others have their turn, each when it is time. */
	async #rest(key: string, name: string) {
		const now = performance.now();
		if (this.#waiting.length >= BATCH || now - this.#flushed >= FLUSH_EVERY) await this.#flush(key);
		if (now - this.#reported >= REPORT_EVERY) this.#report(name, 'scoring');
		if (now - this.#breath >= BREATH) {
			await pause();
			this.#breath = performance.now();
		}
	}

	async #takeUp(key: string) {
		const { store, options } = this.input;
		try {
			if (options.resume === false) return await store.remove(key);
			const places = new Map(this.#names.map((name, index) => [name, index]));
			for (const { id, scored } of await store.load(key)) {
				const index = places.get(id);
				if (index === undefined || !hasAnswer(scored)) continue;
				if (!this.#scored[index]) this.#kept++;
				this.#scored[index] = scored;
			}
		} catch {
			this.notices.add(
				'What an earlier run has kept cannot be read, so every row is scored again.'
			);
		}
	}

	async #flush(key: string) {
		this.#flushed = performance.now();
		const rows = this.#waiting.splice(0);
		if (rows.length === 0 || !this.#keeping) return;
		try {
			await this.input.store.append(key, rows);
		} catch {
			this.#keeping = false;
			this.notices.add(
				'Finished rows can no longer be kept, perhaps because the disk is full: the run goes on, but could not be resumed.'
			);
		}
	}

	/** Everything that decides about a score, and nothing else. */
	#key({ info }: Scorer): Promise<string> {
		const { kind, hash, backend, threads, runtime, map } = info;
		const { version, code } = this.input.options;
		const by = SCREENS.includes(kind) ? code : undefined;
		return sha256(
			JSON.stringify([this.rowsHash, version, by, kind, hash, backend, threads, runtime, map])
		);
	}

	#report(model: string, phase: Progress['phase']) {
		const now = performance.now();
		this.#reported = now;
		const models = this.input.scorers.length;
		const rows = this.rows.length;
		const tried = this.#done + this.#failed;
		if (phase !== 'opening') this.#perSecond = this.#rate?.at(now, tried) ?? this.#perSecond;
		const rate = this.#perSecond;
		const left = rows - this.#kept - tried + (models - this.index - 1) * rows;
		this.input.onProgress?.({
			model,
			index: this.index,
			models,
			phase,
			done: this.#kept + tried,
			rows,
			kept: this.#kept,
			...(rate ? { rate, secondsLeft: left / rate } : {})
		});
	}

	#outcome(name: string, scorer: Scorer | undefined): ModelRun {
		const asked = this.#kept + this.#done + this.#failed;
		return {
			name,
			scorer: scorer && {
				labels: scorer.labels,
				thresholds: scorer.thresholds,
				info: scorer.info
			},
			scored: this.#scored,
			failed: this.#failed,
			kept: this.#kept,
			complete: scorer !== undefined && asked === this.rows.length,
			problems: [...this.#problems]
		};
	}
}

/** A Refusal's own sentence; of any other error nothing, since a runtime's words could hold the text. */
function sentence(error: unknown, otherwise: string): string {
	return error instanceof Refusal ? error.message : otherwise;
}
