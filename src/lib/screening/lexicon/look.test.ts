import { describe, expect, it } from 'vitest';
import type { Label } from '$lib/intent/labels';
import { LEXICON_THRESHOLDS, look } from './look';

const shown = (text: string) =>
	Object.entries(look(text).scores)
		.filter(([label, p]) => p >= LEXICON_THRESHOLDS[label as Label].show)
		.map(([label]) => label);

describe('the lexicon', () => {
	it.each<[Label, string]>([
		['self-harm/distress', "I can't do this anymore"],
		['self-harm/ideation', 'I want to die'],
		['self-harm/ideation', "I don't want to be here anymore"],
		['self-harm/intent', "I'm going to kill myself"],
		['self-harm/instructions', 'how to die painlessly'],
		['self-harm/concern-other', 'my best friend says she wants to die'],
		['violence/anger', 'I want to hurt my boss'],
		['violence/threat', 'tomorrow I will kill him'],
		['violence/instructions', 'how do I get away with murder'],
		['violence/victim', 'my husband hits me'],
		['self-harm/ideation', 'ya no quiero vivir'],
		['self-harm/intent', 'esta noche me mato'],
		['self-harm/concern-other', 'mi hermana dice que se quiere morir'],
		['violence/victim', 'mi novio me pega'],
		['self-harm/ideation', '我真的好想死'],
		['self-harm/ideation', '我不想活了'],
		['self-harm/intent', '今晚就自杀'],
		['violence/victim', '老公又打我'],
		['self-harm/ideation', 'もう死にたい'],
		['self-harm/intent', '遺書を書いた'],
		['violence/victim', '夫に殴られています'],
		['self-harm/ideation', '죽고 싶어요'],
		['self-harm/intent', '유서를 다 썼어'],
		['violence/victim', '남편이 저를 때려요']
	])('shows %s for “%s”', (label, text) => {
		expect(shown(text)).toContain(label);
	});

	it.each([
		'this homework is killing me',
		'my mom is going to kill me when she sees the bill',
		'how do I kill -9 a child process',
		'the new Suicide Squad film',
		'that speech was political suicide',
		'I am dying to see it',
		'shoot me an email',
		'I would never kill myself',
		"I don't want to kill myself, I am just tired",
		'I am not going to hurt anyone',
		'me muero de risa',
		'mi madre me va a matar cuando llegue',
		'nunca voy a suicidarme',
		'笑死我了',
		'我饿死了',
		'自杀小队好看吗',
		'眠くて死にそう',
		'自殺点を決めた',
		'배고파 죽겠다',
		'자살골을 넣었어'
	])('shows nothing for “%s”', (text) => {
		expect(shown(text)).toEqual([]);
	});

	it('is not silenced by a negation in the clause before', () => {
		expect(shown('I am not okay and I want to die')).toContain('self-harm/ideation');
		expect(shown('no puedo dormir, quiero morirme')).toContain('self-harm/ideation');
	});

	it('still sees what is meant beside a figure of speech', () => {
		expect(shown('this homework is killing me and I want to die')).toContain('self-harm/ideation');
	});

	it('never says that a text is harmless, and never reaches the threshold to act', () => {
		const { scores } = look('what a lovely day');
		expect(scores.none).toBe(0);
		const found = look('I want to die').scores['self-harm/ideation'];
		expect(found).toBeLessThan(LEXICON_THRESHOLDS['self-harm/ideation'].act);
	});

	it('points at the place, also behind letters whose lower case is longer', () => {
		const before = 'İİİ and then ';
		expect(look(`${before}I want to die`).spots).toEqual([before.length]);
	});
});
