import { isLikeText, nameList } from './fault';
import type { Slice } from './results';
import type { Unit } from './units';

/** The units that belong together, by their places. */
export type Part = Pick<Slice, 'by' | 'column' | 'value'> & { readonly units: Uint32Array };

/** Values of a subgroup column that are shown, the most frequent first. */
const MOST = 40;

/** A column of more different values divides nothing. */
const TOO_MANY = 500;

/** All units, then those of each language and each subgroup; `notices` are sentences about what was left out. */
export function partsOf(
	units: readonly Unit[],
	groups: readonly string[]
): { readonly parts: readonly Part[]; readonly notices: readonly string[] } {
	const notices: string[] = [];
	const all: Part = { by: 'all', column: null, value: '', units: places(units.length) };
	const languages = [...divide(units, ({ row }) => row.lang)];
	const parts: Part[] = [all];
	if (languages.some(([value]) => value !== 'und'))
		for (const [value, found] of languages)
			parts.push({ by: 'language', column: null, value, units: found });
	for (const column of groups) {
		const divided = divide(units, ({ row }) => row.groups[column]);
		if (divided.size > TOO_MANY || mayHoldTexts(units, column)) {
			notices.push(
				`The column ${nameList([column])} has too many values, or values that may be texts (of four words or more), and is left out as a subgroup.`
			);
			continue;
		}
		if (divided.size > MOST)
			notices.push(
				`Of the column ${nameList([column])} only the ${MOST} most frequent values are shown.`
			);
		for (const [value, found] of [...divided].slice(0, MOST))
			parts.push({ by: 'group', column, value, units: found });
	}
	return { parts, notices };
}

/** One such value is enough: a column of what people wrote also has short ones, and results hold no text. */
function mayHoldTexts(units: readonly Unit[], column: string): boolean {
	return units.some(({ row }) => {
		const value = row.groups[column];
		return value !== undefined && (value === row.text || isLikeText(value));
	});
}

/** Places by value, the most frequent value first and of equal ones the first by code unit. */
function divide(
	units: readonly Unit[],
	of: (unit: Unit) => string | undefined
): ReadonlyMap<string, Uint32Array> {
	const found = new Map<string, number[]>();
	units.forEach((unit, at) => {
		const value = of(unit);
		if (value === undefined) return;
		const before = found.get(value);
		if (before) before.push(at);
		else found.set(value, [at]);
	});
	const sorted = [...found].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
	return new Map(sorted.map(([value, list]) => [value, Uint32Array.from(list)]));
}

function places(size: number): Uint32Array {
	return Uint32Array.from({ length: size }, (_, at) => at);
}
