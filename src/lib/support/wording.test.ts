import { expect, test } from 'vitest';

type Messages = Record<string, string>;

const files = import.meta.glob<Messages>('/src/messages/*/support.json', {
	eager: true,
	import: 'default'
});
const english = files['/src/messages/en/support.json'] ?? {};

/** From field-notes/trust-safety.md §5.7 and §5.8 (English row). */
const AVOID = [
	/\bcommit/i,
	/\b(un)?success|\bfailed\b/i,
	/\bepidemic/i,
	/attention.seeking/i,
	/\bjust an AI\b/i,
	/\brisk\b|\bscore\b|\blevel\b|\bflag/i,
	/\breport (you|this)\b/i,
	/will get better|you are safe now|you’re safe now|\bpromise\b/i,
	/24\/7|around the clock|24 hours/i,
	/\bmust\b|\byou have to\b|(?<!if )\byou need to\b/i,
	/\bshould\b/i,
	/\bdepress|\bdisorder|\bdiagnos|\bmentally\b/i,
	/\bselfish|\bcoward|\bweak\b|\bcrazy\b/i,
	/\balways\b|\bguarantee/i,
	/your location|where you live/i
];

const messages = Object.entries(english);

test.each(AVOID.map((words) => [words] as const))('no sentence says %s', (words) => {
	expect(messages.filter(([, text]) => words.test(text))).toEqual([]);
});

test('each key is ours, and each sentence is there', () => {
	for (const [key, text] of messages) {
		expect(key).toMatch(/^support_[a-z_]+$/);
		expect(text.trim()).not.toBe('');
	}
});

test('what stands first on a card is short: no sentence over twenty-two words', () => {
	const cards = messages.filter(([key]) => /_(title|text|says)$/.test(key));
	for (const [key, text] of cards)
		for (const sentence of text.split(/(?<=[.?!]) /))
			expect(sentence.split(/\s+/).length, key).toBeLessThanOrEqual(22);
});

test.each(Object.entries(files))('%s fills the same gaps as the English', (_, messages) => {
	for (const [key, text] of Object.entries(messages))
		if (key in english) expect(gaps(text), key).toEqual(gaps(english[key] ?? ''));
});

function gaps(text: string): string[] {
	return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}
