import { describe, expect, it } from 'vitest';
import { differencesOf } from './differences';
import type { ModelRun } from './run';
import type { Row } from './shape';

const rows: Row[] = [true, true, false, false].map((holds, at) => ({
	id: `r${at}`,
	text: 'Good morning',
	truth: { 'violence/threat': holds },
	targets: { 'any harm': holds },
	lang: at < 2 ? 'en' : 'es',
	groups: {}
}));

const model = (scores: readonly (number | undefined)[]): ModelRun => ({
	name: 'model',
	scorer: {
		labels: ['violence/threat'],
		thresholds: { 'violence/threat': 0.4 },
		info: {} as never
	},
	scored: scores.map((score) =>
		score === undefined ? undefined : { scores: { 'violence/threat': score }, milliseconds: 1 }
	),
	failed: 0,
	kept: 0,
	complete: true,
	problems: []
});

const models = [model([0.1, 0.3, 0.9, 0.5]), model([0.8, 0.3, undefined, 0.4])];
const ask = {
	question: 'violence/threat',
	labels: ['violence/threat'],
	model: 0,
	from: 0,
	most: 10
} as const;
const places = (query: Partial<Parameters<typeof differencesOf>[1]>) =>
	differencesOf({ rows, models }, { kind: 'missed', ...ask, ...query }).found.map(({ row }) => row);

describe('rows to look at', () => {
	it('are those missed, the farthest below the threshold first', () => {
		expect(places({ kind: 'missed' })).toEqual([0, 1]);
	});

	it('are false alarms, the farthest above first, at the threshold included', () => {
		expect(places({ kind: 'alarm' })).toEqual([2, 3]);
		expect(places({ kind: 'alarm', model: 1 })).toEqual([3]);
	});

	it('are those that one of two models alone flags; a row without a score is in none', () => {
		expect(places({ kind: 'apart', other: 1 })).toEqual([0]);
	});

	it('follow the truth of a target where one is asked for', () => {
		expect(places({ kind: 'missed', question: 'any harm' })).toEqual([0, 1]);
	});

	it('can be of one language, and come in pages with their number', () => {
		expect(places({ kind: 'alarm', lang: 'en' })).toEqual([]);
		const page = differencesOf({ rows, models }, { kind: 'missed', ...ask, from: 1, most: 1 });
		expect(page.total).toBe(2);
		expect(page.found.map(({ row }) => row)).toEqual([1]);
		expect(JSON.stringify(page)).not.toContain('Good morning');
	});
});
