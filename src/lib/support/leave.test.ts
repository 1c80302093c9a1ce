import { expect, test } from 'vitest';
import { leave, NEUTRAL, target, type Exit } from './leave';

function outside(online = true): { exit: Exit; steps: string[] } {
	const steps: string[] = [];
	return {
		steps,
		exit: {
			cover: () => void steps.push('cover'),
			mark: () => void steps.push('mark'),
			online: () => online,
			replace: (url) => void steps.push(`go to ${url}`),
			blank: () => void steps.push('blank')
		}
	};
}

test('the screen is covered before anything else happens', () => {
	const { exit, steps } = outside();
	leave('https://example.org/weather', () => void steps.push('clear'), exit);
	expect(steps).toEqual(['cover', 'mark', 'clear', 'go to https://example.org/weather']);
});

test('without a connection a blank page stays, and no error page shows the address', () => {
	const { exit, steps } = outside(false);
	leave('https://example.org/', () => void steps.push('clear'), exit);
	expect(steps).toEqual(['cover', 'mark', 'clear', 'blank']);
});

test('a failure while clearing keeps nobody here', () => {
	const { exit, steps } = outside();
	const broken = () => {
		throw new Error('broken');
	};
	expect(() => leave('https://example.org/', broken, exit)).toThrow('broken');
	expect(steps).toEqual(['cover', 'mark', 'go to https://example.org/']);
});

test.each([
	'javascript:alert(1)',
	'data:text/html,x',
	'http://example.org',
	'file:///etc',
	'',
	'no'
])('%j is no place to go', (to) => {
	expect(target(to)).toBe(NEUTRAL);
});
