import type { Label } from '$lib/intent/labels';
import { fill, type Scores, type Thresholds } from '$lib/intent/reading';
import { en } from './en';
import { es } from './es';
import { ja } from './ja';
import { ko } from './ko';
import type { Lexicon } from './lexicon';
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

const LEXICONS = [en, es, zh, ja, ko].map(compile);

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
	const unquoted = unquote(lower);
	const found = LEXICONS.flatMap((lexicon) => lookIn(lower, unquoted, lexicon));
	const labels = new Set(found.map((hit) => hit.label));
	return {
		scores: fill((label) => (labels.has(label) ? WEIGHT : 0)),
		spots: found.map((hit) => hit.at).sort((a, b) => a - b),
		said: new Set(found.filter((hit) => hit.said).map((hit) => hit.label))
	};
}

type Compiled = {
	readonly phrases: readonly (readonly [Label, RegExp])[];
	readonly idioms: RegExp;
	readonly frames: RegExp;
	readonly before: RegExp;
	readonly after: RegExp;
};

type Hit = { readonly label: Label; readonly at: number; readonly said: boolean };

function compile({ phrases, idioms, frames, negations, spaced }: Lexicon): Compiled {
	// A bounded gap, and never an open-ended repetition in a phrase: a hostile paste must not take quadratic time.
	const gap = (space: string) => (spaced && space === ' ' ? '\\s{1,3}' : '\\s{0,3}');
	const any = (list: readonly string[]) =>
		list.length > 0 ? `(?:${list.join('|').replace(/ \??/g, gap)})` : '(?!)';
	const whole = (list: readonly string[]) =>
		spaced ? `(?<![\\p{L}\\p{N}])${any(list)}(?![\\p{L}\\p{N}])` : any(list);
	// One word may stand between ("never really wanted to"), unless it opens another clause.
	const between = spaced ? `(?:\\s+(?!(?:and|but|so|y|pero|i)\\s)[\\p{L}']+)?\\s+` : '\\s*';
	const border = spaced ? "(?<![\\p{L}\\p{N}'])" : '';
	return {
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

function lookIn(text: string, unquoted: string, lexicon: Compiled): Hit[] {
	const literal = text.replace(lexicon.idioms, blank);
	const mentioned = (at: number) =>
		unquoted.charAt(at) !== text.charAt(at) ||
		lexicon.frames.test(text.slice(Math.max(0, at - FRAME_REACH), at + FRAME_REACH));
	return lexicon.phrases.flatMap(([label, phrases]) =>
		[...literal.matchAll(phrases)]
			.filter((match) => !negated(literal, match.index, match[0].length, lexicon))
			.map((match) => ({ label, at: match.index, said: !mentioned(match.index) }))
	);
}

/** Without what stands in quotation marks, unless no word stands outside them: then it is the writer's own. */
function unquote(text: string): string {
	const outside = text.replace(QUOTED, blank);
	return /\p{L}/u.test(outside) ? outside : text;
}

const QUOTED =
	/"[^"\n]{1,300}"|“[^”\n]{1,300}”|«[^»\n]{1,300}»|「[^」\n]{1,300}」|『[^』\n]{1,300}』/gu;

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
