import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { records } from './records';

/** Typed by hand from the sources, not copied from the data: what is dialled and texted where most people are. */
const EXPECTED: Record<string, Record<string, string>> = {
	US: {
		'us-988': '988 988',
		'us-988-es': '988',
		'us-crisis-text-line': '741741',
		'us-veterans': '988 838255',
		'us-trevor': '+18664887386 678678',
		'us-trans-lifeline': '+18775658860',
		'us-ndvh': '+18007997233 88788',
		'us-stronghearts': '+18447628483 +18447628483',
		'us-rainn': '+18006564673 64673'
	},
	KR: {
		'kr-109': '109 109',
		'kr-lifeline': '15889191',
		'kr-1577-0199': '15770199',
		'kr-1388': '1388',
		'kr-1366': '1366'
	},
	JP: {
		'jp-inochi-sos': '0120061338',
		'jp-yorisoi': '0120279338 0120279226',
		'jp-inochi-no-denwa': '0120783556',
		'jp-kokoro': '0570064556',
		'jp-childline': '0120997777',
		'jp-kodomo-sos': '0120078310',
		'jp-tell': '08003008355',
		'jp-dv-plus': '0120279889 #8008',
		'jp-8891': '#8891',
		'jp-ikizurabitto': '',
		'jp-ibasho': ''
	},
	CN: {
		'cn-12356': '12356',
		'cn-beijing': '+861082951332',
		'cn-hope24': '4001619995'
	},
	ES: { 'es-024': '024', 'es-esperanza': '+34717003717' },
	MX: {
		'mx-linea-de-la-vida': '8009112000',
		'mx-saptel': '+525552598121',
		'mx-unam': '+525550250855'
	},
	TW: {
		'tw-1925': '1925',
		'tw-1995': '1995',
		'tw-1980': '1980',
		'tw-lgbtq': '+886223921970',
		'tw-113': '113',
		'tw-mens-care': '0800013999'
	},
	HK: {
		'hk-sbhk': '+85223892222 +85223892223',
		'hk-sps': '+85223820000',
		'hk-samaritans': '+85228960000',
		'hk-18111': '18111',
		'hk-open-up': '+85291012012',
		'hk-cease': '18281'
	},
	GB: {
		'gb-samaritans': '116123',
		'gb-shout': '85258',
		'gb-calm': '0800585858',
		'gb-papyrus': '08000684141 88247',
		'gb-childline': '08001111',
		'gb-refuge': '08082000247'
	},
	IN: {
		'in-tele-manas': '14416 18008914416',
		'in-aasra': '+919820466726',
		'in-1life': '+917893078930',
		'in-vandrevala': '+919999666555',
		'in-icall': '+919152987821',
		'in-humsafar': '+919892940966',
		'in-shakti-shalini': '+917838957810',
		'in-dhwani': '18001027282',
		'in-1098': '1098'
	},
	BR: { 'br-cvv': '188', 'br-180': '180', 'br-100': '100' },
	DE: {
		'de-telefonseelsorge': '08001110111 08001110222 116123',
		'de-116016': '116016'
	},
	FR: {
		'fr-3114': '3114',
		'fr-fil-sante-jeunes': '0800235236',
		'fr-3919': '3919'
	}
};

test.each(Object.entries(EXPECTED))(
	'the numbers of %s are the ones typed by hand',
	(country, lines) => {
		const found = records
			.filter((record) => record.country === country && !record.serves.needs.includes('emergency'))
			.map(({ id, channels }) => [
				id,
				channels
					.filter(({ kind }) => kind === 'call' || kind === 'text')
					.map(({ value }) => value)
					.join(' ')
			]);
		expect(Object.fromEntries(found)).toEqual(lines);
	}
);

test('the first words to send are the ones the services ask for', () => {
	const found = records.flatMap(({ id, channels }) =>
		channels.flatMap((channel) =>
			channel.kind === 'text' && channel.keyword ? [`${id} ${channel.keyword}`] : []
		)
	);
	expect(found.sort()).toEqual([
		'ca-kids-help-phone CONNECT',
		'gb-shout SHOUT',
		'ie-50808 HELLO',
		'ie-pieta HELP',
		'nz-lifeline HELP',
		'us-crisis-text-line HOME',
		'us-ndvh START',
		'us-rainn HOPE',
		'us-trevor START'
	]);
});

test('the keys to press are the ones the menus have', () => {
	const found = records.flatMap(({ id, channels }) =>
		channels.flatMap((channel) =>
			channel.kind === 'call' && channel.press ? [`${id} ${channel.value} ${channel.press}`] : []
		)
	);
	expect(found.sort()).toEqual([
		'ec-171 171 6',
		'id-healing119 119 8',
		'pe-113 113 5',
		'us-988-es 988 2',
		'us-veterans 988 1'
	]);
});

/**
 * A digit swapped in a freephone number gives another valid freephone number, and no metadata can tell.
 * So no value changes by accident: whoever changes one reads it aloud from the source, then puts the new mark here.
 */
const MARK = 'aa56e839843fbddc';

test('no number, address or country has changed since somebody last looked', () => {
	const values = records.flatMap(({ country, id, channels }) =>
		channels.map(({ kind, value }) => `${country} ${id} ${kind} ${value}`)
	);
	const mark = createHash('sha256').update(values.sort().join('\n')).digest('hex').slice(0, 16);
	expect(mark).toBe(MARK);
});
