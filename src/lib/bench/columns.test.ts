import { describe, expect, it } from 'vitest';
import { checkColumns, type Columns } from './columns';
import { columnsOf, fieldAt } from './field';
import { guessColumns } from './guess-columns';
import { readFlag, sourceLabels } from './source-labels';

const rows = (...texts: readonly string[]) =>
	texts.map((text, index) => ({ id: index, text, label: index % 2 ? 'x' : 'y', lang: 'en' }));

describe('a guess of columns', () => {
	it('goes by the names that sets use', () => {
		expect(guessColumns(rows('one text', 'another', 'a third'))).toEqual({
			id: 'id',
			text: 'text',
			labels: { kind: 'one', column: 'label' },
			lang: 'lang'
		});
	});

	it('takes the longest strings for the text where no name says it', () => {
		const found = guessColumns([
			{ a: 'x1', b: 'the words that somebody wrote', source: 'web' },
			{ a: 'x2', b: 'more words', source: 'web' },
			{ a: 'x3', b: 'and more', source: 'app' },
			{ a: 'x4', b: 'and more still', source: 'app' }
		]);
		expect(found).toEqual({ text: 'b', groups: ['source'] });
	});

	it('sees flags, preferring columns with our names', () => {
		const scores = { text: 'hello there', toxic: 0, insult: 1 };
		expect(guessColumns([scores]).labels).toEqual({ kind: 'flags', columns: ['toxic', 'insult'] });
		const own = ['violence/threat', 'Self_Harm Intent'];
		const row = { ...scores, 'violence/threat': 0, 'Self_Harm Intent': '1' };
		expect(guessColumns([row]).labels).toEqual({ kind: 'flags', columns: own });
	});

	it.each([
		[['2', '27', '2,27', '27,4', '4'], { kind: 'split', column: 'label', separator: ',' }],
		[['self-harm/intent', 'self-harm/ideation', 'none'], { kind: 'one', column: 'label' }],
		[['Health, fatigue, or pain', 'Work', 'School'], { kind: 'one', column: 'label' }],
		[["['a', 'b']", "['a']"], { kind: 'list', column: 'label' }],
		[[['a'], ['a', 'b']], { kind: 'list', column: 'label' }],
		[
			[
				['a', 'web'],
				['b', 'app'],
				['b', 'web']
			],
			{ kind: 'one', column: 'label.0' }
		],
		[[{ topic: 'a' }, { top_label: 'b' }], { kind: 'one', column: 'label.top_label' }],
		[[null, null], undefined]
	])('tells how labels stand in their column: %j', (labels, expected) => {
		expect(guessColumns(labels.map((label) => ({ text: 'words', label }))).labels).toEqual(
			expected
		);
	});

	it('sees conversations, in rows and as lists of turns', () => {
		const row = { thread_id: 7, turn: 1, speaker: 'user', text: 'hello there' };
		expect(guessColumns([row])).toMatchObject({
			conversation: 'thread_id',
			order: 'turn',
			role: 'speaker'
		});
		const whole = { id: 1, messages: [{ role: 'user', content: 'hello' }], label: 'x' };
		expect(guessColumns([whole])).toMatchObject({ turns: 'messages', id: 'id' });
	});
});

