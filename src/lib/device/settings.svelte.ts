import * as v from 'valibot';

const Replies = v.variant('from', [
	v.object({ from: v.literal('built-in') }),
	v.object({ from: v.literal('server') }),
	v.object({ from: v.literal('own-machine'), url: v.string(), model: v.string() })
]);

/** A screening/graphics.ts Trial. One that this version does not understand counts as none. */
const Graphics = v.object({
	outcome: v.picklist([
		'faster',
		'no-webgpu',
		'no-float16',
		'differs',
		'slower',
		'changed',
		'failed'
	]),
	model: v.string(),
	times: v.optional(v.object({ wasm: v.number(), webgpu: v.number() }))
});

const Stored = v.object({
	/** ISO 3166-1 alpha-2; absent: guessed from the time zone and the browser, and shown as a guess. */
	country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
	age: v.optional(v.picklist(['under-18', 'adult'])),
	theme: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
	/** Where answers come from. Absent: the server's model if it has one, else the built-in responder. */
	replies: v.optional(Replies),
	/** Show the quick exit on every page, not only beside help. */
	exitEverywhere: v.optional(v.boolean(), false),
	/** Where the quick exit leads: a neutral place. */
	exitTo: v.optional(v.pipe(v.string(), v.url()), 'https://www.wikipedia.org/'),
	exitExplained: v.optional(v.boolean(), false),
	/** Enter sends; otherwise Enter is a new line and Ctrl+Enter sends. */
	enterSends: v.optional(v.boolean(), true),
	/** Lines this person found not to work; kept here, sent nowhere. */
	brokenLines: v.optional(v.array(v.string()), []),
	/** What came of trying the graphics processor; absent: it was not tried, or is not wanted any more. */
	graphics: v.fallback(v.optional(Graphics), undefined)
});

export type Replies = v.InferOutput<typeof Replies>;
export type Preferences = v.InferOutput<typeof Stored>;

const KEY = 'handrail-settings';

/**
 * What the person has chosen, in local storage because the first paint needs it. A value that cannot be read
 * falls back to the defaults; where nothing can be stored, choices last as long as the tab.
 */
class Settings {
	current = $state<Preferences>(v.parse(Stored, {}));

	/** Reads what is stored and follows changes made in other tabs. Call once, in the browser. */
	load() {
		this.current = read();
		addEventListener('storage', (event) => {
			if (event.key === KEY || event.key === null) this.current = read();
		});
	}

	/** Back to the defaults, here and in the store. */
	forget() {
		this.current = v.parse(Stored, {});
		try {
			localStorage.removeItem(KEY);
		} catch {
			// Nothing could be stored, so nothing is.
		}
	}

	/** Changes some choices and keeps them. */
	set(change: Partial<Preferences>) {
		this.current = { ...this.current, ...change };
		try {
			localStorage.setItem(KEY, JSON.stringify(this.current));
		} catch {
			// Storage is full or refused: the choice holds for this tab.
		}
	}
}

function read(): Preferences {
	try {
		const stored = v.safeParse(Stored, JSON.parse(localStorage.getItem(KEY) ?? '{}'));
		return stored.success ? stored.output : v.parse(Stored, {});
	} catch {
		return v.parse(Stored, {});
	}
}

export const settings = new Settings();
