import { integer, randomFrom } from './metrics/random';
import type { Row } from './shape';

/**
 * At most so many rows, drawn by the seed and in their old order; whole conversations, so that the last one drawn may go
 * over the limit. All rows where there is no limit.
 */
export function pick(
	rows: readonly Row[],
	limit: number | undefined,
	seed: number
): readonly Row[] {
	if (limit === undefined || rows.length <= limit) return rows;
	const units = new Map<string, number[]>();
	rows.forEach(({ conversation }, index) => {
		const unit = conversation === undefined ? `row ${index}` : `conversation ${conversation}`;
		const indices = units.get(unit);
		if (indices) indices.push(index);
		else units.set(unit, [index]);
	});
	const pool = [...units.values()];
	const random = randomFrom(seed, 'rows');
	const drawn: number[] = [];
	// Fisher and Yates, as far as rows are needed.
	for (let at = 0; at < pool.length && drawn.length < limit; at++) {
		const other = at + integer(random, pool.length - at);
		const [here, there] = [pool[at], pool[other]];
		if (!here || !there) break;
		[pool[at], pool[other]] = [there, here];
		drawn.push(...there);
	}
	return drawn.sort((a, b) => a - b).flatMap((index) => rows[index] ?? []);
}
