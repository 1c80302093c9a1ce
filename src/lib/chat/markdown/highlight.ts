import type { Span } from './span';

/** Longest code that is coloured, in UTF-16 units: highlight.js works on the page's own thread. */
export const LONGEST_COLOURED = 50_000;

/** More elements than this cost the page more than colours are worth. */
const MOST_SPANS = 6000;

/**
 * Colours finished code. Undefined means: show it plain (unknown language, too long, the grammars could not be
 * loaded, or they lost a character on the way).
 */
export async function highlight(code: string, language: string): Promise<Span[] | undefined> {
	if (language === '' || code.length > LONGEST_COLOURED) return undefined;
	try {
		const { colour } = await import('./grammars');
		const spans = colour(code, language);
		return spans && faithful(spans, code) ? spans : undefined;
	} catch {
		return undefined;
	}
}

function faithful(spans: Span[], code: string): boolean {
	return spans.length <= MOST_SPANS && spans.map(({ text }) => text).join('') === code;
}
