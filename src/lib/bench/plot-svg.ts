import { escape } from './escape';

/** One axis; numbers run from `from` to `to`. */
export type Axis = {
	readonly label: string;
	readonly from: number;
	readonly to: number;
	/** Instead of numbers: one name per whole number from 0. */
	readonly names?: readonly string[];
	/** Of powers of ten; both ends are above 0. */
	readonly log?: boolean;
};

export type PlotPoint = {
	readonly x: number;
	readonly y: number;
	/** Ends of a vertical interval. */
	readonly low?: number | null;
	readonly high?: number | null;
};

export type Series = {
	readonly name: string;
	readonly kind: 'line' | 'steps' | 'points' | 'bars';
	readonly points: readonly PlotPoint[];
	/** Of help to the eye, such as the diagonal: thin, dashed, not in the table; in the legend where it has a name. */
	readonly guide?: boolean;
};

/** What both the page (uPlot) and the report (SVG) draw; its table is what a screen reader gets. */
export type Plot = {
	readonly title: string;
	readonly x: Axis;
	readonly y: Axis;
	readonly series: readonly Series[];
	/** What its series are, in the language of the plot. */
	readonly each?: string;
};

/** The plot's numbers: a header and rows of cells. */
export type PlotTable = { readonly header: readonly string[]; readonly rows: readonly string[][] };

/** Colours that people with colour vision deficiencies tell apart (Okabe and Ito 2008), dark enough for white and black. */
export const COLOURS = [
	'#0072b2',
	'#d55e00',
	'#009e73',
	'#cc79a7',
	'#b58900',
	'#56b4e9',
	'#7f7f7f'
] as const;
/** After the last colour the same ones come again in another stroke. */
export const DASHES = ['', '6 3', '2 3'] as const;

const [WIDTH, HEIGHT] = [640, 400];
const [LEFT, RIGHT, TOP, FOOT] = [64, 16, 36, 56];
const LEGEND_LINE = 18;
const LEGEND_COLUMNS = 2;

/**
 * The plot as an SVG document that stands alone, 640 units wide. Text and axes take the colour of their surroundings.
 * Points outside the axes are drawn at their edge.
 */
export function plotSvg(plot: Plot): string {
	const { title, x, y, series } = plot;
	const shown = series.filter(({ guide, name }) => !guide || name);
	const legend = shown.length > 1 ? Math.ceil(shown.length / LEGEND_COLUMNS) * LEGEND_LINE + 8 : 0;
	const height = HEIGHT + legend;
	const atX = scale(x, LEFT, WIDTH - RIGHT);
	const atY = scale(y, HEIGHT - FOOT, TOP);
	let colour = 0;
	const colours = new Map(series.map((one) => [one, one.guide ? -1 : colour++]));
	const drawn = series.map((one) => draw(one, colours.get(one) ?? -1, atX, atY));
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="12" fill="currentColor">`,
		`<title>${escape(title)}</title>`,
		`<text x="${LEFT}" y="20" font-size="14" font-weight="600">${escape(title)}</text>`,
		...ticks(x).map(({ at, name }) => xTick(atX(at), name)),
		...ticks(y).map(({ at, name }) => yTick(atY(at), name)),
		`<path d="M${LEFT} ${TOP}V${HEIGHT - FOOT}H${WIDTH - RIGHT}" fill="none" stroke="currentColor"/>`,
		`<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 14}" text-anchor="middle">${escape(x.label)}</text>`,
		`<text transform="translate(16 ${(TOP + HEIGHT - FOOT) / 2}) rotate(-90)" text-anchor="middle">${escape(y.label)}</text>`,
		...drawn,
		...(legend > 0 ? shown.map((one, at) => key(one.name, at, colours.get(one) ?? -1)) : []),
		'</svg>'
	].join('\n');
}

/**
 * The numbers of the plot: a row per x, a column per series, and its intervals where it has them. Series that do not share
 * their x stand below one another instead, named in the first column.
 */
export function plotTable({ x, y, series, each = 'series' }: Plot): PlotTable {
	const shown = series.filter(({ guide }) => !guide);
	const name = (value: number) => x.names?.[value] ?? number(value);
	const places = [...new Set(shown.flatMap(({ points }) => points.map((point) => point.x)))];
	const steep = shown.some(
		({ points }) => new Set(points.map((point) => point.x)).size < points.length
	);
	const longest = Math.max(0, ...shown.map(({ points }) => points.length));
	if (steep || places.length > 2 * longest) {
		const rows = shown.flatMap((one) =>
			one.points.map((point) => [one.name, name(point.x), number(point.y)])
		);
		return { header: [each, x.label, y.label], rows };
	}
	const columns = shown.map((one) => {
		const title = one.name || y.label;
		const hasInterval = one.points.some(({ low }) => typeof low === 'number');
		const at = new Map(one.points.map((point) => [point.x, point]));
		return { titles: hasInterval ? [title, `${title}, low`, `${title}, high`] : [title], at };
	});
	const rows = places
		.sort((a, b) => a - b)
		.map((place) => [
			name(place),
			...columns.flatMap(({ titles, at }) => {
				const point = at.get(place);
				const cells = [number(point?.y), number(point?.low), number(point?.high)];
				return cells.slice(0, titles.length);
			})
		]);
	return { header: [x.label, ...columns.flatMap(({ titles }) => titles)], rows };
}

