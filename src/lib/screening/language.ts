import { ARABIC_WORDS, DEVANAGARI_WORDS, NEIGHBOURS, WORDS } from './words';

/**
 * A small guess at the language of a text: BCP-47 primary language, with the script for Chinese, or `und`.
 * Script first; Latin text by its commonest words and its accents. Unsure is `und`, never a wrong neighbour.
 */
export function guessLanguage(text: string): string {
	const sample = text.length > 4000 ? text.slice(0, 2000) + text.slice(-2000) : text;
	const count = (script: RegExp) => sample.match(script)?.length ?? 0;
	const letters = count(/\p{L}/gu);
	if (letters === 0) return 'und';
	const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
	const han = count(/\p{Script=Han}/gu);
	const hangul = count(/\p{Script=Hangul}/gu);
	const latin = count(/\p{Script=Latin}/gu);
	// One Han or Hangul sign says as much as three or four Latin letters.
	const asian = (kana + han + hangul) * 3;
	const other = letters - kana - han - hangul - latin;
	if (other > Math.max(latin, asian)) return otherScript(sample);
	if (asian >= latin) {
		if (hangul >= kana + han) return 'ko';
		if (kana > 0 && kana * 8 >= han) return 'ja';
		return chinese(sample);
	}
	return other * 2 > letters ? otherScript(sample) : latinLanguage(sample);
}

/** Scripts of one language, or with the language that most people write in them. */
const SCRIPTS: readonly [RegExp, string][] = [
	[/[іїєґ]/i, 'uk'],
	[/\p{Script=Cyrillic}/u, 'ru'],
	[/\p{Script=Bengali}/u, 'bn'],
	[/\p{Script=Tamil}/u, 'ta'],
	[/\p{Script=Telugu}/u, 'te'],
	[/\p{Script=Thai}/u, 'th'],
	[/\p{Script=Hebrew}/u, 'he'],
	[/\p{Script=Greek}/u, 'el']
];

function otherScript(text: string): string {
	const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
	const devanagari = text.match(/\p{Script=Devanagari}/gu)?.length ?? 0;
	const rest =
		text.match(/[^\P{L}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Latin}]/gu)?.length ?? 0;
	if (arabic > Math.max(devanagari, rest)) return arabicScript(text);
	if (devanagari > rest) return wordsOf(text, DEVANAGARI_WORDS) ?? 'hi';
	return SCRIPTS.find(([script]) => script.test(text))?.[1] ?? 'und';
}

/** Arabic, Persian, Urdu, Pashto or Kurdish, by letters that only some of them have, then by words. */
function arabicScript(text: string): string {
	if (/[ټډړښڼېۍ]/u.test(text)) return 'ps';
	if (/[ڕڵێۆ]/u.test(text)) return 'ckb';
	const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
	const urdu = count(/[ٹڈڑںےہھۓ]/gu);
	const persian = count(/[پچژگکی]/gu);
	const arabic = count(/[كيىةأإؤ]|(?<!\p{L})[وفبل]?ال\p{L}/gu);
	if (urdu > arabic) return 'ur';
	// Arabic borrows a letter for a foreign name; a Persian keyboard has neither kaf nor yeh of Arabic.
	if (persian > 0 && persian > arabic) return 'fa';
	return wordsOf(text, ARABIC_WORDS) ?? (arabic > 0 ? 'ar' : 'und');
}

/** The language most of whose words are here; none where two have as many, or nobody any. */
function wordsOf(
	text: string,
	lists: Readonly<Record<string, ReadonlySet<string>>>
): string | undefined {
	const words = text.replace(/[أإٱ]/gu, 'ا').match(/[\p{L}\p{M}]+/gu) ?? [];
	const [best, next] = Object.entries(lists)
		.map(([language, common]) => ({
			language,
			points: words.filter((word) => common.has(word)).length
		}))
		.sort((a, b) => b.points - a.points);
	return best && best.points > (next?.points ?? 0) ? best.language : undefined;
}

