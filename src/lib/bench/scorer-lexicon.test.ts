import { describe, expect, it } from 'vitest';
import { openLexicon } from './scorer-lexicon';

describe('the phrase list', () => {
	const highest = async (text: string) => {
		const { scores } = await (await openLexicon()).score(text, '1');
		return Object.entries(scores).reduce((a, b) => (b[1] > a[1] ? b : a));
	};

	it('says "none" of what holds no phrase, and not of what holds one', async () => {
		expect(await highest('good morning')).toEqual(['none', 1]);
		expect((await highest('I want to die'))[0]).not.toBe('none');
	});
});
