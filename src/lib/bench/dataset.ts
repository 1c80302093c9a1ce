import { makeBreathe } from './breathe';
import type { Watch } from './chunks';
import { checkColumns } from './columns';
import { mixedConversations } from './conversation-truth';
import { BenchError, type Fault } from './fault';
import { hashBlob, hashText } from './hash';
import { writeSidecar, type Sidecar } from './map';
import { peek } from './peek';
import { readRows } from './rows';
import type { Row, Target } from './shape';
import { Tally, type Counts } from './tally';

/** A data file that was read with its columns and its map. */
export type Dataset = {
	readonly name: string;
	/** Of the file's bytes, as hash.ts says (`sha256-tree-1MiB`). */
	readonly hash: string;
	/** SHA-256 of the sidecar as `writeSidecar` writes it: the same file with another map is another measure. */
	readonly mapHash: string;
	readonly bytes: number;
	readonly targets: readonly Target[];
	/** Names of the subgroup columns. */
	readonly groups: readonly string[];
	/** `conversation`: a row repeats the label of its conversation, and says nothing of itself. */
	readonly labelsOf: 'row' | 'conversation';
	/** In the order of the file; the turns of a conversation together and in their own order. */
	readonly rows: readonly Row[];
	readonly counts: Counts;
	/** What a person should know before trusting a result. */
	readonly faults: readonly Fault[];
};

export type LoadOptions = Watch & {
	/** UTF-16 code units of text that are held at once; the reading ends there and says so. */
	readonly most?: number;
};

/** What a browser's tab can hold beside a model: about half a gigabyte of Latin text, one of any other. */
const MOST = 512 * 1024 * 1024;

/**
 * Reads a data file whole. Progress goes over its bytes twice: once for the hash, once for the rows. Throws a BenchError
 * with one clear sentence where nothing can be measured: no such columns, a damaged file, no row left.
 */
export async function loadDataset(
	source: Blob,
	file: string,
	sidecar: Sidecar,
	options: LoadOptions = {}
): Promise<Dataset> {
	const { signal, onBytes, most = MOST } = options;
	const half = (offset: number) => (read: number, of: number) =>
		onBytes?.(offset * of + read, 2 * of);
	const first = await peek(source, file, sidecar);
	const [wrong] = checkColumns(sidecar.columns, first.rows);
	if (wrong) throw new BenchError(wrong);
	const hash = await hashBlob(source, { signal, onBytes: half(0) });
	const tally = new Tally();
	const rows: Row[] = [];
	const breathe = makeBreathe(signal);
	let size = 0;
	let whole = true;
	for await (const row of readRows(source, file, sidecar, tally, { signal, onBytes: half(1) })) {
		whole = size + row.text.length <= most;
		if (!whole) break;
		size += row.text.length;
		rows.push(row);
		tally.keep(row);
		await breathe();
	}
	const { name = file, targets = [], columns } = sidecar;
	const mixed = columns.labelsOf === 'conversation' ? mixedConversations(rows) : [];
	if (rows.length === 0) throw new BenchError(nothingLeft(file, tally));
	return {
		name,
		hash,
		mapHash: await hashText(writeSidecar(sidecar)),
		bytes: source.size,
		targets,
		groups: columns.groups ?? [],
		labelsOf: columns.labelsOf ?? 'row',
		rows: inTurn(rows),
		counts: tally.counts,
		faults: [...(whole ? [] : [tooMuch(file, rows.length)]), ...mixed, ...tally.faults]
	};
}

function tooMuch(file: string, kept: number): Fault {
	return {
		code: 'file/large',
		count: kept,
		sentence: `"${file}" has more text than fits into memory: only its first ${kept} usable rows are measured. Split the file to measure all.`
	};
}

/** The most telling reason why no row is left. */
function nothingLeft(file: string, tally: Tally): Fault {
	const [reason] = tally.faults;
	const why =
		reason?.sentence ??
		'The map or the roles leave every row out: say of at least one label what it means.';
	return { code: 'file/nothing', sentence: `No row of "${file}" can be used. ${why}` };
}

/** Brings the turns of each conversation together at its first row; rows without an order stay where they were among them. */
function inTurn(rows: readonly Row[]): readonly Row[] {
	if (rows.every((row) => row.conversation === undefined)) return rows;
	const conversations = new Map<string, Row[]>();
	for (const row of rows) {
		if (row.conversation === undefined) continue;
		const turns = conversations.get(row.conversation);
		if (turns) turns.push(row);
		else conversations.set(row.conversation, [row]);
	}
	return rows.flatMap((row) => {
		if (row.conversation === undefined) return [row];
		const turns = conversations.get(row.conversation);
		conversations.delete(row.conversation);
		if (!turns?.every((turn) => turn.order !== undefined)) return turns ?? [];
		return turns.sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
	});
}
