import { expect, it } from 'vitest';
import { previewCells } from './preview';

const rows = [
	{ id: 'a1', text: 'Short one', note: 'A note that is much too long to be a label of anything' }
];
const columns = ['id', 'text', 'note'];

it('covers the column of the text, and whatever is long enough to be one', () => {
	const [cells] = previewCells(rows, columns, { covered: ['text'], reveal: false });
	expect(cells).toEqual([{ length: 2, text: 'a1' }, { length: 9 }, { length: 54 }]);
});

it('uncovers all where a person asks, but not a whole book', () => {
	const book = [{ text: 'word '.repeat(1000) }];
	const [cells] = previewCells(book, ['text'], { covered: ['text'], reveal: true });
	expect(cells?.[0]?.length).toBe(4999);
	expect(cells?.[0]?.text?.length).toBe(401);
});
