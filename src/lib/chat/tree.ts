import type { Message } from '$lib/device/archive';

/**
 * A conversation is a tree: editing or asking again adds a sibling, so nothing that was written is ever lost.
 * Messages are looked up by id; the branch in view is the path from its newest message to the root.
 */
export type Tree = ReadonlyMap<string, Message>;

/** The branch that ends in `leafId`, oldest first. A missing parent ends the walk; a loop cannot hang it. */
export function branch(tree: Tree, leafId: string | null): Message[] {
	const path: Message[] = [];
	const seen = new Set<string>();
	for (let id = leafId; id !== null && !seen.has(id);) {
		const message = tree.get(id);
		if (!message) break;
		seen.add(id);
		path.push(message);
		id = message.parentId;
	}
	return path.reverse();
}

/** Messages that share a parent, in the order they were written: the versions of one turn. */
export function siblings(tree: Tree, message: Message): Message[] {
	return [...tree.values()]
		.filter((other) => other.parentId === message.parentId && other.role === message.role)
		.sort(byTime);
}

/** The newest message below (or at) `id`, following the newest child at each fork. */
export function newestLeaf(tree: Tree, id: string): string {
	const seen = new Set<string>();
	for (let at = id; ;) {
		seen.add(at);
		const next = [...tree.values()].filter((message) => message.parentId === at).sort(byTime);
		const newest = next.at(-1);
		if (!newest || seen.has(newest.id)) return at;
		at = newest.id;
	}
}

function byTime(a: Message, b: Message): number {
	return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}
