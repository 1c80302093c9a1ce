import { fetchModel, openUsual, tokenizerOf } from './detectors';
import { median, refusal, type Times, type Trial } from './graphics';
import { FLOAT16 } from './manifest';
import type { Answer } from './protocol';
import type { Threads } from './runtime';
import type { Session } from './session';
import { openVariant, unableHere } from './variant';
import { graphicsHere } from './webgpu';

/** Tokens of the text that is timed, and how often it is read before and while it is. */
const TOKENS = 64;
const WARM_UP = 5;
const RUNS = 20;

/** In a worker of its own: whether the graphics processor gives what it should, and sooner than WASM. */
export async function tryVariant(threads: Threads): Promise<Answer> {
	const here = await graphicsHere();
	const unable = unableHere(here);
	if (unable) return tried({ outcome: unable, model: '' });
	const outcome = await fetchModel();
	if (outcome.kind === 'failed') return outcome;
	const { files } = outcome;
	const { golden, files: hashes } = files.manifest;
	const model = hashes[FLOAT16] ?? '';
	const tokenizer = tokenizerOf(files);
	const variant = await openVariant(files, tokenizer, here);
	if (variant.refused) return tried({ outcome: variant.refused, model });
	const usual = await openUsual(files, tokenizer, threads);
	if (!usual) return { kind: 'failed', why: 'disagrees' };
	const some = tokenizer.encode(golden.map(({ text }) => text).join(' '));
	const tokens = tokenizer.wrap(some.slice(0, TOKENS - 2));
	const times = await time({ wasm: usual.session, webgpu: variant.session }, tokens);
	return tried({ outcome: refusal({ ...variant.found, times }) ?? 'faster', model, times });
}

function tried(trial: Trial): Answer {
	return { kind: 'tried', trial };
}

async function time(
	{ wasm, webgpu }: { readonly wasm: Session; readonly webgpu: Session },
	tokens: readonly number[]
): Promise<Times> {
	return { wasm: await timed(wasm, tokens), webgpu: await timed(webgpu, tokens) };
}

/** One at a time: runs that overlap never end on WebGPU (on-device.md §5). */
async function timed(session: Session, tokens: readonly number[]): Promise<number> {
	const taken: number[] = [];
	for (let run = 0; run < WARM_UP + RUNS; run++) {
		const start = performance.now();
		await session.run(tokens);
		if (run >= WARM_UP) taken.push(performance.now() - start);
	}
	return median(taken);
}
