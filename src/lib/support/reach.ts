import { m } from '$paraglide/messages';
import type { Locale } from '$paraglide/runtime';
import type { Channel } from '$lib/resources/resource';
import { listOf } from './facts';
import type { Said } from './words';

/** What the button of a channel says; numbers stand there as text, because a link does not dial everywhere. */
export function reachWords(channel: Channel, locale: Locale): string {
	switch (channel.kind) {
		case 'call':
			return m.support_call({ number: numberOf(channel) ?? channel.value }, { locale });
		case 'text': {
			const number = numberOf(channel) ?? channel.value;
			return channel.keyword
				? m.support_text_word({ word: channel.keyword, number }, { locale })
				: m.support_text({ number }, { locale });
		}
		case 'chat':
			return m.support_chat({}, { locale });
		case 'whatsapp':
			return m.support_whatsapp({ number: numberOf(channel) ?? '' }, { locale });
		case 'page':
			return m.support_page({}, { locale });
		case 'email':
			return m.support_email({ address: channel.value }, { locale });
		default:
			return channel satisfies never;
	}
}

/** What a person can copy and type elsewhere; undefined for a page. */
export function numberOf(channel: Channel): string | undefined {
	switch (channel.kind) {
		case 'call':
		case 'text':
			return channel.shown ?? channel.value;
		case 'email':
			return channel.value;
		case 'whatsapp':
			return /(?:wa\.me\/|phone=)(\d{7,})/.exec(channel.value)?.[1]?.replace(/^/, '+');
		case 'chat':
		case 'page':
			return undefined;
		default:
			return channel satisfies never;
	}
}

/** A page of somebody else: it opens beside this one, and is not told where the person came from. */
export function isPage({ kind }: Channel): boolean {
	return kind === 'chat' || kind === 'whatsapp' || kind === 'page';
}

/** Who answers an emergency number. */
export function answersOf(channel: Channel, locale: Locale): string | undefined {
	if (channel.kind !== 'call' || !channel.reaches) return undefined;
	return listOf(
		channel.reaches.map((service) => SERVICES[service]({}, { locale })),
		locale
	);
}

const SERVICES: Record<'police' | 'ambulance' | 'fire', Said> = {
	police: m.support_police,
	ambulance: m.support_ambulance,
	fire: m.support_fire
};
