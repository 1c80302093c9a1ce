import { describe, expect, it } from 'vitest';
import { madeUp, sampleFrom, smooth, ties } from './sample.fixture';
import { count, macroF1, rates } from './threshold';

describe('figures at a threshold', () => {
	it('are scikit-learn’s', () => {
		// f = s >= 0.45; confusion_matrix(y, f), precision_score(y, f), recall_score(y, f), f1_score(y, f)
		expect(count(smooth, 0.45)).toEqual({ tp: 74, fp: 87, fn: 55, tn: 284 });
		expect(count(ties, 0.45)).toEqual({ tp: 33, fp: 125, fn: 20, tn: 322 });
		const { precision, recall, f1 } = rates(count(smooth, 0.45));
		expect(precision).toBeCloseTo(0.45962732919254656, 14);
		expect(recall).toBeCloseTo(0.5736434108527132, 14);
		expect(f1).toBeCloseTo(0.5103448275862069, 14);
	});

	it('count false alarms in a thousand rows that do not hold', () => {
		const found = rates({ tp: 50, fp: 3, fn: 0, tn: 597 });
		expect([found.falsePositiveRate, found.falseAlarmsPer1000]).toEqual([0.005, 5]);
	});

	it('take a score at the threshold for flagged', () => {
		expect(
			count(
				sampleFrom([
					[0.5, 1],
					[0.49, 1]
				]),
				0.5
			)
		).toEqual({ tp: 1, fp: 0, fn: 1, tn: 0 });
	});

	it('are null where no row makes them', () => {
		expect(rates({ tp: 0, fp: 0, fn: 0, tn: 0 })).toEqual({
			precision: null,
			recall: null,
			f1: null,
			falsePositiveRate: null,
			falseAlarmsPer1000: null
		});
		expect(rates({ tp: 0, fp: 0, fn: 3, tn: 5 })).toMatchObject({
			precision: null,
			recall: 0,
			f1: 0
		});
	});

	it('average F1 over labels as scikit-learn does', () => {
		// Three labels: sample(300, 10 + k, 0.1 * (k + 1)), thresholds .4, .45, .5; f1_score(Y, F, average='macro')
		const tables = [0.4, 0.45, 0.5].map((threshold, k) =>
			count(madeUp(300, 10 + k, 0.1 * (k + 1)), threshold)
		);
		expect(macroF1(tables).value).toBeCloseTo(0.3889950173758323, 14);
	});

	it('leave labels that no row holds out of the average', () => {
		const half = { tp: 1, fp: 1, fn: 1, tn: 1 };
		expect(macroF1([half, { tp: 0, fp: 2, fn: 0, tn: 2 }])).toEqual({ value: 0.5, counted: 1 });
		expect(macroF1([])).toEqual({ value: null, counted: 0 });
	});
});
