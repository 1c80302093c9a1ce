/** Characters to either side of a place at which a sentence without an end is cut. */
const REACH = 160;

const END = /[.!?。！？…\n]/u;

/**
 * The sentences in which the given offsets lie, each once, in order; of many so many at most, evenly spread.
 * A sentence read alone is heard where a long harmless text around it would drown it.
 */
export function sentencesAt(text: string, offsets: readonly number[], most: number): string[] {
	const starts = [...new Set(offsets.map((offset) => startOf(text, offset)))];
	return starts
		.filter((_, index) => starts.length <= most || (index * most) % starts.length < most)
		.map((start) => text.slice(start, endOf(text, start)).trim());
}

/** After the last end of a sentence before the offset, or after the first space within reach. */
function startOf(text: string, offset: number): number {
	const low = Math.max(0, offset - REACH);
	for (let at = offset; at > low; at--) if (END.test(text.charAt(at - 1))) return at;
	const space = low === 0 ? -1 : text.slice(low, offset).search(/\s/u);
	return space < 0 ? low : low + space;
}

function endOf(text: string, start: number): number {
	const high = Math.min(text.length, start + 2 * REACH);
	// Not the first signs: an offset can lie right behind the end of the sentence before.
	for (let at = start + 1; at < high; at++) if (END.test(text.charAt(at))) return at + 1;
	const space = high === text.length ? -1 : text.slice(start, high).search(/\s\S*$/u);
	return space < 0 ? high : start + space;
}
