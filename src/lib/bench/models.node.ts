import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as v from 'valibot';
import { LABELS } from '$lib/intent/labels';
import type { BenchArgs } from './args';
import { openFile, readIfThere } from './data.node.ts';
import { nodeEngine } from './engine.node.ts';
import { directoryFolder } from './folder.node.ts';
import { sidecarName } from './map';
import { Refusal } from './refusal';
import type { LabelMap, Opener } from './scorer';
import { openScores } from './scorer-file';
import { openHandrail } from './scorer-handrail';
import { openHub } from './scorer-hub';
import { openJudge } from './scorer-judge';
import { openLexicon } from './scorer-lexicon';

const Map = v.record(v.string(), v.array(v.picklist(LABELS)));

/** The models that the command line names, in its order. Rejects with a Refusal where one cannot be there at all. */
export async function openersOf(args: BenchArgs): Promise<readonly Opener[]> {
	const engine = await nodeEngine(args.backend);
	const openers: Opener[] = [];
	for (const directory of args.models) {
		const folder = directoryFolder(directory);
		const name = basename(directory);
		if (await isOurs(directory)) {
			openers.push({ name, open: () => openHandrail(folder, engine) });
			if (args.alone)
				openers.push({
					name: `${name}, model alone`,
					open: () => openHandrail(folder, engine, { raw: true })
				});
			continue;
		}
		const map = await labelMap(directory, args.maps);
		openers.push({ name, open: () => openHub(folder, engine, { map }) });
	}
	if (args.lexicon) openers.push({ name: 'lexicon', open: openLexicon });
	for (const path of args.scores) {
		const file = await openFile(path);
		openers.push({ name: basename(path), open: () => openScores(file, basename(path)) });
	}
	const { judge } = args;
	if (judge)
		openers.push({
			name: `${judge.model} (judge)`,
			// Whoever types an address after --judge has read what it does.
			open: () => openJudge({ ...judge, key: process.env.HANDRAIL_JUDGE_KEY, agreed: true })
		});
	if (openers.length === 0) throw new Refusal('Name a model with --model, or a --baseline.');
	return openers;
}

/** Whether a folder holds a model of our own. Rejects with a Refusal where it is no folder. */
export async function isOurs(directory: string): Promise<boolean> {
	const found = await stat(directory).catch(() => undefined);
	if (!found?.isDirectory()) throw new Refusal(`There is no model's folder ${directory}.`);
	return stat(join(directory, 'handrail.json')).then(
		() => true,
		() => false
	);
}

/** What a model's labels stand for: `NAME.map.json` beside its folder or in `maps`, { its label: [ours] }. */
export async function labelMap(
	directory: string,
	maps: string | undefined
): Promise<LabelMap | undefined> {
	const name = sidecarName(basename(directory));
	for (const place of [join(dirname(directory), name), ...(maps ? [join(maps, name)] : [])]) {
		const text = await readIfThere(place);
		if (text === undefined) continue;
		const result = v.safeParse(v.pipe(v.string(), v.parseJson(), Map), text);
		if (result.success) return result.output;
		throw new Refusal(
			`${place} is no label map: it needs an object from each label of the model to a list of ours.`
		);
	}
	return undefined;
}
