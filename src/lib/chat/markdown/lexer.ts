import { Lexer, Tokenizer, type MarkedToken, type Tokens } from 'marked';

/** Quotes and lists inside each other; deeper ones are text. Marked's cost doubles with some levels. */
const DEEPEST_BLOCK = 10;

/** Emphasis and links inside each other. Without a bound, `*a *a …` ends in a stack overflow. */
const DEEPEST_INLINE = 12;

/** Longest run of text searched for emphasis and links at once, in UTF-16 units: that search is quadratic. */
const LONGEST_RUN = 4000;

/** A two-character row is padded to the width of its table, so a small text could ask for millions of cells. */
const MOST_COLUMNS = 64;
const MOST_CELLS = 8000;

/** Where a top-level piece of the source begins. */
export type Piece = { start: number; token: MarkedToken };

/** A reference link, whether its definition is known or not: that is asked when it is shown. */
export type Reference = (Tokens.Link | Tokens.Image) & { label: string };

/** All tokens of a source of bounded length. What the parser fails on is one paragraph of plain text. */
export function lex(source: string): MarkedToken[] {
	try {
		return create().lex(source) as MarkedToken[];
	} catch {
		return [asText(source)];
	}
}

/** The top-level pieces of a source, without looking into their lines. */
export function outline(source: string): Piece[] {
	const tokens = blocks(source);
	const pieces: Piece[] = [];
	let start = 0;
	for (const token of tokens) {
		// A blank at the end comes back as a line end, so only what is before it can be compared.
		if (!source.startsWith(token.raw.trimEnd(), start))
			return [{ start: 0, token: asText(source) }];
		if (token.type !== 'space') pieces.push({ start, token });
		start += token.raw.length;
	}
	return pieces;
}

function blocks(source: string): MarkedToken[] {
	const lexer = create();
	try {
		return lexer.blockTokens(source, lexer.tokens) as MarkedToken[];
	} catch {
		return [asText(source)];
	}
}

function create(): Lexer {
	return new BoundedLexer({ gfm: true, breaks: true, tokenizer: new BoundedTokenizer() });
}

function asText(source: string): Tokens.Paragraph {
	const tokens: Tokens.Text[] = [{ type: 'text', raw: source, text: source }];
	return { type: 'paragraph', raw: source, text: source, tokens };
}

type Found = ReturnType<Lexer['inlineTokens']>;

class BoundedLexer extends Lexer {
	#depth = 0;

	override inlineTokens(source: string, tokens: Found = []): Found {
		if (this.#depth >= DEEPEST_INLINE) {
			tokens.push({ type: 'text', raw: source, text: source });
			return tokens;
		}
		this.#depth += 1;
		try {
			for (const run of runs(source)) super.inlineTokens(run, tokens);
		} finally {
			this.#depth -= 1;
		}
		return tokens;
	}
}

/** Cuts at a space where there is one, never inside a surrogate pair. */
function* runs(source: string): Generator<string> {
	let from = 0;
	while (source.length - from > LONGEST_RUN) {
		const space = source.lastIndexOf(' ', from + LONGEST_RUN);
		const to = space > from ? space : whole(source, from + LONGEST_RUN);
		yield source.slice(from, to);
		from = to;
	}
	if (from < source.length) yield source.slice(from);
}

/** The nearest index, at or before this one, that does not split a surrogate pair. */
export function whole(source: string, index: number): number {
	const before = source.charCodeAt(index - 1);
	return before >= 0xd800 && before <= 0xdbff ? index - 1 : index;
}

class BoundedTokenizer extends Tokenizer {
	#depth = 0;

	/** Raw HTML is no block of its own: its text is shown, and the Markdown in it still counts. */
	override html(): undefined {}

	override blockquote(source: string) {
		return this.#inside(() => super.blockquote(source));
	}

	override list(source: string) {
		return this.#inside(() => super.list(source));
	}

	/** Marked lets the title of a definition run over blank lines, so it could swallow the rest of an answer. */
	override def(source: string) {
		if (!/^ {0,3}\[/.test(source)) return undefined;
		const blank = source.search(/\n[ \t]*\n/);
		return super.def(blank < 0 ? source : source.slice(0, blank + 1));
	}

	override table(source: string) {
		const rows = this.rules.block.table.exec(source);
		const columns = rows?.[2]?.split('|').length ?? 0;
		const cells = columns * (rows?.[3]?.split('\n').length ?? 0);
		return columns <= MOST_COLUMNS && cells <= MOST_CELLS ? super.table(source) : undefined;
	}

	override reflink(source: string, links: Parameters<Tokenizer['reflink']>[1]) {
		if (this.lexer.state.inLink) return super.reflink(source, links);
		let label = '';
		const any = new Proxy(links, {
			get(_links, asked) {
				label = String(asked);
				return { href: '', title: null };
			}
		});
		const token = super.reflink(source, any);
		return token?.type === 'link' || token?.type === 'image' ? { ...token, label } : token;
	}

	#inside<Token>(read: () => Token): Token | undefined {
		if (this.#depth >= DEEPEST_BLOCK) return undefined;
		this.#depth += 1;
		try {
			return read();
		} finally {
			this.#depth -= 1;
		}
	}
}
