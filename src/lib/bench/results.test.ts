import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { Refusal } from './refusal';
import { readResults } from './read-results';
import { buildResults, writeResults } from './results';
import { resultsSchema } from './results-schema';

const empty = buildResults({
	created: '2026-01-01T00:00:00Z',
	seed: 1,
	resamples: 1000,
	versions: { app: '0.1.0', runtime: 'Node 20' },
	device: { platform: 'linux', processor: null, cores: 2, memoryBytes: null },
	datasets: []
});

describe('results.json', () => {
	it('has the schema that is published (npx vitest run src/lib/bench/results.test.ts -u)', async () => {
		const path = 'static/bench/results.schema.json';
		const style = await resolveConfig(path);
		const text = await format(JSON.stringify(resultsSchema()), { ...style, filepath: path });
		await expect(text).toMatchFileSnapshot(`../../../${path}`);
	});

	it('is read as it was written', async () => {
		const file = new File([writeResults(empty)], 'results.json');
		expect(await readResults(file)).toEqual(empty);
	});

	it.each([
		['{', /a\.json is not JSON/],
		['{}', /a\.json is no results\.json/],
		[JSON.stringify({ ...empty, format: 'handrail-bench/9' }), /handrail-bench\/9/],
		[JSON.stringify({ ...empty, datasets: [{ name: 1 }] }), /damaged/],
		[JSON.stringify({ ...empty, texts: ['x'] }), /damaged/]
	])('is refused in one sentence where it is wrong: %#', async (text, message) => {
		const read = readResults(new File([text], 'a.json'));
		await expect(read).rejects.toThrow(Refusal);
		await expect(read).rejects.toThrow(message);
	});
});
