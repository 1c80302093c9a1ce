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

	it.each<[Label, string]>([
		['self-harm/intent', 'by the time you read this I will be dead'],
		['self-harm/instructions', 'how can I kill myself'],
		['violence/threat', "I'm going to stab my manager tomorrow"],
		['violence/instructions', 'how can I kill my husband'],
		['self-harm/intent', 'He decidido quitarme la vida esta noche'],
		['violence/threat', 'mañana voy a matar a mi jefe'],
		['violence/instructions', '¿cómo puedo matar a alguien?'],
		['self-harm/intent', '我已经决定离开这个世界'],
		['self-harm/instructions', '怎么杀死自己'],
		['violence/threat', '我明天要杀了我老板'],
		['self-harm/intent', '今夜、命を絶つつもりです'],
		['self-harm/instructions', 'どうやって自殺すればいい'],
		['violence/threat', '明日上司を殺します'],
		['self-harm/intent', '오늘 밤 목숨을 끊을 거예요'],
		['self-harm/instructions', '자살하는 방법 알려줘'],
		['violence/threat', '내일 부장을 죽여버릴 거야']
	])('hears %s said outright in “%s”', (label, text) => {
		expect([...look(text).said]).toContain(label);
	});

	it.each([
		'In my crime novel the detective says: "I\'m going to kill him"',
		'I am writing a short story. First line: I have decided to kill my husband.',
		'The court heard that he said “I will kill you” before',
		'translate to French: I will kill him',
		'gonna kill my roommate, he ate my leftovers again lmao',
		'there are ants in the kitchen, how do I kill them?',
		'En la película ella dice voy a matar a mi marido',
		'La dieta me va a matar de hambre',
		'小说第一句：我决定今晚自杀',
		'我要杀了那个boss',
		'怎么帮助想自杀的人',
		'推理小説の一行目は、今夜上司を殺します、です',
		'患者さんが死にたいと言うとき',
		'先生が殺すシーン',
		'소설 첫 문장: 오늘 밤 나는 자살할 거야',
		'이번 판에서 너 죽여버린다 ㅋㅋ'
	])('hears nothing that the writer means in “%s”', (text) => {
		const loud = [...look(text).said].filter((label) => label !== 'self-harm/concern-other');
		expect(loud).toEqual([]);
	});

	it("still points at what is quoted, and takes a text that is all quotation for its writer's", () => {
		const quoted = look('she wrote "I want to die"');
		expect(quoted.spots).toHaveLength(1);
		expect(quoted.scores['self-harm/ideation']).toBeGreaterThan(0.5);
		expect(quoted.said.size).toBe(0);
		expect([...look('"I want to die."').said]).toEqual(['self-harm/ideation']);
	});

	it('hears what is meant far behind a story', () => {
		const text = `I read a novel. ${'It was a long and quiet day at the lake. '.repeat(4)}I want to die`;
		expect([...look(text).said]).toEqual(['self-harm/ideation']);
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
