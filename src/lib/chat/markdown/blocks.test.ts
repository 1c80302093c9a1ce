import fc from 'fast-check';
import { Lexer } from 'marked';
import { expect, test } from 'vitest';
import { Blocks } from './blocks';

/** Fragments that begin, end and interrupt one another, so that random texts meet the hard cases. */
const FRAGMENTS = [
	...[
		'\n',
		'\n\n',
		'\n \n',
		' ',
		'  ',
		'    ',
		'\t',
		'word',
		'two words ',
		'*',
		'**',
		'_',
		'~~',
		'`'
	],
	...[
		'```',
		'```js\n',
		'~~~\n',
		'\n```\n',
		'- ',
		'\n- ',
		'\n  - ',
		'1. ',
		'\n2) ',
		'> ',
		'\n> ',
		'#',
		'# '
	],
	...[
		'\n## ',
		'---',
		'===',
		'\n---\n',
		'|',
		'| a | b |\n',
		'|--|:-:|\n',
		'\n| c | d |',
		'[',
		']',
		'](',
		')'
	],
	...[
		'[x]',
		'[x]: ',
		'https://a.example',
		'"',
		"'",
		'<',
		'>',
		'<div>',
		'<!--',
		'-->',
		'</script>',
		'\\',
		'&amp;'
	],
	...['\r\n', '\r', '[ ] ', '![', '10. ', 'é', '中文', '😀', '\u200b', '$$', 'a@b.example']
];

const markdown = fc
	.array(fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...FRAGMENTS) }, fc.string()), {
		maxLength: 60
	})
	.map((parts) => parts.join(''));

const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 });

/** Small windows make cuts in the middle of a list, a table or a fence common. */
const windows = fc.constantFrom(30, 90, 10_000);

test('text that comes in pieces becomes the same blocks as text that comes at once', () => {
	fc.assert(
		fc.property(markdown, sizes, windows, (text, sizes, window) => {
			const growing = new Blocks(window);
			for (const prefix of prefixes(text, sizes)) growing.read(prefix, { streaming: true });
			expect(growing.read(text)).toEqual(new Blocks(window).read(text));
		}),
		{ numRuns: 600, examples: [['|--|:-:|\n#~~~\n-->', [1], 30]] }
	);
});

test('the blocks of an answer begin where Marked begins its own', () => {
	fc.assert(
		fc.property(markdown, (source) => {
			const text = source.replace(/\r\n?/g, '\n').replace(/[<[\]\t]/g, '');
			const starts = new Blocks().read(text).blocks.map((block) => block.start);
			expect(starts).toEqual(startsOf(text));
		}),
		{ numRuns: 300 }
	);
});

test('a block stays the same object while the answer grows behind it', () => {
	const answer = new Blocks();
	const before = answer.read('# a\n\nb\n\n```js\nc\n```\n\nd\n', { streaming: true }).blocks;
	const after = answer.read('# a\n\nb\n\n```js\nc\n```\n\nd\n\nmore **of', {
		streaming: true
	}).blocks;
	expect(before.length).toBe(4);
	for (const index of [0, 1, 2]) expect(after[index]).toBe(before[index]);
	expect(after.length).toBe(5);
});

test('what is open at the end of a growing answer is closed for show, and not in a finished one', () => {
	const open = new Blocks().read('a **b', { streaming: true }).blocks[0]?.nodes;
	expect(open).toMatchObject([{ children: [{ kind: 'text', text: 'a ' }, { kind: 'strong' }] }]);
	const link = new Blocks().read('see [this](https://ex', { streaming: true }).blocks[0]?.nodes;
	expect(link).toMatchObject([{ children: [{}, { kind: 'link', to: undefined }] }]);
	const done = new Blocks().read('a **b').blocks[0]?.nodes;
	expect(done).toEqual([{ kind: 'paragraph', children: [{ kind: 'text', text: 'a **b' }] }]);
	const code = new Blocks().read('```\na **b', { streaming: true }).blocks[0]?.nodes;
	expect(code).toMatchObject([{ kind: 'code', text: 'a **b' }]);
});

test('another text starts anew', () => {
	const answer = new Blocks();
	answer.read('a\n\n```\nb\n\nc', { streaming: true });
	expect(answer.read('a\n\n```\nx\n```\n\ny')).toEqual(new Blocks().read('a\n\n```\nx\n```\n\ny'));
});

test('a table longer than a window goes on with its head repeated', () => {
	const rows = Array.from({ length: 30 }, (_, index) => `| ${index} | x |`).join('\n');
	const { blocks } = new Blocks(90).read(`| n | v |\n|---|---|\n${rows}\n\nafter`);
	const tables = blocks.flatMap(({ nodes }) => nodes.filter((node) => node.kind === 'table'));
	expect(tables.length).toBeGreaterThan(3);
	expect(tables.flatMap((table) => table.rows).length).toBe(30);
	expect(new Set(tables.map((table) => JSON.stringify(table.head))).size).toBe(1);
	expect(blocks.at(-1)?.nodes).toMatchObject([{ kind: 'paragraph' }]);
});

test('a list longer than a window is cut before an item and keeps its numbers', () => {
	const items = Array.from({ length: 40 }, (_, index) => `${index + 1}. item`).join('\n');
	const lists = new Blocks(90).read(items).blocks.flatMap(({ nodes }) => nodes);
	expect(lists.every((node) => node.kind === 'list')).toBe(true);
	const numbers = lists.map((node) => (node.kind === 'list' ? node.start : 0));
	const lengths = lists.map((node) => (node.kind === 'list' ? node.items.length : 0));
	expect(lengths.reduce((sum, length) => sum + length)).toBe(40);
	expect(numbers).toEqual(
		lengths.map((_, i) => 1 + lengths.slice(0, i).reduce((a, b) => a + b, 0))
	);
});

test('a budget shows the first blocks, however the text came, and says that there is more', () => {
	const text = 'word\n\n'.repeat(2000);
	const once = new Blocks().read(text, { budget: 300 });
	expect(once.more).toBe(true);
	expect(once.blocks.length).toBe(100);
	const growing = new Blocks();
	for (const prefix of prefixes(text, [400]))
		growing.read(prefix, { streaming: true, budget: 300 });
	expect(growing.read(text, { budget: 300 })).toEqual(once);
	const all = growing.read(text, { budget: 30_000 });
	expect(all.blocks.length).toBe(2000);
	expect(all.more).toBe(false);
	expect(all.blocks[0]).toBe(growing.read(text, { budget: 300 }).blocks[0]);
});

function startsOf(text: string): number[] {
	let start = 0;
	const starts: number[] = [];
	for (const token of Lexer.lex(text)) {
		if (token.type !== 'space') starts.push(start);
		start += token.raw.length;
	}
	return starts;
}

function* prefixes(text: string, sizes: number[]): Generator<string> {
	for (let end = 0, turn = 0; end < text.length; turn += 1) {
		end += sizes[turn % sizes.length] ?? 1;
		yield text.slice(0, end);
	}
}
