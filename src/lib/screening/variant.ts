import { Classifier } from './classifier';
import { refusal, type Found, type Refusal } from './graphics';
import { asFloat16, FLOAT16, WEIGHTS } from './manifest';
import type { ModelFiles } from './model';
import type { Session } from './session';
import type { Tokenizer } from './tokenizer';
import { openWebgpu } from './webgpu';

export type Variant =
	| {
			readonly refused?: undefined;
			readonly classifier: Classifier;
			readonly session: Session;
			readonly found: Found;
	  }
	| { readonly refused: Refusal };

/** The float16 variant on the graphics processor, proved by its golden sentences; or why not. */
export async function openVariant(
	files: ModelFiles,
	tokenizer: Tokenizer,
	here: { readonly webgpu: boolean; readonly float16: boolean }
): Promise<Variant> {
	const unable = unableHere(here);
	if (unable) return { refused: unable };
	const manifest = asFloat16(files.manifest);
	if (!manifest) return { refused: 'failed' };
	try {
		const session = await openWebgpu(await files.more(FLOAT16), files.read(WEIGHTS));
		const classifier = new Classifier(session, tokenizer, manifest);
		const difference = await classifier.check();
		const found = { ...here, difference, tolerance: manifest.goldenTolerance };
		const refused = refusal(found);
		return refused ? { refused } : { classifier, session, found };
	} catch {
		// No network for the runtime, no memory, no driver that works: whichever it is, WASM reads.
		return { refused: 'failed' };
	}
}

/** Why the graphics processor cannot read, as far as it is known before anything is fetched. */
export function unableHere(here: {
	readonly webgpu: boolean;
	readonly float16: boolean;
}): Refusal | undefined {
	return refusal({ ...here, difference: 0, tolerance: 0 });
}
