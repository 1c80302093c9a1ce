import { describe, expect, it } from 'vitest';
import { aDataset, aRun, labelled, SECRET, someModel, someRows } from './fixtures/run';
import { measure } from './measure';
import { report } from './report';
import { buildResults, type Results } from './results';
import { suiteSummary, summary } from './summary';

const EVIL = '<script>alert(1)</script>"\'&';
const options = { seed: 1, resamples: 50 };

async function results(): Promise<Results> {
	const rows = someRows(60).map((row) => ({ ...row, groups: { [EVIL]: EVIL.slice(0, 9) } }));
	const run = aRun(rows, someModel(rows, EVIL), someModel(rows, 'b', { sure: 0.1 }));
	const told = { ...run, notices: [EVIL] };
	return buildResults({
		...{ created: '2026-01-01T00:00:00Z', seed: 1, resamples: 50 },
		versions: { app: '0.1.0', runtime: 'Node' },
		device: { platform: 'linux', processor: EVIL, cores: 2, memoryBytes: 2 ** 33 },
		datasets: [{ ...(await measure(told, aDataset(rows), options)), name: EVIL }],
		suites: [
			{
				...{ model: EVIL, hash: '0'.repeat(64) },
				cells: [
					{ functionality: 'F01', lang: 'en', cases: 10, passed: 9, mark: 0.98, failing: [EVIL] },
					{ functionality: 'F01', lang: 'ko', cases: 10, passed: 10, mark: 0.98, failing: [] }
				]
			}
		]
	});
}

describe('report.html', () => {
	it('holds every part, runs nothing, loads nothing, and lets no name break out', async () => {
		const html = report(await results());
		expect(html).not.toMatch(/<script|<link|<img|<iframe|url\(|@import| on\w+=|javascript:/i);
		expect(html).toContain("default-src 'none'");
		expect(html).not.toContain(SECRET);
		for (const part of ['Languages', 'Subgroups', 'Confusion', 'Reliability', 'ROC', 'Calibration'])
			expect(html).toContain(part);
		expect(html).toContain('9/10 90.0 % !');
		expect(html).toMatch(/10\/10 100\.0 %</);
		expect(html).not.toMatch(/NaN|undefined|\[object/);
		// Every plot has its numbers beside it.
		expect(html.match(/<figure>/g)?.length).toBe(html.match(/<summary>Numbers of/g)?.length);
		const tags = (name: string) => html.match(new RegExp(`<${name}[ >]`, 'g'))?.length;
		for (const name of ['table', 'details', 'section', 'figure', 'div', 'tr', 'svg'])
			expect(tags(name)).toBe(html.match(new RegExp(`</${name}>`, 'g'))?.length);
	});
});

describe('the summary in a terminal', () => {
	it('has a line per model and language, and one per comparison', async () => {
		const { datasets, suites } = await results();
		const [set] = datasets;
		const lines = (set ? summary(set) : '').split('\n');
		expect(lines[0]).toBe(`${EVIL}: 60 rows`);
		expect(lines.filter((line) => /^ {2}(en|ko) /.test(line))).toHaveLength(4);
		expect(lines.filter((line) => / minus b, macro-F1 on 60 rows: /.test(line))).toHaveLength(1);
		expect(lines).toContain(`! ${EVIL}`);
		const [suite] = suites;
		expect(suite && suiteSummary(suite)).toMatch(
			/19 of 20 cases passed\n.*\nF01 +98\.0 % +9\/10! +10\/10\n/
		);
	});

	it('says what there is of a model that gave nothing', async () => {
		const rows = [labelled('1', 'none')];
		const model = someModel(rows, 'a');
		const closed = {
			...model,
			scorer: undefined,
			scored: [undefined],
			problems: ['It is broken.']
		};
		const set = await measure(aRun(rows, closed), aDataset(rows), options);
		expect(summary(set)).toMatch(/\na +0 +–.*\n! It is broken\.\n/);
	});
});
