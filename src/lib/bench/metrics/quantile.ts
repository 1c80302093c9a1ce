/**
 * A quantile by linear interpolation between the two nearest values: type 7 of Hyndman and Fan 1996
 * (doi:10.1080/00031305.1996.10473566), numpy's default. `sorted` rises; `share` is from 0 to 1. NaN without values.
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
	if (sorted.length === 0) return NaN;
	const place = (sorted.length - 1) * share;
	const below = Math.min(Math.floor(place), sorted.length - 1);
	const low = sorted[below] ?? NaN;
	const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN;
	return low + (high - low) * (place - below);
}

/** The values from the lowest to the highest; NaN is left out. */
export function rising(values: ArrayLike<number>): Float64Array {
	return Float64Array.from(values)
		.filter((value) => !Number.isNaN(value))
		.sort();
}
