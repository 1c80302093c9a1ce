import { describe, expect, it } from 'vitest';
import { brier, calibrationError, logLoss, reliability } from './calibration';
import { sampleFrom, smooth, ties } from './sample.fixture';

/*
 * rate, mean = calibration_curve(y, s, n_bins=15, strategy=strategy)
 * e = np.linspace(0, 1, 16) or np.percentile(s, np.linspace(0, 1, 16) * 100)
 * count = np.bincount(np.searchsorted(e[1:-1], s), minlength=15); count = count[count > 0]
 * (count * abs(rate - mean)).sum() / len(s)
 */
describe('reliability', () => {
	it('in bins of equal width is scikit-learn’s', () => {
		const points = reliability(smooth, 'width');
		expect(points.map(({ count }) => count)).toEqual([
			39, 44, 52, 55, 42, 56, 63, 55, 51, 12, 13, 5, 8, 5
		]);
		expect(points[1]?.rate).toBeCloseTo(0.13636363636363635, 14);
		expect(points[1]?.mean).toBeCloseTo(0.09804964565290984, 14);
		expect(calibrationError(points)).toBeCloseTo(0.14774679098557683, 14);
		expect(calibrationError(reliability(ties, 'width'))).toBeCloseTo(0.222, 14);
	});

	it('in bins of equal mass is scikit-learn’s', () => {
		const points = reliability(smooth, 'mass');
		expect(points.map(({ count }) => count)).toEqual([
			34, 33, 33, 34, 33, 33, 33, 34, 33, 33, 33, 34, 33, 33, 34
		]);
		expect(points[1]?.rate).toBeCloseTo(0.18181818181818182, 14);
		expect(points[1]?.mean).toBeCloseTo(0.0829080113238006, 14);
		expect(calibrationError(points)).toBeCloseTo(0.13809216076489542, 14);
	});

	it('keeps rows of one score together', () => {
		const points = reliability(ties, 'mass');
		expect(points.map(({ count }) => count)).toEqual([
			42, 32, 31, 31, 73, 40, 43, 50, 48, 41, 52, 17
		]);
		expect(calibrationError(points)).toBeCloseTo(0.2252, 14);
	});

	it('has a bin for 0 and for 1, and none without rows', () => {
		const points = reliability(
			sampleFrom([
				[0, 0],
				[1, 1]
			]),
			'width',
			10
		);
		expect(points.map(({ from, to, mean }) => [from, to, mean])).toEqual([
			[0, 0.1, 0],
			[0.9, 1, 1]
		]);
		expect(calibrationError(points)).toBe(0);
		expect(calibrationError(reliability(sampleFrom([]), 'mass'))).toBeNull();
	});
});

describe('scores of probabilities', () => {
	it('are scikit-learn’s', () => {
		// brier_score_loss(y, s), log_loss(y, s)
		expect(brier(smooth)).toBeCloseTo(0.1637014363855547, 14);
		expect(logLoss(smooth)).toBeCloseTo(0.49938386835017623, 14);
		expect(brier(ties)).toBeCloseTo(0.1316, 14);
		expect(logLoss(ties)).toBeCloseTo(0.4146847783168754, 14);
	});

	it('stay finite where a certainty was wrong, and are null without rows', () => {
		// log_loss([1, 0], [0., 0.5], labels=[0, 1]) = 18.36840028483855
		expect(
			logLoss(
				sampleFrom([
					[0, 1],
					[0.5, 0]
				])
			)
		).toBeCloseTo(18.36840028483855, 12);
		expect([brier(sampleFrom([])), logLoss(sampleFrom([]))]).toEqual([null, null]);
	});
});
