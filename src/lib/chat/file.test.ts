import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Conversation, Message } from '$lib/device/archive';
import { fromFile, toFile } from './file';
import { branch } from './tree';

const row: Conversation = {
	id: 'c',
	title: 'Soup',
	createdAt: 1,
	updatedAt: 2,
	leafId: 'b',
	dismissed: { 'self-harm': 2 },
	history: { selfHarm: 2, violence: 0, waited: 0, at: 2 }
};
const message = (id: string, parentId: string | null, role: 'user' | 'assistant'): Message => ({
	id,
	parentId,
	role,
	conversationId: 'c',
	text: `text of ${id}`,
	createdAt: 1,
	state: role === 'user' ? 'sent' : 'done'
});

test('what was exported comes back as the same branch under new names', () => {
	const file = toFile([
		{ row, messages: [message('a', null, 'user'), message('b', 'a', 'assistant')] }
	]);
	const back = fromFile(file);
	if (!back.ok) throw new Error('not read');
	const [again] = back.rows;
	expect(again?.id).not.toBe('c');
	const tree = new Map(back.messages.map((line) => [line.id, line]));
	expect(branch(tree, again?.leafId ?? null).map((line) => line.text)).toEqual([
		'text of a',
		'text of b'
	]);
});

test('a file carries no level and no history: nothing that was made of the words', () => {
	const file = toFile([{ row, messages: [] }]);
	expect(file).not.toMatch(/history|dismissed|selfHarm|level/);
});

test.each(['', 'null', '[]', '{"handrail":2}', '{"handrail":1,"conversations":[{}]}', '{', '\0'])(
	'%j is not a file of ours, and says so',
	(text) => expect(fromFile(text)).toEqual({ ok: false })
);

test('no text at all makes the import throw', () => {
	fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void fromFile(text)));
});

test('a file that names a parent which is not in it still opens', () => {
	const odd = toFile([{ row, messages: [message('b', 'gone', 'assistant')] }]);
	const back = fromFile(odd);
	expect(back.ok && back.messages[0]?.parentId).toBe(null);
});
