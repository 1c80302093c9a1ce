import links from './data/guidance.json';
import { base } from './language';
import type { Country } from './resource';

/** A page by somebody who knows, about supporting another person. */
export type Guidance = {
	/** BCP-47. */
	readonly language: string;
	readonly country: Country;
	readonly title: string;
	readonly url: string;
	readonly publisher: string;
	readonly confidence: string;
};

/** In the reader's languages, the reader's country first; English where there is nothing. Never empty. */
export function guidance(languages: readonly string[], country?: Country): Guidance[] {
	const wanted = languages.map(base);
	const rank = (link: Guidance) => wanted.indexOf(base(link.language));
	const readable = links.filter((link) => rank(link) >= 0);
	const found = readable.length > 0 ? readable : links.filter((link) => link.language === 'en');
	return [...found].sort(
		(a, b) =>
			rank(a) - rank(b) ||
			Number(b.country === country) - Number(a.country === country) ||
			a.confidence.localeCompare(b.confidence)
	);
}
