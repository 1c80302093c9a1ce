import type { Label } from '$lib/intent/labels';
import type { BenchRun, ModelRun } from './run';
import type { Row } from './shape';

/**
 * Which rows to look at: `missed` hold the label and are not flagged, `alarm` are flagged and do not hold it, `apart` are
 * flagged by one of two models alone.
 */
export type DifferenceQuery = {
	readonly kind: 'missed' | 'alarm' | 'apart';
	/** Label, or name of a target. */
	readonly question: string;
	readonly labels: readonly Label[];
	readonly model: number;
	readonly other?: number;
	/** A language, and a value of a subgroup column. */
	readonly lang?: string;
	readonly from: number;
	readonly most: number;
};

/** A row on which truth and model, or two models, differ. Its text is asked for by itself. */
export type Difference = Pick<Row, 'id' | 'lang' | 'groups' | 'conversation'> & {
	/** Place in the run. */
	readonly row: number;
	readonly length: number;
	/** The labels that hold; undefined where nothing is known. */
	readonly truth: readonly string[] | undefined;
	readonly score: number;
	readonly otherScore?: number;
};

/** Rows of one kind, the ones farthest from the threshold first; `total` counts all of them. */
export function differencesOf(
	{ rows, models }: Pick<BenchRun, 'rows' | 'models'>,
	{ kind, question, labels, model, other, lang, from, most }: DifferenceQuery
): { readonly total: number; readonly found: readonly Difference[] } {
	const one = models[model];
	const two = other === undefined ? undefined : models[other];
	const found: (Difference & { readonly distance: number })[] = [];
	rows.forEach((row, at) => {
		if (lang !== undefined && row.lang !== lang) return;
		const said = one && judge(one, at, labels);
		if (!said) return;
		const holds = row.targets?.[question] ?? row.truth[question as Label];
		const also = two && judge(two, at, labels);
		const fits =
			kind === 'apart'
				? also !== undefined && also.flagged !== said.flagged
				: holds === (kind === 'missed') && said.flagged !== holds;
		if (!fits) return;
		const distance =
			also && kind === 'apart' ? Math.abs(said.margin - also.margin) : Math.abs(said.margin);
		found.push({ ...describe(row, at), score: said.score, otherScore: also?.score, distance });
	});
	found.sort((a, b) => b.distance - a.distance || a.row - b.row);
	return {
		total: found.length,
		found: found.slice(from, from + most).map(({ distance: _, ...rest }) => rest)
	};
}

/** The highest of the labels' scores, and how far it is above its threshold; undefined without a score. */
function judge({ scored, scorer }: ModelRun, at: number, labels: readonly Label[]) {
	const given = scored[at]?.scores;
	let best: { score: number; margin: number; flagged: boolean } | undefined;
	for (const label of labels) {
		const score = given?.[label];
		if (score === undefined) continue;
		const margin = score - (scorer?.thresholds[label] ?? 0.5);
		if (!best || margin > best.margin) best = { score, margin, flagged: margin >= 0 };
	}
	return best;
}

function describe({ id, lang, groups, conversation, text, truth }: Row, row: number) {
	const known = Object.entries(truth);
	return {
		row,
		id,
		lang,
		groups,
		...(conversation !== undefined && { conversation }),
		length: text.length,
		truth: known.length === 0 ? undefined : known.filter(([, holds]) => holds).map(([name]) => name)
	};
}
