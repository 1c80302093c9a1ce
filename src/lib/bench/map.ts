import { LABELS } from '$lib/intent/labels';
import * as v from 'valibot';
import { Columns } from './columns';
import { BenchError, nameList, rowsOf, type Fault } from './fault';
import { NO_LABEL } from './source-labels';

const OneLabel = v.picklist(LABELS);

/**
 * What one label of the data means.
 * - `["self-harm/ideation"]`: these labels hold, every other does not. `["none"]` likewise.
 * - `{ "yes": […], "unknown": […] | "rest", "targets": { "any self-harm": true } }`: `yes` hold; `unknown` are not known;
 *   the others do not hold. `"rest"`: all others are unknown, and so it is where `unknown` is left out and `yes` is empty.
 *   A target that is true says that one of its labels holds, nobody knows which; one that is false, that none does.
 * - `"other"`: a true negative: no label holds, and whether it is `none` is not known. Beside other labels it says nothing.
 * - `"unknown"`: nothing is known of the row; it counts for latency and disagreements only.
 * - `"ignore"`: the row is left out.
 */
export const Meaning = v.union([
	v.picklist(['other', 'ignore', 'unknown']),
	v.array(OneLabel),
	v.strictObject({
		yes: v.optional(v.array(OneLabel)),
		unknown: v.optional(v.union([v.literal('rest'), v.array(OneLabel)])),
		targets: v.optional(v.record(v.string(), v.boolean()))
	})
]);
export type Meaning = v.InferOutput<typeof Meaning>;

/**
 * What a person has said of a data file: `FILE.map.json` beside it, which the page saves and the command line reads.
 *
 * {
 *   "format": "handrail-map/1",
 *   "name": "Small example",                             shown in results; the file's name where it is absent
 *   "header": true,                                       CSV and TSV: the first row has the names (default)
 *   "delimiter": ";",                                     CSV; seen from the file where it is absent
 *   "columns": {                                          columns.ts; all but text (or turns) may be absent
 *     "id": "id", "text": "text", "labels": { "kind": "one", "column": "label" },
 *     "lang": "lang" or "language": "en", "groups": ["dialect"],
 *     "conversation": "thread", "order": "turn", "role": "speaker", "person": ["client"], "labelsOf": "conversation"
 *   },
 *   "targets": [{ "name": "any self-harm", "labels": ["self-harm/ideation", "self-harm/intent"] }],
 *   "map": { "suicidal": { "targets": { "any self-harm": true } }, "sad": ["self-harm/distress"], "": "other" },
 *   "rest": "other"                                       what every label means that "map" lacks; absent: that is an error
 * }
 *
 * `labels` is one of { kind: "one", column }, { kind: "split", column, separator }, { kind: "list", column },
 * { kind: "flags", columns } and { kind: "same", label }. In "map", "" is a row without a label. With flags a meaning is that
 * of a 1; a 0 says that its `yes` labels do not hold and its targets are the opposite, an empty field that they are unknown.
 */
export const Sidecar = v.strictObject({
	format: v.literal('handrail-map/1'),
	name: v.optional(v.string()),
	header: v.optional(v.boolean()),
	delimiter: v.optional(v.pipe(v.string(), v.length(1))),
	columns: Columns,
	targets: v.optional(
		v.array(
			v.strictObject({
				name: v.pipe(v.string(), v.minLength(1)),
				labels: v.pipe(v.array(OneLabel), v.minLength(1))
			})
		)
	),
	map: v.optional(v.record(v.string(), Meaning)),
	rest: v.optional(Meaning)
});
export type Sidecar = v.InferOutput<typeof Sidecar>;

/** The name of the sidecar of a data file. */
export const sidecarName = (file: string): string => `${file}.map.json`;

