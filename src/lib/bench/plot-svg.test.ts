import { describe, expect, it } from 'vitest';
import { plotCsv, plotSvg, plotTable, ticks, type Plot, type Series } from './plot-svg';

const plot: Plot = {
	title: 'A <b> & "c"',
	x: { label: 'recall', from: 0, to: 1 },
	y: { label: 'precision', from: 0, to: 1 },
	series: [
		{
			...{ name: 'one', kind: 'line' },
			points: [
				{ x: 0.5, y: 1 },
				{ x: 0.5, y: 0.75 },
				{ x: 1, y: 1 / 3 }
			]
		},
		{ name: '=two', kind: 'points', points: [{ x: 0.5, y: 0.2, low: 0.1, high: 0.3 }] },
		{
			...{ name: '', kind: 'line', guide: true },
			points: [
				{ x: 0, y: 0 },
				{ x: 1, y: 1 }
			]
		}
	]
};

describe('a plot', () => {
	it('is an SVG without anything that runs or that a name could break out of', () => {
		const svg = plotSvg(plot);
		expect(svg).toMatch(/^<svg xmlns=/);
		expect(svg).toContain('<title>A &lt;b&gt; &amp; &quot;c&quot;</title>');
		expect(svg).not.toMatch(/<b>|script|style=|NaN|undefined/);
		expect(svg.match(/<circle/g)).toHaveLength(1);
		// The two lines and the guide: from left to right, and up at the screen's smaller y.
		expect(svg).toContain('d="M344 36L344 113L624 241.3"');
		expect(svg).toContain('d="M64 344L624 36"');
	});

	it('has a table of all its numbers, and none of its guides', () => {
		const [first, second, guide] = plot.series;
		const line = { ...first, points: first?.points.slice(1) ?? [] } as Series;
		const aligned = { ...plot, series: [line, second, guide].filter((one) => one !== undefined) };
		expect(plotTable(aligned)).toEqual({
			header: ['recall', 'one', '=two', '=two, low', '=two, high'],
			rows: [
				['0.5', '0.75', '0.2', '0.1', '0.3'],
				['1', '0.3333', '', '', '']
			]
		});
	});

	it('has its series below one another where a line is upright, or where they share no x', () => {
		expect(plotTable(plot)).toEqual({
			header: ['series', 'recall', 'precision'],
			rows: [
				['one', '0.5', '1'],
				['one', '0.5', '0.75'],
				['one', '1', '0.3333'],
				['=two', '0.5', '0.2']
			]
		});
	});

	it('is CSV in which no name is a formula', () => {
		expect(plotCsv(plot).split('\r\n')).toEqual([
			'series,recall,precision',
			'one,0.5,1',
			'one,0.5,0.75',
			'one,1,0.3333',
			"'=two,0.5,0.2",
			''
		]);
	});

	it('draws numbers outside the axes at their edge, and leaves out what is no number', () => {
		const svg = plotSvg({
			...plot,
			series: [
				{
					...{ name: 'x', kind: 'line' },
					points: [
						{ x: -5, y: 9 },
						{ x: NaN, y: 0 },
						{ x: 1, y: 0 }
					]
				}
			]
		});
		expect(svg).toContain('d="M64 36L624 344"');
	});

	it.each([
		[{ label: '', from: 0, to: 1 }, ['0', '0.2', '0.4', '0.6', '0.8', '1']],
		[{ label: '', from: 0, to: 37 }, ['0', '10', '20', '30']],
		[{ label: '', from: 1, to: 1000, log: true }, ['1', '10', '100', '1000']],
		[{ label: '', from: 0, to: 0 }, ['0']],
		[{ label: '', from: -0.5, to: 1.5, names: ['a', 'b'] }, ['a', 'b']]
	])('has round ticks: %j', (axis, names) => {
		expect(ticks(axis).map(({ name }) => name)).toEqual(names);
	});
});
