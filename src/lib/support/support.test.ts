import type { ComponentProps } from 'svelte';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import type { Label } from '$lib/intent/labels';
import type { Plan } from '$lib/policy/plan';
import { NOON, placeIn, planFor } from './plans.fixture';
import Support from './Support.svelte';

type Given = Partial<ComponentProps<typeof Support>>;

/** The card as it is read out: tags and text, without the marks of the framework. */
function show(plan: Plan, given: Given = {}): string {
	const props = { plan, place: placeIn('US'), now: NOON, onPlace: () => undefined, ...given };
	return render(Support, { props }).body.replaceAll(/<!--.*?-->/g, '');
}

const held = { onContinue: () => undefined };
const resources = (html: string) =>
	[...html.matchAll(/data-handrail="resource" data-resource="([^"]+)"/g)].map(([, id]) => id);

const CARDS: readonly (readonly [string, readonly Label[], number])[] = [
	['self-harm', ['self-harm/ideation'], 2],
	['self-harm', ['self-harm/intent'], 3],
	['self-harm', ['self-harm/instructions'], 2],
	['violence', ['violence/instructions'], 2],
	['violence', ['violence/threat'], 3],
	['victim', ['violence/victim'], 2],
	['victim', ['violence/victim', 'violence/threat'], 3],
	['helper', ['self-harm/concern-other'], 2]
];

test.each(CARDS)('the card for %s (%j) carries its hooks and real lines', (need, labels, level) => {
	const html = show(planFor(labels), held);
	expect(html).toContain('data-handrail="support"');
	expect(html).toContain(`data-level="${level}"`);
	expect(html).toContain('data-country="US"');
	expect(html).toContain('data-lang="en"');
	expect(html).toContain('lang="en"');
	if (labels.length === 1) expect(html).toContain(`data-route="${need}"`);
	expect(resources(html).length).toBeGreaterThan(3);
	expect(html).toContain('href="tel:911"');
	expect(html).toContain('zz-findahelpline');
	expect(html).toContain('They cannot see this chat.');
});

