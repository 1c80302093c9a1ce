import { m } from '$paraglide/messages';
import type { Metric } from './metrics/bins';

/** The field's names stay as they are in most languages. */
export const METRIC_NAMES: Readonly<Record<Metric, () => string>> = {
	precision: m.bench_precision,
	recall: m.bench_recall,
	f1: () => 'F1',
	falsePositiveRate: m.bench_false_positive_rate,
	falseAlarmsPer1000: m.bench_false_alarms,
	auprc: () => 'AUPRC',
	auroc: () => 'AUROC'
};

/** Figures of a label in the order in which tables show them. */
export const SHOWN_METRICS = [
	'precision',
	'recall',
	'f1',
	'auprc',
	'auroc',
	'falseAlarmsPer1000'
] as const satisfies readonly Metric[];

export const digitsOf = (metric: Metric): number => (metric === 'falseAlarmsPer1000' ? 1 : 3);
