import { describe, expect, it } from 'vitest';
import { readArgs } from './args';
import { Refusal } from './refusal';

const read = (line: string) => readArgs(line.split(' ').filter(Boolean));

describe('the command line of the bench', () => {
	it('has defaults: our model, 1,000 resamples, seed 1', () => {
		expect(read('--data a.csv')).toEqual({
			...{ data: ['a.csv'], maps: undefined, suite: undefined, compare: undefined },
			...{ models: ['models/intent'], alone: false, lexicon: false, scores: [], judge: undefined },
			...{ backend: 'wasm', out: 'bench-results', withScores: false },
			...{ seed: 1, resamples: 1000, limit: undefined, fresh: false }
		});
	});

	it('takes several files, models and scores', () => {
		expect(
			read('--data a.csv b.jsonl.gz --model x --data c.tsv --model y --scores s --limit 5 --seed 7')
		).toMatchObject({
			data: ['a.csv', 'c.tsv', 'b.jsonl.gz'],
			...{ models: ['x', 'y'], scores: ['s'], limit: 5, seed: 7 }
		});
		expect(read('--suite tests --model none --baseline lexicon')).toMatchObject({
			...{ models: [], lexicon: true, suite: 'tests' }
		});
	});

	it('takes two results to compare, and a judge with its name', () => {
		expect(read('--compare a b --out c')).toMatchObject({
			compare: ['a', 'b'],
			data: [],
			out: 'c'
		});
		expect(read('--data a --judge http://localhost --judge-model m')).toMatchObject({
			judge: { url: 'http://localhost', model: 'm' }
		});
		expect(read('--help')).toBe('help');
	});

	it.each([
		['', /--data/],
		['--data a --seed x', /--seed needs a whole number from 0/],
		['--data a --resamples 0', /--resamples needs a whole number from 1/],
		['--data a --limit -1', /--limit/],
		['--data a --baseline words', /"lexicon"/],
		['--data a --judge http://x', /--judge-model/],
		['--data a --fresh --resume', /exclude each other/],
		['--compare a', /two results/],
		['--compare a b c', /two results/],
		['--data a --modle x', /Unknown option '--modle'; --help/],
		['--data', /--help/]
	])('refuses %j in one sentence', (line, message) => {
		expect(() => read(line)).toThrow(Refusal);
		expect(() => read(line)).toThrow(message);
	});
});
