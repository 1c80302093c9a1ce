import { expect, test } from 'vitest';
import { Blocks } from './blocks';
import { plain, type Inline, type Outline } from './node';

const nodes = (text: string) => new Blocks().read(text).blocks.flatMap((block) => block.nodes);

function inline(text: string): Inline[] {
	const [first] = nodes(text);
	return first && 'children' in first ? (first.children as Inline[]) : [];
}

test('HTML is text, and the Markdown around it still counts', () => {
	expect(nodes('<script>alert(1)</script>\n\n*a*')).toEqual([
		{
			kind: 'paragraph',
			children: [
				{ kind: 'text', text: '<script>' },
				{ kind: 'text', text: 'alert(1)' },
				{ kind: 'text', text: '</script>' }
			]
		},
		{ kind: 'paragraph', children: [{ kind: 'em', children: [{ kind: 'text', text: 'a' }] }] }
	]);
	expect(plain(inline('<img src=x onerror=alert(1)> <!-- hidden -->'))).toBe(
		'<img src=x onerror=alert(1)> <!-- hidden -->'
	);
});

test('character references are decoded once, in text and in addresses, never in code', () => {
	expect(plain(inline('&lt;b&gt; &amp;lt; &#65;&#x42; &#0; &nosuch; AT&T'))).toBe(
		'<b> &lt; AB \ufffd &nosuch; AT&T'
	);
	expect(inline('`&lt;`')).toEqual([{ kind: 'code', text: '&lt;' }]);
	expect(inline('[a](https://e.example/?x=1&amp;y=2)')).toMatchObject([
		{ to: { href: 'https://e.example/?x=1&y=2' } }
	]);
	expect(inline('[a](java&#115;cript:alert)')).toMatchObject([{ kind: 'link', to: undefined }]);
});

test('a line end is a line end', () => {
	expect(inline('a\nb')).toEqual([
		{ kind: 'text', text: 'a' },
		{ kind: 'break' },
		{ kind: 'text', text: 'b' }
	]);
});

test('lists know their number, their tasks and their depth', () => {
	expect(nodes('3. a\n4. b')).toMatchObject([{ kind: 'list', start: 3 }]);
	expect(nodes('- [x] a\n- [ ] b\n- c')).toMatchObject([
		{ items: [{ done: true }, { done: false }, {}] }
	]);
	expect(nodes('- a\n\n  b\n  - c')).toMatchObject([
		{ items: [{ children: [{ kind: 'paragraph' }, { kind: 'paragraph' }, { kind: 'list' }] }] }
	]);
});

test('a table has aligned columns and cells with marks', () => {
	expect(nodes('| a | **b** |\n|:--|--:|\n| `1` | 2 |')).toEqual([
		{
			kind: 'table',
			aligns: ['left', 'right'],
			head: [
				[{ kind: 'text', text: 'a' }],
				[{ kind: 'strong', children: [{ kind: 'text', text: 'b' }] }]
			],
			rows: [[[{ kind: 'code', text: '1' }], [{ kind: 'text', text: '2' }]]]
		}
	]);
});

test('fenced code keeps its text, its language and whether it is closed', () => {
	expect(nodes('```JS title=x\n<b>\n\n  y\n```')).toEqual([
		{ kind: 'code', text: '<b>\n\n  y', language: 'js', closed: true }
	]);
	const [open] = new Blocks().read('~~~\nx', { streaming: true }).blocks;
	expect(open?.nodes).toEqual([{ kind: 'code', text: 'x', language: '', closed: false }]);
	expect(nodes('~~~\nx')).toMatchObject([{ closed: true }]);
	expect(nodes('    x\n    y')).toMatchObject([{ kind: 'code', text: 'x\ny' }]);
	expect(nodes('- a\n  ```py\n  x\n  ```')).toMatchObject([
		{ items: [{ children: [{}, { kind: 'code', text: 'x', language: 'py' }] }] }
	]);
});

test('a reference waits for its definition, which may stand anywhere', () => {
	const { blocks, links } = new Blocks().read(
		'[a][Ref  x] and [ref x]\n\n- c\n\n[ref x]: https://e.example'
	);
	expect(links.get('ref x')).toBe('https://e.example');
	expect(blocks[0]?.nodes).toMatchObject([
		{
			children: [
				{ kind: 'reference', label: 'ref x', rest: '[Ref  x]' },
				{ kind: 'text' },
				{ kind: 'reference', label: 'ref x', rest: '' }
			]
		}
	]);
	expect(inline('[[1]](https://e.example)')).toMatchObject([{ kind: 'link' }]);
});

test('quotes and emphasis inside each other end at a bound instead of a stack overflow', () => {
	expect(depth(nodes('> '.repeat(10_000) + 'a'))).toBeLessThan(20);
	expect(depth(nodes('- '.repeat(4000) + 'a'))).toBeLessThan(30);
	expect(depth(nodes('*a '.repeat(1000) + 'a* '.repeat(1000)))).toBeLessThan(20);
	expect(depth(nodes('*'.repeat(4000) + 'a' + '*'.repeat(4000)))).toBeLessThan(20);
});

test('a small text can’t ask for a million cells', () => {
	const table = '|a'.repeat(500) + '|\n' + '|-'.repeat(500) + '|\n' + 'a\n'.repeat(2000);
	const weights = new Blocks().read(table).blocks.map((block) => block.weight);
	expect(Math.max(...weights)).toBeLessThan(12_000);
});

function depth(value: Outline[] | Inline[] | unknown): number {
	if (typeof value !== 'object' || value === null) return 0;
	const inside = Math.max(0, ...Object.values(value).map(depth));
	return inside + (Array.isArray(value) ? 0 : 1);
}
