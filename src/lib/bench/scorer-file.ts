import * as v from 'valibot';
import { LABELS, type Label } from '$lib/intent/labels';
import { sha256 } from '$lib/screening/hash';
import { Refusal, RowFailed } from './refusal';
import type { Scorer } from './scorer';
import type { Scored } from './shape';

const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
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

/**
 * Scores that were computed elsewhere: JSON Lines `{"id","scores":{label:p,…}}`, as `npm run screen` writes them; the ids
 * are those of the data. Of an id that comes twice, the last counts. Rejects with a Refusal that names the line.
 */
export async function openScores(file: Blob, name: string): Promise<Scorer> {
	if (file.size > MOST_BYTES)
		throw new Refusal(`${name} is larger than 500 MB: split it, one file of scores per data set.`);
	const bytes = new Uint8Array(await file.arrayBuffer());
	const rows = new Map<string, Scored>();
	const labels = new Set<Label>();
	const text = new TextDecoder().decode(bytes);
	let number = 0;
	for (const line of lines(text)) {
		number++;
		if (!line.trim()) continue;
		const { id, ...scored } = parse(line, name, number);
		rows.set(String(id), scored);
		for (const label of Object.keys(scored.scores)) labels.add(label as Label);
	}
	if (rows.size === 0) throw new Refusal(`${name} holds no scores.`);
	const ordered = LABELS.filter((label) => labels.has(label));
	return {
		name,
		labels: ordered,
		thresholds: Object.fromEntries(ordered.map((label) => [label, 0.5])),
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
			if (!scored) throw new RowFailed(`${name} has no scores for some rows of the data.`);
			return scored;
		},
		close: async () => rows.clear()
	};
}

function parse(line: string, name: string, number: number): Scored & { id: string | number } {
	const refuse = (what: string) => new Refusal(`Line ${number} of ${name} ${what}.`);
	let json: unknown;
	try {
		json = JSON.parse(line);
	} catch {
		throw refuse('is not JSON');
	}
	const result = v.safeParse(Line, json);
	if (!result.success)
		throw refuse('needs an "id" and "scores", an object of labels and numbers from 0 to 1');
	const { scores, ...rest } = result.output;
	const foreign = Object.keys(scores).find((label) => !LABELS.some((ours) => ours === label));
	if (foreign !== undefined)
		throw refuse('has a label that is none of ours: rename the labels before the file is used');
	return { milliseconds: 0, ...rest, scores };
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
