import { expect, it } from 'vitest';
import { respell } from './respell';

it('widens a letter wherever a source has it', () => {
	const wider = respell(
		{
			spaced: true,
			phrases: { 'self-harm/ideation': ['müde'] },
			idioms: ['für'],
			frames: ['über'],
			negations: { before: ['ü'], after: ['Ü'] }
		},
		{ ü: '(?:ü|ue)' }
	);
	expect(wider.phrases).toEqual({ 'self-harm/ideation': ['m(?:ü|ue)de'] });
	expect(wider.idioms).toEqual(['f(?:ü|ue)r']);
	expect(wider.frames).toEqual(['(?:ü|ue)ber']);
	expect(wider.negations).toEqual({ before: ['(?:ü|ue)'], after: ['Ü'] });
	expect(wider.spaced).toBe(true);
});
