import * as v from 'valibot';

const Turn = v.object({
	role: v.string(),
	text: v.string(),
	/** ISO 8601, or Unix time in seconds or milliseconds. */
	at: v.optional(v.nullable(v.union([v.string(), v.number()])))
});
const id = v.union([v.string(), v.number()]);
const Line = v.union([v.object({ id, text: v.string() }), v.object({ id, turns: v.array(Turn) })]);

/** One thing to screen: a text, or a conversation. `at` is in milliseconds, NaN-free. */
export type Item =
	| { readonly id: string | number; readonly text: string }
	| { readonly id: string | number; readonly turns: readonly Turn[] };
export type Turn = { readonly role: string; readonly text: string; readonly at?: number };

export type BadLine = { readonly id: string | number | null; readonly error: string };

/** Reads one line of the input. What is wrong with it is said in a sentence that holds none of its text. */
export function parseLine(line: string): Item | BadLine {
	let json: unknown;
	try {
		json = JSON.parse(line);
	} catch {
		return { id: null, error: 'The line is not JSON.' };
	}
	const found = v.safeParse(v.object({ id }), json);
	const name = found.success ? found.output.id : null;
	const result = v.safeParse(Line, json);
	if (!result.success) return { id: name, error: `The line needs ${needs(json)}.` };
	if ('text' in result.output) return result.output;
	const turns = result.output.turns.map(({ role, text, at }) => ({ role, text, at: time(at) }));
	if (turns.some(({ at }) => Number.isNaN(at)))
		return { id: name, error: 'The line has a turn whose "at" is not a time.' };
	return { id: result.output.id, turns };
}

function needs(json: unknown): string {
	if (typeof json !== 'object' || json === null || Array.isArray(json)) return 'to be an object';
	if (!v.is(v.object({ id }), json)) return '"id", a string or a number';
	if ('turns' in json) return '"turns", each with "role" and "text"';
	return '"text", a string, or "turns"';
}

/** Milliseconds; undefined where the turn has no time, NaN where it has none that can be read. */
function time(at: string | number | null | undefined): number | undefined {
	if (at === undefined || at === null) return undefined;
	if (typeof at === 'string') return Date.parse(at);
	return at < 1e11 ? at * 1000 : at;
}
