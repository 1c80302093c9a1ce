import { expect, test } from 'vitest';
import { highlight, LONGEST_COLOURED } from './highlight';

const text = async (code: string, language: string) =>
	(await highlight(code, language))?.map((span) => span.text).join('');

test('code becomes coloured spans with the same text', async () => {
	const spans = await highlight('const a = "<b>&amp;"; // 1 < 2', 'js');
	expect(spans).toContainEqual({ text: 'const', colour: 'word' });
	expect(spans).toContainEqual({ text: '"<b>&amp;"', colour: 'string' });
	expect(spans).toContainEqual({ text: '// 1 < 2', colour: 'comment' });
});

test('what is inside a string of a template is plain again', async () => {
	const spans = await highlight('`a ${b} c`', 'typescript');
	expect(spans?.map((span) => span.text).join('')).toBe('`a ${b} c`');
	expect(spans?.find((span) => span.text.includes('b'))?.colour).toBeUndefined();
});

test('languages inside a language keep every character', async () => {
	const page = '<style>a { color: red }</style><script>let x = `${1}`</script><p>&lt;</p>';
	expect(await text(page, 'html')).toBe(page);
	const notes = '# Title\n\n<b>x</b> `code` **bold**\n';
	expect(await text(notes, 'md')).toBe(notes);
	const php = '<?php echo "<p>$x</p>"; ?><b>y</b>';
	expect(await text(php, 'php')).toBe(php);
});

test('an unknown language, no language and a huge text stay plain', async () => {
	expect(await highlight('x', 'no-such-language')).toBeUndefined();
	expect(await highlight('x', '')).toBeUndefined();
	expect(await highlight('x', 'constructor')).toBeUndefined();
	expect(await highlight('a '.repeat(LONGEST_COLOURED), 'js')).toBeUndefined();
	expect(await highlight('"a"+'.repeat(5000), 'js')).toBeUndefined();
});
