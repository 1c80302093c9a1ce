import { endOfFence, opensFence } from './fence';
import { lex, outline, type Piece } from './lexer';
import type { Links, Outline } from './node';
import { read } from './nodes';
import { repair } from './repair';
import { certain, forced, WINDOW } from './window';

/** One top-level piece of an answer. It stays the same object while the answer grows behind it. */
export type Block = {
	/** Index in the text, unique among the blocks of an answer. */
	start: number;
	nodes: Outline[];
	/** About how much work it is to show: nodes, plus one for every fifty characters. */
	weight: number;
	links: Links;
};

/** `more`: the text goes on beyond what the budget allowed to read. */
export type Reading = { blocks: Block[]; links: Links; more: boolean };

export type How = {
	/** The text is still growing, so what is open at its end gets closed for show. */
	streaming?: boolean;
	/** How much weight to show at once. */
	budget?: number;
};

/**
 * Reads one answer again and again while it grows. What lies before the last certain boundary is read once; the rest
 * is at most a window long. The result depends on the text alone, never on the pieces in which it came.
 */
export class Blocks {
	readonly #window: number;
	#text = '';
	#at = 0;
	#head = '';
	#done: Block[] = [];
	#weight = 0;
	#links: Links = new Map();
	/** How far an open fence has been searched for its end. */
	#searched = 0;

	/** @param window units lexed at once; tests make it small */
	constructor(window = WINDOW) {
		this.#window = window;
	}

	read(source: string, { streaming = false, budget = Infinity }: How = {}): Reading {
		const text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
		if (text.slice(0, this.#text.length) !== this.#text) this.#reset();
		while (this.#weight < budget && this.#advance(text));
		this.#text = text;
		if (this.#weight >= budget) return this.#within(budget, text);
		const tail = this.#tail(text, streaming);
		return {
			blocks: [...this.#done, ...tail],
			links: joined(this.#links, tail),
			more: false
		};
	}

	#reset() {
		this.#text = this.#head = '';
		this.#at = this.#weight = this.#searched = 0;
		this.#done = [];
		this.#links = new Map();
	}

	#within(budget: number, text: string): Reading {
		let over = 0;
		for (let weight = 0; weight < budget; over += 1) weight += this.#done[over]?.weight ?? Infinity;
		const more = over < this.#done.length || text.slice(this.#at).trim() !== '';
		return { blocks: this.#done.slice(0, over), links: this.#links, more };
	}

	/** Moves the boundary of what is certain; false when the rest may still change. */
	#advance(text: string): boolean {
		this.#skipBlank(text);
		if (this.#atFence(text)) {
			const end = endOfFence(text, this.#at, this.#searched);
			this.#searched = text.lastIndexOf('\n') + 1;
			if (end === undefined) return false;
			this.#accept([block(text.slice(this.#at, end), this.#at, false)], end, '');
			return true;
		}
		const source = this.#head + text.slice(this.#at, this.#at + this.#window);
		const full = this.#at + this.#window < text.length;
		const pieces = outline(source);
		const at = certain(source, pieces);
		if (at === 0 && !full) return false;
		const cut = at > 0 ? { at, head: '' } : forced(source, pieces);
		const end = this.#at + Math.max(0, cut.at - this.#head.length);
		const head = /^[ \t]*\n/.test(text.slice(end, this.#at + this.#window + 1)) ? '' : cut.head;
		const whole = pieces.filter(({ start }) => start < cut.at);
		this.#accept(this.#blocks(source.slice(0, cut.at), whole, false), end, head);
		return true;
	}

	/** Blank lines between blocks belong to none; skipping whole ones keeps a fence at the start of the rest. */
	#skipBlank(text: string) {
		const blank = /(?:[ \t]*\n)*/y;
		blank.lastIndex = this.#at;
		if (this.#head === '' && blank.test(text)) this.#at = blank.lastIndex;
	}

	#atFence(text: string): boolean {
		const line = text.indexOf('\n', this.#at) + 1;
		return (
			this.#head === '' && line <= this.#at + this.#window && opensFence(text.slice(this.#at, line))
		);
	}

	#accept(blocks: Block[], end: number, head: string) {
		this.#done.push(...blocks);
		for (const { weight } of blocks) this.#weight += weight;
		this.#links = joined(this.#links, blocks);
		this.#at = this.#searched = end;
		this.#head = head;
	}

	#tail(text: string, open: boolean): Block[] {
		if (this.#atFence(text)) return [block(text.slice(this.#at), this.#at, open)];
		const source = this.#head + text.slice(this.#at);
		const shown = open ? repair(source) : source;
		return this.#blocks(shown, outline(shown), open);
	}

	#blocks(source: string, pieces: Piece[], open: boolean): Block[] {
		return pieces.map(({ start }, index) =>
			block(
				source.slice(start, pieces[index + 1]?.start),
				this.#at + Math.max(0, start - this.#head.length),
				open
			)
		);
	}
}

function block(source: string, start: number, open: boolean): Block {
	const text = source.trimEnd();
	const { nodes, count, links } = read(lex(text), open);
	return { start, nodes, weight: count + Math.ceil(text.length / 50), links };
}

/** The same map as long as nothing is added, so that nothing is shown anew for it. */
function joined(links: Links, blocks: Block[]): Links {
	const found = blocks.flatMap((block) => [...block.links]).filter(([label]) => !links.has(label));
	if (found.length === 0) return links;
	const all = new Map(links);
	for (const [label, url] of found) if (!all.has(label)) all.set(label, url);
	return all;
}