/** Reads a sidecar. Throws a BenchError that says where it is wrong. */
export function readSidecar(text: string, name: string): Sidecar {
	let json: unknown;
	try {
		json = JSON.parse(text.replace(/^\ufeff/, ''));
	} catch {
		throw refuse(
			'map/json',
			`"${name}" is not JSON: save the map again in the page, or mend the file.`
		);
	}
	const result = v.safeParse(Sidecar, json);
	if (!result.success) {
		const [issue] = result.issues;
		const path = v.getDotPath(issue) ?? 'the whole file';
		throw refuse('map/shape', `"${name}" is not a map that this version reads: see ${path}.`);
	}
	const [fault] = targetFaults(result.output);
	if (fault) throw new BenchError(fault);
	return result.output;
}

/** The same sidecar gives the same text, whatever the order in which it was put together. */
export function writeSidecar(sidecar: Sidecar): string {
	const { format, name, header, delimiter, columns, targets, map, rest } = sidecar;
	const sorted =
		map && Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
	const ordered = Object.fromEntries(
		Object.keys(Columns.entries).map((key) => [key, Reflect.get(columns, key)])
	);
	const whole = { format, name, header, delimiter, columns: ordered, targets, map: sorted, rest };
	return `${JSON.stringify(whole, null, '\t')}\n`;
}

function refuse(code: string, sentence: string): BenchError {
	return new BenchError({ code, sentence });
}

/** Targets that a meaning names and the list of targets lacks, and names that stand there twice. */
function targetFaults({ targets = [], map = {}, rest }: Sidecar): readonly Fault[] {
	const names = targets.map((target) => target.name);
	const twice = names.filter((name, index) => names.indexOf(name) !== index);
	const meanings = [...Object.values(map), ...(rest === undefined ? [] : [rest])];
	const lacking = new Set(meanings.flatMap(targetNames).filter((name) => !names.includes(name)));
	const faults: Fault[] = [];
	if (twice.length > 0)
		faults.push({
			code: 'map/target-twice',
			names: twice,
			sentence: `Targets need different names; ${nameList(twice)} stands there twice.`
		});
	if (lacking.size > 0)
		faults.push({
			code: 'map/target',
			names: [...lacking],
			sentence: `The map names targets that its list lacks: ${nameList([...lacking])}. Add each with its labels to "targets".`
		});
	return faults;
}

function targetNames(meaning: Meaning): readonly string[] {
	if (typeof meaning === 'string' || Array.isArray(meaning)) return [];
	return Object.keys(meaning.targets ?? {});
}

/** The meaning of a label of the data, or undefined where the map has none. */
export function meaningOf({ map = {}, rest }: Sidecar, label: string): Meaning | undefined {
	return Object.hasOwn(map, label) ? map[label] : rest;
}

/** Labels of the data (with their rows) that a map says nothing of; undefined where there is none. */
export function unmappedFault(
	unmapped: ReadonlyMap<string, number>,
	count = [...unmapped.values()].reduce((sum, rows) => sum + rows, 0)
): Fault | undefined {
	if (unmapped.size === 0) return undefined;
	const names = [...unmapped.keys()];
	const said = nameList(names.map((name) => (name === NO_LABEL ? '(no label)' : name)));
	const sentence = (labels: string) =>
		`The map says nothing of ${labels} (${rowsOf(count)}): say what each means, or give "rest".`;
	const many = `${names.length} labels`;
	return {
		...{ code: 'map/unmapped', count, names },
		sentence: sentence(`${names.length === 1 ? 'the label' : many} ${said}`),
		plain: sentence(names.length === 1 ? 'one label' : many)
	};
}

/** Checks a map against the labels of the data, for the page. */
export function checkMap(sidecar: Sidecar, labels: ReadonlyMap<string, number>): readonly Fault[] {
	const lacking = [...labels].filter(([label]) => meaningOf(sidecar, label) === undefined);
	const faults = [...targetFaults(sidecar)];
	const unmapped = unmappedFault(new Map(lacking));
	if (unmapped) faults.push(unmapped);
	if (
		labels.size > 0 &&
		[...labels.keys()].every((label) => meaningOf(sidecar, label) === 'ignore')
	)
		faults.push({
			code: 'map/nothing',
			sentence: 'The map leaves every row out: say of at least one label what it means.'
		});
	return faults;
}
