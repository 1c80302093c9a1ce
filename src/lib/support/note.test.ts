import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { locales } from '$paraglide/runtime';
import { records } from '$lib/resources/records';
import { NOON, placeIn } from './plans.fixture';
import ResourceLine from './ResourceLine.svelte';

const NOTE = 'On the 10th of each month';

test.each(locales)(
	'a card in %s keeps a note in English out of the way of the buttons',
	(locale) => {
		const resource = records.find(({ id }) => id === 'jp-inochi-no-denwa');
		if (!resource) throw new Error('The record is not in the data.');
		const html = render(ResourceLine, {
			props: {
				resource,
				need: 'self-harm',
				place: placeIn('JP', locale),
				locale,
				now: NOON,
				leads: false,
				broken: false,
				onBroken: () => undefined
			}
		}).body;
		const [card = '', about = ''] = html.split('<details');
		expect(card.includes(NOTE)).toBe(locale === 'en');
		expect(about.includes(NOTE)).toBe(locale !== 'en');
		if (locale !== 'en') expect(about).toMatch(/<p lang="en">[^<]*On the 10th/);
	}
);
