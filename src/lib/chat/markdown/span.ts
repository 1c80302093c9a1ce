import type { Emitter } from 'highlight.js';

/** The few colours code gets. Everything else is plain. */
export type Colour = 'word' | 'string' | 'number' | 'comment' | 'name' | 'gone' | 'new';

/** A run of code in one colour. */
export type Span = { text: string; colour?: Colour };

/** highlight.js scope, up to its first dot, to colour. A scope that is not here keeps the colour around it. */
const COLOURS: Record<string, Colour> = {
	keyword: 'word',
	literal: 'word',
	built_in: 'word',
	'selector-tag': 'word',
	tag: 'word',
	meta: 'word',
	section: 'word',
	string: 'string',
	regexp: 'string',
	char: 'string',
	symbol: 'string',
	link: 'string',
	number: 'number',
	variable: 'number',
	'template-variable': 'number',
	bullet: 'number',
	comment: 'comment',
	quote: 'comment',
	title: 'name',
	name: 'name',
	attr: 'name',
	attribute: 'name',
	type: 'name',
	'selector-class': 'name',
	'selector-id': 'name',
	deletion: 'gone',
	addition: 'new'
};

/** Takes highlight.js's events and keeps spans of text, so that no HTML is ever made of code. */
export class Spans implements Emitter {
	readonly spans: Span[] = [];
	readonly #scopes: (Colour | undefined)[] = [];

	addText(text: string) {
		this.#add(text, this.#scopes.at(-1));
	}

	startScope(name: string) {
		const known = COLOURS[name.split('.', 1)[0] ?? ''];
		this.#scopes.push(name === 'subst' ? undefined : (known ?? this.#scopes.at(-1)));
	}

	endScope() {
		this.#scopes.pop();
	}

	/** highlight.js 11 calls its own emitter's names for the same two things. */
	openNode(name: string) {
		this.startScope(name);
	}

	closeNode() {
		this.endScope();
	}

	__addSublanguage(inner: Emitter) {
		if (!(inner instanceof Spans)) return;
		for (const { text, colour } of inner.spans) this.#add(text, colour ?? this.#scopes.at(-1));
	}

	finalize() {
		this.#scopes.length = 0;
	}

	toHTML(): string {
		return '';
	}

	#add(text: string, colour: Colour | undefined) {
		const last = this.spans.at(-1);
		if (last && last.colour === colour) last.text += text;
		else if (text !== '') this.spans.push(colour ? { text, colour } : { text });
	}
}
