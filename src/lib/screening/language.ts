import { WORDS } from './words';

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

/** The scripts that no model here was taught, with the language most people write in them. */
const SCRIPTS: readonly [RegExp, string][] = [
	[/[іїєґ]/i, 'uk'],
	[/\p{Script=Cyrillic}/u, 'ru'],
	[/[پچژگ]/, 'fa'],
	[/\p{Script=Arabic}/u, 'ar'],
	[/\p{Script=Devanagari}/u, 'hi'],
	[/\p{Script=Bengali}/u, 'bn'],
	[/\p{Script=Tamil}/u, 'ta'],
	[/\p{Script=Telugu}/u, 'te'],
	[/\p{Script=Thai}/u, 'th'],
	[/\p{Script=Hebrew}/u, 'he'],
	[/\p{Script=Greek}/u, 'el']
];

function otherScript(text: string): string {
	return SCRIPTS.find(([script]) => script.test(text))?.[1] ?? 'und';
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

/** Letters that belong to one of the languages in the list, and letters that belong to none of them. */
const ACCENTS: Readonly<Record<string, RegExp>> = {
	es: /[ñ¿¡]/gi,
	de: /[äß]/gi,
	fr: /[çêœ]|\b[jlcdnmstq]u?'(?=[aeéèêhiouy])/gi,
	pt: /[ãõ]/gi
};

/** Letters of languages whose words are not listed, with the language that uses them most. */
const FOREIGN: readonly [RegExp, string][] = [
	[/[ăơưđ\u1ea0-\u1ef9]/i, 'vi'],
	[/[ąćęłńśźż]/i, 'pl'],
	[/[ğış]/, 'tr'],
	[/[čďěňřšťůž]/i, 'cs'],
	[/[țș]/i, 'ro'],
	[/[őű]/i, 'hu'],
	[/[åæø]/i, 'da']
];

function latinLanguage(text: string): string {
	const words = text.toLowerCase().match(/[\p{Script=Latin}\p{M}']+/gu) ?? [];
	for (const [letters, language] of FOREIGN)
		if (words.filter((word) => letters.test(word)).length * 6 > words.length) return language;
	const ranked = Object.entries(WORDS)
		.map(([language, common]) => ({
			language,
			points:
				words.filter((word) => common.has(word)).length +
				Math.min(2, text.match(ACCENTS[language] ?? /(?!)/)?.length ?? 0) * 1.5
		}))
		.sort((a, b) => b.points - a.points);
	const [best, next] = ranked;
	if (!best || best.points === 0 || best.points * 12 < words.length) return 'und';
	return best.points > (next?.points ?? 0) ? best.language : 'und';
}
