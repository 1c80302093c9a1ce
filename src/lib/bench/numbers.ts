import { getLocale } from '$paraglide/runtime';
import type { Estimate } from './shape';

/** Numbers as the page writes them, in the person's language. Nothing where there is no value: an en dash. */
const NONE = '–';

const formats = new Map<string, Intl.NumberFormat>();

function format(options: Intl.NumberFormatOptions): Intl.NumberFormat {
	const key = `${getLocale()} ${JSON.stringify(options)}`;
	const found = formats.get(key) ?? new Intl.NumberFormat(getLocale(), options);
	formats.set(key, found);
	return found;
}

export function decimal(value: number | null | undefined, digits = 3): string {
	if (value === null || value === undefined || !Number.isFinite(value)) return NONE;
	return format({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

export function count(value: number | null | undefined): string {
	if (value === null || value === undefined) return NONE;
	return format({ maximumFractionDigits: 1 }).format(value);
}

/** "[0.790, 0.834]", with a semicolon where the comma is the decimal sign; empty without an interval. */
export function interval({ low, high }: Estimate, digits = 3): string {
	if (low === null || high === null) return '';
	const between = decimal(0.5, 1).includes(',') ? '; ' : ', ';
	return `[${decimal(low, digits)}${between}${decimal(high, digits)}]`;
}

export function milliseconds(value: number | null | undefined): string {
	if (value === null || value === undefined) return NONE;
	return value >= 1000
		? `${decimal(value / 1000, 2)} s`
		: `${decimal(value, value < 10 ? 2 : 1)} ms`;
}

export function bytes(value: number | null | undefined): string {
	if (value === null || value === undefined) return NONE;
	if (value < 1000) return `${count(value)} B`;
	const step = value < 1e6 ? 1 : value < 1e9 ? 2 : 3;
	return `${decimal(value / 1000 ** step, 1)} ${['B', 'kB', 'MB', 'GB'][step] ?? 'GB'}`;
}

export function date(iso: string): string {
	const time = Date.parse(iso);
	if (Number.isNaN(time)) return iso;
	return new Intl.DateTimeFormat(getLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(
		time
	);
}
