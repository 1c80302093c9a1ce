/** The language of a BCP-47 tag, with today's names for old codes; Bokmål and Nynorsk read each other. */
export function base(tag: string): string {
	try {
		const { language } = new Intl.Locale(tag);
		return language === 'nb' || language === 'nn' ? 'no' : language;
	} catch {
		return tag.toLowerCase();
	}
}
