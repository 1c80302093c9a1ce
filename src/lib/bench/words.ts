import type { ModelResult, Slice } from './results';
import type { Estimate } from './shape';

/** Numbers as the command line and the report write them: English, for a file that is passed on. */
export const NONE = '–';

/** Three digits after the point. */
export function decimal(value: number | null | undefined, digits = 3): string {
	return value === null || value === undefined ? NONE : value.toFixed(digits);
}

/** "12.3 %". */
export function percent(value: number | null | undefined): string {
	return value === null || value === undefined ? NONE : `${(value * 100).toFixed(1)} %`;
}

type Written = (value: number | null | undefined) => string;

/** "0.512 (0.480–0.543)". */
export function estimated(estimate: Estimate | null | undefined, write: Written = decimal): string {
	if (!estimate || estimate.value === null) return NONE;
	const { value, low, high } = estimate;
	return low === null || high === null
		? write(value)
		: `${write(value)} (${write(low)}–${write(high)})`;
}

/** Macro-F1, with the number of labels where models of one table differ in it: such averages cannot be compared. */
export function averaged(macro: Slice['macroF1'] | undefined, apart: boolean): string {
	const labels = macro?.counted === 1 ? 'label' : 'labels';
	return macro && apart ? `${estimated(macro)} of ${macro.counted} ${labels}` : estimated(macro);
}

/** Whether the models' macro-F1 over all rows are averages of different numbers of labels. */
export function countedApart(models: readonly Pick<ModelResult, 'slices'>[]): boolean {
	const counted = models.flatMap(({ slices: [all] }) => all?.macroF1?.counted ?? []);
	return new Set(counted).size > 1;
}

/** "1.2 ms", "3.4 s". */
export function milliseconds(value: number | null | undefined): string {
	if (value === null || value === undefined) return NONE;
	return value >= 1000 ? `${(value / 1000).toFixed(1)} s` : `${value.toFixed(1)} ms`;
}

/** "24.9 MB". */
export function megabytes(value: number | null | undefined): string {
	return value === null || value === undefined ? NONE : `${(value / 1e6).toFixed(1)} MB`;
}

/** "2 h 05 min", "3 min 20 s", "12 s". */
export function duration(seconds: number): string {
	const whole = Math.max(0, Math.round(seconds));
	const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
	if (hours > 0) return `${hours} h ${String(minutes).padStart(2, '0')} min`;
	return minutes > 0 ? `${minutes} min ${String(whole % 60).padStart(2, '0')} s` : `${whole} s`;
}
