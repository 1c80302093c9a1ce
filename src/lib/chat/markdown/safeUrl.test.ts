import { expect, test } from 'vitest';
import { safeUrl } from './safeUrl';

test('web, mail and phone addresses pass, as the browser will read them', () => {
	expect(safeUrl('https://example.org/a?b=c#d')).toBe('https://example.org/a?b=c#d');
	expect(safeUrl(' HTTP://Example.ORG ')).toBe('http://example.org/');
	expect(safeUrl('mailto:someone@example.org')).toBe('mailto:someone@example.org');
	expect(safeUrl('tel:+1 (555) 010-0100')).toBe('tel:+1(555)010-0100');
	expect(safeUrl('tel:988')).toBe('tel:988');
});

test.each([
	...[
		'javascript:alert(1)',
		'JaVaScRiPt:alert(1)',
		'java\nscript:alert(1)',
		'java\tscript:alert(1)'
	],
	...['\u0001javascript:alert(1)', '  javascript:alert(1)', 'javascript\u0000:alert(1)'],
	...['javascript&#58;alert(1)', '&#106;avascript:alert(1)', 'javascript&colon;alert(1)'],
	...['javascript%3Aalert(1)', 'java\u2028script:alert(1)', 'view-source:javascript:alert(1)'],
	...[
		'data:text/html,<script>alert(1)</script>',
		'data:image/svg+xml;base64,PHN2Zz4=',
		'vbscript:x'
	],
	...['blob:https://example.org/1', 'filesystem:https://example.org/1', 'file:///etc/passwd'],
	...[
		'ftp://example.org',
		'about:blank',
		'intent://x#Intent;end',
		'ws://example.org',
		'chrome://x'
	],
	...['//example.org', '\\\\example.org', '/settings', './a', '../a', 'a', '#top', '?q', '', ' '],
	...['https://', 'http://[', 'ht\ntps://example.org', 'https://exa\tmple.org', 'https://a\u0085b'],
	...['mailto:', 'mailto:nobody', 'tel:', 'tel:*21*5550100#', 'tel:#06#', 'tel:javascript'],
	...['streamdown:incomplete-link', `https://example.org/${'a'.repeat(5000)}`]
])('%j is not an address that an answer may send a person to', (url) => {
	expect(safeUrl(url)).toBeUndefined();
});
