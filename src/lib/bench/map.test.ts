import { LABELS } from '$lib/intent/labels';
import { describe, expect, it } from 'vitest';
import { ANY_SELF_HARM, guessMap } from './guess-map';
import { checkMap, readSidecar, writeSidecar, type Meaning, type Sidecar } from './map';
import type { SourceLabels } from './source-labels';
import { mapLabels } from './truth';

const FORMAT = 'handrail-map/1';
const TARGET = { name: 'any self-harm', labels: [...ANY_SELF_HARM.labels] };

function sidecar(map: Record<string, Meaning>): Sidecar {
	return { format: FORMAT, columns: { text: 'text' }, targets: [TARGET], map };
}
const named = (...labels: readonly string[]): SourceLabels => ({ kind: 'named', labels });
const flags = (values: Record<string, boolean | undefined>): SourceLabels => ({
	kind: 'flags',
	flags: new Map(Object.entries(values))
});
function truthOf(source: SourceLabels, map: Record<string, Meaning>) {
	const mapped = mapLabels(source, sidecar(map));
	return mapped.kind === 'truth' ? mapped : { truth: undefined, targets: undefined };
}

describe('the truth of a row', () => {
	it('is true for the labels of a list and false for all others', () => {
		const { truth, targets } = truthOf(named('a'), { a: ['self-harm/ideation'] });
		expect(Object.keys(truth ?? {})).toHaveLength(LABELS.length);
		expect(truth).toMatchObject({
			'self-harm/ideation': true,
			none: false,
			'violence/threat': false
		});
		expect(targets).toEqual({ 'any self-harm': true });
	});

	it('is false for every label of a true negative but `none`, which stays open', () => {
		const { truth, targets } = truthOf(named('a'), { a: 'other' });
		expect(Object.values(truth ?? {})).toEqual(Array(11).fill(false));
		expect(truth).not.toHaveProperty('none');
		expect(targets).toEqual({ 'any self-harm': false });
	});

	it('is known of a target alone where the source is coarser than we are', () => {
		const map: Record<string, Meaning> = {
			yes: { targets: { 'any self-harm': true } },
			no: { targets: { 'any self-harm': false } }
		};
		expect(truthOf(named('yes'), map)).toMatchObject({
			truth: {},
			targets: { 'any self-harm': true }
		});
		expect(truthOf(named('no'), map)).toMatchObject({
			truth: {
				'self-harm/ideation': false,
				'self-harm/intent': false,
				'self-harm/instructions': false
			},
			targets: { 'any self-harm': false }
		});
	});

	it('leaves open what a meaning says is unknown', () => {
		const { truth } = truthOf(named('a'), {
			a: { yes: ['self-harm/distress'], unknown: ['self-harm/ideation'] }
		});
		expect(truth).not.toHaveProperty('self-harm/ideation');
		expect(truth).toMatchObject({ 'self-harm/distress': true, 'self-harm/intent': false });
		expect(truthOf(named('a'), { a: { yes: ['violence/anger'], unknown: 'rest' } }).truth).toEqual({
			'violence/anger': true
		});
		expect(truthOf(named('a'), { a: 'unknown' })).toMatchObject({ truth: {}, targets: {} });
	});

	it('puts several labels together: what holds wins, then what is unknown; `none` only alone', () => {
		const map: Record<string, Meaning> = {
			a: ['violence/anger'],
			b: { yes: ['violence/threat'], unknown: ['violence/victim', 'violence/anger'] },
			c: 'other',
			d: ['none']
		};
		const { truth } = truthOf(named('a', 'b', 'c', 'd'), map);
		expect(truth).toMatchObject({ 'violence/anger': true, 'violence/threat': true, none: false });
		expect(truth).not.toHaveProperty('violence/victim');
		expect(truthOf(named('c', 'd'), map).truth).toMatchObject({ none: true });
	});

	it('is none where a label is left out or lacking', () => {
		const map: Record<string, Meaning> = { a: 'ignore', b: 'other' };
		expect(mapLabels(named('a', 'b'), sidecar(map))).toEqual({ kind: 'ignored' });
		expect(mapLabels(named('b', 'new', 'toString'), sidecar(map))).toEqual({
			kind: 'unmapped',
			labels: ['new', 'toString']
		});
		expect(mapLabels(named('new'), { ...sidecar(map), rest: 'other' })).toMatchObject({
			kind: 'truth'
		});
	});

	it('takes each flag for itself, and nothing for unknown', () => {
		const map: Record<string, Meaning> = {
			self: { targets: { 'any self-harm': true } },
			threat: ['violence/threat'],
			menace: ['violence/threat'],
			neutral: 'other'
		};
		expect(truthOf(flags({ self: true, threat: false, menace: undefined }), map)).toEqual({
			kind: 'truth',
			truth: {},
			targets: { 'any self-harm': true }
		});
		expect(truthOf(flags({ threat: undefined, menace: true }), map).truth).toEqual({
			'violence/threat': true
		});
		expect(truthOf(flags({ threat: false, menace: false, self: false }), map)).toMatchObject({
			truth: { 'violence/threat': false, 'self-harm/intent': false },
			targets: { 'any self-harm': false }
		});
		expect(truthOf(flags({ neutral: true, threat: true }), map).truth).toMatchObject({
			'violence/threat': true,
			'violence/anger': false
		});
	});
});

