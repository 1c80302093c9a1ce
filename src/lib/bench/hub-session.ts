import type { InferenceSession } from 'onnxruntime-common';
import type { Engine } from './engine';
import type { Folder } from './folder';
import { Refusal } from './refusal';

export type HubSession = {
	/** Token ids in, one raw logit per label out. */
	run(ids: readonly number[]): Promise<number[]>;
	close(): Promise<void>;
};

type Input = 'input_ids' | 'attention_mask' | 'token_type_ids' | 'position_ids';
const INPUTS: readonly string[] = [
	'input_ids',
	'attention_mask',
	'token_type_ids',
	'position_ids'
] satisfies readonly Input[];

/** Exports in the order in which they are looked for. WebGPU gives wrong int8 results: there the whole ones come first. */
const QUANTIZED = ['model_quantized.onnx', 'model_int8.onnx', 'model_uint8.onnx'];
const WHOLE = ['model.onnx', 'model_fp16.onnx'];

/** Which ONNX file of a folder to take. Throws a Refusal where there is none, or several and none of the usual names. */
export async function chooseFile(folder: Folder, engine: Engine): Promise<string> {
	const files = (await folder.list()).filter((path) => path.endsWith('.onnx')).sort();
	const names = engine.backend === 'webgpu' ? WHOLE : [...QUANTIZED, ...WHOLE];
	const usual = names
		.flatMap((name) => [`onnx/${name}`, name])
		.find((name) => files.includes(name));
	const [only, ...others] = files;
	if (usual) return usual;
	if (!only)
		throw new Refusal(
			`${folder.name} has no .onnx file: export the model with optimum-cli export onnx --task text-classification.`
		);
	if (others.length > 0)
		throw new Refusal(
			`${folder.name} has several .onnx files and none is called model.onnx: name one of ${files.join(', ')}.`
		);
	return only;
}

/** Starts the model. Rejects with a Refusal where it cannot be read or is not a text classifier of so many labels. */
export async function openHubSession(
	folder: Folder,
	path: string,
	engine: Engine,
	shape: { readonly labels: number; readonly firstPosition: number }
): Promise<HubSession> {
	const where = `${folder.name}/${path}`;
	const session = await create(folder, path, engine);
	const unknown = session.inputNames.filter((name) => !INPUTS.includes(name));
	if (unknown.length > 0 || !session.inputNames.includes('input_ids')) {
		await session.release();
		throw new Refusal(
			unknown.length > 0
				? `${where} asks for "${unknown.join('", "')}", which no text classifier takes: export it with the task text-classification.`
				: `${where} takes no "input_ids": export it with the task text-classification.`
		);
	}
	const output = session.outputNames.includes('logits') ? 'logits' : (session.outputNames[0] ?? '');
	const narrow = new Set(
		session.inputMetadata.flatMap((input) =>
			input.isTensor && input.type === 'int32' ? [input.name] : []
		)
	);
	const { Tensor } = engine.runtime;
	return {
		async run(ids) {
			const dims = [1, ids.length];
			const feeds = Object.fromEntries(
				session.inputNames.map((name) => {
					const numbers = values(name as Input, ids, shape.firstPosition);
					return [
						name,
						narrow.has(name)
							? new Tensor('int32', Int32Array.from(numbers), dims)
							: new Tensor('int64', BigInt64Array.from(numbers, BigInt), dims)
					];
				})
			);
			const found = (await session.run(feeds))[output];
			const logits = found?.data;
			if (!(logits instanceof Float32Array))
				throw new Refusal(
					`${where} gives no float32 logits: export it again with float32 outputs.`
				);
			if (logits.length !== shape.labels)
				throw new Refusal(
					`${where} gives ${logits.length} numbers for a text, but config.json names ${shape.labels} labels: these files do not belong together.`
				);
			return Array.from(logits);
		},
		close: () => session.release()
	};
}

async function create(folder: Folder, path: string, engine: Engine): Promise<InferenceSession> {
	const model = await folder.read(path);
	if (!model) throw new Refusal(`${folder.name} has no ${path}.`);
	// Models above 2 GB, and some smaller ones, keep their weights beside the graph.
	const beside = `${path}_data`;
	const weights = await folder.read(beside);
	const name = beside.slice(beside.lastIndexOf('/') + 1);
	if (weights && engine.backend === 'node')
		throw new Refusal(
			`${folder.name}/${path} keeps its weights in ${name}, which the native runtime does not take here: choose the WASM backend.`
		);
	try {
		return await engine.runtime.InferenceSession.create(model, {
			executionProviders: engine.providers,
			...(weights && { externalData: [{ path: name, data: weights }] })
		});
	} catch {
		throw new Refusal(
			`${folder.name}/${path} cannot be started: it is no complete ONNX model, has parts that this runtime lacks, or does not fit into the memory.`
		);
	}
}

function values(name: Input, ids: readonly number[], firstPosition: number): readonly number[] {
	if (name === 'input_ids') return ids;
	if (name === 'position_ids') return ids.map((_, index) => firstPosition + index);
	return ids.map(() => (name === 'attention_mask' ? 1 : 0));
}
