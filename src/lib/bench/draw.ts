import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { COLOURS, DASHES, number, type Axis, type Plot, type Series } from './plot-svg';

const HEIGHT = 280;

/** Draws the plot with uPlot, in the colours of the page and as wide as its place; returns what takes it away. */
export function draw(place: HTMLElement, plot: Plot): () => void {
	let chart: uPlot | undefined;
	const again = () => {
		chart?.destroy();
		chart = new uPlot(options(place, plot), dataOf(plot.series), place);
	};
	again();
	const sizes = new ResizeObserver(() => {
		const width = place.clientWidth;
		if (chart && width > 0 && width !== chart.width) chart.setSize({ width, height: HEIGHT });
	});
	sizes.observe(place);
	const theme = new MutationObserver(again);
	theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
	const dark = matchMedia('(prefers-color-scheme: dark)');
	dark.addEventListener('change', again);
	return () => {
		sizes.disconnect();
		theme.disconnect();
		dark.removeEventListener('change', again);
		chart?.destroy();
	};
}

/**
 * uPlot wants one rising list of x for all series: the points of all, sorted, each with a value in its own series alone.
 * `undefined` is no gap for it.
 */
function dataOf(series: readonly Series[]): uPlot.AlignedData {
	const points = series
		.flatMap((one, at) => one.points.map((point, nth) => ({ ...point, at, nth })))
		.sort((a, b) => a.x - b.x || a.at - b.at || a.nth - b.nth);
	const columns = series.map((_, at) =>
		points.map((point) => (point.at === at ? point.y : undefined))
	);
	return [points.map(({ x }) => x), ...columns] as uPlot.AlignedData;
}

function options(place: HTMLElement, { x, y, series }: Plot): uPlot.Options {
	const { color, fontFamily } = getComputedStyle(place);
	const grid = 'rgb(128 128 128 / 0.25)';
	const axis = {
		stroke: color,
		grid: { stroke: grid, width: 1 },
		ticks: { stroke: grid, width: 1 }
	};
	const font = `12px ${fontFamily}`;
	const strokes = strokesOf(series, color);
	return {
		width: place.clientWidth || 320,
		height: HEIGHT,
		scales: { x: scale(x), y: scale(y) },
		axes: [
			{ ...axis, ...named(x), font, label: x.label, labelFont: font, labelSize: 22, size: 34 },
			{ ...axis, ...named(y), font, label: y.label, labelFont: font, labelSize: 20, size: 46 }
		],
		series: [
			{ label: x.label, value: (_chart, value) => number(value) },
			...series.map((one, at) => lineOf(one, strokes[at]))
		],
		legend: { markers: { fill: (_chart, at) => strokes[at - 1]?.colour ?? '' } },
		cursor: { dataIdx: nearest, drag: { x: false, y: false } },
		hooks: {
			init: [(chart) => hideGuides(chart, series)],
			draw: [(chart) => intervals(chart, series, strokes)]
		}
	};
}

type Stroke = { readonly colour: string; readonly dash: number[] };

function strokesOf(series: readonly Series[], ink: string): Stroke[] {
	let next = 0;
	return series.map(({ guide }) => {
		if (guide) return { colour: ink, dash: [3, 4] };
		const at = next++;
		const dash = DASHES[Math.floor(at / COLOURS.length) % DASHES.length] ?? '';
		return {
			colour: COLOURS[at % COLOURS.length] ?? ink,
			dash: dash.split(' ').filter(Boolean).map(Number)
		};
	});
}

function scale({ from, to, log }: Axis): uPlot.Scale {
	return { time: false, range: [from, to], ...(log && { distr: 3 as const, log: 10 as const }) };
}

/** An axis of names has a tick at each whole number. */
function named({ names }: Axis): Partial<uPlot.Axis> {
	if (!names) return {};
	return {
		splits: () => names.map((_, at) => at),
		values: (_chart, splits) => splits.map((at) => names[at] ?? '')
	};
}

function lineOf(
	{ name, kind, guide, points: dots }: Series,
	stroke: Stroke | undefined
): uPlot.Series {
	const points = kind === 'points';
	const { stepped } = uPlot.paths;
	return {
		label: name,
		stroke: stroke?.colour,
		dash: stroke?.dash,
		width: guide ? 1 : 2,
		spanGaps: true,
		points: { show: points || (!guide && dots.length < 3), size: 8, fill: stroke?.colour },
		value: (_chart, value) => (guide || value === null || value === undefined ? '' : number(value)),
		...(points && { paths: () => null }),
		...(kind === 'steps' && stepped && { paths: stepped({ align: 1 }) })
	};
}

/** The value of a series that lies nearest to the cursor: each x belongs to one series alone. */
function nearest(chart: uPlot, series: number, closest: number, at: number): number {
	if (series === 0) return closest;
	const values = chart.data[series] ?? [];
	const xs = chart.data[0];
	let [left, right] = [closest, closest];
	while (left > 0 && values[left] === undefined) left--;
	while (right < values.length - 1 && values[right] === undefined) right++;
	if (values[left] === undefined) return right;
	if (values[right] === undefined) return left;
	return at - (xs[left] ?? 0) <= (xs[right] ?? 0) - at ? left : right;
}

/** A guide without a name explains itself. */
function hideGuides(chart: uPlot, series: readonly Series[]) {
	const lines = chart.root.querySelectorAll<HTMLElement>('.u-legend .u-series');
	series.forEach(({ guide, name }, at) => {
		const line = lines[at + 1];
		if (guide && !name && line) line.hidden = true;
	});
}

function intervals(chart: uPlot, series: readonly Series[], strokes: readonly Stroke[]) {
	const { ctx } = chart;
	series.forEach(({ points }, at) => {
		ctx.save();
		ctx.strokeStyle = strokes[at]?.colour ?? '';
		ctx.lineWidth = 1.5 * devicePixelRatio;
		for (const { x, low, high } of points) {
			if (typeof low !== 'number' || typeof high !== 'number') continue;
			const place = chart.valToPos(x, 'x', true);
			ctx.beginPath();
			ctx.moveTo(place, chart.valToPos(low, 'y', true));
			ctx.lineTo(place, chart.valToPos(high, 'y', true));
			ctx.stroke();
		}
		ctx.restore();
	});
}
