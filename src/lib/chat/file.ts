import * as v from 'valibot';
import type { Conversation, Message } from '$lib/device/archive';

const Time = v.pipe(v.number(), v.finite(), v.minValue(0));
const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

const Line = v.object({
	id: Id,
	parentId: v.nullable(Id),
	role: v.picklist(['user', 'assistant']),
	text: v.pipe(v.string(), v.maxLength(2_000_000)),
	createdAt: Time
});

const File = v.object({
	handrail: v.literal(1),
	conversations: v.array(
		v.object({
			id: Id,
			title: v.pipe(v.string(), v.maxLength(1000)),
			createdAt: Time,
			updatedAt: Time,
			leafId: v.nullable(Id),
			messages: v.array(Line)
		})
	)
});

/** Conversations as a file to keep: words and times, nothing that was made of them. */
export function toFile(
	conversations: readonly { row: Conversation; messages: readonly Message[] }[]
): string {
	const file: v.InferOutput<typeof File> = {
		handrail: 1,
		conversations: conversations.map(({ row, messages }) => ({
			id: row.id,
			title: row.title,
			createdAt: row.createdAt,
			updatedAt: row.updatedAt,
			leafId: row.leafId,
			messages: messages.map(({ id, parentId, role, text, createdAt }) => ({
				id,
				parentId,
				role,
				text,
				createdAt
			}))
		}))
	};
	return JSON.stringify(file, null, '\t');
}

/** What a file holds: rows with fresh ids, so that nothing on this device is overwritten; or that it is not ours. */
export type Import =
	| { readonly ok: true; readonly rows: Conversation[]; readonly messages: Message[] }
	| { readonly ok: false };

/** Reads an exported file. Anything that is not one gives `ok: false`, whole: no half imports. */
export function fromFile(text: string, freshId: () => string = () => crypto.randomUUID()): Import {
	const parsed = v.safeParse(File, json(text));
	if (!parsed.success) return { ok: false };
	const rows: Conversation[] = [];
	const messages: Message[] = [];
	for (const { messages: lines, ...row } of parsed.output.conversations) {
		const ids = new Map(lines.map((line) => [line.id, freshId()]));
		const fresh = (id: string | null) => (id === null ? null : (ids.get(id) ?? null));
		const conversationId = freshId();
		rows.push({
			...row,
			id: conversationId,
			leafId: fresh(row.leafId),
			dismissed: {},
			history: { selfHarm: 0, violence: 0, waited: 0, at: row.updatedAt }
		});
		for (const line of lines)
			messages.push({
				...line,
				id: ids.get(line.id) ?? freshId(),
				parentId: fresh(line.parentId),
				conversationId,
				state: line.role === 'user' ? 'sent' : 'done'
			});
	}
	return { ok: true, rows, messages };
}

function json(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
