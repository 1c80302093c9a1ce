import type { Tokenizer } from './tokenizer';

/**
 * Most windows read of one view. A window of 128 tokens takes about 50 ms on one thread of a laptop
 * (on-device.md §3.2, twice its three-layer figure), so the longest paste is read in about a second.
 */
export const MOST_WINDOWS = 16;

export type Windows = {
	/** Token ids of each window, without [CLS] and [SEP]. At least one, perhaps empty. */
	readonly windows: readonly (readonly number[])[];
	readonly ids: readonly number[];
	/** False where windows had to be left out. */
	readonly whole: boolean;
};

/** Overlapping windows over a text. Where there are too many, the first, the last and some evenly between are kept. */
export function cut(
	text: string,
	tokenizer: Tokenizer,
	size: { maxTokens: number; stride: number }
): Windows {
	const ids = tokenizer.encode(text);
	const room = size.maxTokens - 2;
	const step = room - size.stride;
	const total = ids.length <= room ? 1 : Math.ceil((ids.length - room) / step) + 1;
	const kept = Math.min(total, MOST_WINDOWS);
	const windows = Array.from({ length: kept }, (_, n) => {
		const index = kept === 1 ? 0 : Math.round((n * (total - 1)) / (kept - 1));
		const from = Math.max(0, Math.min(index * step, ids.length - room));
		return ids.slice(from, from + room);
	});
	return { windows, ids, whole: kept === total };
}
