import { beforeEach, expect, test } from 'vitest';
import type { Reading } from '$lib/intent/reading';
import { LABELLED, archive, asked, open, reading, reset } from './conversation.fixture';

beforeEach(reset);

test('a message that waits for a choice never leaves with a later one', async () => {
	const conversation = open();
	await conversation.send('plan');
	await conversation.send('what is the weather');
	expect(asked.map(({ turns }) => turns.map(({ text }) => text))).toEqual([
		['what is the weather']
	]);
});

test('going on with a held message after others keeps them all in view', async () => {
	const conversation = open();
	await conversation.send('plan');
	const [held] = conversation.path;
	await conversation.send('soup?');
	if (held) await conversation.proceed(held);
	expect(conversation.path.map(({ text }) => text)).toEqual([
		'plan',
		'soup?',
		'one two',
		'one two'
	]);
	expect(asked.at(-1)?.turns.at(-1)?.text).toBe('plan');
});

test('words that were taken back while they were read are not sent', async () => {
	const waiting: (() => void)[] = [];
	const conversation = open({
		screen: (text) =>
			new Promise((resolve) => {
				waiting.push(() => resolve(reading(LABELLED[text] ?? 'none')));
			})
	});
	const sent = conversation.send('my address is X');
	while (waiting.length < 1) await new Promise((go) => setTimeout(go, 1));
	const [first] = conversation.path;
	const edited = first && conversation.edit(first, 'never mind');
	while (waiting.length < 2) await new Promise((go) => setTimeout(go, 1));
	waiting.forEach((go) => go());
	await Promise.all([sent, edited]);
	expect(asked.map(({ turns }) => turns.at(-1)?.text)).toEqual(['never mind']);
	expect(conversation.busy).toBe(false);
});

test('a conversation that was deleted while its message was read sends nothing and writes nothing', async () => {
	let go: () => void = () => undefined;
	const conversation = open({
		screen: () => new Promise((resolve) => (go = () => resolve(reading('none'))))
	});
	const sent = conversation.send('hello');
	await new Promise((next) => setTimeout(next, 5));
	conversation.end();
	await archive.commit({ removed: ['c'] });
	go();
	await sent;
	expect(asked).toHaveLength(0);
	expect(await archive.conversations()).toEqual([]);
	expect(await archive.messages('c')).toEqual([]);
});

test('what another tab wrote in the row stays when an answer ends here', async () => {
	let go: () => void = () => undefined;
	const conversation = open({
		reply: () =>
			async function* () {
				yield 'a';
				await new Promise<void>((resolve) => (go = resolve));
			}
	});
	const sent = conversation.send('hello');
	while (conversation.streaming?.text !== 'a') await new Promise((next) => setTimeout(next, 5));
	await archive.commit({ updates: [{ id: 'c', leafId: 'from another tab', title: 'theirs' }] });
	go();
	await sent;
	expect((await archive.conversations())[0]).toMatchObject({
		leafId: 'from another tab',
		title: 'theirs'
	});
});

test('a card that was on the screen does not vanish under a finger, and its message still waits', async () => {
	const conversation = open({
		screen: async (text, { early }) => {
			early(reading('self-harm/intent', { state: 'unscreened' }));
			return reading('none');
		}
	});
	await conversation.send('x');
	expect(asked).toHaveLength(0);
	expect([...conversation.plans.values()][0]).toMatchObject({ show: 'card-first', hold: true });
	expect(conversation.row.title).toBe('A chat');
});

test('a plan that is recognised late stops an answer that began without knowing', async () => {
	let later: (reading: Reading) => void = () => undefined;
	const conversation = open({
		screen: async (text, { late }) => {
			later = late;
			return reading('none', { state: 'unscreened' });
		},
		reply: () =>
			async function* ({ signal }) {
				yield 'a';
				await new Promise((resolve) => signal.addEventListener('abort', resolve));
			}
	});
	const sent = conversation.send('x');
	while (conversation.streaming?.text !== 'a') await new Promise((next) => setTimeout(next, 5));
	later(reading('self-harm/intent'));
	await sent;
	expect(conversation.path.at(-1)?.state).toBe('stopped');
	expect(conversation.row.history.selfHarm).toBe(3);
});
