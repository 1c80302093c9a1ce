import { describe, expect, it } from 'vitest';
import { bootstrap, paired } from './bootstrap';
import { bootstrapMacro, pairedMacro } from './macro';
import { bootstrapShare, pairedShare } from './share';

const CONVERSATIONS = 30;
const TURNS = 20;
const options = { seed: 1, resamples: 400 };

/** Every turn of a conversation is alike: twenty times the rows, and no more known than of thirty. */
const turns = (of: (conversation: number) => number) =>
	Uint8Array.from({ length: CONVERSATIONS * TURNS }, (_, at) => of(Math.floor(at / TURNS)));
const alone = (of: (conversation: number) => number) =>
	Uint8Array.from({ length: CONVERSATIONS }, (_, at) => of(at));
const clusters = Uint32Array.from(turns((conversation) => conversation));

const one = (conversation: number) => Number(conversation < 20);
const other = (conversation: number) => Number(conversation < 16 || conversation >= 29);
const truth = (conversation: number) => conversation % 2;
const scores = (of: (conversation: number) => number, hits: typeof turns) =>
	Float64Array.from(hits(of));

describe('rows that belong together', () => {
	it('are drawn together: a share is as sure as one of conversations', async () => {
		const rows = await bootstrapShare(turns(one), { ...options, clusters });
		const conversations = await bootstrapShare(alone(one), options);
		expect(rows.value).toBe(conversations.value);
		expect(rows.low).toBeCloseTo(conversations.low ?? NaN, 1);
		expect(rows.high).toBeCloseTo(conversations.high ?? NaN, 1);
	});

	it('make no difference sure that a few conversations alone do not', async () => {
		const apart = await pairedShare(turns(one), turns(other), options);
		const { p } = await pairedShare(turns(one), turns(other), { ...options, clusters });
		const conversations = await pairedShare(alone(one), alone(other), options);
		expect(apart.p).toBeLessThan(0.01);
		expect(p).toBeGreaterThan(0.1);
		expect(Math.abs((p ?? 0) - (conversations.p ?? 0))).toBeLessThan(0.1);
	});

	it('are drawn together for the figures of a label and for macro-F1', async () => {
		const sample = (of: typeof one, hits: typeof turns) => ({
			...{ scores: scores(of, hits), truth: hits(truth), missing: 0 },
			...(hits === turns && { clusters })
		});
		const rows = await bootstrap(sample(one, turns), 0.5, options);
		const conversations = await bootstrap(sample(one, alone), 0.5, options);
		expect(rows.recall.low).toBeCloseTo(conversations.recall.low ?? NaN, 1);
		const two = [sample(one, turns), sample(other, turns)] as const;
		expect((await paired(...two, [0.5, 0.5], options)).f1.p).toBeGreaterThan(0.1);
		const [left, right] = two.map((part) => ({ ...part, labels: ['a'] }));
		if (!left || !right) return;
		const macro = await bootstrapMacro(left, [0.5], options);
		expect(macro.low).toBeCloseTo(rows.f1.low ?? NaN, 1);
		expect((await pairedMacro(left, right, [[0.5], [0.5]], options)).p).toBeGreaterThan(0.1);
	});

	it('have no interval where all rows of a kind are of one conversation', async () => {
		const first = turns((conversation) => Number(conversation === 0));
		const sample = { scores: Float64Array.from(first), truth: first, missing: 0, clusters };
		const { recall } = await bootstrap(sample, 0.5, options);
		expect(recall).toEqual({ value: 1, low: null, high: null });
		const [hits, same] = [Uint8Array.of(1, 1, 1), Uint32Array.of(4, 4, 4)];
		const none = Uint8Array.of(0, 0, 0);
		expect(await pairedShare(hits, none, { ...options, clusters: same })).toEqual({
			...{ value: 1, low: null, high: null, p: null }
		});
	});
});
