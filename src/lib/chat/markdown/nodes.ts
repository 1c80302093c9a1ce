import type { MarkedToken, Token, Tokens } from 'marked';
import { decodeEntities } from './entities';
import { fenced } from './fence';
import type { Reference } from './lexer';
import { destination } from './link';
import { plain, type Align, type Inline, type Item, type Links, type Outline } from './node';

/** What tokens become: nodes to show, how many of them, and definitions found on the way. */
export type Read = { nodes: Outline[]; count: number; links: Links };

/** Turns Marked's tokens into nodes that hold text only. `open`: the source may still grow at its end. */
export function read(tokens: MarkedToken[], open: boolean): Read {
	const reader = new Reader(open);
	return { nodes: reader.outlines(tokens), count: reader.count, links: reader.links };
}

class Reader {
	count = 0;
	readonly links = new Map<string, string>();
	readonly #open: boolean;

	constructor(open: boolean) {
		this.#open = open;
	}

	outlines(tokens: Token[]): Outline[] {
		return (tokens as MarkedToken[]).flatMap((token) => this.#outline(token) ?? []);
	}

	#outline(token: MarkedToken): Outline | undefined {
		this.count += 1;
		switch (token.type) {
			case 'paragraph':
				return { kind: 'paragraph', children: this.#inlines(token.tokens) };
			case 'text':
				return { kind: 'line', children: this.#inlines(token.tokens ?? [token]) };
			case 'heading':
				return { kind: 'heading', depth: token.depth, children: this.#inlines(token.tokens) };
			case 'blockquote':
				return { kind: 'quote', children: this.outlines(token.tokens) };
			case 'list':
				return this.#list(token);
			case 'code':
				return this.#code(token);
			case 'table':
				return this.#table(token);
			case 'hr':
				return { kind: 'rule' };
			case 'def':
				if (!this.links.has(token.tag)) this.links.set(token.tag, decodeEntities(token.href));
				return undefined;
			case 'html':
				return { kind: 'paragraph', children: [{ kind: 'text', text: token.raw }] };
			default:
				return undefined;
		}
	}

	#list(token: Tokens.List): Outline {
		const items = token.items.map((item): Item => {
			this.count += 1;
			const children = this.outlines(item.tokens);
			return item.task ? { done: item.checked === true, children } : { children };
		});
		return token.ordered
			? { kind: 'list', start: token.start || 0, items }
			: { kind: 'list', items };
	}

	#code(token: Tokens.Code): Outline {
		const code = fenced(token.raw);
		if (token.codeBlockStyle === 'indented' || !code)
			return { kind: 'code', text: token.text.replace(/\n+$/, ''), language: '', closed: true };
		return { kind: 'code', ...code, closed: code.closed || !this.#open };
	}

	#table(token: Tokens.Table): Outline {
		const cells = (row: Tokens.TableCell[]) => row.map((cell) => this.#inlines(cell.tokens));
		this.count += token.header.length * (token.rows.length + 1);
		return {
			kind: 'table',
			aligns: token.align.map((align): Align => align ?? undefined),
			head: cells(token.header),
			rows: token.rows.map(cells)
		};
	}

	#inlines(tokens: Token[]): Inline[] {
		return (tokens as MarkedToken[]).flatMap((token) => this.#inline(token) ?? []);
	}

	#inline(token: MarkedToken): Inline | undefined {
		this.count += 1;
		switch (token.type) {
			case 'text':
				return { kind: 'text', text: decodeEntities(token.raw) };
			case 'escape':
				return { kind: 'text', text: token.text };
			case 'html':
				return { kind: 'text', text: token.raw };
			case 'codespan':
				return { kind: 'code', text: token.text };
			case 'strong':
			case 'em':
			case 'del':
				return { kind: token.type, children: this.#inlines(token.tokens) };
			case 'br':
				return { kind: 'break' };
			case 'link':
			case 'image':
				return 'label' in token ? this.#reference(token as Reference) : this.#link(token);
			default:
				return undefined;
		}
	}

	#link(token: Tokens.Link | Tokens.Image): Inline {
		const children = literal(token) ? text(token.text) : this.#inlines(token.tokens);
		const seen = plain(children);
		const url = literal(token) ? token.href : decodeEntities(token.href);
		const to = destination(url, seen);
		if (token.type === 'image') return { kind: 'image', alt: seen, from: to };
		return { kind: 'link', to, children };
	}

	/** `rest` is what follows the text in the source: `[1]` of `[text][1]`, shown when 1 is defined nowhere. */
	#reference(token: Reference): Inline {
		const rest = /\](\[(?:\\.|[^[\]\\])*\])$/.exec(token.raw)?.[1] ?? '';
		const image = token.type === 'image';
		const children = this.#inlines(token.tokens);
		return { kind: 'reference', label: token.label, image, rest, children };
	}
}

/** Character references mean themselves in an address that stands in the text. */
function literal(token: Tokens.Link | Tokens.Image): token is Tokens.Link {
	return token.type === 'link' && token.autolink === true;
}

function text(text: string): Inline[] {
	return [{ kind: 'text', text }];
}
