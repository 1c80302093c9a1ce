import { locales, type Locale } from '$paraglide/runtime';
import { base } from '$lib/resources/language';

/**
 * The interface language for a BCP-47 tag; undefined where we have no words in it (`und`, or another language).
 * All Chinese is Simplified for now: Traditional needs its own authors, and no words at all would be worse.
 */
export function localeOf(lang: string): Locale | undefined {
	const language = base(lang);
	return locales.find((locale) => base(locale) === language);
}

/** The name of a language in that language: the one word that everybody who needs it can read. */
export function ownName(locale: Locale): string {
	return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
}
