import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { LABELS } from '$lib/intent/labels';
import { aDataset, aRun, labelled, SECRET, someModel, someRows } from './fixtures/run';
import { sweepOf } from './figures';
import { measure, type MeasureOptions } from './measure';
import { DataSetResult } from './results';
import type { ModelRun } from './run';
import type { Row, Scored, Target } from './shape';

const options: MeasureOptions = { seed: 1, resamples: 200 };

/** A model that says these scores, row by row. */
function saying(rows: readonly Row[], said: readonly (Partial<Scored> | undefined)[]): ModelRun {
	const scored = said.map(
		(one) => one && { scores: {}, milliseconds: 1, ...one, tokens: 3 }
	) as ModelRun['scored'];
	return { ...someModel(rows, 'a'), scored };
}
/** Every label at 0.1 but one. */
const naming = (label: (typeof LABELS)[number], score = 0.9) => ({
	scores: Object.fromEntries(LABELS.map((one) => [one, one === label ? score : 0.1]))
});

describe('what is measured', () => {
	it('fits the schema, holds no text and no name of a row, and is the same again', async () => {
		const rows = someRows(120);
		const run = aRun(rows, someModel(rows, 'a'), someModel(rows, 'b', { sure: 0.2 }));
		const result = await measure(run, aDataset(rows), options);
		expect(v.safeParse(DataSetResult, JSON.parse(JSON.stringify(result))).issues).toBeUndefined();
		expect(JSON.stringify(result)).not.toMatch(/"r\d+"|made up/);
		expect(JSON.stringify(result)).not.toContain(SECRET);
		expect(await measure(run, aDataset(rows), options)).toEqual(result);
		const other = await measure(run, aDataset(rows), { ...options, seed: 2 });
		expect(other.models[1]?.slices[0]?.figures[3]?.metrics.auprc.low).not.toBe(
			result.models[1]?.slices[0]?.figures[3]?.metrics.auprc.low
		);
	});

	it('is what a hand counts, per label, language and subgroup', async () => {
		const rows = [
			labelled('1', 'violence/threat', { groups: { dialect: 'north' } }),
			labelled('2', 'violence/threat', { lang: 'ko' }),
			labelled('3', 'none', { groups: { dialect: 'north' } }),
			labelled('4', 'none', { lang: 'ko' }),
			labelled('5', 'violence/victim')
		];
		const model = saying(rows, [
			naming('violence/threat'),
			naming('none'),
			naming('violence/threat'),
			naming('none'),
			undefined
		]);
		const { models, rows: count } = await measure(aRun(rows, model), aDataset(rows), options);
		const slices = models[0]?.slices ?? [];
		expect([count, models[0]?.scored]).toEqual([5, 4]);
		expect(slices.map(({ by, column, value, rows: size }) => [by, column, value, size])).toEqual([
			['all', null, '', 5],
			['language', null, 'en', 3],
			['language', null, 'ko', 2],
			['group', 'dialect', 'north', 2]
		]);
		const threat = slices.map(({ figures }) =>
			figures.find(({ name }) => name === 'violence/threat')
		);
		expect(threat[0]).toMatchObject({
			...{ threshold: 0.5, positives: 2, negatives: 2, missing: 1 },
			counts: { tp: 1, fp: 1, fn: 1, tn: 1 }
		});
		expect(threat[0]?.metrics.falseAlarmsPer1000.value).toBe(500);
		expect(threat[1]?.metrics.recall.value).toBe(1);
		expect(threat[2]?.metrics.recall.value).toBe(0);
		expect(threat[2]?.metrics.precision.value).toBeNull();
		// none: 2·1/(2+1+1); threat: the same; victim has no score and gains nothing by it.
		expect(slices[0]?.macroF1).toMatchObject({ value: 1 / 3, counted: 3 });
		expect(slices[0]?.argmax).toMatchObject({ rows: 4, accuracy: { value: 0.5 } });
		expect(slices[0]?.levels).toMatchObject({
			cardsOnHarmless: { value: 0.5, rows: 2 },
			missed: { value: 0.5, rows: 2 }
		});
		const { cells = [], leftOut } = models[0]?.confusion ?? {};
		const place = LABELS.indexOf('violence/threat');
		expect([leftOut, cells[place]?.[place], cells[place]?.[0], cells[0]?.[place]]).toEqual([
			...[1, 1, 1, 1]
		]);
		const detail = models[0]?.details.find(({ name }) => name === 'violence/threat');
		expect(detail && sweepOf(detail)[50]).toMatchObject({ threshold: 0.5, tp: 1, fp: 1, fn: 1 });
	});

	it('takes the level that a model says, and else our policy’s of its labels', async () => {
		const rows = [labelled('1', 'none'), labelled('2', 'none'), labelled('3', 'self-harm/intent')];
		const model = saying(rows, [
			{ ...naming('none'), level: { selfHarm: 0, violence: 2 } },
			naming('self-harm/distress'),
			{ ...naming('self-harm/intent'), level: { selfHarm: 0, violence: 0 } }
		]);
		const { models } = await measure(aRun(rows, model), aDataset(rows), options);
		expect(models[0]?.slices[0]?.levels).toMatchObject({
			cardsOnHarmless: { value: 0.5 },
			missed: { value: 1 }
		});
	});

	it('counts a target where one of its labels reaches its own threshold', async () => {
		const target: Target = { name: 'any', labels: ['self-harm/ideation', 'self-harm/intent'] };
		const row = (id: string, holds: boolean): Row => ({
			...{ id, text: SECRET, lang: 'und', groups: {} },
			...{ truth: {}, targets: { any: holds } }
		});
		const rows = [row('1', true), row('2', true), row('3', false), row('4', false)];
		const model = saying(rows, [
			{ scores: { 'self-harm/ideation': 0.2, 'self-harm/intent': 0.1 } },
			{ scores: { 'self-harm/ideation': 0.1, 'self-harm/intent': 0.85 } },
			{ scores: { 'self-harm/ideation': 0.1, 'self-harm/intent': 0.8 } },
			{ scores: { 'self-harm/ideation': 0.0, 'self-harm/intent': 0.9 } }
		]);
		const thresholds = { 'self-harm/ideation': 0.2, 'self-harm/intent': 0.85 };
		const scorer = model.scorer && { ...model.scorer, thresholds };
		const run = aRun(rows, { ...model, scorer });
		const { models } = await measure(run, aDataset(rows, { targets: [target] }), options);
		const [slice] = models[0]?.slices ?? [];
		expect(models[0]?.slices).toHaveLength(1);
		expect(slice?.argmax).toBeNull();
		expect(slice?.figures).toHaveLength(1);
		expect(slice?.figures[0]).toMatchObject({
			...{ name: 'any', kind: 'target', threshold: null },
			counts: { tp: 2, fp: 1, fn: 0, tn: 1 },
			metrics: { recall: { value: 1 }, auroc: { value: 0.25 } }
		});
	});

	it('counts whole conversations where labels are theirs, and says how soon they are found', async () => {
		const turn = (id: string, holds: boolean, conversation: string, order: number) =>
			labelled(id, holds ? 'self-harm/intent' : 'none', { conversation, order });
		const rows = [
			turn('1', true, 'a', 1),
			turn('2', true, 'a', 2),
			turn('3', true, 'b', 1),
			turn('4', false, 'c', 1),
			turn('5', false, 'c', 2)
		];
		const model = saying(rows, [
			naming('none'),
			naming('self-harm/intent'),
			naming('none'),
			naming('none'),
			naming('self-harm/distress')
		]);
		const dataset = aDataset(rows, { labelsOf: 'conversation' });
		const { models, unit, rows: count } = await measure(aRun(rows, model), dataset, options);
		expect([unit, count, models[0]?.slices[0]?.rows]).toEqual(['conversation', 5, 3]);
		const figures = models[0]?.slices[0]?.figures ?? [];
		expect(figures.find(({ name }) => name === 'self-harm/intent')?.counts).toEqual({
			...{ tp: 1, fp: 0, fn: 1, tn: 1 }
		});
		// A conversation is quiet only where every turn is.
		expect(figures.find(({ name }) => name === 'none')?.counts).toMatchObject({ tp: 0, fn: 1 });
		const early = models[0]?.early ?? [];
		expect(early.map(({ axis, level }) => [axis, level])).toEqual([
			['selfHarm', 1],
			['selfHarm', 2],
			['selfHarm', 3]
		]);
		expect(early[1]).toMatchObject({
			...{ positives: 2, negatives: 1, missing: 0 },
			metrics: { recall: { value: 0.5 }, precision: { value: 1 }, turns: { value: 2 } }
		});
		expect(early[0]?.metrics.precision.value).toBe(0.5);
	});

	it('compares the first model with each other on the same rows', async () => {
		const rows = someRows(200);
		const [good, bad] = [
			someModel(rows, 'good', { sure: 0.6 }),
			someModel(rows, 'bad', { sure: 0 })
		];
		const same = { ...good, name: 'same' };
		const half = { ...bad, scored: bad.scored.map((one, at) => (at < 150 ? one : undefined)) };
		const run = aRun(rows, good, half, same);
		const { comparisons, models } = await measure(run, aDataset(rows), options);
		expect(comparisons.map(({ first, second, rows: both }) => [first, second, both])).toEqual([
			['good', 'bad', 150],
			['good', 'same', 200]
		]);
		const [other, equal] = comparisons;
		expect(other?.macroF1?.value).toBeGreaterThan(0.2);
		expect(other?.macroF1?.p).toBeLessThan(0.05);
		expect(other?.accuracy?.low).toBeGreaterThan(0);
		expect(equal?.macroF1).toMatchObject({ value: 0, p: 1 });
		const [all] = models[0]?.slices ?? [];
		const [it] = models[2]?.slices ?? [];
		expect(it).toEqual(all);
		expect(equal?.figures[0]?.metrics.auprc).toEqual({ value: 0, low: 0, high: 0, p: 1 });
	});

	it('says of a model that could not be opened why, and measures the others', async () => {
		const rows = someRows(30);
		const closed: ModelRun = {
			...{ name: 'x', scorer: undefined, scored: rows.map(() => undefined), failed: 0, kept: 0 },
			...{ complete: false, problems: ['x has no config.json.'] }
		};
		const run = aRun(rows, closed, someModel(rows, 'a', { labels: ['violence/threat'] }));
		const { models, comparisons } = await measure(run, aDataset(rows), options);
		expect(models[0]).toMatchObject({
			info: null,
			slices: [],
			problems: ['x has no config.json.']
		});
		const [slice] = models[1]?.slices ?? [];
		expect(slice?.figures.map(({ name }) => name)).toEqual(['violence/threat']);
		expect(slice?.argmax).toBeNull();
		// A model of one word is wrong about all else: it names nothing there.
		expect(models[1]?.confusion?.labels).toEqual(LABELS);
		expect(comparisons).toEqual([]);
	});

	it('leaves out subgroups that are rather texts', async () => {
		const rows = someRows(50).map((row, at) => ({
			...row,
			groups: { who: `${SECRET} ${SECRET} ${at % 2}`, what: row.text, fine: String(at % 2) }
		}));
		const result = await measure(aRun(rows, someModel(rows, 'a')), aDataset(rows), options);
		expect(JSON.stringify(result)).not.toContain(SECRET);
		const groups = result.models[0]?.slices.filter(({ by }) => by === 'group') ?? [];
		expect(groups.map(({ column, value }) => [column, value])).toEqual([
			['fine', '0'],
			['fine', '1']
		]);
		expect(result.notices).toHaveLength(2);
	});

	it('tells how far it is, and stops when told', async () => {
		const rows = someRows(100);
		const seen: number[] = [];
		const run = aRun(rows, someModel(rows, 'a'), someModel(rows, 'b'));
		await measure(run, aDataset(rows), {
			...options,
			onProgress: (done, of) => seen.push(done / of)
		});
		expect(seen[0]).toBe(0);
		expect(seen.at(-1)).toBeCloseTo(1, 9);
		expect(seen).toEqual([...seen].sort((a, b) => a - b));
		const signal = AbortSignal.abort();
		await expect(measure(run, aDataset(rows), { ...options, signal })).rejects.toThrow(/abort/i);
	});
});
