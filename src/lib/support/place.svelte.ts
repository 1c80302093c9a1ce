import type { Preferences } from '$lib/device/settings.svelte';
import type { Place } from '$lib/policy/place';
import { guessCountry, type Guess } from '$lib/resources/place';

/** A place that knows where its country came from, so that the page can say so. */
export type Placed = Place & { readonly from: Guess['from'] };

/**
 * Where help must fit: what the person chose, else what this device's clock and browser say. Never the language.
 * Reads the time zone anew on each call: a traveller's clock changes while the page stays open.
 */
export function placeFor(preferences: Preferences, locale: string): Placed {
	const { country, from } = guessCountry({
		setting: preferences.country,
		timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
		locales: globalThis.navigator?.languages
	});
	return { country, from, language: locale, age: preferences.age };
}
