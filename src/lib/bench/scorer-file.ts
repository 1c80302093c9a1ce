import * as v from 'valibot';
import { LABELS, type Label } from '$lib/intent/labels';
import { sha256 } from '$lib/screening/hash';
import { isRounded } from './identity';
import { Refusal, RowFailed } from './refusal';
import type { Scorer } from './scorer';
import type { Scored } from './shape';

const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const Head = v.strictObject({
	thresholds: v.record(v.picklist(LABELS), probability),
	name: v.optional(v.pipe(v.string(), v.nonEmpty()))
});
const level = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3));
const Line = v.object({
	id: v.union([v.string(), v.number()]),
	scores: v.record(v.string(), probability),
	level: v.optional(v.object({ selfHarm: level, violence: level })),
	routes: v.optional(v.array(v.string())),
	state: v.optional(v.picklist(['ok', 'unsure', 'unscreened'])),
	lang: v.optional(v.string()),
	milliseconds: v.optional(v.pipe(v.number(), v.minValue(0)))
});

/** A file of scores is read whole: 500 MB are about a million rows. */
const MOST_BYTES = 500e6;

/** What counts as given where a file of scores does not say. */
const USUAL = 0.5;

/**
 * Scores that were computed elsewhere: JSON Lines `{"id","scores":{label:p,…}}`, as `npm run screen` writes them; the ids
 * are those of the data, of one set or of several. A first line `{"thresholds":{label:p,…},"name"}` says from which
 * probability labels count, and what the model is called. Rejects with a Refusal that names the line.
 */
export async function openScores(blob: Blob, file: string): Promise<Scorer> {
	if (blob.size > MOST_BYTES)
		throw new Refusal(`${file} is larger than 500 MB: split it, one file of scores per data set.`);
	const bytes = new Uint8Array(await blob.arrayBuffer());
	const { head, rows } = read(bytes, file);
	if (rows.size === 0) throw new Refusal(`${file} holds no scores.`);
	const labels = new Set([...rows.values()].flatMap(({ scores }) => Object.keys(scores)));
	const ordered = LABELS.filter((label) => labels.has(label));
	const name = head?.name ?? file;
	return {
		name,
		labels: ordered,
		thresholds: Object.fromEntries(
			ordered.map((label) => [label, head?.thresholds[label] ?? USUAL])
		),
		notes: notesOf(file, ordered, head),
		info: {
			kind: 'file',
			name,
			version: null,
			hash: await sha256(bytes),
			bytes: null,
			backend: null,
			threads: null,
			runtime: null,
			coldStartMs: null,
			memoryBytes: null,
			map: null
		},
		async score(_text, id) {
			const scored = rows.get(id);
			if (!scored) throw new RowFailed(`${file} has no scores for some rows of the data.`);
			return scored;
		},
		close: async () => rows.clear()
	};
}

type Head = v.InferOutput<typeof Head>;

function notesOf(file: string, labels: readonly Label[], head: Head | undefined) {
	const without = labels.filter((label) => head?.thresholds[label] === undefined).length;
	if (without === 0) return [];
	const which = `${head ? '' : 'its '}${without} ${without === 1 ? 'label' : 'labels'}`;
	return [
		`${file} says no thresholds of ${which}, which count from ${USUAL} on: a first line {"thresholds":{…}} may say others.`
	];
}

function read(bytes: Uint8Array, file: string) {
	const rows = new Map<string, Scored>();
	let head: Head | undefined;
	let number = 0;
	for (const line of lines(new TextDecoder().decode(bytes))) {
		number++;
		if (!line.trim()) continue;
		const refuse = (what: string) => new Refusal(`Line ${number} of ${file} ${what}.`);
		const json = parse(line, refuse);
		if (!head && rows.size === 0 && isHead(json)) {
			head = readHead(json, refuse);
			continue;
		}
		const { id, ...scored } = readRow(json, refuse);
		const before = rows.get(id);
		// Two rows of one name cannot be told apart, and one would get the scores of the other.
		if (before && JSON.stringify(before) !== JSON.stringify(scored))
			throw refuse('gives an id other scores than an earlier line: give each row an id of its own');
		rows.set(id, scored);
	}
	return { head, rows };
}

type Refuse = (what: string) => Refusal;

function parse(line: string, refuse: Refuse): unknown {
	try {
		return JSON.parse(line);
	} catch {
		throw refuse('is not JSON');
	}
}

function isHead(json: unknown): boolean {
	return typeof json === 'object' && json !== null && 'thresholds' in json;
}

function readHead(json: unknown, refuse: Refuse): Head {
	const result = v.safeParse(Head, json);
	if (result.success) return result.output;
	throw refuse('needs "thresholds", an object of our labels and numbers from 0 to 1');
}

function readRow(json: unknown, refuse: Refuse): Scored & { id: string } {
	const result = v.safeParse(Line, json);
	if (!result.success)
		throw refuse('needs an "id" and "scores", an object of labels and numbers from 0 to 1');
	const { id, scores, ...rest } = result.output;
	if (typeof id === 'number' && isRounded(id))
		throw refuse('has a number as "id" that is too large to be exact: write ids as strings');
	const foreign = Object.keys(scores).find((label) => !LABELS.some((ours) => ours === label));
	if (foreign !== undefined)
		throw refuse('has a label that is none of ours: rename the labels before the file is used');
	return { id: String(id), milliseconds: 0, ...rest, scores };
}

/** One line after another, so that a large file is not there twice as strings. */
function* lines(text: string): Generator<string> {
	for (let from = 0; from <= text.length;) {
		const end = text.indexOf('\n', from);
		yield text.slice(from, end < 0 ? undefined : end);
		if (end < 0) return;
		from = end + 1;
	}
}
