/** English names and ISO 639-2 codes that data sets use instead of BCP 47. */
const NAMES: Readonly<Record<string, string>> = {
	arabic: 'ar',
	bengali: 'bn',
	chinese: 'zh',
	dutch: 'nl',
	english: 'en',
	french: 'fr',
	german: 'de',
	hindi: 'hi',
	indonesian: 'id',
	italian: 'it',
	japanese: 'ja',
	korean: 'ko',
	mandarin: 'zh',
	polish: 'pl',
	portuguese: 'pt',
	russian: 'ru',
	spanish: 'es',
	turkish: 'tr',
	eng: 'en',
	deu: 'de',
	ger: 'de',
	spa: 'es',
	fra: 'fr',
	fre: 'fr',
	por: 'pt',
	hin: 'hi',
	zho: 'zh',
	chi: 'zh',
	jpn: 'ja',
	kor: 'ko'
};

/** The BCP 47 tag that a data set means, in its usual case ("pt-BR"); `und` where that cannot be told. */
export function languageTag(said: string): string {
	const plain = said.trim().toLowerCase().replaceAll('_', '-');
	if (Object.hasOwn(NAMES, plain)) return NAMES[plain] ?? 'und';
	if (!/^[a-z]{2,3}(-[a-z0-9]+)*$/.test(plain)) return 'und';
	try {
		return Intl.getCanonicalLocales(plain)[0] ?? 'und';
	} catch {
		return 'und';
	}
}
