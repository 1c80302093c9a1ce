import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { AutoTokenizer, env, type PreTrainedTokenizer } from '@xenova/transformers';
import fc from 'fast-check';
import { openTokenizer, type Tokenizer } from './tokenizer';
import { plainView, rawView } from './views';

const MODELS = 'models/';
let ours: Tokenizer;
let theirs: PreTrainedTokenizer;

beforeAll(async () => {
	env.allowRemoteModels = false;
	env.localModelPath = MODELS;
	theirs = await AutoTokenizer.from_pretrained('intent');
	const read = (path: string) => readFile(`${MODELS}intent/${path}`, 'utf8');
	ours = openTokenizer(await read('tokenizer.json'), await read('tokenizer_config.json'));
});

const same = (text: string) => expect(ours.wrap(ours.encode(text))).toEqual(theirs.encode(text));

describe('the tokenizer', () => {
	it.each([
		'I wish I could sleep through this week.',
		'¿Por qué no me escuchas? ¡Ya está, mañana será otro día!',
		'今週はもう疲れた。カタカナもﾊﾝｶｸも',
		'이번 주는 너무 힘들어요 ㅠㅠ',
		'这个星期我真的很累，你在吗？',
		'這個星期我真的很累',
		'mujhe neend nahi aa rahi, я устал, لا أستطيع',
		'k1ll mys3lf kіll m\u200by s-e-l-f',
		'👩‍🚒🏳️‍🌈👍🏽 ❤️',
		'e\u0301e\u0301 \u0300\u0301 ﷺ ™ ﬁ',
		'[CLS] [SEP] [MASK] [UNK] [PAD] ##ing <s>',
		'\ufeff\u00ad\u2028\u2029\t\r\n',
		'',
		`${'x'.repeat(300)} ${'long'.repeat(200)}`,
		'\ue000\u{10ffff}\ufffd'
	])('gives the same numbers as transformers.js for %j', same);

	it('gives the same numbers for any text, in both views', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
				same(rawView(text));
				same(plainView(text));
			}),
			{ numRuns: 300 }
		);
	});

	it('begins and ends what it wraps as the model was taught', () => {
		const [first, last] = [ours.wrap([])[0], ours.wrap([])[1]];
		expect(theirs.decode([first ?? 0, last ?? 0])).toBe('[CLS] [SEP]');
		expect(ours.wrap([7, 8])).toEqual([first, 7, 8, last]);
	});

	it('knows every sign of its ten languages, and says when it knows few', () => {
		for (const text of [
			'hello there',
			'mañana',
			'疲れた',
			'힘들어',
			'很累',
			'這樣',
			'ça va',
			'müde',
			'não',
			'थक गया',
			'تعبت'
		])
			expect(ours.unknownShare(ours.encode(text))).toBe(0);
		expect(ours.unknownShare(ours.encode('நன்றி ไม่'))).toBeGreaterThan(0.3);
		expect(ours.unknownShare([])).toBe(0);
	});

	it('falls to crumbs in a language it never learnt', () => {
		const crumbs = (text: string) => ours.crumbShare(ours.encode(text));
		expect(crumbs('what a long day this has been')).toBe(0);
		expect(crumbs('wszystkiego najlepszego z okazji urodzin')).toBeGreaterThan(0.4);
	});
});
