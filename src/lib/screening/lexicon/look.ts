import type { Label } from '$lib/intent/labels';
import { fill, type Scores, type Thresholds } from '$lib/intent/reading';
import { ar } from './ar';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fold, type Alike, type Folded } from './fold';
import { fr } from './fr';
import { hi } from './hi';
import { hiLatn } from './hi-latn';
import { ja } from './ja';
import { ko } from './ko';
import type { Lexicon } from './lexicon';
import { pt } from './pt';
import { zh } from './zh';

/**
 * Show from one half, which every phrase exceeds; act never: a phrase is no ground for anything that leaves the device.
 */
export const LEXICON_THRESHOLDS: Thresholds = fill(() => ({ show: 0.5, act: 1 }));

/** A phrase said outright is still only a phrase. */
const WEIGHT = 0.8;

/** Characters beside a phrase in which a negation is looked for. */
const REACH = 24;

/** Characters to either side of a phrase in which a frame is looked for. */
const FRAME_REACH = 100;

/** What a word goes on in; vowel signs are marks. */
const LETTERS = '\\p{L}\\p{M}\\p{N}';

/** Words that open another clause. */
const CLAUSE =
	'and|but|so|i|y|pero|et|mais|je|und|aber|ich|e|mas|eu|aur|lekin|par|main|और|लेकिन|मगर|मै|بس|لكن|انا';

/** Hindi twice, for its two scripts. */
export const LEXICONS: readonly Lexicon[] = [en, es, zh, ja, ko, fr, de, pt, hi, hiLatn, ar];

const COMPILED = LEXICONS.map(compile);

export type Hits = {
	readonly scores: Scores;
	/** Offsets in the text, in order. */
	readonly spots: readonly number[];
	/** Labels with a phrase that the writer says and means, as far as phrases tell: not quoted, no frame near. */
	readonly said: ReadonlySet<Label>;
};

/** Looks for the phrases of every language, since people mix them. */
export function look(text: string): Hits {
	const lower = lowerSameLength(text);
	const plain = fold(lower);
	const found = COMPILED.filter(({ script }) => script.test(lower)).flatMap((lexicon) =>
		lookIn(lexicon.alike ? fold(lower, lexicon.alike) : plain, lexicon)
	);
	const labels = new Set(found.map((hit) => hit.label));
	return {
		scores: fill((label) => (labels.has(label) ? WEIGHT : 0)),
		spots: found.map((hit) => hit.at).sort((a, b) => a - b),
		said: new Set(found.filter((hit) => hit.said).map((hit) => hit.label))
	};
}

type Compiled = {
	readonly script: RegExp;
	readonly alike: Alike | undefined;
	readonly phrases: readonly (readonly [Label, RegExp])[];
	readonly idioms: RegExp;
	readonly frames: RegExp;
	readonly before: RegExp;
	readonly after: RegExp;
};

type Hit = { readonly label: Label; readonly at: number; readonly said: boolean };

function compile(lexicon: Lexicon): Compiled {
	const { phrases, idioms, frames, negations, spaced, script, joined, alike } = lexicon;
	// Never an open-ended repetition in a phrase: a hostile paste must not take quadratic time. And a class, since the
	// engine unrolls `\s{1,3}` at every space: with it the first text took five times as long.
	const gap = (space: string) => (spaced && space === ' ' ? '[ \\n]' : '[ \\n]?');
	const any = (list: readonly string[]) =>
		list.length > 0
			? `(?:${list.map((source) => fold(source, alike).text.replace(/ \??/g, gap)).join('|')})`
			: '(?!)';
	const open = (signs: string) =>
		joined ? `(?<=(?:^|[^${signs}])(?:${joined})?)` : `(?<![${signs}])`;
	const whole = (list: readonly string[]) =>
		spaced ? `${open(LETTERS)}${any(list)}(?![${LETTERS}])` : any(list);
	// One word may stand between ("never really wanted to"), unless it opens another clause.
	const between = spaced ? `(?:\\s+(?!(?:${CLAUSE})\\s)[\\p{L}\\p{M}']+)?\\s+` : '\\s*';
	const border = spaced ? open(`${LETTERS}'`) : '';
	return {
		script: new RegExp(script ? `\\p{Script=${script}}` : '', 'u'),
		alike,
		phrases: Object.entries(phrases).map(([label, list]) => [
			label as Label,
			new RegExp(whole(list), 'gu')
		]),
		idioms: new RegExp(whole(idioms), 'gu'),
		frames: new RegExp(whole(frames), 'u'),
		before: new RegExp(`${border}${any(negations.before)}${between}$`, 'u'),
		after: new RegExp(`^\\s*${any(negations.after)}`, 'u')
	};
}

function lookIn({ text, origin }: Folded, lexicon: Compiled): Hit[] {
	const literal = text.replace(lexicon.idioms, blank);
	const unquoted = unquote(text);
	const mentioned = (at: number) =>
		unquoted.charAt(at) !== text.charAt(at) ||
		lexicon.frames.test(text.slice(Math.max(0, at - FRAME_REACH), at + FRAME_REACH));
	return lexicon.phrases.flatMap(([label, phrases]) =>
		[...literal.matchAll(phrases)]
			.filter((match) => !negated(literal, match.index, match[0].length, lexicon))
			.map((match) => ({ label, at: origin(match.index), said: !mentioned(match.index) }))
	);
}

/** Without what stands in quotation marks, unless no word stands outside them: then it is the writer's own. */
function unquote(text: string): string {
	const outside = text.replace(QUOTED, blank);
	return /\p{L}/u.test(outside) ? outside : text;
}

const QUOTED =
	/"[^"\n]{1,300}"|„[^“”"\n]{1,300}[“”"]|“[^”\n]{1,300}”|«[^»\n]{1,300}»|»[^«\n]{1,300}«|「[^」\n]{1,300}」|『[^』\n]{1,300}』/gu;

function blank(part: string): string {
	return ' '.repeat(part.length);
}

function negated(text: string, at: number, length: number, { before, after }: Compiled): boolean {
	return (
		before.test(text.slice(Math.max(0, at - REACH), at)) ||
		after.test(text.slice(at + length, at + length + REACH))
	);
}

/** Lower case that keeps every offset: letters whose lower case is longer stay as they are. */
function lowerSameLength(text: string): string {
	const lower = text.toLowerCase();
	if (lower.length === text.length) return lower;
	return Array.from(text, (sign) => {
		const small = sign.toLowerCase();
		return small.length === sign.length ? small : sign;
	}).join('');
}
