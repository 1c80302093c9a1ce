import { csvCell } from './plot-svg';
import { count, decimal, interval } from './numbers';
import type { Difference } from './metrics/resample';
import type { Estimate } from './shape';

/** A cell as a person reads it, and as a file has it. */
export type TableCell = {
	readonly text: string;
	/** Below it and smaller: an interval, and under that perhaps a p. */
	readonly below?: string;
	readonly last?: string;
	readonly raw: string;
	/** How strongly it is tinted, 0 to 1. */
	readonly tint?: number;
};

export type TableColumn = { readonly name: string; readonly numeric: boolean };
export type TableLine = { readonly key: string; readonly cells: readonly TableCell[] };

export const words = (text: string): TableCell => ({ text, raw: text });
export const whole = (value: number | null | undefined): TableCell => ({
	text: count(value),
	raw: value === null || value === undefined ? '' : String(value)
});
export const figure = (value: number | null | undefined, digits = 3): TableCell => ({
	text: decimal(value, digits),
	raw: value === null || value === undefined ? '' : String(value)
});

/** A value with its interval; in a file all three in one cell, as "0.812 [0.790, 0.834]". */
export function estimated(estimate: Estimate | null | undefined, digits = 3): TableCell {
	if (!estimate || estimate.value === null) return { text: '–', raw: '' };
	const { value, low, high } = estimate;
	return {
		text: decimal(value, digits),
		below: interval(estimate, digits),
		raw: low === null || high === null ? String(value) : `${value} [${low}, ${high}]`
	};
}

/** A difference with its interval and its p. */
export function differing(difference: Difference | null | undefined, digits = 3): TableCell {
	const cell = estimated(difference, digits);
	if (!difference || difference.p === null || cell.raw === '') return cell;
	const { p } = difference;
	return {
		...cell,
		text: difference.value !== null && difference.value > 0 ? `+${cell.text}` : cell.text,
		last: p < 0.001 ? 'p < 0.001' : `p = ${decimal(p)}`,
		raw: `${cell.raw} p = ${p}`
	};
}

export function tableCsv(columns: readonly TableColumn[], lines: readonly TableLine[]): string {
	const rows = [
		columns.map(({ name }) => name),
		...lines.map(({ cells }) => cells.map(({ raw }) => raw))
	];
	return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}
