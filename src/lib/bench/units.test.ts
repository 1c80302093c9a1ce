import { describe, expect, it } from 'vitest';
import { labelled } from './fixtures/run';
import { unitsOf } from './units';

const turn = (id: string, label: 'none' | 'self-harm/intent', harm?: boolean) =>
	labelled(id, label, { conversation: 'a', ...(harm !== undefined && { targets: { harm } }) });

describe('a conversation as one unit', () => {
	it('holds every label that one of its rows holds, whatever their order', () => {
		const rows = [turn('1', 'none', false), turn('2', 'self-harm/intent', true), turn('3', 'none')];
		for (const given of [rows, rows.toReversed()]) {
			const [unit, ...others] = unitsOf(given, 'conversation');
			expect(others).toEqual([]);
			expect(unit?.members).toEqual([0, 1, 2]);
			expect(unit?.row).toMatchObject({
				truth: { none: false, 'self-harm/intent': true, 'violence/threat': false },
				targets: { harm: true }
			});
		}
	});

	it('takes from any row what the others do not know', () => {
		const unknown = { ...turn('1', 'none'), truth: {} };
		const [unit] = unitsOf([unknown, turn('2', 'none')], 'conversation');
		expect(unit?.row).toMatchObject({ id: '1', truth: { none: true, 'self-harm/intent': false } });
	});
});
