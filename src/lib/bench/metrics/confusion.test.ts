import { describe, expect, it } from 'vitest';
import { confusion, type Grid } from './confusion';

const labels = ['none', 'a', 'b'];
const thresholds = [0.5, 0.5, 0.3];
const grid = (scores: number[][], truth: number[][]): Grid => ({
	labels,
	scores: Float64Array.from(scores.flat()),
	truth: Uint8Array.from(truth.flat())
});

describe('a confusion', () => {
	it('names the highest label that reaches its own threshold, or none', () => {
		const rows = grid(
			[
				[0.9, 0.4, 0.2],
				[0.9, 0.6, 0.4],
				[0.1, 0.45, 0.35]
			],
			[
				[1, 0, 0],
				[0, 1, 0],
				[0, 1, 0]
			]
		);
		expect(confusion(rows, thresholds)).toEqual({
			labels,
			cells: [
				[1, 0, 0],
				[0, 1, 1],
				[0, 0, 0]
			],
			leftOut: 0
		});
	});

	it('counts a row of several labels for the named one, or in parts', () => {
		const both = [0, 1, 1];
		const rows = grid(
			[
				[0, 0.1, 0.9],
				[0, 0.1, 0.1]
			],
			[both, both]
		);
		expect(confusion(rows, thresholds).cells).toEqual([
			[0, 0, 0],
			[0.5, 0, 0],
			[0.5, 0, 1]
		]);
	});

	it('leaves out rows of which too little is known, or that have no scores', () => {
		const rows = grid(
			[
				[0, 0, 0],
				[0, 0, 0],
				[0, 0, 0],
				[NaN, NaN, NaN]
			],
			[
				[2, 0, 2],
				[1, 2, 2],
				[2, 0, 0],
				[1, 0, 0]
			]
		);
		expect(confusion(rows, thresholds)).toMatchObject({
			cells: [
				[2, 0, 0],
				[0, 0, 0],
				[0, 0, 0]
			],
			leftOut: 2
		});
	});

	it('leaves out a row whose named label may hold, for that is no mistake', () => {
		const rows = grid(
			[
				[0, 0.6, 0.9],
				[0, 0.6, 0.9],
				[0.9, 0, 0]
			],
			[
				[2, 1, 2],
				[1, 0, 2],
				[2, 1, 2]
			]
		);
		// Where nothing holds, or nothing is named beside a label that holds, no doubt is left.
		expect(confusion(rows, thresholds)).toEqual({
			labels,
			cells: [
				[0, 0, 1],
				[1, 0, 0],
				[0, 0, 0]
			],
			leftOut: 1
		});
	});

	it('refuses labels without one for nothing, and parts that do not fit', () => {
		expect(() => confusion({ ...grid([], []), labels: ['a'] }, [0.5])).toThrow(RangeError);
		expect(() => confusion(grid([[0, 0]], [[0, 0]]), thresholds)).toThrow(RangeError);
	});
});
