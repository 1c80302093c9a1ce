import { classes, falling, type Sample } from './sample';

/** Rows that share a score, or lie together in a bin: how many hold the label and how many do not. */
type Step = { readonly score: number; readonly positives: number; readonly negatives: number };

/**
 * Area under the precision-recall curve as average precision, Σ (Rₙ − Rₙ₋₁) Pₙ over the distinct scores from the highest
 * down: scikit-learn's `average_precision_score`. Rows of one score are taken at once. `null` when no row holds.
 */
export function averagePrecision(sample: Sample): number | null {
	const { positives } = classes(sample.truth);
	if (positives === 0) return null;
	let [tp, flagged, sum] = [0, 0, 0];
	for (const step of steps(sample)) {
		tp += step.positives;
		flagged += step.positives + step.negatives;
		sum += step.positives * (tp / flagged);
	}
	return sum / positives;
}

/**
 * Area under the ROC curve: how often a row that holds scores above one that does not, ties counting half (Mann and Whitney;
 * Hanley and McNeil 1982, doi:10.1148/radiology.143.1.7063747). `null` when one of the classes is empty.
 */
export function auroc(sample: Sample): number | null {
	const { positives, negatives } = classes(sample.truth);
	if (positives === 0 || negatives === 0) return null;
	let [tp, sum] = [0, 0];
	for (const step of steps(sample)) {
		sum += step.negatives * (tp + step.positives / 2);
		tp += step.positives;
	}
	return sum / (positives * negatives);
}

/** A point of the ROC curve; rows at or above the threshold are flagged. */
export type RocPoint = {
	/** `null` at the first point, where nothing is flagged. */
	readonly threshold: number | null;
	readonly falsePositiveRate: number;
	readonly recall: number;
};

/** A point of the precision-recall curve. */
export type PrPoint = {
	readonly threshold: number;
	readonly precision: number;
	readonly recall: number;
};

/** From (0, 0) to (1, 1), at most `most` points. Empty when one of the classes is. */
export function rocCurve(sample: Sample, most = 200): RocPoint[] {
	const { positives, negatives } = classes(sample.truth);
	if (positives === 0 || negatives === 0) return [];
	const points: RocPoint[] = [{ threshold: null, falsePositiveRate: 0, recall: 0 }];
	let [tp, fp] = [0, 0];
	for (const step of steps(sample)) {
		tp += step.positives;
		fp += step.negatives;
		points.push({
			threshold: step.score,
			falsePositiveRate: fp / negatives,
			recall: tp / positives
		});
	}
	return thin(points, most, (point) => [point.falsePositiveRate, point.recall]);
}

/** One point for each distinct score, from the highest down, at most `most`. Empty when no row holds. */
export function prCurve(sample: Sample, most = 200): PrPoint[] {
	const { positives } = classes(sample.truth);
	if (positives === 0) return [];
	const points: PrPoint[] = [];
	let [tp, flagged] = [0, 0];
	for (const step of steps(sample)) {
		tp += step.positives;
		flagged += step.positives + step.negatives;
		points.push({ threshold: step.score, precision: tp / flagged, recall: tp / positives });
	}
	return thin(points, most, (point) => [point.recall, point.precision]);
}

function* steps({ scores, truth }: Sample): Generator<Step> {
	const rows = falling(scores);
	for (let at = 0; at < rows.length;) {
		const score = scores[rows[at] ?? 0] ?? 0;
		let [positives, negatives] = [0, 0];
		for (; at < rows.length && scores[rows[at] ?? 0] === score; at++) {
			if (truth[rows[at] ?? 0] === 1) positives++;
			else negatives++;
		}
		yield { score, positives, negatives };
	}
}

/** Keeps the first and the last point and between them such as lie evenly along the curve, measured as |Δx| + |Δy|. */
function thin<Point>(
	points: readonly Point[],
	most: number,
	place: (point: Point) => readonly [number, number]
): Point[] {
	const lengths: number[] = [];
	let length = 0;
	let before: readonly [number, number] | undefined;
	for (const point of points) {
		const here = place(point);
		if (before) length += Math.abs(here[0] - before[0]) + Math.abs(here[1] - before[1]);
		lengths.push(length);
		before = here;
	}
	if (points.length <= most) return [...points];
	let next = 0;
	return points.filter((_point, at) => {
		const last = at === points.length - 1;
		if (!last && (lengths[at] ?? 0) < (next * length) / (most - 1)) return false;
		if (!last && next >= most - 1) return false;
		while ((next * length) / (most - 1) <= (lengths[at] ?? 0) && next < most - 1) next++;
		return true;
	});
}
