import remend from 'remend';

/** Longest end of an answer that is repaired, in UTF-16 units: a sentence being written is shorter. */
const LONGEST = 2000;

/** Only what the finished text will also show as a form; `$` is literal and `<` too. */
const OPTIONS = { katex: false, htmlTags: false, comparisonOperators: false, singleTilde: false };

/** Closes what is open at the end of a growing text, so that `**wor` is not shown as two stars first. */
export function repair(tail: string): string {
	const from = lastStart(tail);
	if (tail.length - from > LONGEST || insideFence(tail)) return tail;
	return tail.slice(0, from) + remend(tail.slice(from), OPTIONS);
}

/** Index of the last blank line or list item: nothing inline reaches over it. */
function lastStart(tail: string): number {
	let from = 0;
	for (const start of tail.matchAll(/\n(?:[ \t]*(?=\n)|[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t])/g))
		from = start.index + 1;
	return from;
}

function insideFence(tail: string): boolean {
	return (
		(tail.match(/^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]+)*(?:```|~~~)/gm)?.length ?? 0) % 2 === 1
	);
}
