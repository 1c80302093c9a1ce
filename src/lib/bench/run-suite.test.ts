import { describe, expect, it } from 'vitest';
import { knownHere } from '$lib/screening/known';
import { answerLine } from './answer';
import { Refusal } from './refusal';
import { readSuite, runSuite } from './run-suite';

const known = await knownHere();
/** The phrase list: it knows what is said outright, and nothing else. */
const lexicon = (line: string) => answerLine(line, { known });
const line = (item: object) => JSON.stringify(item);

const plain = {
	...{
		id: 'a',
		functionality: 'F26',
		type: 'MFT',
		axis: 'self-harm',
		labels: ['self-harm/ideation']
	},
	text: 'I want to die'
};
const calm = { ...plain, id: 'b', text: 'A good morning to all' };
const turns = {
	...{ id: 'c', functionality: 'F31', type: 'MFT', axis: 'self-harm' },
	labels: ['self-harm/intent'],
	turns: ["I'm going to kill myself tonight", 'What is the capital of Portugal?']
};

describe('the behavioural suite', () => {
	it('counts what passes per functionality and language, and names what fails', async () => {
		const suite = await readSuite([
			['ko.jsonl', line({ ...plain, id: 'k' })],
			[
				'en.jsonl',
				[plain, calm, turns, { id: 'x', text: 'held out', labels: [] }].map(line).join('\n')
			]
		]);
		const seen: string[] = [];
		const result = await runSuite(
			suite,
			'lexicon',
			(one) => {
				seen.push(one);
				return lexicon(one);
			},
			{ onProgress: (done, of) => void expect(done).toBeLessThanOrEqual(of) }
		);
		expect(seen).toHaveLength(4);
		expect(result.cells).toEqual([
			{ functionality: 'F26', lang: 'en', cases: 2, passed: 1, mark: 0.98, failing: ['b'] },
			// The second turn has the quiet line only because of the first.
			{ functionality: 'F31', lang: 'en', cases: 1, passed: 1, mark: 0.9, failing: [] },
			{ functionality: 'F26', lang: 'ko', cases: 1, passed: 1, mark: 0.98, failing: [] }
		]);
		expect(result.hash).toMatch(/^[0-9a-f]{64}$/);
		expect(JSON.stringify(result)).not.toContain('die');
	});

	it('fails a case whose text could not be screened', async () => {
		const suite = await readSuite([['en.jsonl', line(plain)]]);
		const broken = async () => ({ json: line({ id: 'a', error: 'no' }), bad: true });
		expect((await runSuite(suite, 'x', broken)).cells[0]).toMatchObject({
			passed: 0,
			failing: ['a']
		});
		const signal = AbortSignal.abort();
		await expect(runSuite(suite, 'x', broken, { signal })).rejects.toThrow(/abort/i);
	});

	it.each([
		[[['en.jsonl', '{']], /Line 1 of en\.jsonl is not JSON/],
		[[['en.jsonl', `\n${line({ ...plain, type: 'ABC' })}`]], /Line 2 of en\.jsonl .* see type/],
		[[['en.jsonl', line({ id: 'x', text: 'y' })]], /no case/],
		[[], /no case/]
	])('is refused in one sentence where it is wrong: %#', async (files, message) => {
		const read = readSuite(files as [string, string][]);
		await expect(read).rejects.toThrow(Refusal);
		await expect(read).rejects.toThrow(message);
	});
});
