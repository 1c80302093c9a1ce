import { exp } from '$lib/intent/exp';
import type { Label } from '$lib/intent/labels';
import { wellFormed } from '$lib/screening/views';
import { measured, type Engine } from './engine';
import { ReadFolder, type Folder } from './folder';
import { mapScores, readConfig, settleMap } from './hub-config';
import { chooseFile, openHubSession } from './hub-session';
import { openHubTokenizer } from './hub-tokens';
import { Refusal } from './refusal';
import type { LabelMap, Scorer } from './scorer';

export type HubOptions = {
	/** What the model's labels stand for; without it, labels that have our names. */
	readonly map?: LabelMap;
	/** Path of the ONNX file, where the folder has several. */
	readonly file?: string;
	readonly name?: string;
	/** Probability from which a label counts as given. */
	readonly threshold?: number;
};

/**
 * Any text classifier in Hugging Face layout: config.json, tokenizer.json and one ONNX file. Long texts are cut at the end
 * as transformers does it. Rejects with a Refusal that says which file is missing or does not fit.
 */
export async function openHub(
	folder: Folder,
	engine: Engine,
	{ map, file, name, threshold = 0.5 }: HubOptions = {}
): Promise<Scorer> {
	const files = new ReadFolder(folder);
	const { opened, ...cost } = await measured(engine, () => open(files, engine, map, file));
	const { config, tokenizer, session, settled } = opened;
	const title = name ?? (folder.name.split(/[\\/]/).filter(Boolean).pop() || folder.name);
	const labels = [...new Set(Object.values(settled).flat())];
	const thresholds: Partial<Record<Label, number>> = Object.fromEntries(
		labels.map((label) => [label, threshold])
	);
	return {
		name: title,
		labels,
		thresholds,
		info: {
			kind: 'hub',
			name: title,
			version: null,
			hash: await files.hash(),
			bytes: files.bytes,
			backend: engine.backend,
			threads: engine.threads,
			runtime: engine.version,
			...cost,
			map: settled
		},
		async score(text) {
			const start = performance.now();
			const { ids, tokens } = tokenizer.encode(wellFormed(text));
			const logits = await session.run(ids);
			const scores = mapScores(probabilities(logits, config.activation), config, settled);
			return { scores, tokens, milliseconds: performance.now() - start };
		},
		close: () => session.close()
	};
}

async function open(
	folder: Folder,
	engine: Engine,
	map: LabelMap | undefined,
	file: string | undefined
) {
	const text = async (path: string) => {
		const bytes = await folder.read(path);
		return bytes && new TextDecoder().decode(bytes);
	};
	const described = await text('config.json');
	if (described === undefined)
		throw new Refusal(
			`${folder.name} has no config.json: choose the folder of a model in Hugging Face layout.`
		);
	const config = readConfig(described, folder.name);
	const settled = settleMap(config.labels, map, folder.name);
	const pieces = await text('tokenizer.json');
	if (pieces === undefined)
		throw new Refusal(
			`${folder.name} has no tokenizer.json: save it there with AutoTokenizer.from_pretrained(…).save_pretrained(…).`
		);
	const settings = await text('tokenizer_config.json');
	const tokenizer = openHubTokenizer(pieces, settings, config.positions, folder.name);
	const path = file ?? (await chooseFile(folder, engine));
	const session = await openHubSession(folder, path, engine, {
		labels: config.labels.length,
		firstPosition: config.firstPosition
	});
	await firstReading(folder.name, () => session.run(tokenizer.encode('Good morning').ids)).catch(
		async (error: unknown) => {
			await session.close();
			throw error;
		}
	);
	return { config, tokenizer, session, settled };
}

/** Warms the runtime up, and finds out whether tokenizer, graph and labels belong together. */
async function firstReading(folder: string, run: () => Promise<number[]>): Promise<void> {
	let logits: number[];
	try {
		logits = await run();
	} catch (error) {
		if (error instanceof Refusal) throw error;
		throw new Refusal(
			`The model in ${folder} fails on its first text: tokenizer.json and the ONNX file may not belong together.`
		);
	}
	if (!logits.every(Number.isFinite))
		throw new Refusal(
			`The model in ${folder} gives something that is not a number: try another export or backend.`
		);
}

/** Probabilities of raw logits; the largest is taken out before exponents, so that none overflows. */
export function probabilities(
	logits: readonly number[],
	activation: 'softmax' | 'sigmoid'
): number[] {
	if (!logits.every(Number.isFinite))
		throw new Error('the model gave something that is not a number');
	if (activation === 'sigmoid') return logits.map((logit) => 1 / (1 + exp(-logit)));
	const largest = Math.max(...logits);
	const parts = logits.map((logit) => exp(logit - largest));
	const sum = parts.reduce((total, part) => total + part, 0);
	return parts.map((part) => part / sum);
}
