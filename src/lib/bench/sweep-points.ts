import { sweepOf } from './figures';
import { cost, type SweepPoint } from './metrics/sweep';
import type { Detail } from './results';

/** What would happen at one threshold, and what it would cost per row. */
export type Point = SweepPoint & { readonly cost: number | null };

/** All thresholds of a detail, when a miss costs as much as `miss` false alarms. */
export function pointsOf(detail: Detail, miss: number): readonly Point[] {
	return sweepOf(detail).map((point) => ({ ...point, cost: cost(point, miss) }));
}
