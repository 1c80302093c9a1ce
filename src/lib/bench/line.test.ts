import { describe, expect, it } from 'vitest';
import { parseLine } from './line';

describe('a line of input', () => {
	it('is a text or a conversation', () => {
		expect(parseLine('{"id":"a","text":"hello","more":1}')).toEqual({ id: 'a', text: 'hello' });
		expect(parseLine('{"id":7,"turns":[{"role":"user","text":"hello"}]}')).toEqual({
			id: 7,
			turns: [{ role: 'user', text: 'hello', at: undefined }]
		});
	});

	it.each([
		['"2026-01-01T00:00:01Z"', 1767225601000],
		['1767225601', 1767225601000],
		['1767225601000', 1767225601000],
		['null', undefined]
	])('has times such as %s', (at, milliseconds) => {
		const line = parseLine(`{"id":1,"turns":[{"role":"user","text":"","at":${at}}]}`);
		expect(line).toMatchObject({ turns: [{ at: milliseconds }] });
	});

	it.each([
		['not json', null],
		['[]', null],
		['"text"', null],
		['{"text":"no name"}', null],
		['{"id":{},"text":"a"}', null],
		['{"id":"a"}', 'a'],
		['{"id":"a","text":5}', 'a'],
		['{"id":"a","turns":{}}', 'a'],
		['{"id":"a","turns":[{"role":"user"}]}', 'a'],
		['{"id":"a","turns":[{"role":"user","text":"x","at":"soon"}]}', 'a']
	])('is bad as in %s, and keeps its name if it has one', (line, id) => {
		expect(parseLine(line)).toEqual({ id, error: expect.stringMatching(/^The line .*\.$/) });
	});

	it('is never quoted in what is said about it', () => {
		const bad = parseLine('{"id":"a","turns":"SECRET WORDS"}');
		expect(JSON.stringify(bad)).not.toContain('SECRET');
	});
});
