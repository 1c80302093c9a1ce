import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesAt } from './sentences';

const at = (text: string, ...words: string[]) =>
	sentencesAt(
		text,
		words.map((word) => text.indexOf(word)),
		6
	);

describe('sentences at a place', () => {
	it('are cut out at their ends, in any of the languages', () => {
		expect(at('One is here. Two is there! Three?', 'there')).toEqual(['Two is there!']);
		expect(at('今日は晴れ。明日は雨？たぶん。', '雨')).toEqual(['明日は雨？']);
		expect(at('First line\nsecond line', 'First', 'second')).toEqual(['First line', 'second line']);
	});

	it('come once, however many places lie in them', () => {
		expect(at('A word and another word. The end.', 'word', 'another')).toEqual([
			'A word and another word.'
		]);
	});

	it('are cut at spaces where they have no end', () => {
		const [found = ''] = at(`${'before '.repeat(100)}HERE ${'after '.repeat(100)}`, 'HERE');
		expect(found).toMatch(/^before (before )*HERE (after )*after$/);
		expect(found.length).toBeLessThan(330);
	});

	it('are few and from all parts where there are many', () => {
		const text = Array.from({ length: 100 }, (_, n) => `Number ${n}.`).join(' ');
		const offsets = [...text.matchAll(/Number/g)].map((match) => match.index);
		const found = sentencesAt(text, offsets, 6);
		expect(found).toHaveLength(6);
		expect(found.at(0)).toBe('Number 0.');
		expect(Number(found.at(-1)?.match(/\d+/)?.[0])).toBeGreaterThan(80);
	});

	it('hold the sign they were asked for, in any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
				const [found] = sentencesAt(`${before}X${after}`, [before.length], 6);
				expect(found).toContain('X');
			})
		);
	});
});
