import { expect, test } from 'vitest';
import type { Resource } from '$lib/resources/resource';
import { homeOf, lacksOwnLine, linesFor, type Wish } from './lines';
import { NOON, placeIn } from './plans.fixture';

const ids = (records: readonly Resource[]) => records.map((record) => record.id);

function find(change: Partial<Wish> = {}) {
	return linesFor({
		need: 'self-harm',
		place: placeIn('KR'),
		languages: ['ko'],
		now: NOON,
		broken: [],
		...change
	});
}

test('the emergency number, the lines and the directories are told apart', () => {
	const { emergency, lines, directories } = find();
	expect(ids(emergency)).toEqual(['kr-emergency']);
	expect(lines.every((record) => record.country === 'KR')).toBe(true);
	expect(lines[0]?.channels.some((channel) => channel.value === '109')).toBe(true);
	expect(directories.length).toBeGreaterThan(0);
});

test('where the country is not known, the directories of the world answer', () => {
	const { emergency, lines, directories } = find({ place: placeIn(undefined), languages: ['es'] });
	expect(emergency).toEqual([]);
	expect(lines).toEqual([]);
	expect(ids(directories)).toContain('zz-findahelpline');
});

test('a line that did not work stands last, and is still there', () => {
	const before = ids(find().lines);
	const [first = ''] = before;
	const after = ids(find({ broken: [first] }).lines);
	expect(after.at(-1)).toBe(first);
	expect([...after].sort()).toEqual([...before].sort());
});

test('the emergency number never moves, whatever was noted about it', () => {
	expect(ids(find({ broken: ['kr-emergency'] }).emergency)).toEqual(['kr-emergency']);
});

test('whoever would rather write finds lines that answer in writing first', () => {
	const [first] = find({ place: placeIn('US'), languages: ['es'], writing: true }).lines;
	expect(first?.channels.some(({ kind }) => kind === 'text' || kind === 'chat')).toBe(true);
	const [spoken] = find({ place: placeIn('US'), languages: ['es'] }).lines;
	expect(spoken?.id).not.toBe(first?.id);
});

test('an unknown language of a message is no wish', () => {
	expect(ids(find({ languages: ['und', 'ko'] }).lines)).toEqual(ids(find().lines));
});

test.each([
	['US', 'en'],
	['US', 'es'],
	['KR', 'ko'],
	['JP', 'ja'],
	['GB', 'en']
])('in danger from another person in %s (%s), a line for that comes first', (country, language) => {
	const { lines } = find({ need: 'victim', place: placeIn(country), languages: [language] });
	expect(lacksOwnLine('victim', lines.slice(0, 1))).toBe(false);
});

test('it is said where no line is meant for just this', () => {
	const wish = { need: 'violence', languages: ['en'] } as const;
	expect(lacksOwnLine('violence', find({ ...wish, place: placeIn('US') }).lines)).toBe(true);
	expect(lacksOwnLine('violence', find({ ...wish, place: placeIn('AU') }).lines)).toBe(false);
	expect(lacksOwnLine('self-harm', find().lines)).toBe(false);
	const general = find().lines.filter((record) => record.id === 'kr-109');
	expect(general).toHaveLength(1);
	expect(lacksOwnLine('victim', general)).toBe(true);
});

test('a short number works in a territory that its record also serves', () => {
	const [emergency] = find({ place: placeIn('US') }).emergency;
	expect(emergency && homeOf(emergency, 'GU')).toBe('GU');
	expect(emergency && homeOf(emergency, 'FR')).toBe('US');
});
