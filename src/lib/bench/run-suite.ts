import * as v from 'valibot';
import { sha256 } from '$lib/screening/hash';
import type { Answer } from './answer';
import { Refusal } from './refusal';
import type { SuiteResult } from './results';
import { Case, passes, passMark, textsOf, type Seen } from './suite';

/** The cases of one language. */
export type SuiteFile = { readonly lang: string; readonly cases: readonly Case[] };

export type Suite = { readonly hash: string; readonly files: readonly SuiteFile[] };

const level = v.object({ selfHarm: v.number(), violence: v.number() });
const One = v.object({ level, routes: v.array(v.string()) });
const Many = v.object({ turns: v.array(One) });

/**
 * Reads the files of a suite, given as name and text. Lines without a functionality are other held-out sentences and are
 * passed over. Rejects with a Refusal that names file and line, or says that there is no case at all.
 */
export async function readSuite(files: readonly (readonly [string, string])[]): Promise<Suite> {
	const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
	const read = sorted.map(([name, text]) => ({
		lang: name.replace(/\.jsonl$/, ''),
		cases: text.split('\n').flatMap((line, at) => readCase(line, `Line ${at + 1} of ${name}`))
	}));
	const found = read.filter(({ cases }) => cases.length > 0);
	if (found.length === 0)
		throw new Refusal(
			'The suite has no case: it needs files <language>.jsonl with lines that have a "functionality".'
		);
	const hashes = await Promise.all(sorted.map(([, text]) => sha256(text)));
	const lines = sorted.map(([name], at) => `${hashes[at]}  ${name}\n`);
	return { hash: await sha256(lines.join('')), files: found };
}

function readCase(line: string, place: string): readonly Case[] {
	if (line.trim() === '') return [];
	let json: unknown;
	try {
		json = JSON.parse(line);
	} catch {
		throw new Refusal(`${place} is not JSON.`);
	}
	if (typeof json !== 'object' || json === null || !('functionality' in json)) return [];
	const result = v.safeParse(Case, json);
	if (result.success) return [result.output];
	const [issue] = result.issues;
	throw new Refusal(`${place} is no case of the suite: see ${v.getDotPath(issue) ?? 'the line'}.`);
}

/** Asks about every text of every case, through the same door as `npm run screen`; turns with what came before them. */
export async function runSuite(
	suite: Suite,
	model: string,
	answer: (line: string) => Promise<Answer>,
	{
		signal,
		onProgress
	}: { signal?: AbortSignal; onProgress?: (done: number, of: number) => void } = {}
): Promise<SuiteResult> {
	const of = suite.files.reduce((sum, { cases }) => sum + cases.length, 0);
	let done = 0;
	const cells: SuiteResult['cells'] = [];
	for (const { lang, cases } of suite.files) {
		const found = new Map<string, { cases: number; mark: number; failing: string[] }>();
		for (const one of cases) {
			signal?.throwIfAborted();
			const cell = found.get(one.functionality) ?? { cases: 0, mark: 0, failing: [] };
			found.set(one.functionality, cell);
			cell.cases++;
			// Cases of one functionality may be of two types; the stricter mark counts.
			cell.mark = Math.max(cell.mark, passMark(one));
			if (!passes(one, await seen(one, answer))) cell.failing.push(one.id);
			onProgress?.(++done, of);
		}
		for (const [functionality, { cases: count, mark, failing }] of [...found].sort())
			cells.push({
				functionality,
				lang,
				cases: count,
				passed: count - failing.length,
				mark,
				failing
			});
	}
	return { model, hash: suite.hash, cells };
}

/** What was seen of each text; nothing where one could not be screened, so that the case fails. */
async function seen(
	one: Case,
	answer: (line: string) => Promise<Answer>
): Promise<readonly Seen[]> {
	const ask = async <Schema extends v.GenericSchema>(line: object, schema: Schema) => {
		const { json } = await answer(JSON.stringify({ id: one.id, ...line }));
		const result = v.safeParse(schema, JSON.parse(json));
		return result.success ? result.output : undefined;
	};
	if (one.turns) {
		const turns = one.turns.map((text) => ({ role: 'user', text }));
		return (await ask({ turns }, Many))?.turns ?? [];
	}
	const found: Seen[] = [];
	for (const text of textsOf(one)) {
		const said = await ask({ text }, One);
		if (!said) return [];
		found.push(said);
	}
	return found;
}
