import { SILENT, type Reading } from '$lib/intent/reading';
import type { Classification, Classifies } from './classifier';
import type { Known } from './known';
import { guessLanguage } from './language';
import { LEXICON_THRESHOLDS, look } from './lexicon/look';
import { lift } from './lift';
import { sentencesAt } from './sentences';
import { plainView, rawView } from './views';

/**
 * Everything that may read a text. With a classifier the lexicon points at sentences to be read alone and lifts what is
 * half heard; without one it answers, and the reading says so.
 */
export type Detectors = { readonly classifier?: Classifies; readonly known: Known };

/** Characters kept of the longest texts, from both ends; what is between is not read, and the reading says so. */
const MOST_CHARACTERS = 200_000;

/**
 * Sentences with a phrase of the lexicon that the model also reads alone. Measured with model 1.0.0 on 523 harmless
 * sentences: one more card.
 */
const MOST_SENTENCES = 6;

/**
 * Share of word-continuing tokens above which text of a language that could not be guessed is not taken for one of ours.
 * Measured with the vocabulary of 2.x: of our own sentences 0.1 % (English) to 2.3 % (German) come to this, of Arabic mostly
 * what is written in Latin letters; of Italian ones whose language was not guessed, two in three.
 */
const CRUMBS = 0.3;

/** Below this a share says nothing. */
const FEW_TOKENS = 6;

/** Reads exactly one text. The same function runs in the worker, on the command line and when the worker is gone. */
export async function screenText(text: string, detectors: Detectors): Promise<Reading> {
	const { classifier } = detectors;
	const thresholds = classifier?.manifest.thresholds ?? LEXICON_THRESHOLDS;
	if (!VISIBLE.test(text)) return { scores: NOTHING_SAID, thresholds, state: 'ok', lang: 'und' };
	const kept = shorten(text);
	const plain = plainView(kept);
	const lang = guessLanguage(plain);
	const known = await detectors.known.find(kept);
	const hits = look(plain);
	if (!classifier)
		return { scores: hits.scores, thresholds, state: 'unscreened', lang, ...(known && { known }) };
	const found = await classifier.classify([
		rawView(kept),
		plain,
		...sentencesAt(plain, hits.spots, MOST_SENTENCES)
	]);
	const whole = found.whole && kept.length === text.length;
	// A phrase of the lexicon proves the guess wrong: it has only the languages that the model knows.
	const foreign = hits.said.size > 0 ? undefined : isForeign(lang, classifier.manifest);
	const state =
		classifier.unsure || foreign || !isReadable(found, whole, lang, classifier.manifest)
			? 'unsure'
			: 'ok';
	const scores = lift(found.scores, thresholds, hits.said);
	// In a language it does not know the model is a little of everything: four in ten lines of small talk in Indonesian.
	const hints = foreign ? undefined : classifier.manifest.hints;
	return {
		...{ scores, thresholds, state, lang },
		...(foreign && { foreign }),
		...(hints && { hints }),
		...(known && { known })
	};
}

/** Something a reader could see: not only spaces, controls and invisible signs. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}]/u;

const NOTHING_SAID = { ...SILENT, none: 1 };

function shorten(text: string): string {
	if (text.length <= MOST_CHARACTERS) return text;
	return `${text.slice(0, MOST_CHARACTERS / 2)}\n${text.slice(-MOST_CHARACTERS / 2)}`;
}

function isForeign(lang: string, { languages }: Classifies['manifest']): true | undefined {
	const primary = lang.replace(/-.*/, '');
	return (primary !== 'und' && !languages.includes(primary)) || undefined;
}

function isReadable(
	found: Classification,
	whole: boolean,
	lang: string,
	{ unknownShare }: Classifies['manifest']
): boolean {
	if (!whole || found.unknownShare > unknownShare) return false;
	return lang !== 'und' || found.tokens < FEW_TOKENS || found.crumbShare <= CRUMBS;
}
