import { m } from '$paraglide/messages';
import { announcer } from '$lib/ui/announcer.svelte';
import { DataFile, faultOf } from './data-file.svelte';
import type { RunProgress } from './desk-run';
import type { Fault } from './fault';
import { readSidecar, sidecarName, type Sidecar } from './map';
import { ModelChoice } from './model-choice.svelte';
import { choiceOf } from './picked-model';
import { thisDevice } from './this-device';
import { readResults } from './read-results';
import { now, recall, remember, type Unfinished } from './remember';
import type { Results } from './results';
import { APP_VERSION, SOURCES } from './version';
import { startWorker } from './worker-client';

/** Results on the screen: of the run of this visit, whose rows are still there, or of a file. */
export type Shown = { readonly name: string; readonly results: Results; readonly live: boolean };

/** Everything of one visit to the bench. */
export class Bench {
	files = $state.raw<readonly DataFile[]>([]);
	models = $state.raw<readonly ModelChoice[]>([
		new ModelChoice({ kind: 'handrail', raw: false }),
		new ModelChoice({ kind: 'handrail', raw: true }, false),
		new ModelChoice({ kind: 'lexicon' })
	]);
	seed = $state<number | null>(1);
	resamples = $state<number | null>(1000);
	limit = $state<number | null>(null);
	afresh = $state(false);
	running = $state(false);
	progress = $state.raw<RunProgress>();
	/** What stopped the run, or a file or folder that was refused. */
	problem = $state.raw<Fault>();
	stopped = $state(false);
	unkept = $state(false);
	unfinished = $state.raw<Unfinished | undefined>(recall().unfinished);
	shown = $state.raw<readonly Shown[]>([]);
	readonly chosen = $derived(this.models.filter((model) => model.chosen));
	readonly ready = $derived(
		this.files.length > 0 &&
			this.files.every((file) => file.ready) &&
			this.chosen.length > 0 &&
			this.chosen.every((model) => !model.lacking)
	);
	readonly #seed = $derived(within(this.seed ?? 1, 0, 0xffffffff));
	readonly #resamples = $derived(within(this.resamples ?? 1000, 100, 10_000));
	#worker: ReturnType<typeof startWorker> | undefined;
	#stop: AbortController | undefined;

	/** The worker, started when it is first asked something, and again after it was gone. */
	get peer() {
		this.#worker ??= startWorker(() => this.#gone());
		return this.#worker.peer;
	}

	/** Takes data files; a `.map.json` among them describes the file of its name, or the only file. */
	async add(files: readonly File[]): Promise<void> {
		this.problem = undefined;
		const maps = await this.#readMaps(files.filter(isMap));
		const data = files.filter((file) => !isMap(file));
		const of = (name: string, alone: boolean) =>
			maps.find((map) => map.name === sidecarName(name))?.sidecar ??
			(alone && maps.length === 1 ? maps[0]?.sidecar : undefined);
		if (data.length === 0) {
			// Maps by themselves are meant for files that are there.
			for (const file of this.files) {
				const sidecar = of(file.name, this.files.length === 1);
				if (sidecar) await file.describe(sidecar);
			}
			return;
		}
		const fresh = data.map(
			(file) => new DataFile(file, this.peer, of(file.name, data.length === 1))
		);
		this.files = [...this.files, ...fresh];
		await Promise.all(fresh.map((file) => file.open()));
	}

