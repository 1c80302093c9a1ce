import type { Columns } from './columns';
import { coveredColumns, type Peeked } from './desk';
import { BenchError, type Fault } from './fault';
import type { GuessedMap } from './guess-map';
import { checkMap, meaningOf, type Meaning, type Sidecar } from './map';
import type { Peer } from './peer';
import type { Cell } from './preview';
import { Refusal } from './refusal';
import { recallMap, rememberMap } from './remember';
import type { Target } from './shape';
import type { BenchMethods } from './worker-client';

let count = 0;

/** A chosen data file, and what is being said of it. The rows are in the worker. */
export class DataFile {
	readonly key = `file-${count++}`;
	peeked = $state.raw<Peeked>();
	sidecar = $state.raw<Sidecar>();
	cells = $state.raw<readonly (readonly Cell[])[]>([]);
	revealed = $state(false);
	/** Labels of the data with their rows; undefined while they are not known. */
	labels = $state.raw<ReadonlyMap<string, number>>();
	/** Labels whose meaning was guessed from nothing but their names. */
	guessed = $state.raw<readonly string[]>([]);
	/** True where columns and map come from a file or from an earlier visit. */
	recalled = $state(false);
	columnFaults = $state.raw<readonly Fault[]>([]);
	/** Why the file cannot be read at all. */
	broken = $state.raw<Fault>();
	/** The part of the file that has been looked through for labels, 0 to 1. */
	looking = $state<number>();
	readonly mapFaults: readonly Fault[] = $derived.by(() =>
		this.sidecar && this.labels ? checkMap(this.sidecar, this.labels) : []
	);
	readonly ready: boolean = $derived(
		!this.broken &&
			this.looking === undefined &&
			this.sidecar !== undefined &&
			this.columnFaults.length === 0 &&
			this.mapFaults.length === 0
	);
	#look: AbortController | undefined;

	constructor(
		readonly file: File,
		private readonly peer: Peer<BenchMethods>,
		private readonly given?: Sidecar
	) {}

	get name(): string {
		return this.file.name;
	}

	/** Reads the beginning. `change` says another delimiter, or that there is no header. */
	async open(change: Pick<Sidecar, 'header' | 'delimiter'> = {}): Promise<void> {
		const { header, delimiter } = { ...this.given, ...change };
		try {
			this.broken = undefined;
			const peeked = await this.peer.call('peek', {
				key: this.key,
				file: this.file,
				header,
				delimiter
			});
			this.peeked = peeked;
			const known = this.given ?? recallMap(peeked.columns);
			this.recalled = known !== undefined;
			const layout = { ...(header === false && { header }), ...(delimiter && { delimiter }) };
			await this.say(
				known
					? { ...known, ...layout }
					: { format: 'handrail-map/1', ...layout, columns: peeked.guess },
				this.given === undefined
			);
		} catch (error) {
			this.broken = faultOf(error);
		}
	}

	/** Takes what a file says of columns and labels. */
	async describe(sidecar: Sidecar): Promise<void> {
		this.recalled = true;
		await this.say(sidecar, false);
	}

	/** Takes other columns. */
	setColumns(columns: Columns): void {
		if (this.sidecar) void this.say({ ...this.sidecar, columns }, true);
	}

	/** Takes the meaning of one label; undefined where it is not yet said. */
	setMeaning(label: string, meaning: Meaning | undefined): void {
		if (!this.sidecar) return;
		const map = { ...this.sidecar.map };
		if (meaning === undefined) Reflect.deleteProperty(map, label);
		else map[label] = meaning;
		this.#keep({ ...this.sidecar, map });
		this.guessed = this.guessed.filter((one) => one !== label);
	}

	setTargets(targets: NonNullable<Sidecar['targets']>): void {
		if (this.sidecar) this.#keep({ ...this.sidecar, targets });
	}

	/** Takes a whole description, and where `guess` allows it, guesses what it does not say of labels. */
	async say(sidecar: Sidecar, guess: boolean): Promise<void> {
		this.sidecar = sidecar;
		this.#look?.abort();
		const look = (this.#look = new AbortController());
		const { columns } = sidecar;
		try {
			this.columnFaults = await this.peer.call('check', { key: this.key, columns });
			await this.uncover(this.revealed);
			if (this.columnFaults.length > 0 || look.signal.aborted) return;
			await this.#findLabels(sidecar, guess, look.signal);
			rememberMap(this.peeked?.columns ?? [], this.sidecar);
		} catch (error) {
			if (!look.signal.aborted) this.broken = faultOf(error);
		} finally {
			if (this.#look === look) this.looking = undefined;
		}
	}

	/** Shows or covers the texts of the first rows. */
	async uncover(reveal: boolean): Promise<void> {
		this.revealed = reveal;
		const covered = this.sidecar ? coveredColumns(this.sidecar.columns) : [];
		this.cells = await this.peer.call('preview', { key: this.key, reveal, covered });
	}

	close(): void {
		this.#look?.abort();
		void this.peer.call('drop', this.key).catch(() => undefined);
	}

	async #findLabels(sidecar: Sidecar, guess: boolean, signal: AbortSignal) {
		this.looking = 0;
		const onProgress = (share: unknown) => (this.looking = Number(share));
		const request = { key: this.key, sidecar };
		const { labels, guess: found } = await this.peer.call('labels', request, {
			signal,
			onProgress
		});
		if (signal.aborted) return;
		this.labels = labels;
		if (guess || !sidecar.map) this.#guess(sidecar, labels, found);
	}

	#guess(sidecar: Sidecar, labels: ReadonlyMap<string, number>, found: GuessedMap) {
		const targets: Target[] = [...(sidecar.targets ?? [])];
		for (const target of found.targets)
			if (!targets.some(({ name }) => name === target.name)) targets.push(target);
		const open = [...labels.keys()].filter((label) => meaningOf(sidecar, label) === undefined);
		const map = { ...sidecar.map };
		const taken = open.filter((label) => Object.hasOwn(found.map, label));
		for (const label of taken) {
			const meaning = found.map[label];
			if (meaning !== undefined) map[label] = meaning;
		}
		// A label of our own name needs no second look.
		this.guessed = taken.filter((label) => !isOurs(label, map[label]));
		this.sidecar = {
			...sidecar,
			map,
			...(targets.length > 0 && {
				targets: targets.map(({ name, labels }) => ({ name, labels: [...labels] }))
			})
		};
	}

	#keep(sidecar: Sidecar) {
		this.sidecar = sidecar;
		rememberMap(this.peeked?.columns ?? [], sidecar);
	}
}

export function faultOf(error: unknown): Fault {
	if (error instanceof BenchError) return error.fault;
	if (error instanceof Refusal) return { code: 'refusal', sentence: error.message };
	return { code: 'unknown', sentence: '' };
}

function isOurs(label: string, meaning: Meaning | undefined): boolean {
	return Array.isArray(meaning) && meaning.length === 1 && meaning[0] === label;
}
