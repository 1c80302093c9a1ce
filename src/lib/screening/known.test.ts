import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fingerprint, openKnown, type Known } from './known';

const LISTED =
	'There is a paragraph that people pass on from screen to screen, and somebody has read it and judged it once. ' +
	'It goes on for a while, as such texts do: it tells of a garden, of the neighbours who came by in the evening, and ' +
	'of a table that was carried outside because the kitchen had become too small. Nobody knows any more who wrote it ' +
	'first. Some leave out the last line, some add a name, and every copy that comes back is almost the same again.';
let key: Uint8Array<ArrayBuffer>;
let signed: { payload: string; signature: string };
let known: Known;

beforeAll(async () => {
	const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
	if (!('privateKey' in pair)) throw new Error('not a key pair');
	key = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
	const entries = [
		{ ...(await fingerprint(LISTED)), category: 'self-harm' },
		{ ...(await fingerprint('short one')), category: 'violence' }
	];
	const payload = JSON.stringify({ version: 1, entries });
	const bytes = await crypto.subtle.sign(
		'Ed25519',
		pair.privateKey,
		new TextEncoder().encode(payload)
	);
	signed = { payload, signature: btoa(String.fromCharCode(...new Uint8Array(bytes))) };
	const outcome = await openKnown(signed, key);
	if (outcome.kind === 'refused') throw new Error(outcome.why);
	known = outcome.known;
});

describe('known material', () => {
	it('is found again, however it is spaced, written or disguised', async () => {
		expect(await known.find(LISTED)).toBe('self-harm');
		expect(await known.find(`  ${LISTED.toUpperCase().replaceAll(' ', '\n')}!`)).toBe('self-harm');
		expect(await known.find(LISTED.replace('paragraph', 'p\u200bаragraph'))).toBe('self-harm');
	});

	it('is found when nearly the same', async () => {
		expect(await known.find(LISTED.replace('garden', 'gardn'))).toBe('self-harm');
	});

	it('is found exactly or not at all when short', async () => {
		expect(await known.find('Short one')).toBe('violence');
		expect(await known.find('short ones')).toBeUndefined();
	});

	it('is never an ordinary text', async () => {
		const word = fc.constantFrom(
			...'the weather in our town was fine and people went out to read this paragraph screen judged once somebody table kitchen copy'.split(
				' '
			)
		);
		const text = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 200 }),
			fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '))
		);
		await fc.assert(
			fc.asyncProperty(text, async (ordinary) => {
				expect(await known.find(ordinary)).toBeUndefined();
			}),
			{ numRuns: 500 }
		);
	});

	it('is refused from a list that was tampered with', async () => {
		const payload = signed.payload.replace('self-harm', 'violence');
		expect(await openKnown({ ...signed, payload }, key)).toEqual({
			kind: 'refused',
			why: 'signature'
		});
		expect(await openKnown({ ...signed, signature: 'AAAA' }, key)).toMatchObject({
			why: 'signature'
		});
	});

	it('is refused from a list of another key, of no key, or of no list', async () => {
		const other = key.map((byte, index) => (index === 0 ? byte ^ 1 : byte));
		expect(await openKnown(signed, other)).toMatchObject({ kind: 'refused', why: 'signature' });
		expect(await openKnown(signed)).toMatchObject({ kind: 'refused', why: 'no-key' });
		expect(await openKnown({ payload: '[]', signature: '' })).toMatchObject({ why: 'shape' });
	});

	it('ships empty', async () => {
		const outcome = await openKnown();
		expect(outcome.kind === 'opened' && (await outcome.known.find(LISTED))).toBeUndefined();
		expect(outcome.kind).toBe('opened');
	});
});
