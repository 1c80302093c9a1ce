import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auroc, averagePrecision, prCurve, rocCurve } from './ranking';
import { madeUp, sampleFrom, smooth, ties } from './sample.fixture';

const anySample = fc
	.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom<0 | 1>(0, 1)), { maxLength: 40 })
	.map(sampleFrom);

describe('areas under curves', () => {
	it('are scikit-learn’s', () => {
		// average_precision_score(y, s), roc_auc_score(y, s)
		expect(averagePrecision(smooth)).toBeCloseTo(0.6448546286902855, 14);
		expect(auroc(smooth)).toBeCloseTo(0.7615913412315344, 14);
	});

	it('are scikit-learn’s where many rows share a score', () => {
		expect(averagePrecision(ties)).toBeCloseTo(0.4730221671312913, 14);
		expect(auroc(ties)).toBeCloseTo(0.7898991178084505, 14);
	});

	it('do not depend on the order of the rows', () => {
		fc.assert(
			fc.property(anySample, ({ scores, truth, missing }) => {
				const turned = {
					scores: scores.slice().reverse(),
					truth: truth.slice().reverse(),
					missing
				};
				expect(averagePrecision(turned)).toBe(averagePrecision({ scores, truth, missing }));
				expect(auroc(turned)).toBe(auroc({ scores, truth, missing }));
			})
		);
	});

	it('are the part of pairs in the right order', () => {
		fc.assert(
			fc.property(anySample, (sample) => {
				const pairs: number[] = [];
				sample.scores.forEach((high, a) =>
					sample.scores.forEach((low, b) => {
						if (sample.truth[a] !== 1 || sample.truth[b] !== 0) return;
						pairs.push(high > low ? 1 : high === low ? 0.5 : 0);
					})
				);
				const expected = pairs.reduce((sum, pair) => sum + pair, 0) / pairs.length;
				if (pairs.length === 0) expect(auroc(sample)).toBeNull();
				else expect(auroc(sample)).toBeCloseTo(expected, 12);
			})
		);
	});

	it('are null where a class is missing', () => {
		expect(auroc(sampleFrom([[0.3, 1]]))).toBeNull();
		expect(averagePrecision(sampleFrom([[0.3, 0]]))).toBeNull();
		expect(averagePrecision(sampleFrom([[0.3, 1]]))).toBe(1);
	});
});

describe('curves', () => {
	it('go through scikit-learn’s points', () => {
		// precision_recall_curve(y, s) and roc_curve(y, s, drop_intermediate=False) of ties, at their middle
		const pr = prCurve(ties).find(({ threshold }) => threshold === 0.45);
		expect(pr?.precision).toBeCloseTo(0.2088607594936709, 14);
		expect(pr?.recall).toBeCloseTo(0.6226415094339622, 14);
		const roc = rocCurve(ties).find(({ threshold }) => threshold === 0.45);
		expect(roc?.falsePositiveRate).toBeCloseTo(0.2796420581655481, 14);
		expect([prCurve(ties).length, rocCurve(ties).length]).toEqual([19, 20]);
	});

	it('have at most 200 points, both ends, and no leap where the whole curve has none', () => {
		const many = madeUp(20_000, 3, 0.2);
		const roc = rocCurve(many);
		expect(roc.length).toBeLessThanOrEqual(200);
		expect(roc.length).toBeGreaterThan(150);
		expect(roc[0]).toEqual({ threshold: null, falsePositiveRate: 0, recall: 0 });
		expect(roc.at(-1)).toMatchObject({ falsePositiveRate: 1, recall: 1 });
		roc.slice(1).forEach((point, at) => {
			expect(point.recall - (roc[at]?.recall ?? NaN)).toBeLessThan(0.02);
			expect(point.falsePositiveRate - (roc[at]?.falsePositiveRate ?? NaN)).toBeLessThan(0.02);
		});
		expect(prCurve(many).length).toBeLessThanOrEqual(200);
		expect(prCurve(many).at(-1)?.recall).toBe(1);
	});

	it('are empty where a class is missing', () => {
		expect([rocCurve(sampleFrom([[0.3, 1]])), prCurve(sampleFrom([[0.3, 0]]))]).toEqual([[], []]);
	});
});
