import { describe, expect, it } from 'vitest';
import { readOrder } from './entries';

describe('the order of a turn', () => {
	it.each([
		[3, 3],
		['2', 2],
		[1767225600, 1767225600000],
		['2026-01-01', 1767225600000],
		['2026-01-01T00:00:00Z', 1767225600000],
		['2026-01-01 00:00', 1767225600000],
		['2026-01-01T00:00:00.5', 1767225600500],
		['2026-01-01T00:00:00.123456Z', 1767225600123],
		['2026-01-01T02:00:00+02:00', 1767225600000],
		['2025-12-31 19:00:00-0500', 1767225600000],
		['2026-01-01 00:00:00+00', 1767225600000]
	])(
		'is a number, Unix seconds or a time by ISO 8601, in UTC where it has no zone: %s',
		(said, order) => {
			expect(readOrder(said)).toBe(order);
		}
	);

	it.each([
		'turn 2',
		'Turn 12',
		'message 3',
		'a-1',
		'1/2',
		'01/02/2026',
		'2026-13-01',
		'2026-01-01T25:00',
		''
	])('is not read from %j', (said) => {
		expect(readOrder(said)).toBeUndefined();
	});
});
