import { labelGrid, namedOf } from './grid';
import { paired } from './metrics/bootstrap';
import { pairedMacro } from './metrics/macro';
import type { Difference, ResampleOptions } from './metrics/resample';
import { classes, samplePair, UNKNOWN } from './metrics/sample';
import { pairedShare } from './metrics/share';
import type { Comparison } from './results';
import { byDanger, cards, misses, type Measured } from './slice';
import { clustersOf, thresholdOf, type Answers, type Question } from './units';

/**
 * Two models on the units that both have scored, each at its own thresholds: first minus second, with paired bootstrap
 * intervals. A question counts where both speak of it.
 */
export async function compare(
	measured: Measured,
	names: readonly [string, string],
	[first, second]: readonly [Answers, Answers]
): Promise<Comparison> {
	const { units, questions } = measured;
	const both = Uint32Array.from(units, (_, at) => at).filter(
		(at) => (first.levels[at] ?? -1) >= 0 && (second.levels[at] ?? -1) >= 0
	);
	const name = (what: string): ResampleOptions => ({
		...measured.options,
		name: ['compare', first.key, second.key, what].join('/')
	});
	const shared = questions.filter((one) => first.scores.has(one) && second.scores.has(one));
	const figures = [];
	for (const question of shared) {
		if (both.every((at) => question.truth[at] === UNKNOWN)) continue;
		figures.push(
			await figuresOfBoth(question, first, second, both, name(`${question.kind}/${question.name}`))
		);
	}
	const [one, other] = [labelGrid(shared, first, both), labelGrid(shared, second, both)];
	const macro =
		one.grid.labels.length > 0
			? await pairedMacro(one.grid, other.grid, [one.thresholds, other.thresholds], name('macro'))
			: null;
	return {
		...{ first: names[0], second: names[1], rows: both.length, figures },
		macroF1: macro && macro.counted > 0 ? macro : null,
		accuracy: await accuracyOfBoth(measured, first, second, both, name('accuracy')),
		...(await levelsOfBoth(measured, first, second, both, name))
	};
}

async function figuresOfBoth(
	question: Question,
	first: Answers,
	second: Answers,
	units: Uint32Array,
	options: ResampleOptions
): Promise<Comparison['figures'][number]> {
	const pair = (from: (answers: Answers) => Float64Array | undefined) =>
		samplePair(
			...([first, second].map((answers) => unitsOf(from(answers), units)) as [
				Float64Array,
				Float64Array
			]),
			Uint8Array.from(units, (at) => question.truth[at] ?? UNKNOWN),
			undefined,
			question.clusters && units.map((at) => question.clusters?.[at] ?? at)
		);
	const samples = pair((answers) => answers.scores.get(question));
	const thresholds = [thresholdOf(question, first), thresholdOf(question, second)] as const;
	const metrics = await paired(...samples, [thresholds[0] ?? 0.5, thresholds[1] ?? 0.5], options);
	if (question.kind === 'target') {
		const flags = pair((answers) => answers.flags.get(question));
		const { auprc, auroc } = metrics;
		Object.assign(metrics, await paired(...flags, [0.5, 0.5], options), { auprc, auroc });
	}
	const { name, kind } = question;
	return { name, kind, ...classes(samples[0].truth), metrics };
}

function unitsOf(scores: Float64Array | undefined, units: Uint32Array): Float64Array {
	return Float64Array.from(units, (at) => scores?.[at] ?? NaN);
}

async function accuracyOfBoth(
	{ units, questions }: Measured,
	first: Answers,
	second: Answers,
	both: Uint32Array,
	options: ResampleOptions
): Promise<Difference | null> {
	const one = namedOf(units, questions, first, both);
	const other = namedOf(units, questions, second, both);
	if (!one || !other) return null;
	const others = new Map(Array.from(other.units, (unit, at) => [unit, other.named[at]]));
	const places = Array.from(one.units, (unit, at) => ({ unit, at })).filter(({ unit }) =>
		others.has(unit)
	);
	const right = (named: (unit: number, at: number) => number | undefined) =>
		Uint8Array.from(places, ({ unit, at }) => Number(one.held[at] === named(unit, at)));
	const clusters = clustersOf(
		units,
		places.map(({ unit }) => unit)
	);
	return pairedShare(
		right((_unit, at) => one.named[at]),
		right((unit) => others.get(unit)),
		{ ...options, clusters }
	);
}

async function levelsOfBoth(
	{ units }: Measured,
	first: Answers,
	second: Answers,
	both: Uint32Array,
	name: (what: string) => ResampleOptions
): Promise<Pick<Comparison, 'cardsOnHarmless' | 'missed'>> {
	const { harmless, acute } = byDanger(units, first, both);
	const share = (hits: typeof cards, of: Uint32Array, what: string) =>
		of.length === 0
			? null
			: pairedShare(hits(first, of), hits(second, of), {
					...name(what),
					clusters: clustersOf(units, of)
				});
	return {
		cardsOnHarmless: await share(cards, harmless, 'cards'),
		missed: await share(misses, acute, 'missed')
	};
}
