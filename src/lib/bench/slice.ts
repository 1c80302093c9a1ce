import { LABELS } from '$lib/intent/labels';
import { figuresOf } from './figures';
import { labelGrid, namedGrid, namedOf } from './grid';
import { isAcute, isHarmless } from './levels';
import { bootstrapMacro } from './metrics/macro';
import type { ResampleOptions } from './metrics/resample';
import { UNKNOWN } from './metrics/sample';
import { bootstrapShare } from './metrics/share';
import type { Slice } from './results';
import type { Part } from './slices';
import { clustersOf, type Answers, type Question, type Unit } from './units';

/** Everything that is measured of one model, beside its answers. */
export type Measured = {
	readonly units: readonly Unit[];
	readonly questions: readonly Question[];
	readonly options: Omit<ResampleOptions, 'name'>;
};

/** The threshold of scores that are 0 or 1. */
export const ONE_HOT: readonly number[] = LABELS.map(() => 0.5);

/** The figures of one model on one part of the units. */
export async function sliceOf(
	{ units, questions, options }: Measured,
	answers: Answers,
	part: Part
): Promise<Slice> {
	const { by, column, value } = part;
	const name = (what: string) => ({
		...options,
		name: [answers.key, by, column, value, what].join('/')
	});
	const figures = [];
	for (const question of questions) {
		if (!answers.scores.has(question)) continue;
		if (part.units.every((at) => question.truth[at] === UNKNOWN)) continue;
		const { kind } = question;
		figures.push(await figuresOf(question, answers, part.units, name(`${kind}/${question.name}`)));
	}
	return {
		...{ by, column, value, rows: part.units.length, figures },
		macroF1: await macroOf(questions, answers, part.units, name('macro')),
		argmax: await argmaxOf({ units, questions, options }, answers, part, name),
		levels: await levelShares(units, answers, part.units, name)
	};
}

async function macroOf(
	questions: readonly Question[],
	answers: Answers,
	units: Uint32Array,
	options: ResampleOptions
): Promise<Slice['macroF1']> {
	const { grid, thresholds } = labelGrid(questions, answers, units);
	if (grid.labels.length === 0) return null;
	const macro = await bootstrapMacro(grid, thresholds, options);
	return macro.counted > 0 ? macro : null;
}

async function argmaxOf(
	{ units, questions }: Measured,
	answers: Answers,
	part: Part,
	name: (what: string) => ResampleOptions
): Promise<Slice['argmax']> {
	const found = namedOf(units, questions, answers, part.units);
	if (!found) return null;
	const right = Uint8Array.from(found.held, (label, at) => Number(label === found.named[at]));
	const clusters = clustersOf(units, found.units);
	const { rows, ...accuracy } = await bootstrapShare(right, { ...name('accuracy'), clusters });
	const macroF1 = await bootstrapMacro(namedGrid(found), ONE_HOT, name('argmax'));
	return { rows, accuracy, macroF1 };
}

async function levelShares(
	all: readonly Unit[],
	answers: Answers,
	units: Uint32Array,
	name: (what: string) => ResampleOptions
): Promise<Slice['levels']> {
	const { harmless, acute } = byDanger(all, answers, units);
	if (harmless.length + acute.length === 0) return null;
	const share = (hits: typeof cards, of: Uint32Array, what: string) =>
		bootstrapShare(hits(answers, of), { ...name(what), clusters: clustersOf(all, of) });
	return {
		cardsOnHarmless: await share(cards, harmless, 'cards'),
		linesOnHarmless: await share(lines, harmless, 'lines'),
		missed: await share(misses, acute, 'missed')
	};
}

/** Units with a level that are harmless beyond doubt, and those that must not be taken for nothing. */
export function byDanger(all: readonly Unit[], { levels }: Answers, units: Uint32Array) {
	const read = units.filter((at) => (levels[at] ?? -1) >= 0);
	return {
		harmless: read.filter((at) => isHarmless(all[at]?.row.truth ?? {})),
		acute: read.filter((at) => isAcute(all[at]?.row.truth ?? {}))
	};
}

/** Per unit, whether a card is shown. */
export function cards({ levels }: Answers, units: Uint32Array): Uint8Array {
	return Uint8Array.from(units, (at) => Number((levels[at] ?? 0) >= 2));
}

/** Per unit, whether only the quiet line is shown. */
function lines({ levels }: Answers, units: Uint32Array): Uint8Array {
	return Uint8Array.from(units, (at) => Number(levels[at] === 1));
}

/** Per unit, whether nothing is shown. */
export function misses({ levels }: Answers, units: Uint32Array): Uint8Array {
	return Uint8Array.from(units, (at) => Number(levels[at] === 0));
}
