import type { Destination } from './link';

/**
 * What stands inside a line. Everything is text, never HTML. A link without `to` leads where nobody should be sent.
 */
export type Inline =
	| { kind: 'text'; text: string }
	| { kind: 'code'; text: string }
	| { kind: 'strong' | 'em' | 'del'; children: Inline[] }
	| { kind: 'link'; to?: Destination; children: Inline[] }
	| { kind: 'image'; alt: string; from?: Destination }
	| { kind: 'reference'; label: string; image: boolean; rest: string; children: Inline[] }
	| { kind: 'break' };

/** What stands on lines of its own. `line` is a paragraph of a tight list. */
export type Outline =
	| { kind: 'paragraph' | 'line'; children: Inline[] }
	| { kind: 'heading'; depth: number; children: Inline[] }
	| { kind: 'quote'; children: Outline[] }
	| { kind: 'list'; start?: number; items: Item[] }
	| { kind: 'code'; text: string; language: string; closed: boolean }
	| { kind: 'table'; aligns: Align[]; head: Inline[][]; rows: Inline[][][] }
	| { kind: 'rule' };

/** `done` is there for an item of a task list only. */
export type Item = { done?: boolean; children: Outline[] };

export type Align = 'left' | 'center' | 'right' | undefined;

/** What every part of an answer needs to know. `links` may grow while the answer does. */
export type Page = { links: Links; remoteImages: boolean };

/** Definitions of reference links, by label; the first of a label counts. */
export type Links = ReadonlyMap<string, string>;

/** What a reader sees of inline nodes, without the form: for descriptions and for judging a link. */
export function plain(nodes: Inline[]): string {
	return nodes.map(seen).join('');
}

function seen(node: Inline): string {
	switch (node.kind) {
		case 'text':
		case 'code':
			return node.text;
		case 'strong':
		case 'em':
		case 'del':
		case 'link':
		case 'reference':
			return plain(node.children);
		case 'image':
			return node.alt;
		case 'break':
			return ' ';
		default:
			return node satisfies never;
	}
}
