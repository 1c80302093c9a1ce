import { expect, test } from 'vitest';
import { messageLink, STARTERS } from './starters';

const words = (kind: keyof typeof STARTERS) =>
	STARTERS[kind].map((starter) => starter.words({}, { locale: 'en' }));

test('there are three sizes for oneself and five steps for a helper', () => {
	expect(words('self-harm')).toHaveLength(3);
	expect(words('violence')).toHaveLength(3);
	expect(STARTERS.helper.map(({ name }) => name({}, { locale: 'en' }))).toEqual([
		'Ask',
		'Listen',
		'Keep safe',
		'Connect',
		'Follow up'
	]);
});

test('the smallest text names nothing that another reader must not see', () => {
	expect(words('self-harm')[0]).not.toMatch(/suicid|die|hurt/i);
});

test('words travel whole into a text message', () => {
	const link = messageLink('Rough night. 친구야, can you call me? & more');
	expect(link).toMatch(/^sms:\?&body=/);
	expect(decodeURIComponent(link.slice('sms:?&body='.length))).toBe(
		'Rough night. 친구야, can you call me? & more'
	);
});
