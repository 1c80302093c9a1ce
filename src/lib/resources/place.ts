import zones from './data/zones.json';
import type { Country } from './resource';

export type Guess =
	| { readonly country: Country; readonly from: 'setting' | 'time-zone' | 'locale' }
	| { readonly country: undefined; readonly from: 'unknown' };

/**
 * What the person chose, else where the clock says they are, else the region of a browser locale.
 * Never a bare language: Spanish is not Spain, Chinese is not China, English is not the United States.
 */
export function guessCountry(hints: {
	readonly setting?: Country;
	readonly timeZone?: string;
	readonly locales?: readonly string[];
}): Guess {
	if (hints.setting) return { country: hints.setting, from: 'setting' };
	const clock = hints.timeZone ? countryFromTimeZone(hints.timeZone) : undefined;
	if (clock) return { country: clock, from: 'time-zone' };
	const region = hints.locales?.map(regionOf).find((found) => found !== undefined);
	return region ? { country: region, from: 'locale' } : { country: undefined, from: 'unknown' };
}

/** Undefined for UTC, Etc/*, fixed offsets and Antarctica: none of them is a country with a telephone network. */
export function countryFromTimeZone(zone: string): Country | undefined {
	return byZone.get(zone);
}

/** zone.tab and the `backward` links of tzdata 2025b; one zone, one country. Browsers still say Asia/Calcutta. */
const byZone = new Map(
	Object.entries(zones).flatMap(([country, names]) =>
		names.split(' ').map((name): [string, Country] => [name, country])
	)
);

function regionOf(locale: string): Country | undefined {
	try {
		const { region } = new Intl.Locale(locale);
		return region && /^[A-Z]{2}$/.test(region) && region !== 'ZZ' ? region : undefined;
	} catch {
		return undefined; // not a language tag: no hint
	}
}
