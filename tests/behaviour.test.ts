import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Case } from '../src/lib/bench/suite';

const SUITE = 'tests/behaviour';
const SENTENCES = 'models/sentences';
const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'hi', 'ja', 'ko', 'pt', 'zh'];
const FUNCTIONALITIES = Array.from({ length: 45 }, (_, n) => `F${String(n + 1).padStart(2, '0')}`);

/** Share of common character 4-grams (Jaccard) from which two sentences count as one. */
const NEAR = 0.75;

type Line = Record<string, unknown>;

function read(folder: string, language: string): Line[] {
	return readFileSync(join(folder, `${language}.jsonl`), 'utf8')
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line));
}

function textsOf(row: Line): string[] {
	return ['text', 'variants', 'against', 'turns'].flatMap((key) => row[key] ?? []) as string[];
}

function plain(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\W_]+/gu, (run) => run.replace(/[^\p{L}\p{M}\p{N}\p{So}]/gu, ''));
}

function grams(text: string): Set<string> {
	const signs = [...plain(text)];
	if (signs.length < 4) return new Set([signs.join('')]);
	return new Set(signs.slice(3).map((_, at) => signs.slice(at, at + 4).join('')));
}

/** Sentences of `training` that share at least NEAR of their 4-grams with `text`. */
function index(training: readonly string[]) {
	const sets = training.map(grams);
	const holders = new Map<string, number[]>();
	for (const [row, set] of sets.entries())
		for (const gram of set) {
			const rows = holders.get(gram) ?? [];
			rows.push(row);
			holders.set(gram, rows);
		}
	return (text: string): boolean => {
		const set = grams(text);
		const shared = new Map<number, number>();
		for (const gram of set)
			for (const row of holders.get(gram) ?? []) shared.set(row, (shared.get(row) ?? 0) + 1);
		return [...shared].some(
			([row, count]) => count / (set.size + (sets[row]?.size ?? 0) - count) >= NEAR
		);
	};
}

describe('the behavioural suite', { timeout: 120_000 }, () => {
	it('has a file for each of the ten languages', () => {
		const files = readdirSync(SUITE).filter((name) => name.endsWith('.jsonl'));
		expect(files.sort()).toEqual(LANGUAGES.map((language) => `${language}.jsonl`));
	});

	describe.each(LANGUAGES)('in %s', (language) => {
		const rows = read(SUITE, language);
		const cases = rows.filter((row) => 'functionality' in row);

		it('is well formed, each name once', () => {
			for (const row of cases) expect(v.is(Case, row), String(row['id'])).toBe(true);
			expect(new Set(rows.map((row) => row['id'])).size).toBe(rows.length);
		});

		it.each(FUNCTIONALITIES)('has twenty cases of %s', (functionality) => {
			const own = cases.filter((row) => row['functionality'] === functionality);
			expect(own.length).toBeGreaterThanOrEqual(20);
		});

		it('shares no sentence with the training data: not one, not spelt otherwise, not nearly', () => {
			const training = read(SENTENCES, language).flatMap(textsOf);
			const spelt = new Set(training.map(plain));
			const near = index(training);
			const shared = rows.filter((row) =>
				textsOf(row).some((text) => spelt.has(plain(text)) || near(text))
			);
			expect(shared.map((row) => row['id'])).toEqual([]);
		});
	});
});
