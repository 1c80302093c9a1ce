/**
 * The one voice for screen readers: a polite line for status, an assertive one for level 3 alone.
 * The transcript itself is no live region, or every token would be read out.
 */
class Announcer {
	polite = $state('');
	assertive = $state('');

	/** Says a sentence once; the same sentence twice in a row is said again. */
	say(sentence: string, how: 'polite' | 'assertive' = 'polite') {
		const again = this[how] === sentence ? '\u00a0' : '';
		this[how] = sentence + again;
	}
}

export const announcer = new Announcer();
