import type { Lexicon } from './lexicon';

/**
 * The same lexicon in more spellings: every letter that `ways` names becomes the source that stands for it, as `é`
 * becomes `[ée]`. So a phrase is written once, as a dictionary has it, and found as people type it. Such a letter must
 * not stand inside a character class of a phrase.
 */
export function respell(lexicon: Lexicon, ways: Readonly<Record<string, string>>): Lexicon {
	const each = (sources: readonly string[]) =>
		sources.map((source) =>
			Array.from(source.normalize('NFC'), (letter) => ways[letter] ?? letter).join('')
		);
	return {
		...lexicon,
		phrases: Object.fromEntries(
			Object.entries(lexicon.phrases).map(([label, sources]) => [label, each(sources)])
		),
		idioms: each(lexicon.idioms),
		frames: each(lexicon.frames),
		negations: { before: each(lexicon.negations.before), after: each(lexicon.negations.after) }
	};
}
