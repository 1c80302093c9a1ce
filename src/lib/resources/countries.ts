import zones from './data/zones.json';
import { records } from './records';
import type { Country } from './resource';

export type CountryName = { readonly code: Country; readonly name: string };

/** For the picker: every country of the time-zone table, with or without a line, in the reader's language and order. */
export function countries(locale: string): CountryName[] {
	const names = new Intl.DisplayNames([locale, 'en'], { type: 'region' });
	const { compare } = new Intl.Collator([locale, 'en']);
	return [...new Set([...Object.keys(zones), ...records.map((record) => record.country)])]
		.filter((code) => code !== 'ZZ')
		.map((code) => ({ code, name: names.of(code) ?? code }))
		.sort((a, b) => compare(a.name, b.name));
}
