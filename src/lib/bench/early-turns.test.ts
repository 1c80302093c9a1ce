import { describe, expect, it } from 'vitest';
import { aDataset, aRun, labelled, someModel } from './fixtures/run';
import { measure } from './measure';

const options = { seed: 1, resamples: 50 };
const TURNS = 10;

/** Conversations of ten turns, every other one with intent in its last turn alone. */
const rows = Array.from({ length: 20 * TURNS }, (_, at) => {
	const [conversation, turn] = [Math.floor(at / TURNS), (at % TURNS) + 1];
	const risky = conversation % 2 === 0 && turn === TURNS;
	return labelled(`${at}`, risky ? 'self-harm/intent' : 'none', {
		conversation: `c${conversation}`,
		order: turn
	});
});

/** A model that names intent at this turn of the risky conversations, and nothing else. */
async function alarmAt(turn: number, labelsOf?: 'conversation') {
	const scored = rows.map(({ order, conversation = '' }) => ({
		scores: {},
		level: {
			selfHarm: order === turn && Number(conversation.slice(1)) % 2 === 0 ? 3 : 0,
			violence: 0
		},
		milliseconds: 1
	}));
	const run = aRun(rows, { ...someModel(rows, 'a'), scored });
	const { models } = await measure(run, aDataset(rows, { labelsOf }), options);
	return models[0]?.early[0]?.metrics;
}

describe('conversations whose turns have labels', () => {
	it('are found by an alarm from the turn that holds on, not before', async () => {
		expect(await alarmAt(TURNS)).toMatchObject({
			...{ recall: { value: 1 }, latencyWeightedF1: { value: 1 }, turns: { value: 1 } }
		});
		expect(await alarmAt(1)).toMatchObject({
			...{ precision: { value: 0 }, latencyWeightedF1: { value: 0 }, erde5: { value: 0.5 } }
		});
	});

	it('are found by any alarm where the label is the conversation’s', async () => {
		expect(await alarmAt(1, 'conversation')).toMatchObject({ latencyWeightedF1: { value: 1 } });
	});
});