/** The table as CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets a quote before it. */
export function plotCsv(plot: Plot): string {
	const { header, rows } = plotTable(plot);
	return [header, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/** One cell of CSV. */
export function csvCell(cell: string): string {
	const inert = /^[=+\-@\t]/.test(cell) && Number.isNaN(Number(cell)) ? `'${cell}` : cell;
	return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** A number with four significant digits; nothing for none. */
export function number(value: number | null | undefined): string {
	if (value === null || value === undefined || Number.isNaN(value)) return '';
	return String(Number(value.toPrecision(4)));
}

type Place = (value: number) => number;

function scale({ from, to, log }: Axis, start: number, end: number): Place {
	const on = (value: number) => (log ? Math.log10(Math.max(value, from)) : value);
	const [low, high] = [on(from), on(to)];
	return (value) => {
		const share = high === low ? 0 : (on(value) - low) / (high - low);
		return round(start + Math.min(1, Math.max(0, share)) * (end - start));
	};
}

/** At most about eight places along the axis, at 1, 2 or 5 times a power of ten. */
export function ticks({
	from,
	to,
	names,
	log
}: Axis): { readonly at: number; readonly name: string }[] {
	if (names) return names.map((name, at) => ({ at, name }));
	if (log) {
		const places: number[] = [];
		for (let power = Math.ceil(Math.log10(from) - 1e-9); 10 ** power <= to * 1.000001; power++)
			places.push(10 ** power);
		return places.map((at) => ({ at, name: number(at) }));
	}
	const rough = (to - from) / 6;
	if (!(rough > 0)) return [{ at: from, name: number(from) }];
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough) ?? rough;
	const count = Math.floor((to - from) / step + 1e-9);
	const first = Math.ceil(from / step - 1e-9) * step;
	return Array.from({ length: count + 1 }, (_, at) => first + at * step)
		.filter((at) => at <= to + 1e-9)
		.map((at) => ({ at, name: number(Math.abs(at) < 1e-12 ? 0 : at) }));
}

function xTick(at: number, name: string): string {
	const y = HEIGHT - FOOT;
	const short = name.length > 14 ? `${name.slice(0, 13)}…` : name;
	return `<path d="M${at} ${y}v5" stroke="currentColor"/><text x="${at}" y="${y + 18}" text-anchor="middle">${escape(short)}</text>`;
}

function yTick(at: number, name: string): string {
	return `<path d="M${LEFT} ${at}H${WIDTH - RIGHT}" stroke="currentColor" stroke-opacity="0.15"/><text x="${LEFT - 6}" y="${at + 4}" text-anchor="end">${escape(name)}</text>`;
}

function key(name: string, at: number, colour: number): string {
	const x = LEFT + (at % LEGEND_COLUMNS) * ((WIDTH - LEFT) / LEGEND_COLUMNS);
	const y = HEIGHT + Math.floor(at / LEGEND_COLUMNS) * LEGEND_LINE + 8;
	return `<path d="M${x} ${y}h20" ${stroke(colour)}/><text x="${x + 26}" y="${y + 4}">${escape(name)}</text>`;
}

function stroke(at: number): string {
	if (at < 0) return 'stroke="currentColor" stroke-opacity="0.5" stroke-dasharray="4 4"';
	const dash = DASHES[Math.floor(at / COLOURS.length) % DASHES.length] ?? '';
	const colour = COLOURS[at % COLOURS.length] ?? COLOURS[0];
	return `stroke="${colour}" stroke-width="2"${dash ? ` stroke-dasharray="${dash}"` : ''}`;
}

function draw({ kind, points }: Series, at: number, atX: Place, atY: Place): string {
	const colour = COLOURS[Math.max(0, at) % COLOURS.length] ?? COLOURS[0];
	const finite = points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
	const whiskers = finite.map(({ x, low, high }) =>
		typeof low === 'number' && typeof high === 'number'
			? `<path d="M${atX(x)} ${atY(low)}V${atY(high)}" stroke="${colour}"/>`
			: ''
	);
	if (kind === 'points')
		return [
			...whiskers,
			...finite.map(({ x, y }) => `<circle cx="${atX(x)}" cy="${atY(y)}" r="4" fill="${colour}"/>`)
		].join('');
	if (kind === 'bars')
		return [
			...finite.map(({ x, y }) => {
				const top = atY(y);
				const tall = round(HEIGHT - FOOT - top);
				return `<rect x="${round(atX(x) - 10)}" y="${top}" width="20" height="${tall}" fill="${colour}"/>`;
			}),
			...whiskers
		].join('');
	const path = finite.map(({ x, y }, index) => {
		if (index === 0) return `M${atX(x)} ${atY(y)}`;
		return kind === 'steps' ? `H${atX(x)}V${atY(y)}` : `L${atX(x)} ${atY(y)}`;
	});
	return `<path d="${path.join('')}" fill="none" ${stroke(at)}/>${whiskers.join('')}`;
}

/** A tenth of a unit is enough for the eye, and keeps files small. */
function round(value: number): number {
	return Math.round(value * 10) / 10;
}
