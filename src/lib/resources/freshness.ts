import type { Resource } from './resource';

/**
 * The day of the last review of the whole set. Whoever reviews it bumps it, and the test names what was left behind.
 * A constant and not the clock: an old checkout must still pass its own tests. `npm run doctor` asks with today's date.
 */
export const reviewedOn = '2026-11-21';

/** In days. A number may change on any day; a year and a month is the longest we dare to show one unchecked. */
export const longestAge = 400;

/** Records that nobody has compared with their sources for too long, or that claim a day after `on`. */
export function stale(records: readonly Resource[], on: string): Resource[] {
	return records.filter((record) => {
		const age = (Date.parse(on) - Date.parse(record.verifiedOn)) / 86_400_000;
		return !(age >= 0 && age <= longestAge);
	});
}
