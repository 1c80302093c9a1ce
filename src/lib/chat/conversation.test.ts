import { beforeEach, describe, expect, test } from 'vitest';
import type { Plan } from '$lib/policy/plan';
import type { Reading } from '$lib/intent/reading';
import {
	LABELLED,
	archive,
	around,
	asked,
	open,
	order,
	reading,
	reset,
	row
} from './conversation.fixture';
import { Conversation } from './conversation.svelte';
import { ReplyProblem } from './reply';

beforeEach(reset);

test('a message is saved, read and planned before anybody is asked', async () => {
	const saved: string[] = [];
	const conversation = open({
		screen: async (text) => {
			saved.push(...(await archive.messages('c')).map((message) => message.state));
			order.push('screened');
			return reading(LABELLED[text] ?? 'none');
		}
	});
	await conversation.send('hello');
	expect(saved).toEqual(['held']);
	expect(order).toEqual(['screened', 'planned', 'asked', 'done']);
	expect(conversation.path.map(({ text, state }) => [text, state])).toEqual([
		['hello', 'sent'],
		['one two', 'done']
	]);
});

test('a plan is held until the person goes on, and then answered with care', async () => {
	const conversation = open();
	await conversation.send('plan');
	expect(asked).toHaveLength(0);
	const [held] = conversation.path;
	expect(held?.state).toBe('held');
	if (held) await conversation.proceed(held);
	expect(asked[0]?.plan.directive).toMatch(/safe right now/);
	expect(conversation.path.map((message) => message.state)).toEqual(['sent', 'done']);
});

test('going on twice asks once', async () => {
	const conversation = open();
	await conversation.send('plan');
	const [held] = conversation.path;
	if (held) await Promise.all([conversation.proceed(held), conversation.proceed(held)]);
	expect(asked).toHaveLength(1);
});

test('nobody can go on before the message has been read to its end', async () => {
	const conversation = open({
		screen: async (text, { early }) => {
			early(reading('self-harm/intent', { state: 'unscreened' }));
			const [held] = conversation.path;
			if (held) await conversation.proceed(held);
			return reading('self-harm/intent');
		}
	});
	await conversation.send('x');
	expect(asked).toHaveLength(0);
});

test('a request for methods is answered with a directive that gives none', async () => {
	const conversation = open();
	await conversation.send('methods');
	expect(asked[0]?.plan).toMatchObject({ refuse: 'self-harm', show: 'card' });
});

test('a held message comes back with its help after a reload', async () => {
	const before = open();
	await before.send('plan');
	const again = new Conversation(before.row, await archive.messages('c'), around());
	await again.resume();
	const [held] = again.path;
	expect(held && again.plans.get(held.id)?.hold).toBe(true);
	if (held) await again.proceed(held);
	expect(again.path).toHaveLength(2);
});

test('nothing that was made of the words is stored beside them', async () => {
	await open().send('heavy');
	expect(JSON.stringify(await archive.messages('c'))).not.toMatch(/score|level|ideation|plan"/);
});

test('words of distress do not become the name of a conversation', async () => {
	const conversation = open();
	await conversation.send('heavy');
	expect(conversation.row.title).toBe('A chat');
	const other = new Conversation({ ...row, id: 'd' }, [], around());
	await other.send('how to make soup');
	expect(other.row.title).toBe('how to make soup');
});

test('stop keeps what has come and really ends the reply', async () => {
	let ended = false;
	const conversation = open({
		reply: () =>
			async function* ({ signal }) {
				yield 'half';
				await new Promise((resolve) => signal.addEventListener('abort', resolve));
				ended = signal.aborted;
			}
	});
	const sent = conversation.send('hello');
	while (conversation.streaming?.text !== 'half') await new Promise((go) => setTimeout(go, 5));
	conversation.stop();
	await sent;
	expect(ended).toBe(true);
	expect(conversation.path.at(-1)).toMatchObject({ text: 'half', state: 'stopped' });
});

test('a reply that breaks keeps what came and says why', async () => {
	const conversation = open({
		reply: () =>
			async function* () {
				throw new ReplyProblem('busy');
			}
	});
	await conversation.send('hello');
	expect(conversation.path.at(-1)).toMatchObject({ state: 'failed', problem: 'busy' });
	expect(conversation.path[0]?.text).toBe('hello');
});

test('a full disk loses nothing in view and says so', async () => {
	const conversation = open({
		archive: {
			...archive,
			commit: async () => {
				throw new DOMException('full', 'QuotaExceededError');
			}
		}
	});
	await conversation.send('hello');
	expect(order).toContain('unsaved');
	expect(conversation.path.map((message) => message.text)).toEqual(['hello', 'one two']);
});

describe('an edit', () => {
	test('makes a branch and keeps the old one', async () => {
		const conversation = open();
		await conversation.send('first');
		const [first] = conversation.path;
		if (first) await conversation.edit(first, 'second');
		expect(conversation.path.map((message) => message.text)).toEqual(['second', 'one two']);
		const [second] = conversation.path;
		expect(second && conversation.versions(second).map((message) => message.text)).toEqual([
			'first',
			'second'
		]);
		if (first) await conversation.choose(first);
		expect(conversation.path.map((message) => message.text)).toEqual(['first', 'one two']);
	});
});

test('an answer can be asked for again without holding a message that was let go', async () => {
	const conversation = open();
	await conversation.send('plan');
	const [held] = conversation.path;
	if (held) await conversation.proceed(held);
	const answer = conversation.path.at(-1);
	if (answer) await conversation.regenerate(answer);
	expect(asked).toHaveLength(2);
	expect(answer && conversation.versions(answer)).toHaveLength(2);
});

test('what the lexicon knows is on the screen while the model still reads', async () => {
	let seen: Plan | undefined;
	const conversation = open({
		screen: async (text, { early }) => {
			early(reading('self-harm/intent', { state: 'unscreened' }));
			seen = [...conversation.plans.values()][0];
			return reading('self-harm/intent');
		}
	});
	await conversation.send('x');
	expect(seen?.show).toBe('card-first');
	expect(asked).toHaveLength(0);
});

test('a model that comes late still brings help, and never takes it away', async () => {
	let later: (reading: Reading) => void = () => undefined;
	const conversation = open({
		screen: async (text, { late }) => {
			later = late;
			return reading('none', { state: 'unscreened' });
		}
	});
	await conversation.send('x');
	const [message] = conversation.path;
	later(reading('self-harm/ideation'));
	expect(message && conversation.plans.get(message.id)?.show).toBe('card');
	later(reading('none'));
	expect(message && conversation.plans.get(message.id)?.show).toBe('card');
});

test('NUL and broken surrogates are sent and stored as text that every program can read', async () => {
	const conversation = open();
	await conversation.send('a\0b\uD800c');
	expect(conversation.path[0]?.text.isWellFormed?.() ?? true).toBe(true);
	expect(conversation.path[0]?.text).not.toContain('\0');
});

test('an answer that was being written when the tab closed counts as stopped', () => {
	const half = {
		id: '2',
		conversationId: 'c',
		parentId: null,
		role: 'assistant' as const,
		text: 'ha',
		createdAt: 1,
		state: 'streaming' as const
	};
	const conversation = new Conversation({ ...row, leafId: '2' }, [half], around());
	expect(conversation.path[0]?.state).toBe('stopped');
});
