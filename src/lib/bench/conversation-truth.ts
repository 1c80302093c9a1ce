import type { Fault } from './fault';
import type { Row } from './shape';

type Known = Pick<Row, 'truth' | 'targets'>;

/**
 * What rows that each repeat the label of their conversation say of it together: what holds in one of them holds, what one of
 * them knows is known. `none` holds only where nothing else does.
 */
export function together(rows: readonly Row[]): Known {
	const truth = anyOf(rows.map((row) => row.truth));
	const others = Object.entries(truth).some(([label, holds]) => label !== 'none' && holds);
	const targets = anyOf(rows.map((row) => row.targets ?? {}));
	return {
		truth: truth.none && others ? { ...truth, none: false } : truth,
		...(Object.keys(targets).length > 0 && { targets })
	};
}

/** Conversations of which one row says that a label or target holds, and another that it does not. */
export function mixedConversations(rows: readonly Row[]): readonly Fault[] {
	const turns = new Map<string, Row[]>();
	for (const row of rows) {
		if (row.conversation === undefined) continue;
		const before = turns.get(row.conversation);
		if (before) before.push(row);
		else turns.set(row.conversation, [row]);
	}
	const count = [...turns.values()].filter(differ).length;
	if (count === 0) return [];
	const who = count === 1 ? '1 conversation has' : `${count} conversations have`;
	const sentence = `${who} rows with different labels, though labels belong to conversations: what holds in one of its rows counts for a conversation. If labels belong to rows, leave out "labelsOf".`;
	return [{ code: 'rows/conversation', count, sentence }];
}

function differ(rows: readonly Row[]): boolean {
	return [rows.map(({ truth }) => truth), rows.map(({ targets = {} }) => targets)].some((all) => {
		const held = anyOf<string>(all);
		return all.some((one) => Object.entries(one).some(([name, holds]) => holds !== held[name]));
	});
}

function anyOf<Name extends string>(
	all: readonly Readonly<Partial<Record<Name, boolean>>>[]
): Record<Name, boolean> {
	const found: Partial<Record<Name, boolean>> = {};
	for (const one of all)
		for (const name of Object.keys(one) as Name[]) found[name] = found[name] || one[name];
	return found as Record<Name, boolean>;
}
