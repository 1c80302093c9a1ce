import * as v from 'valibot';
import { Sidecar } from './map';

/** What the page keeps in the browser between visits: choices and names of columns and labels, never a text or a key. */
const Remembered = v.object({
	/** The last first: what a person said of files with these columns. */
	maps: v.optional(v.array(v.object({ columns: v.string(), sidecar: Sidecar })), []),
	judge: v.optional(v.object({ url: v.string(), model: v.string() })),
	/** A run that has not come to its end. */
	unfinished: v.optional(
		v.object({
			files: v.array(v.string()),
			models: v.array(v.string()),
			started: v.string(),
			done: v.number(),
			rows: v.number()
		})
	)
});
export type Remembered = v.InferOutput<typeof Remembered>;
export type Unfinished = NonNullable<Remembered['unfinished']>;

const KEY = 'handrail-bench';
const MOST_MAPS = 30;

export function recall(): Remembered {
	try {
		const result = v.safeParse(Remembered, JSON.parse(localStorage.getItem(KEY) ?? '{}'));
		if (result.success) return result.output;
	} catch {
		// Nothing is kept here, or something that is no longer understood.
	}
	return { maps: [] };
}

/** Keeps a change; where the browser keeps nothing, nothing is kept. */
export function remember(change: Partial<Remembered>): void {
	try {
		localStorage.setItem(KEY, JSON.stringify({ ...recall(), ...change }));
	} catch {
		// A private window, or no room left: the choices last as long as the tab.
	}
}

/** Files with the same columns are taken for the same kind of data. */
const signature = (columns: readonly string[]) => columns.join('\n');

export function recallMap(columns: readonly string[]): Sidecar | undefined {
	const { maps } = recall();
	return maps.find((one) => one.columns === signature(columns))?.sidecar;
}

export function rememberMap(columns: readonly string[], sidecar: Sidecar): void {
	const rest = { ...sidecar, name: undefined };
	const others = recall().maps.filter((one) => one.columns !== signature(columns));
	const maps = [{ columns: signature(columns), sidecar: rest }, ...others].slice(0, MOST_MAPS);
	remember({ maps });
}

/** The moment at which a run begins, for people. */
export const now = () => new Date().toISOString();