describe('a guess of the map', () => {
	it('knows our names in any spelling', () => {
		const { map, unsure } = guessMap(['Self_Harm Ideation', 'violence/threat', 'none']);
		expect(map).toEqual({
			'Self_Harm Ideation': ['self-harm/ideation'],
			'violence/threat': ['violence/threat'],
			none: ['none']
		});
		expect(unsure).toEqual([]);
	});

	it('knows common words, and makes a target of what is coarser', () => {
		const { map, targets, unsure } = guessMap([
			...[
				'suicide',
				'non-suicide',
				'Self-Injury',
				'no disorder',
				'depression',
				'neutral',
				'spam',
				'',
				'17',
				'no'
			]
		]);
		expect(map).toEqual({
			suicide: { targets: { 'any self-harm': true } },
			'non-suicide': { targets: { 'any self-harm': false } },
			'Self-Injury': { targets: { 'any self-harm': true } },
			'no disorder': 'other',
			depression: { yes: ['self-harm/distress'], unknown: 'rest' },
			neutral: 'other',
			spam: 'ignore',
			'': 'other'
		});
		expect(targets).toEqual([ANY_SELF_HARM]);
		expect(unsure).toEqual(['17', 'no']);
	});
});

describe('a saved map', () => {
	const whole: Sidecar = {
		format: FORMAT,
		name: 'Small example',
		header: false,
		delimiter: ';',
		columns: {
			text: 'text',
			labels: { kind: 'flags', columns: ['a', 'b'] },
			groups: ['dialect'],
			id: 'id'
		},
		targets: [TARGET],
		map: { b: { targets: { 'any self-harm': true } }, a: ['none'], '': 'other' },
		rest: { yes: ['violence/anger'], unknown: ['none'] }
	};

	it('comes back as it was, and is always written in the same order', () => {
		expect(readSidecar(writeSidecar(whole), 'a')).toEqual(whole);
		const turned = Object.fromEntries(Object.entries(whole).reverse()) as Sidecar;
		expect(writeSidecar(turned)).toBe(writeSidecar(whole));
	});

	it.each([
		['{', /"a.map.json" is not JSON/],
		['{}', /see format/],
		[JSON.stringify({ ...whole, map: { a: ['suicide'] } }), /see map\.a/],
		[JSON.stringify({ ...whole, colums: {} }), /see colums/],
		[JSON.stringify({ ...whole, columns: { labels: { kind: 'two' } } }), /see columns\.labels/],
		[JSON.stringify({ ...whole, targets: [] }), /targets that its list lacks: "any self-harm"/],
		[JSON.stringify({ ...whole, targets: [TARGET, TARGET] }), /different names/]
	])('is refused with a sentence: %s', (text, message) => {
		expect(() => readSidecar(text, 'a.map.json')).toThrow(message);
	});

	it('is checked against the labels of the data', () => {
		const labels = new Map([
			['a', 2],
			['new', 3],
			['', 1]
		]);
		const [fault] = checkMap(sidecar({ a: 'other' }), labels);
		expect(fault).toMatchObject({ code: 'map/unmapped', count: 4, names: ['new', ''] });
		expect(fault?.sentence).toMatch(/2 labels "new", "\(no label\)" \(4 rows\)/);
		expect(checkMap(sidecar({ a: 'ignore' }), new Map([['a', 1]]))[0]?.code).toBe('map/nothing');
	});
});
