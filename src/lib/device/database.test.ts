import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { memoryArchive, type Archive, type Conversation, type Message } from './archive';
import { openArchive } from './database';

const conversation = (id: string): Conversation => ({
	id,
	title: '',
	createdAt: 1,
	updatedAt: 1,
	leafId: null,
	dismissed: {},
	history: { selfHarm: 0, violence: 0, waited: 0, at: 0 }
});

const message = (id: string, conversationId: string): Message => ({
	id,
	conversationId,
	parentId: null,
	role: 'user',
	text: 'hello',
	createdAt: 1,
	state: 'sent'
});

describe.each([
	['in IndexedDB', openArchive],
	['in memory', async () => memoryArchive()]
])('an archive %s', (_where, open) => {
	let archive: Archive;
	afterEach(() => archive.erase());

	test('keeps a conversation, its messages and a draft in one change', async () => {
		archive = await open();
		await archive.commit({
			conversations: [conversation('a'), conversation('b')],
			messages: [message('1', 'a'), message('2', 'a'), message('3', 'b')],
			drafts: [{ id: 'a', text: 'half a sentence' }]
		});
		expect((await archive.conversations()).map((row) => row.id).sort()).toEqual(['a', 'b']);
		expect((await archive.messages('a')).map((row) => row.id).sort()).toEqual(['1', '2']);
		expect(await archive.draft('a')).toBe('half a sentence');
	});

	test('merges fields into a conversation that is there, and makes none that is not', async () => {
		archive = await open();
		await archive.commit({ conversations: [conversation('a')] });
		await archive.commit({
			updates: [
				{ id: 'a', title: 'Soup' },
				{ id: 'gone', title: 'x' }
			]
		});
		await archive.commit({ updates: [{ id: 'a', leafId: '1' }] });
		expect(await archive.conversations()).toEqual([
			{ ...conversation('a'), title: 'Soup', leafId: '1' }
		]);
	});

	test('removes a conversation with its messages and draft and leaves the others', async () => {
		archive = await open();
		await archive.commit({
			conversations: [conversation('a'), conversation('b')],
			messages: [message('1', 'a'), message('3', 'b')],
			drafts: [{ id: 'a', text: 'x' }]
		});
		await archive.commit({ removed: ['a'] });
		expect((await archive.conversations()).map((row) => row.id)).toEqual(['b']);
		expect(await archive.messages('a')).toEqual([]);
		expect(await archive.messages('b')).toHaveLength(1);
		expect(await archive.draft('a')).toBe('');
	});

	test('an emptied draft is gone', async () => {
		archive = await open();
		await archive.commit({ drafts: [{ id: 'new', text: 'x' }] });
		await archive.commit({ drafts: [{ id: 'new', text: '' }] });
		expect(await archive.draft('new')).toBe('');
	});
});

test('a change that cannot be written whole is not written at all', async () => {
	const archive = await openArchive();
	const unwritable = { ...message('2', 'a'), text: () => 'not data' } as unknown as Message;
	await expect(archive.commit({ messages: [message('1', 'a'), unwritable] })).rejects.toThrow();
	expect(await archive.messages('a')).toEqual([]);
	await archive.erase();
});

test('where the browser refuses storage, the archive lives in the tab and says so', async () => {
	vi.stubGlobal('indexedDB', {
		open: () => {
			throw new DOMException('refused', 'SecurityError');
		}
	});
	const archive = await openArchive();
	expect(archive.persistent).toBe(false);
	await archive.commit({ conversations: [conversation('a')] });
	expect(await archive.conversations()).toHaveLength(1);
	vi.unstubAllGlobals();
});
