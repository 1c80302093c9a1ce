/** Signs that stand for a Latin letter inside a word that also has Latin letters. */
const LOOK_ALIKES = new Map(
	pairs(
		// Cyrillic
		'аa еe оo рp сc уy хx іi ѕs јj һh ԁd ԛq ԝw кk мm тt вb нh ѵv ёe їi ґr АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX ' +
			// Greek
			'αa βb εe ηn ιi κk νv οo ρp σo τt υu χx γy ωw ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ' +
			// Latin letters of other alphabets, small capitals
			'ıi łl øo đd ɑa ɡg ʀr ɴn ɪi ʟl ᴀa ᴄc ᴅd ᴇe ᴊj ᴋk ᴍm ᴏo ᴘp ᴛt ᴜu ᴠv ᴡw ᴢz'
	)
);

const LEET = new Map(pairs('0o 1i 3e 4a 5s 7t @a $s !i |i €e £l'));

/** The text as typed, made well-formed and NFC; invisible signs stay, since emoji and many scripts need them. */
export function rawView(text: string): string {
	return wellFormed(text).normalize('NFC');
}

/**
 * The text as a reader sees it: invisible signs gone, look-alike letters and digits folded to the letters they stand
 * for, letters s p a c e d apart joined, stretched letters shortened. Meant to be read beside the raw view.
 */
export function plainView(text: string): string {
	const visible = wellFormed(text)
		.normalize('NFKC')
		.replace(/\p{Default_Ignorable_Code_Point}/gu, '')
		.replace(/[’‘ʼ´`]/g, "'");
	return squeeze(join(visible).replace(/\S+/gu, (word) => unleet(unmix(word)))).normalize('NFC');
}

/** No lone surrogates and no NUL: tokenizers and hashes disagree about both. */
export function wellFormed(text: string): string {
	return text.replace(LONE_OR_NUL, (sign) => (sign === '\0' ? ' ' : '\ufffd'));
}

const LONE_OR_NUL = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Single letters with one separator between them: at least three Latin letters, or CJK signs. */
function join(text: string): string {
	return text
		.replace(
			/(?<![\p{L}\p{M}\p{N}'])[a-z0-9@$!](?:([ ._*~-])[a-z0-9@$!](?![\p{L}\p{M}\p{N}'])){2,}/giu,
			(run) => (/\p{L}.*\p{L}/u.test(run) ? run.replace(/[ ._*~-]/g, '') : run)
		)
		.replace(
			/(?<![\p{L}\p{M}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}](?:[ ._*~-][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}](?![\p{L}\p{M}])){2,}/gu,
			(run) => run.replace(/[ ._*~-]/g, '')
		);
}

/** Only in words of several scripts: a Russian or Greek word is not a disguised English one. */
function unmix(word: string): string {
	if (!/[a-z]/i.test(word) || !/[^\0-\x7f]/.test(word)) return word;
	return Array.from(word, (sign) => LOOK_ALIKES.get(sign) ?? sign).join('');
}

/** Inside a word, between letters, or before at least three: not in `4pm`, `mp3`, `h2o`, addresses or links. */
function unleet(word: string): string {
	if (!/[0134578@$!|€£]/.test(word) || /@\S{1,64}\.|:\/\/|^www\./i.test(word)) return word;
	return word.replace(/(?<=[a-z])[013457@$!|€£]{1,3}(?=[a-z])|^[5$@](?=[a-z]{3})/giu, (signs) =>
		Array.from(signs, (sign) => LEET.get(sign) ?? sign).join('')
	);
}

/** Three or more of a Latin letter become one, or two where English often doubles it. */
function squeeze(text: string): string {
	return text.replace(/([a-z])\1{2,}(?=([a-z]?))/gi, (_run, letter: string, next: string) => {
		const doubles = next ? /[eolsf]/i : /[lsf]/i;
		return doubles.test(letter) ? letter + letter : letter;
	});
}

function pairs(list: string): [string, string][] {
	return list.split(' ').map((pair) => {
		const [from = '', to = ''] = Array.from(pair);
		return [from, to];
	});
}
