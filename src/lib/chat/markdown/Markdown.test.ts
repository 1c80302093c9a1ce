import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Markdown from './Markdown.svelte';

/** The page's HTML without Svelte's own comments. */
function html(text: string, more: { streaming?: boolean; remoteImages?: boolean } = {}): string {
	return render(Markdown, { props: { text, ...more } }).body.replace(/<!--.*?-->/gs, '');
}

const TAGS = /<\/?([a-z][a-z0-9]*)/gi;
const tags = (page: string) => new Set([...page.matchAll(TAGS)].map(([, name]) => name));

test('words and marks become elements with the spaces between them', () => {
	const page = html('Some **bold** and *soft* `code`, ~~gone~~.');
	expect(page).toContain('Some <strong');
	expect(page.replace(/<[^>]*>/g, '').trim()).toBe('Some bold and soft code, gone.');
});

test.each([
	'<script>alert(1)</script>',
	'<img src=x onerror=alert(1)>',
	'<svg/onload=alert(1)>',
	'<a href="javascript:alert(1)">x</a>',
	'<iframe srcdoc="<script>alert(1)</script>"></iframe>',
	'[x](javascript:alert(1))',
	'[x](data:text/html,<script>alert(1)</script>)',
	'![x](javascript:alert(1))',
	'[x][y]\n\n[y]: javascript:alert(1)',
	'![" onerror="alert(1)](x)',
	'```"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```',
	'| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |',
	'<javascript:alert(1)>',
	'`<script>alert(1)</script>`',
	'# <style>*{display:none}</style>'
])('%j shows as text and brings no element, handler or address of its own', (text) => {
	const page = html(text).replace(/<button.*?<\/button>/gs, '');
	expect(page).not.toMatch(/<(script|img|svg|iframe|style|a)\b/i);
	expect(page).not.toMatch(/<[^>]*\s(on\w+|href|src)=/i);
});

test('a link opens elsewhere, tells nothing, and shows its host when its text names another', () => {
	const page = html('[bank.example](https://evil.example/?a=1&b="2")');
	expect(page).toContain('href="https://evil.example/?a=1&amp;b=%222%22"');
	expect(page).toMatch(/target="_blank" rel="noopener noreferrer nofollow"/);
	expect(page).toContain('(goes to evil.example)');
	expect(html('[here](https://good.example)')).not.toContain('goes to');
});

test('a reference becomes a link once it is defined, and is its own source before', () => {
	expect(html('see [a][1] [2]').replace(/<[^>]*>/g, '')).toContain('see [a][1] [2]');
	expect(html('see [a][1]\n\n[1]: https://e.example')).toContain('href="https://e.example/"');
});

test('an image is described and linked, not loaded, unless the page was told to', () => {
	const page = html('![a cat](https://cats.example/1.png)');
	expect(page).not.toContain('<img');
	expect(page).toContain('a cat');
	expect(page).toContain('https://cats.example/1.png');
	expect(html('![a](https://b.example/1.png)', { remoteImages: true })).toMatch(
		/<img[^>]*no-referrer/
	);
	const badge = html('[![build](https://b.example/i.svg)](https://b.example)');
	expect(badge.match(/<a /g)?.length).toBe(1);
	expect(badge).toContain('build');
});

test('headings stand below the page’s own', () => {
	expect(tags(html('# a\n## b\n###### c'))).toEqual(new Set(['div', 'h3', 'h4', 'h6']));
});

test('lists keep their start and tasks say whether they are done', () => {
	expect(html('4. a\n5. b')).toMatch(/<ol[^>]* start="4"/);
	expect(html('1. a')).not.toContain('start=');
	expect(html('- [x] a')).toMatch(
		/<input type="checkbox" disabled(="")? checked(="")? aria-label="Done"/
	);
});

test('tables and code can be reached by keyboard and have a name', () => {
	expect(html('| a |\n|---|\n| b |')).toMatch(/role="region" aria-label="Table" tabindex="0"/);
	const code = html('```python\nprint(1)\n```');
	expect(code).toContain('aria-label="Code in python"');
	expect(code).toContain('print(1)</code>');
});

test('math stays as it was written', () => {
	expect(html('$$a_1 < b$$ and $5').replace(/<[^>]*>/g, '')).toContain('$$a_1 &lt; b$$ and $5');
});

test('hostile shapes end, within bounds', () => {
	for (const text of [
		'> '.repeat(10_000) + 'a',
		'- '.repeat(10_000) + 'a',
		'*'.repeat(20_000) + 'a' + '*'.repeat(20_000),
		'['.repeat(20_000) + ']'.repeat(20_000),
		'<!--'.repeat(10_000),
		'|a'.repeat(500) + '\n' + '|-'.repeat(500) + '\n' + '|\n'.repeat(5000)
	])
		expect(html(text).length).toBeLessThan(2_000_000);
});

test('a megabyte shows its beginning and a button for more', () => {
	const page = html('Lorem **ipsum** dolor sit amet.\n\n'.repeat(32_000), { streaming: true });
	expect(page).toContain('Show more of this answer');
	expect(page.match(/<p/g)?.length).toBeLessThan(3000);
	const code = html('```\n' + 'x = 1\n'.repeat(170_000) + '```');
	expect(code).toContain('Show more of this code');
	expect(code.length).toBeLessThan(60_000);
});
