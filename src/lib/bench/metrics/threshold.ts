import type { Sample } from './sample';

/** The 2×2 table of one label at one threshold, in rows. A row is flagged when its score reaches the threshold. */
export type Counts = {
	readonly tp: number;
	readonly fp: number;
	readonly fn: number;
	readonly tn: number;
};

/** Figures from a 2×2 table; `null` where it would be 0/0. */
export type Rates = {
	readonly precision: number | null;
	readonly recall: number | null;
	readonly f1: number | null;
	readonly falsePositiveRate: number | null;
	/** Flagged rows in 1,000 rows that do not hold the label: comparable between sets in which it is rare or common. */
	readonly falseAlarmsPer1000: number | null;
};

/** Counts one label at a threshold. */
export function count({ scores, truth }: Sample, threshold: number): Counts {
	let [tp, fp, fn, tn] = [0, 0, 0, 0];
	for (let row = 0; row < scores.length; row++) {
		const flagged = (scores[row] ?? NaN) >= threshold;
		if (truth[row] === 1) {
			if (flagged) tp++;
			else fn++;
		} else if (flagged) fp++;
		else tn++;
	}
	return { tp, fp, fn, tn };
}

/**
 * precision tp/(tp+fp), recall tp/(tp+fn), F1 2tp/(2tp+fp+fn) (van Rijsbergen 1979, Information Retrieval, ch. 7), false-positive
 * rate fp/(fp+tn). scikit-learn gives 0 for 0/0; here it is `null`, for a page must not show a figure that no row made.
 */
export function rates({ tp, fp, fn, tn }: Counts): Rates {
	return {
		precision: ratio(tp, tp + fp),
		recall: ratio(tp, tp + fn),
		f1: ratio(2 * tp, 2 * tp + fp + fn),
		falsePositiveRate: ratio(fp, fp + tn),
		falseAlarmsPer1000: ratio(1000 * fp, fp + tn)
	};
}

/**
 * The mean of the labels' F1, each label weighing the same. Labels that no row holds are left out, and not counted as 0:
 * `counted` says how many of the labels are in it. A label whose rows all lack scores counts 0, so that nothing is gained by
 * leaving them out. `null` when there is no label.
 */
export function macroF1(
	tables: readonly Counts[],
	held: readonly boolean[] = tables.map(({ tp, fn }) => tp + fn > 0)
): { value: number | null; counted: number } {
	let sum = 0;
	let counted = 0;
	for (const [label, { tp, fp, fn }] of tables.entries()) {
		if (!held[label]) continue;
		if (tp + fn > 0) sum += (2 * tp) / (2 * tp + fp + fn);
		counted++;
	}
	return { value: ratio(sum, counted), counted };
}

/** `null` for 0/0. */
export function ratio(part: number, whole: number): number | null {
	return whole === 0 ? null : part / whole;
}
