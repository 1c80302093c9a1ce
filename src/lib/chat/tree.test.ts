import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Message } from '$lib/device/archive';
import { branch, newestLeaf, siblings } from './tree';

const row = (id: string, parentId: string | null, createdAt: number, role = 'user'): Message =>
	({ id, parentId, createdAt, role, conversationId: 'c', text: id, state: 'sent' }) as Message;

const tree = (rows: Message[]) => new Map(rows.map((message) => [message.id, message]));

const forked = tree([
	row('1', null, 1),
	row('2', '1', 2, 'assistant'),
	row('3', '1', 3, 'assistant'),
	row('4', '3', 4),
	row('5', '2', 5)
]);

test('a branch runs from the root to its leaf', () => {
	expect(branch(forked, '4').map((message) => message.id)).toEqual(['1', '3', '4']);
	expect(branch(forked, null)).toEqual([]);
});

test('versions of a turn stand in the order they were written', () => {
	const second = forked.get('3');
	expect(second && siblings(forked, second).map((message) => message.id)).toEqual(['2', '3']);
});

test('choosing a version leads to the newest message below it', () => {
	expect(newestLeaf(forked, '2')).toBe('5');
	expect(newestLeaf(forked, '4')).toBe('4');
});

test('a damaged tree with loops or gaps never hangs and never repeats a message', () => {
	const id = fc.integer({ min: 0, max: 9 }).map(String);
	fc.assert(
		fc.property(fc.array(fc.record({ id, parentId: fc.option(id) })), id, (links, leaf) => {
			const damaged = tree(links.map((link, at) => row(link.id, link.parentId, at)));
			const path = branch(damaged, leaf).map((message) => message.id);
			expect(new Set(path).size).toBe(path.length);
			newestLeaf(damaged, leaf);
		})
	);
});
