import { describe, expect, it } from 'vitest';
import { LABELS } from '$lib/intent/labels';
import { aDataset, aRun, labelled, someModel } from './fixtures/run';
import { measure } from './measure';

describe('the highest of scores that are all zero', () => {
	it('is no label: neither right where "none" holds nor another label named', async () => {
		const rows = [labelled('1', 'none'), labelled('2', 'none'), labelled('3', 'violence/threat')];
		const zeros = Object.fromEntries(LABELS.map((label) => [label, 0]));
		const scored = rows.map((_, at) => ({
			scores: at < 2 ? zeros : { ...zeros, 'violence/threat': 1 },
			milliseconds: 1
		}));
		const run = aRun(rows, { ...someModel(rows, 'a'), scored });
		const { models } = await measure(run, aDataset(rows), { seed: 1, resamples: 20 });
		expect(models[0]?.slices[0]?.argmax).toMatchObject({
			...{ rows: 3, accuracy: { value: 1 / 3 }, macroF1: { value: 0.5 } }
		});
	});
});
