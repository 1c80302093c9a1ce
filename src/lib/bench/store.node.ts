import { createReadStream } from 'node:fs';
import { appendFile, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { readLines } from './lines';
import type { Done, Store } from './store';

const level = v.object({ selfHarm: v.number(), violence: v.number() });
const Line = v.object({
	id: v.string(),
	scored: v.object({
		scores: v.record(v.string(), v.number()),
		level: v.optional(level),
		routes: v.optional(v.array(v.string())),
		state: v.optional(v.picklist(['ok', 'unsure', 'unscreened'])),
		lang: v.optional(v.string()),
		tokens: v.optional(v.number()),
		milliseconds: v.number()
	})
});

/**
 * One JSON Lines file per data set and model in a folder, which is made when the first row comes. A line that a killed
 * process left half written is passed over, and the next row begins on a line of its own.
 */
export function fileStore(directory: string): Store {
	const path = (key: string) => join(directory, `${key.replace(/[^\w.-]/g, '_')}.jsonl`);
	const mended = new Set<string>();
	return {
		persistent: true,
		async load(key) {
			const rows: Done[] = [];
			try {
				for await (const line of readLines(createReadStream(path(key)))) {
					const row = parse(line);
					if (row) rows.push(row);
				}
			} catch (error) {
				if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
			}
			return rows;
		},
		async append(key, rows) {
			await mkdir(directory, { recursive: true });
			const start = mended.has(key) || (await endsWhole(path(key))) ? '' : '\n';
			await appendFile(path(key), start + rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
			mended.add(key);
		},
		remove: (key) => rm(path(key), { force: true }),
		clear: () => rm(directory, { recursive: true, force: true }),
		close: () => undefined
	};
}

/** Whether the next line can simply follow: the file is empty, absent, or ends in a line feed. */
async function endsWhole(path: string): Promise<boolean> {
	const file = await open(path, 'r').catch(() => undefined);
	if (!file) return true;
	try {
		const { size } = await file.stat();
		if (size === 0) return true;
		const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
		return buffer[0] === 10;
	} finally {
		await file.close();
	}
}

function parse(line: string): Done | undefined {
	try {
		const result = v.safeParse(Line, JSON.parse(line));
		return result.success ? result.output : undefined;
	} catch {
		return undefined;
	}
}
