import { LABELS, type Label } from '$lib/intent/labels';
import { meaningOf, type Meaning, type Sidecar } from './map';
import type { Target, Truth } from './shape';
import type { SourceLabels } from './source-labels';

/** What a row's labels come to: truth of labels and targets, a row to leave out, or labels that the map lacks. */
export type Mapped =
	| { readonly kind: 'truth'; readonly truth: Truth; readonly targets: Record<string, boolean> }
	| { readonly kind: 'ignored' }
	| { readonly kind: 'unmapped'; readonly labels: readonly string[] };

/** Translates the labels of one row. Rules in map.ts at `Meaning`. */
export function mapLabels(source: SourceLabels, sidecar: Sidecar): Mapped {
	const names = source.kind === 'named' ? source.labels : [...source.flags.keys()];
	const meanings = new Map<string, Meaning>();
	for (const name of names) {
		const meaning = meaningOf(sidecar, name);
		if (meaning !== undefined) meanings.set(name, meaning);
	}
	const lacking = names.filter((name) => !meanings.has(name));
	const left = (name: string) => source.kind === 'named' || source.flags.get(name) === true;
	if (names.some((name) => meanings.get(name) === 'ignore' && left(name)))
		return { kind: 'ignored' };
	if (lacking.length > 0) return { kind: 'unmapped', labels: lacking };
	const found =
		source.kind === 'named'
			? ofNamed(names.map((name) => normalise(meanings.get(name) ?? 'unknown')))
			: ofFlags([...source.flags].map(([name, flag]) => [meanings.get(name) ?? 'unknown', flag]));
	return { kind: 'truth', ...settleTargets(found, sidecar.targets ?? []) };
}

type Found = { truth: Truth; targets: Record<string, boolean> };
type Plain = {
	readonly yes: readonly Label[];
	readonly unknown: readonly Label[];
	readonly targets: Readonly<Record<string, boolean>>;
};

/** A meaning with all that was left to its defaults; undefined for "other", which adds nothing to other labels. */
function normalise(meaning: Exclude<Meaning, 'ignore'> | 'ignore'): Plain | undefined {
	if (meaning === 'other') return undefined;
	if (meaning === 'unknown' || meaning === 'ignore')
		return { yes: [], unknown: LABELS, targets: {} };
	if (Array.isArray(meaning)) return { yes: meaning, unknown: [], targets: {} };
	const { yes = [], unknown = yes.length > 0 ? [] : 'rest', targets = {} } = meaning;
	return { yes, unknown: unknown === 'rest' ? LABELS : unknown, targets };
}

/** Labels that hold win over unknown ones, unknown ones over false ones; `none` holds only where nothing else does. */
function ofNamed(meanings: readonly (Plain | undefined)[]): Found {
	const said = meanings.filter((meaning) => meaning !== undefined);
	const yes = new Set(said.flatMap((meaning) => meaning.yes));
	const unknown = new Set<Label>(said.flatMap((meaning) => meaning.unknown));
	if (said.length === 0) unknown.add('none');
	const truth: Truth = {};
	for (const label of LABELS)
		if (yes.has(label) || !unknown.has(label)) truth[label] = yes.has(label);
	if (yes.size > 1) truth.none = false;
	const targets: Record<string, boolean> = {};
	for (const meaning of said)
		for (const [name, holds] of Object.entries(meaning.targets))
			targets[name] = holds || targets[name] === true;
	return { truth, targets };
}

/**
 * A label or target that several flags speak of is true where one of them is, else unknown where one is not said. What no flag
 * speaks of is unknown, unless a flag that means `other` is set.
 */
function ofFlags(flags: readonly (readonly [Meaning, boolean | undefined])[]): Found {
	const labels = new Map<Label, boolean | undefined>();
	const targets = new Map<string, boolean | undefined>();
	const put = <Key>(into: Map<Key, boolean | undefined>, key: Key, holds: boolean | undefined) => {
		const before = into.get(key);
		if (!into.has(key) || holds === true) into.set(key, holds);
		else if (before === false && holds === undefined) into.set(key, undefined);
	};
	for (const [meaning, flag] of flags) {
		const plain = normalise(meaning);
		if (!plain && flag) for (const label of LABELS) if (label !== 'none') put(labels, label, false);
		for (const label of plain?.yes ?? []) put(labels, label, flag);
		for (const [name, when] of Object.entries(plain?.targets ?? {}))
			put(targets, name, flag === undefined ? undefined : flag === when);
	}
	return { truth: known(labels), targets: known(targets) };
}

function known<Key extends string>(found: ReadonlyMap<Key, boolean | undefined>) {
	const truth: Partial<Record<Key, boolean>> = {};
	for (const [key, holds] of found) if (holds !== undefined) truth[key] = holds;
	return truth as Record<Key, boolean>;
}

/** A target that is false makes its labels false; one that nothing was said of follows from its labels. */
function settleTargets({ truth, targets }: Found, list: readonly Target[]): Found {
	for (const { name, labels } of list) {
		const holds = targets[name] ?? targetTruth(truth, labels);
		if (holds !== undefined) targets[name] = holds;
		if (holds === false) for (const label of labels) truth[label] ??= false;
	}
	return { truth, targets };
}

/** Whether any of the labels holds, as far as the labels tell. */
export function targetTruth(truth: Truth, labels: readonly Label[]): boolean | undefined {
	if (labels.some((label) => truth[label] === true)) return true;
	return labels.every((label) => truth[label] === false) ? false : undefined;
}
