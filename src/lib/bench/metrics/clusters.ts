/** So many rows of each cell. */
export type Cells = { readonly cells: Uint32Array; readonly counts: Uint32Array };

/** Rows that are drawn together or not at all, as the turns of a conversation: cells by cluster, those of a stratum together. */
export type ClusterStratum = { readonly clusters: readonly Cells[] };

/**
 * Strata of whole clusters: each belongs where the rarest of its rows' strata is, so that every resample has such rows. None
 * where there is but one cluster: nothing can be said of how others would be.
 */
export function clusterStrata(
	cellOf: Uint32Array,
	stratumOf: (row: number) => number,
	clusterOf: Uint32Array
): ClusterStratum[] {
	const sizes = new Map<number, number>();
	const found = new Map<number, { rows: number[]; strata: Set<number> }>();
	cellOf.forEach((_, row) => {
		const stratum = stratumOf(row);
		sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1);
		const cluster = found.get(clusterOf[row] ?? 0) ?? { rows: [], strata: new Set<number>() };
		found.set(clusterOf[row] ?? 0, cluster);
		cluster.rows.push(row);
		cluster.strata.add(stratum);
	});
	if (found.size < 2) return [];
	const strata = new Map<number, Cells[]>();
	for (const { rows, strata: own } of found.values()) {
		const size = (stratum: number) => sizes.get(stratum) ?? 0;
		const [rarest = 0] = [...own].sort((a, b) => size(a) - size(b) || a - b);
		const before = strata.get(rarest) ?? [];
		strata.set(rarest, before);
		before.push(counted(rows, cellOf));
	}
	return [...strata.values()].map((clusters) => ({ clusters }));
}

/** Whether the rows that hold, and those that do not, each come from two clusters or more. */
export function isSpread(truth: Uint8Array, clusterOf: Uint32Array): boolean {
	const seen = [new Set<number>(), new Set<number>()];
	truth.forEach((holds, row) => seen[holds]?.add(clusterOf[row] ?? 0));
	return seen.every(({ size }) => size !== 1);
}

/** So many rows of each cell. */
export function cellsOf(counts: ReadonlyMap<number, number>): Cells {
	return { cells: Uint32Array.from(counts.keys()), counts: Uint32Array.from(counts.values()) };
}

function counted(rows: readonly number[], cellOf: Uint32Array): Cells {
	const counts = new Map<number, number>();
	for (const row of rows) counts.set(cellOf[row] ?? 0, (counts.get(cellOf[row] ?? 0) ?? 0) + 1);
	return cellsOf(counts);
}

/** Adds a cluster that was drawn so many times. */
export function addCluster({ cells, counts }: Cells, times: number, weights: Float64Array): void {
	for (let at = 0; at < cells.length; at++) {
		const cell = cells[at] ?? 0;
		weights[cell] = (weights[cell] ?? 0) + times * (counts[at] ?? 0);
	}
}