describe('a choice of columns', () => {
	const good: Columns = { id: 'id', text: 'text', labels: { kind: 'one', column: 'label' } };
	const many = Array.from({ length: 60 }, (_, index) => `text ${index}`);

	it('has nothing wrong with it where it fits', () => {
		expect(checkColumns(good, rows('one text', 'another'))).toEqual([]);
		expect(checkColumns({ text: 'text' }, rows('one text'))).toEqual([]);
	});

	it.each<[string, Columns, RegExp]>([
		['missing', { ...good, text: 'body' }, /no column "body" in the file; .* "id", "text"/],
		['missing', { ...good, groups: ['a', 'b'] }, /no columns "a", "b"/],
		['text', { labels: good.labels }, /Choose one column/],
		['text', { text: 'text', turns: 'text' }, /Choose one column/],
		['no-text', { text: 'id' }, /"id" holds no texts/],
		['turns', { turns: 'text' }, /no list of turns/],
		['labels', { text: 'label', labels: { kind: 'one', column: 'text' } }, /60 different values/],
		['flags', { text: 'text', labels: { kind: 'flags', columns: ['label'] } }, /need 0, 1/],
		[
			'twice',
			{ text: 'text', labels: { kind: 'split', column: 'text', separator: ' ' } },
			/at once/
		],
		['conversation', { text: 'text', order: 'id' }, /which conversation/]
	])('is wrong as %s, said in one sentence', (code, columns, sentence) => {
		const faults = checkColumns(columns, rows(...many));
		expect(faults.map((fault) => fault.code)).toEqual([`columns/${code}`]);
		expect(faults[0]?.sentence).toMatch(sentence);
	});

	it('never shows a text that stands where names should', () => {
		const text =
			'a whole sentence that somebody wrote and that stands in the first row of a file without names';
		const [fault] = checkColumns(good, [{ [text]: 'more' }]);
		expect(fault?.sentence).not.toContain('somebody');
	});
});

describe('a column', () => {
	it('may be a path into objects and lists, unless a name has the dot itself', () => {
		const row = { a: { b: 1, c: ['x'] }, list: ['p', 'q'], 'd.e': 2, d: { e: 3 } };
		expect(
			['a.b', 'a.c.0', 'list.1', 'd.e', 'a.z', 'toString'].map((name) => fieldAt(row, name))
		).toEqual([...[1, 'x', 'q', 2, undefined, undefined]]);
		expect(columnsOf([row])).toEqual(['a', 'a.b', 'list', 'list.0', 'list.1', 'd.e', 'd', 'd.e']);
	});
});

describe('labels of a row', () => {
	it.each([
		['x', ['x']],
		[' x ', ['x']],
		[7, ['7']],
		[true, ['true']],
		[null, ['']],
		[['x', 2], ['["x",2]']]
	])('stand as one value: %j', (value, labels) => {
		const found = sourceLabels({ label: value }, { kind: 'one', column: 'label' });
		expect(found).toEqual({ kind: 'named', labels });
	});

	it.each([
		[
			['x', 2, 'x'],
			['x', '2']
		],
		['["x", "y"]', ['x', 'y']],
		['[\'x\', "y z", 3]', ['x', 'y z', '3']],
		['[]', ['']],
		['x', ['x']],
		[{ x: 1, y: 0, z: null, kind: 'web' }, ['x', 'kind: web']],
		['{"x": true}', ['x']],
		[undefined, ['']]
	])('stand as a list: %j', (value, labels) => {
		const found = sourceLabels({ label: value }, { kind: 'list', column: 'label' });
		expect(found).toEqual({ kind: 'named', labels });
	});

	it('stand with a separator', () => {
		const columns = { kind: 'split', column: 'label', separator: ';' } as const;
		expect(sourceLabels({ label: 'x; y;;x' }, columns)).toEqual({
			kind: 'named',
			labels: ['x', 'y']
		});
	});

	it('stand as flags, each yes, no or not said', () => {
		const columns = { kind: 'flags', columns: ['a', 'b', 'c'] } as const;
		expect(sourceLabels({ a: 1, b: '0' }, { ...columns, columns: [...columns.columns] })).toEqual({
			kind: 'flags',
			flags: new Map([
				['a', true],
				['b', false],
				['c', undefined]
			])
		});
		expect(sourceLabels({ a: 'maybe' }, { kind: 'flags', columns: ['a'] })).toBe(undefined);
		expect(['0.5', '0.49', -1, 'NaN', 'TRUE', 2].map(readFlag)).toEqual([
			...[true, false, undefined, undefined, true, 'bad']
		]);
	});
});
