import { sha256 } from '$lib/screening/hash';
import { pause } from './metrics/pause';
import type { Row } from './shape';

/**
 * Identity of what is scored: SHA-256 over the SHA-256 of each thousand rows' ids and texts. Not of the file, since other
 * columns of the same file are other texts.
 */
export async function hashRows(rows: readonly Row[]): Promise<string> {
	const hashes: string[] = [];
	for (let at = 0; at < rows.length; at += 1000) {
		const part = rows.slice(at, at + 1000).map(({ id, text }) => [id, text]);
		hashes.push(await sha256(JSON.stringify(part)));
		await pause();
	}
	return sha256(hashes.join(''));
}

/** The ids, with a number where one comes again: data whose ids repeat must not take one row's scores for another's. */
export function distinct(rows: readonly Row[]): string[] {
	const seen = new Map<string, number>();
	return rows.map(({ id }) => {
		const count = (seen.get(id) ?? 0) + 1;
		seen.set(id, count);
		return count === 1 ? id : `${id}\u0000${count}`;
	});
}

/** The ids that several rows of the data have, which the reading of the data tells apart by "#2": rows.ts. */
export function sharedIds(rows: readonly Row[]): ReadonlySet<string> {
	const ids = new Set(rows.map(({ id }) => id));
	return new Set([...ids].filter((id) => ids.has(`${id}#2`)));
}

/** Whether a whole number of JSON is so large that another one reads the same. */
export function isRounded(value: number): boolean {
	return Math.abs(value) > Number.MAX_SAFE_INTEGER;
}
