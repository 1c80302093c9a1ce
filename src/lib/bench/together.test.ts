import { describe, expect, it } from 'vitest';
import { aDataset, aRun, labelled, someModel } from './fixtures/run';
import { measure } from './measure';

const options = { seed: 1, resamples: 200 };
const TURNS = 20;

/** Thirty conversations of twenty turns that are all alike. */
const rows = Array.from({ length: 30 * TURNS }, (_, at) => {
	const conversation = Math.floor(at / TURNS);
	return labelled(`${at}`, conversation % 2 ? 'violence/threat' : 'none', {
		conversation: `c${conversation}`,
		order: at % TURNS
	});
});

/** Right about the conversations that are given. */
function right(name: string, about: (conversation: number) => boolean) {
	const labels = ['none', 'violence/threat'] as const;
	const scored = rows.map(({ truth }, at) => {
		const threat = truth['violence/threat'] === about(Math.floor(at / TURNS));
		const scores = { none: threat ? 0.1 : 0.9, 'violence/threat': threat ? 0.9 : 0.1 };
		return { scores, milliseconds: 1 };
	});
	return { ...someModel(rows, name, { labels }), scored };
}
const models = [
	right('first', (conversation) => conversation < 20),
	right('second', (conversation) => conversation < 16 || conversation === 29)
] as const;
const [model] = models;

describe('turns of one conversation', () => {
	it('are drawn together, so that no difference is sure that a few conversations make', async () => {
		const { comparisons } = await measure(aRun(rows, ...models), aDataset(rows), options);
		const [{ macroF1, accuracy, missed, cardsOnHarmless, figures } = {}] = comparisons;
		const all = [macroF1, accuracy, missed, cardsOnHarmless, figures?.[1]?.metrics.f1];
		for (const one of all) {
			expect(one?.value).not.toBeUndefined();
			expect(one?.p).toBeGreaterThan(0.05);
		}
		expect(accuracy?.value).toBeCloseTo(0.1);
	});

	it('widen every interval', async () => {
		const apart = rows.map((row) => ({ ...row, conversation: undefined }));
		const widths = async (given: typeof apart) => {
			const { models: found } = await measure(aRun(given, model), aDataset(given), options);
			const [slice] = found[0]?.slices ?? [];
			return [
				...[slice?.macroF1, slice?.argmax?.accuracy, slice?.argmax?.macroF1, slice?.levels?.missed],
				...[slice?.figures[0]?.metrics.recall, slice?.figures[1]?.metrics.auprc]
			].map((one) => (one?.high ?? NaN) - (one?.low ?? NaN));
		};
		const [alone, together] = [await widths(apart), await widths(rows as typeof apart)];
		alone.forEach((width, at) => expect(together[at]).toBeGreaterThan(2 * width));
	});
});