test.each(CARDS)(
	'no card for %s (%j) tells a person what a machine thinks of them',
	(_, labels) => {
		const text = show(planFor(labels), held).replaceAll(/<[^>]+>/g, ' ');
		expect(text).not.toMatch(/\brisk\b|\bscore\b|\blevel\b|24\/7|\bcommit|just an AI|report you/i);
		expect(text).not.toMatch(/undefined|\[object|\{\w+\}/);
	}
);

test.each(CARDS.filter(([, , level]) => level === 3))(
	'before a held message about %s (%j), the emergency number is the first line',
	(_, labels) => {
		expect(resources(show(planFor(labels), held))[0]).toBe('us-emergency');
	}
);

test('beside an answer, people to talk to come before the emergency number', () => {
	const found = resources(show(planFor(['self-harm/ideation'])));
	expect(found[0]).toBe('us-988');
	expect(found).toContain('us-emergency');
});

test('few lines are in view at first, and the directories always', () => {
	const lines = (labels: readonly Label[]) => resources(show(planFor(labels), held));
	const few = (labels: readonly Label[]) =>
		lines(labels).filter((id) => !/emergency|^zz-/.test(id ?? ''));
	expect(few(['self-harm/ideation'])).toHaveLength(2);
	expect(few(['self-harm/intent'])).toHaveLength(2);
	expect(lines(['self-harm/ideation']).filter((id) => id?.startsWith('zz-'))).toHaveLength(2);
});

test('facts that all ways of reaching a line share are said once', () => {
	const html = show(planFor(['self-harm/ideation']));
	const line = html.slice(html.indexOf('us-988'), html.indexOf('About this line'));
	expect(line.match(/Open now/g)).toHaveLength(1);
	expect(line.match(/Free/g)).toHaveLength(1);
	expect(line).toContain('href="tel:988"');
	expect(line).toContain('href="sms:988"');
});

test('facts that differ stand with each way', () => {
	const html = show(planFor(['self-harm/ideation']), { place: placeIn('JP', 'ja') });
	const line = html.slice(html.indexOf('jp-inochi-sos'));
	expect(line.slice(0, line.indexOf('<details'))).toMatch(/Open now<[\s\S]*Open now, until/);
});

test('a held message goes on when the person says so', () => {
	const html = show(planFor(['self-harm/intent']), held);
	expect(html).toContain('data-handrail="continue"');
	expect(html).toContain('Go on with my question');
	expect(html).toContain('Reach someone I know');
	expect(html).not.toContain('Make this small');
});

test('a message that is answered anyway asks for nothing', () => {
	const html = show(planFor(['self-harm/ideation']));
	expect(html).not.toContain('data-handrail="continue"');
	expect(html).toContain('Make this small');
});

test('a request for methods meets one plain sentence and a way on', () => {
	const html = show(planFor(['self-harm/instructions', 'self-harm/intent']), held);
	expect(html).toContain('the one part that gets no answer here');
	expect(html).toContain('Go on with the rest');
});

test.each<[Label[]]>([
	[['violence/victim']],
	[['violence/victim', 'self-harm/intent']],
	[['violence/victim', 'violence/threat']]
])('with %j nobody is sent to someone near, and leaving fast is explained', (labels) => {
	const html = show(planFor(labels), held);
	expect(html).not.toContain('Reach someone I know');
	expect(html).not.toContain('Words for reaching out');
	expect(html).toContain('Could they look at this device?');
	expect(html).toContain('history may still show this site');
	expect(resources(html)[0]).toBe('us-emergency');
});

test('someone who worries about another person finds words for asking', () => {
	expect(show(planFor(['self-harm/concern-other']))).toContain('See words you could use');
});

test('distress has one quiet line, and so has an older card', () => {
	for (const html of [
		show(planFor(['self-harm/distress'])),
		show(planFor(['self-harm/ideation']), { compact: true })
	]) {
		expect(html).toContain('Help is available');
		expect(html).toContain('aria-expanded="false"');
		expect(resources(html)).toEqual([]);
	}
});

test('an ordinary message leaves nothing on the page', () => {
	expect(show(planFor(['none'])).trim()).toBe('');
});

test('a message that could not be read says so, with help one tap away', () => {
	const html = show(planFor([], { state: 'unscreened' }));
	expect(html).toContain('We could not read this message well.');
	expect(html).toContain('href="/help"');
});

test('the card speaks the language of the message, and can speak that of the page', () => {
	const plan = planFor(['self-harm/ideation'], { lang: 'ko' });
	const html = show(plan, { place: placeIn('KR') });
	expect(html).toContain('data-lang="ko"');
	expect(html).toMatch(/<section[^>]+lang="ko"/);
	expect(html).toMatch(/<button[^>]+lang="en"[^>]*>English</);
	expect(html).toContain('href="tel:109"');
});

test('a language without words of ours falls back to that of the page, and the place stays', () => {
	const plan = planFor(['self-harm/ideation'], { lang: 'fr' });
	const html = show(plan, { place: placeIn('FR', 'es') });
	expect(html).toContain('data-lang="es"');
	expect(html).toContain('data-country="FR"');
});

test('where the country is not known, it is asked for first and the world is there', () => {
	const html = show(planFor(['self-harm/intent']), { ...held, place: placeIn(undefined, 'es') });
	expect(html).toContain('data-country=""');
	expect(resources(html)).toEqual(['zz-findahelpline', 'zz-befrienders']);
	expect(html.indexOf('<select')).toBeLessThan(html.indexOf('zz-findahelpline'));
	expect(html).not.toContain('href="tel:');
});

test('the page says where it has the country from', () => {
	const plan = planFor(['self-harm/ideation']);
	expect(show(plan)).toContain('from your time zone');
	const chosen = { country: 'JP', language: 'en', from: 'setting' } as const;
	expect(show(plan, { place: chosen })).toContain('your choice');
});

test('every link to a page of others opens beside the chat and says nothing about it', () => {
	const html = show(planFor(['violence/victim']));
	const links = [...html.matchAll(/<a [^>]*href="https:[^>]*>/g)].map(([tag]) => tag);
	expect(links.length).toBeGreaterThan(0);
	for (const link of links) expect(link).toContain('rel="noopener noreferrer"');
});