/** Common characters that only one of the two standards writes so. */
const SIMPLIFIED =
	/[们这说时么来为个会对学过让还没样动问间见开关东车长门马乌语话请谁谢听觉经给张边远进连运难欢乐爱头应实现发当点种业严丧压电脑记认识该误读课谈谅诉词试诗详误调论许讨让议讯讲证评]/g;
const TRADITIONAL =
	/[們這說時麼來為個會對學過讓還沒樣動問間見開關東車長門馬烏語話請誰謝聽覺經給張邊遠進連運難歡樂愛頭應實現發當點種業嚴喪壓電腦記認識該誤讀課談諒訴詞試詩詳調論許討議訊講證評]/g;

function chinese(text: string): string {
	const hans = text.match(SIMPLIFIED)?.length ?? 0;
	const hant = text.match(TRADITIONAL)?.length ?? 0;
	return hant > hans ? 'zh-Hant' : 'zh-Hans';
}

/** Letters and spellings that belong to one of the languages in the list, or to two. */
const ACCENTS: Readonly<Record<string, RegExp>> = {
	es: /[ñ¿¡]|ción\b/gi,
	de: /[äß]/gi,
	fr: /[çêœèûâ]|\b(?:[jdtnsm]|qu|c(?!'è))'(?=[aeéêhiouy])/gi,
	pt: /[ãõçêâ]|ç[ãõ]|lh[aeo]/gi,
	it: /[ìò]|\b(?:dell|nell|all|un|c)'(?=[aeèiou])|zione\b/gi
};

/** Letters of languages whose words are not listed, with the language that uses them most. */
const FOREIGN: readonly [RegExp, string][] = [
	[/[ơưđ\u1ea0-\u1ef9]/i, 'vi'],
	[/[ąćęłńśźż]/i, 'pl'],
	[/[ğış]/, 'tr'],
	[/[čďěňřšťůž]/i, 'cs'],
	[/[țș]/i, 'ro'],
	[/[őű]/i, 'hu'],
	[/[æø]/i, 'da']
];

/** In how many of the lists a word stands. */
const LISTS: ReadonlyMap<string, number> = Object.values(WORDS).reduce((counts, list) => {
	for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
}, new Map<string, number>());

/** A neighbour's words weigh less where they stand in a list, and take nothing from it. */
const POINTS: readonly {
	readonly language: string;
	readonly points: ReadonlyMap<string, number>;
}[] = [
	...Object.entries(WORDS).map(([language, list]) => ({ language, points: weigh(list, 0) })),
	...Object.entries(NEIGHBOURS).map(([language, list]) => ({ language, points: weigh(list, 1) }))
];

function weigh(list: ReadonlySet<string>, more: number): ReadonlyMap<string, number> {
	return new Map([...list].map((word) => [word, 1 / ((LISTS.get(word) ?? 0) + more)]));
}

/** The best must lead the next by so much: a word of its own is a point, one of two languages is half a point. */
const LEAD = 0.5;

function latinLanguage(text: string): string {
	const words = text.toLowerCase().match(/[\p{Script=Latin}\p{M}']+/gu) ?? [];
	for (const [letters, language] of FOREIGN)
		if (words.filter((word) => letters.test(word)).length * 6 > words.length) return language;
	const ranked = POINTS.map(({ language, points }) => ({
		language,
		points:
			words.reduce((sum, word) => sum + (points.get(word) ?? 0), 0) +
			Math.min(2, text.match(ACCENTS[language] ?? /(?!)/)?.length ?? 0)
	})).sort((a, b) => b.points - a.points);
	const [best, next] = ranked;
	if (!best || best.points < LEAD || best.points * 12 < words.length) return 'und';
	return best.points - (next?.points ?? 0) >= LEAD ? best.language : 'und';
}