	async #readMaps(files: readonly File[]) {
		const maps: { readonly name: string; readonly sidecar: Sidecar }[] = [];
		for (const file of files)
			try {
				maps.push({ name: file.name, sidecar: readSidecar(await file.text(), file.name) });
			} catch (error) {
				this.problem = faultOf(error);
			}
		return maps;
	}

	remove(file: DataFile): void {
		file.close();
		this.files = this.files.filter((one) => one !== file);
	}

	async addFolder(files: readonly File[]): Promise<void> {
		if (files.length === 0) return;
		try {
			this.problem = undefined;
			this.models = [...this.models, new ModelChoice(await choiceOf(files))];
		} catch (error) {
			this.problem = faultOf(error);
		}
	}

	addScores(files: readonly File[]): void {
		const fresh = files.map((file) => new ModelChoice({ kind: 'file', file }));
		this.models = [...this.models, ...fresh];
	}

	addJudge(): void {
		const judge = new ModelChoice({ kind: 'judge' });
		Object.assign(judge, recall().judge);
		this.models = [...this.models, judge];
	}

	removeModel(model: ModelChoice): void {
		this.models = this.models.filter((one) => one !== model);
	}

	async run(): Promise<void> {
		if (!this.ready || this.running) return;
		this.#begin();
		const stop = (this.#stop = new AbortController());
		const specs = this.chosen.flatMap((model) => model.specs);
		try {
			const { results, persistent } = await this.peer.call(
				'run',
				{
					sets: this.files.flatMap(({ key, sidecar }) => (sidecar ? [{ key, sidecar }] : [])),
					models: specs,
					options: {
						seed: this.#seed,
						version: APP_VERSION,
						code: SOURCES,
						resume: !this.afresh,
						...(this.limit && { limit: within(this.limit, 1, 1e9) })
					},
					resamples: this.#resamples,
					...thisDevice()
				},
				{ signal: stop.signal, onProgress: (progress) => this.#hear(progress as RunProgress) }
			);
			this.unkept = !persistent;
			this.stopped = !results;
			if (results) this.#finish(results);
		} catch (error) {
			this.stopped = stop.signal.aborted;
			if (!stop.signal.aborted) this.problem = faultOf(error);
		} finally {
			this.running = false;
			this.unfinished = recall().unfinished;
			if (this.stopped) announcer.say(m.bench_run_stopped());
		}
	}

	/** For whatever is drawn by chance. */
	get drawing() {
		return { seed: this.#seed, resamples: this.#resamples };
	}

	cancel(): void {
		this.#stop?.abort();
	}

	/** Opens results of an earlier run, to look at or to compare with. */
	async open(files: readonly File[]): Promise<void> {
		this.problem = undefined;
		for (const file of files)
			try {
				const results = await readResults(file);
				this.shown = [...this.shown, { name: file.name, results, live: false }];
			} catch (error) {
				this.problem = faultOf(error);
			}
	}

	close(shown: Shown): void {
		this.shown = this.shown.filter((one) => one !== shown);
	}

	/** Removes what runs have kept in this browser, and the remembered maps. */
	async forget(): Promise<void> {
		await this.peer.call('forget', undefined);
		remember({ maps: [], judge: undefined, unfinished: undefined });
		this.unfinished = undefined;
		announcer.say(m.bench_kept_gone());
	}

	end(): void {
		this.cancel();
		this.#worker?.end();
	}

	#begin() {
		this.running = true;
		this.stopped = false;
		this.problem = undefined;
		this.progress = undefined;
		const judge = this.chosen.find(({ what }) => what.kind === 'judge');
		if (judge) remember({ judge: { url: judge.url, model: judge.model } });
		remember({
			unfinished: {
				files: this.files.map(({ name }) => name),
				models: this.chosen.map(({ what }) => what.kind),
				started: now(),
				done: 0,
				rows: 0
			}
		});
		announcer.say(m.bench_run_began());
	}

	#hear(progress: RunProgress) {
		const before = this.progress;
		this.progress = progress;
		if (progress.stage !== 'scoring') return;
		const { unfinished } = recall();
		const { done, rows, model } = progress;
		if (unfinished) remember({ unfinished: { ...unfinished, done, rows } });
		const same =
			before?.stage === 'scoring' && before.model === model && before.set === progress.set;
		if (!same) announcer.say(m.bench_run_model({ name: model }));
	}

	#finish(results: Results) {
		remember({ unfinished: undefined });
		this.shown = [
			{ name: m.bench_this_run(), results, live: true },
			...this.shown.filter(({ live }) => !live)
		];
		announcer.say(m.bench_run_done());
	}

	/** The worker ended by itself: what it had read is gone, what it had kept is not. */
	#gone() {
		this.problem = { code: 'worker/gone', sentence: '' };
		this.running = false;
		this.files = [];
		this.shown = this.shown.map((one) => ({ ...one, live: false }));
		this.#worker = undefined;
	}
}

/** A whole number between the two, whatever was typed. */
function within(value: number, least: number, most: number): number {
	return Math.min(most, Math.max(least, Math.round(value)));
}

function isMap({ name }: File): boolean {
	return name.endsWith('.map.json');
}
