import * as v from 'valibot';

/** Bounds of one question, in messages and in UTF-16 code units; the same as JavaScript's `length`. */
export const MOST_MESSAGES = 400;
export const MOST_CHARACTERS = 200_000;
/** Bytes of a request body: what the longest question takes in UTF-8, with room for JSON. */
export const MOST_BYTES = 1_048_576;

const TOO_LONG = 'too-long';

/** Body of POST /api/chat. */
export const ChatBody = v.pipe(
	v.object({
		messages: v.pipe(
			v.array(
				v.object({
					role: v.picklist(['system', 'user', 'assistant']),
					content: v.string()
				})
			),
			v.minLength(1),
			v.maxLength(MOST_MESSAGES, TOO_LONG)
		),
		directive: v.optional(
			v.pipe(
				v.string(),
				v.maxLength(MOST_CHARACTERS, TOO_LONG),
				v.description('What the model is told about the newest message, beside the message itself.')
			)
		)
	}),
	v.check(
		({ messages, directive = '' }) =>
			messages.reduce((sum, { content }) => sum + content.length, directive.length) <=
			MOST_CHARACTERS,
		TOO_LONG
	),
	v.description(
		`A conversation, oldest message first; at most ${MOST_CHARACTERS} characters in all. Nothing of it is kept.`
	)
);
export type ChatBody = v.InferOutput<typeof ChatBody>;

/** True when the only fault is that there is too much of it. */
export function isTooLong(issues: readonly v.BaseIssue<unknown>[]): boolean {
	return issues.every(({ message }) => message === TOO_LONG);
}

/** Data of each unnamed event that POST /api/chat streams. */
export const Piece = v.object({ text: v.string() });

/** Answer of GET /api/config. */
export const Config = v.object({
	model: v.object({
		configured: v.boolean(),
		name: v.optional(v.string()),
		host: v.optional(v.pipe(v.string(), v.description('Host of the endpoint; never its key.')))
	})
});
export type Config = v.InferOutput<typeof Config>;

/** RFC 9457 problem details. */
export const Problem = v.object({
	type: v.string(),
	title: v.string(),
	status: v.number(),
	errors: v.optional(v.array(v.object({ pointer: v.string(), expected: v.string() })))
});
