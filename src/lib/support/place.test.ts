import { afterEach, expect, test, vi } from 'vitest';
import type { Preferences } from '$lib/device/settings.svelte';
import { placeFor } from './place.svelte';

const preferences = (change: Partial<Preferences> = {}) => change as Preferences;

function clockIn(timeZone: string) {
	const options = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions();
	vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue(options);
}

afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

test('the clock says where help must fit, the interface does not', () => {
	clockIn('Asia/Seoul');
	expect(placeFor(preferences({ age: 'adult' }), 'ja')).toEqual({
		country: 'KR',
		from: 'time-zone',
		language: 'ja',
		age: 'adult'
	});
});

test('what the person chose wins', () => {
	clockIn('Asia/Seoul');
	expect(placeFor(preferences({ country: 'MX' }), 'es')).toMatchObject({
		country: 'MX',
		from: 'setting'
	});
});

test('a browser without a place and a bare language leave the country open', () => {
	clockIn('UTC');
	vi.stubGlobal('navigator', { languages: ['es', 'zh'] });
	expect(placeFor(preferences(), 'es')).toMatchObject({ country: undefined, from: 'unknown' });
});
