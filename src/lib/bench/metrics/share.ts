import type { Estimate } from '$lib/bench/shape';
import { difference, estimate, resample, strataOf, type Difference } from './resample';
import type { ResampleOptions } from './resample';
import { ratio } from './threshold';

/** `clusters`: what each of the rows belongs to, where rows are drawn together. */
type ShareOptions = ResampleOptions & { readonly clusters?: Uint32Array };

/** The share of ones among zeros and ones, with a 95 % percentile interval over resampled rows. */
export async function bootstrapShare(
	hits: Uint8Array,
	options: ShareOptions
): Promise<Estimate & { readonly rows: number }> {
	const drawn = await resample(
		strataOf(Uint32Array.from(hits), undefined, options.clusters),
		2,
		([no = 0, yes = 0], out) => (out[0] = yes / (no + yes)),
		1,
		options
	);
	return { ...estimate(share(hits), drawn[0]), rows: hits.length };
}

/** The difference of two shares of the same rows, first minus second. Throws a RangeError when they are not as many. */
export async function pairedShare(
	first: Uint8Array,
	second: Uint8Array,
	options: ShareOptions
): Promise<Difference> {
	if (first.length !== second.length)
		throw new RangeError('Two models can be compared only on the same rows.');
	const drawn = await resample(
		strataOf(
			Uint32Array.from(first, (hit, row) => 2 * hit + (second[row] ?? 0)),
			undefined,
			options.clusters
		),
		4,
		([neither = 0, right = 0, left = 0, both = 0], out) =>
			(out[0] = (left - right) / (neither + right + left + both)),
		1,
		options
	);
	return difference(share(first), share(second), drawn[0]);
}

function share(hits: Uint8Array): number | null {
	return ratio(
		hits.reduce((sum, hit) => sum + hit, 0),
		hits.length
	);
}
