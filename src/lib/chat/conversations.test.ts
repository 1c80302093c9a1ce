import { expect, test } from 'vitest';
import { SILENT, fill } from '$lib/intent/reading';
import { memoryArchive } from '$lib/device/archive';
import { Conversations } from './conversations.svelte';

const open = async (archive = memoryArchive()) => {
	const conversations = new Conversations({
		archive,
		screen: async () => ({
			scores: { ...SILENT, none: 1 },
			thresholds: fill(() => ({ show: 0.5, act: 0.9 })),
			state: 'ok',
			lang: 'en'
		}),
		reply: () =>
			async function* () {
				yield 'yes';
			},
		now: Date.now,
		planned: () => undefined,
		settled: () => undefined,
		plainTitle: () => 'A chat'
	});
	await conversations.load();
	await conversations.open(null);
	return conversations;
};

const sendFirst = async (conversations: Conversations, text: string) => {
	conversations.write(text);
	await conversations.send();
	const id = conversations.current?.row.id;
	if (id === undefined) throw new Error('nothing is open');
	return id;
};

test('words typed right after "New chat" are not lost to a draft that was still being read', async () => {
	const conversations = await open();
	await sendFirst(conversations, 'one');
	const begun = conversations.begin();
	conversations.write('two');
	await begun;
	expect(conversations.draft).toBe('two');
	await conversations.send();
	expect(conversations.visible).toHaveLength(2);
});

test('each conversation keeps its own draft, also when they change fast', async () => {
	const conversations = await open();
	const first = await sendFirst(conversations, 'one');
	conversations.write('for the first');
	const begun = conversations.begin();
	conversations.write('for a new one');
	await begun;
	const opened = conversations.open(first);
	await opened;
	expect(conversations.draft).toBe('for the first');
	await conversations.begin();
	expect(conversations.draft).toBe('for a new one');
});

test('a sent draft is gone, here and in the store', async () => {
	const archive = memoryArchive();
	const conversations = await open(archive);
	const id = await sendFirst(conversations, 'one');
	expect(conversations.draft).toBe('');
	expect(await archive.draft('new')).toBe('');
	expect(await archive.draft(id)).toBe('');
});

test('a deleted conversation comes back whole, and is gone for good once forgotten', async () => {
	const archive = memoryArchive();
	const conversations = await open(archive);
	const id = await sendFirst(conversations, 'one');
	const [row] = conversations.visible;
	if (row) await conversations.remove(row);
	expect(conversations.visible).toHaveLength(0);
	await conversations.restore();
	expect(conversations.current?.row.id).toBe(id);
	expect(conversations.current?.path).toHaveLength(2);
});

test('leaving clears the view at once and keeps what is stored', async () => {
	const archive = memoryArchive();
	const conversations = await open(archive);
	await sendFirst(conversations, 'one');
	conversations.write('a draft');
	conversations.leave();
	expect([conversations.current, conversations.draft, conversations.rows]).toEqual([
		undefined,
		'',
		[]
	]);
	expect(await archive.conversations()).toHaveLength(1);
});
