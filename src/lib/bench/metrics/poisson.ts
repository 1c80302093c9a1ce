import type { Random } from './random';

/** Slots of the guide from which the search for a draw begins. */
const SLOTS = 1024;

type Table = { readonly first: number; readonly upTo: Float64Array; readonly guide: Uint32Array };

const tables = new Map<number, Table>();

/** A draw from the Poisson distribution of a whole-numbered mean, by inversion from one random number of 32 bits. */
export function poisson(mean: number): (random: Random) => number {
	let table = tables.get(mean);
	if (!table) tables.set(mean, (table = tabulate(mean)));
	const { first, upTo, guide } = table;
	const last = upTo.length - 1;
	return (random) => {
		const drawn = random();
		let at = guide[drawn >>> 22] ?? 0;
		while (at < last && drawn >= (upTo[at] ?? 0)) at++;
		return first + at;
	};
}

/**
 * The distribution function times 2³², from the mode outwards by p(k+1) = p(k) · mean / (k+1): no exponential, hence the same in every
 * engine. What is rarer than 10⁻¹⁴ of the mode is cut off.
 */
function tabulate(mean: number): Table {
	const below: number[] = [];
	const above: number[] = [];
	for (let k = mean, p = 1; k > 0 && p > 1e-14; k--) below.push((p = (p * k) / mean));
	for (let k = mean, p = 1; mean > 0 && p > 1e-14; k++) above.push((p = (p * mean) / (k + 1)));
	const shape = [...below.reverse(), 1, ...above];
	const total = shape.reduce((sum, p) => sum + p, 0);
	const upTo = new Float64Array(shape.length);
	let sum = 0;
	shape.forEach((p, at) => {
		sum += p;
		upTo[at] = (sum / total) * 4294967296;
	});
	const guide = new Uint32Array(SLOTS);
	for (let slot = 0, at = 0; slot < SLOTS; slot++) {
		const start = slot * (4294967296 / SLOTS);
		while (at < upTo.length - 1 && start >= (upTo[at] ?? 0)) at++;
		guide[slot] = at;
	}
	return { first: mean - below.length, upTo, guide };
}
