import { escape } from './escape';
import { plotSvg, plotTable, type Plot } from './plot-svg';

/** Table cells: a text, or a text that is a figure and stands to the right. */
export type Cell = string | { readonly figure: string; readonly bad?: boolean };

/** A table that scrolls by itself where it is wide. All texts are escaped. */
export function table(
	caption: string,
	header: readonly string[],
	rows: readonly (readonly Cell[])[]
): string {
	const head = header.map((name) => `<th scope="col">${escape(name)}</th>`).join('');
	const body = rows.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`);
	return `<div class="wide"><table><caption>${escape(caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table></div>`;
}

function cell(content: Cell, place: number): string {
	if (place === 0 && typeof content === 'string') return `<th scope="row">${escape(content)}</th>`;
	if (typeof content === 'string') return `<td>${escape(content)}</td>`;
	return `<td class="${content.bad ? 'figure bad' : 'figure'}">${escape(content.figure)}</td>`;
}

/** Cells that are figures. */
export function figures(...values: readonly string[]): Cell[] {
	return values.map((figure) => ({ figure }));
}

/** A plot with its numbers folded away behind it. */
export function figure(plot: Plot | undefined): string {
	if (!plot) return '';
	const { header, rows } = plotTable(plot);
	const cells = rows.map(([first = '', ...rest]) => [first, ...figures(...rest)]);
	return `<figure>${plotSvg(plot)}<details><summary>Numbers of “${escape(plot.title)}”</summary>${table(plot.title, header, cells)}</details></figure>`;
}

export function list(items: readonly string[]): string {
	if (items.length === 0) return '';
	return `<ul>${items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`;
}

export function fold(summary: string, content: string): string {
	return `<details><summary>${escape(summary)}</summary>${content}</details>`;
}

/** Allows nothing but the styles below, should a file's name or a label ever get past the escaping. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A whole page. `content` is HTML. */
export function page(title: string, content: string): string {
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;
}

const STYLE = `:root { color-scheme: light dark; --line: #8886; --quiet: #8882; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --bad: #ff8a80; } }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 70rem; margin: 0 auto; padding: 1rem; }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); }
h3 { margin-top: 2rem; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-size: 0.875rem; }
caption { text-align: start; font-weight: 600; padding-block: 0.25rem; }
th, td { padding: 0.25rem 0.6rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { background: var(--quiet); }
tbody th { font-weight: 400; min-width: 7rem; }
.figure { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.bad { color: var(--bad); font-weight: 600; }
figure { margin: 1rem 0; }
figure svg { max-width: 100%; height: auto; }
summary { cursor: pointer; padding-block: 0.25rem; }
@media print {
	main { max-width: none; padding: 0; }
	.wide { overflow: visible; }
	table { font-size: 7pt; }
	figure, tr { break-inside: avoid; }
	::details-content { content-visibility: visible; block-size: auto; }
}`;
