import { describe, expect, it } from 'vitest';
import { LABELS } from '$lib/intent/labels';
import { Classifier } from './classifier';
import type { Known } from './known';
import { LEXICON_THRESHOLDS } from './lexicon/look';
import { sampleManifest } from './sample';
import { screenText } from './screen';
import type { Tokenizer } from './tokenizer';

const known: Known = { find: async (text) => (text === 'listed' ? 'self-harm' : undefined) };

/** Logits are log-odds here: a logit of 3 is a probability of 0.953. */
const HINTS = { 'self-harm': 0.3, violence: 0.3 };

function classifierWith(tokenizer: Partial<Tokenizer>, logit = 3) {
	const read: string[] = [];
	const classifier = new Classifier(
		{ run: async () => LABELS.map(() => logit) },
		{
			encode: (text) => {
				read.push(text);
				return Array.from(text, (sign) => sign.charCodeAt(0));
			},
			wrap: (ids) => [...ids],
			unknownShare: () => 0,
			crumbShare: () => 0,
			...tokenizer
		},
		sampleManifest({ maxTokens: 128, stride: 32, hints: HINTS })
	);
	return { classifier, read };
}

describe('screening a text', () => {
	it('answers with the model and its thresholds', async () => {
		const { classifier } = classifierWith({});
		const reading = await screenText('what a day it is', { classifier, known });
		expect(reading).toMatchObject({ state: 'ok', lang: 'en' });
		expect(reading.scores['violence/anger']).toBeCloseTo(0.953);
		expect(reading.thresholds).toBe(classifier.manifest.thresholds);
		expect(reading).not.toHaveProperty('known');
	});

	it('lets a phrase said outright lift what the model half hears, and no other label', async () => {
		const { classifier } = classifierWith({}, -3);
		const { scores, thresholds, state } = await screenText("I'm going to kill him", {
			classifier,
			known
		});
		expect(state).toBe('ok');
		expect(LABELS.filter((label) => scores[label] >= thresholds[label].show)).toEqual([
			'violence/threat'
		]);
	});

	it.each([
		'This homework is killing me',
		'how do I kill -9 a process',
		'In my novel the detective says "I\'m going to kill him", improve the dialogue',
		'The news said: “I will kill you” were his words'
	])('adds nothing to what the model hears in “%s”', async (text) => {
		const { classifier } = classifierWith({}, -3);
		const { scores } = await screenText(text, { classifier, known });
		expect(Math.max(...Object.values(scores))).toBeCloseTo(0.047);
	});

	it('lets a model that is sure overrule a phrase', async () => {
		const { classifier } = classifierWith({}, -9);
		const { scores } = await screenText("I'm going to kill him", { classifier, known });
		expect(scores['violence/threat']).toBeLessThan(0.1);
	});

	it('lets the lexicon answer when there is no model, and says so', async () => {
		const reading = await screenText('I want to die', { known });
		expect(reading.state).toBe('unscreened');
		expect(reading.thresholds).toBe(LEXICON_THRESHOLDS);
		expect(reading.scores['self-harm/ideation']).toBeGreaterThan(0.5);
		const quiet = await screenText('what a day it is', { known });
		expect(quiet).toMatchObject({ state: 'unscreened', scores: { none: 0 } });
	});

	it.each(['k i l l m y s e l f', 'I want to k1ll mys3lf', 'I wаnt to d i e'])(
		'shows the lexicon what is meant by “%s”',
		async (text) => {
			const { scores } = await screenText(text, { known });
			expect(scores['self-harm/ideation']).toBeGreaterThan(0.5);
		}
	);

	it.each(['', ' \n\t', '\u200b\u2060\ufeff', '\0\0'])(
		'needs no model for nothing (%j)',
		async (text) => {
			const reading = await screenText(text, { known });
			expect(reading).toMatchObject({ state: 'ok', lang: 'und', scores: { none: 1 } });
		}
	);

	it('reads both views', async () => {
		const { classifier, read } = classifierWith({});
		await screenText('k1ll\0', { classifier, known });
		expect(read).toEqual(['k1ll ', 'kill ']);
	});

	it('says what is known, with a model and without', async () => {
		const { classifier } = classifierWith({});
		expect(await screenText('listed', { classifier, known })).toMatchObject({ known: 'self-harm' });
		expect(await screenText('listed', { known })).toMatchObject({ known: 'self-harm' });
	});

	it.each([
		['a language it was not taught', 'non riesco più a dormire questa settimana', {}],
		['a script it was not taught', 'я не могу уснуть', {}],
		['many unknown tokens', 'ok then', { unknownShare: () => 0.31 }],
		['crumbs of a language nobody guessed', 'zxqv brxlt kwpf', { crumbShare: () => 0.5 }],
		['a text too long to read whole', 'word and '.repeat(30_000), {}]
	])('is unsure about %s', async (_what, text, tokenizer) => {
		const { classifier } = classifierWith(tokenizer);
		expect((await screenText(text, { classifier, known })).state).toBe('unsure');
	});

	it('says where the language is none of the model’s, and hints at nothing there', async () => {
		const { classifier } = classifierWith({});
		const reading = await screenText('я не могу уснуть', { classifier, known });
		expect(reading).toMatchObject({ foreign: true });
		expect(reading).not.toHaveProperty('hints');
	});

	it.each(['I cannot sleep at all this week', 'non riesco più a dormire, I want to kill myself'])(
		'takes for known a language of its own, and one in which a phrase of the lexicon was understood: %s',
		async (text) => {
			const { classifier } = classifierWith({});
			const reading = await screenText(text, { classifier, known });
			expect(reading).toMatchObject({ hints: HINTS });
			expect(reading).not.toHaveProperty('foreign');
		}
	);

	it('is sure about an emoji that the vocabulary knows', async () => {
		const { classifier } = classifierWith({});
		expect((await screenText('😀', { classifier, known })).state).toBe('ok');
	});
});
