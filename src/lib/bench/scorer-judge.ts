import { LABELS } from '$lib/intent/labels';
import { fill } from '$lib/intent/reading';
import { sha256 } from '$lib/screening/hash';
import { wellFormed } from '$lib/screening/views';
import { measured } from './engine';
import { JudgeDoor, type JudgeAddress } from './judge-door';
import { contentOf, PROMPT, readScores } from './judge-prompt';
import { Refusal, RowFailed } from './refusal';
import type { Scorer } from './scorer';

export type JudgeOptions = JudgeAddress & {
	/** That a person has agreed that every text of the data is sent to this address. */
	readonly agreed: boolean;
	/** Texts that may be under way at once. */
	readonly parallel?: number;
};

/** An answer that is no object of scores is asked for again, once. */
const TRIES = 2;

/**
 * A language model behind an OpenAI-compatible endpoint that gives each text a probability per label. Refuses without the
 * agreement that texts leave the device. It is asked once for an everyday sentence before the first row.
 */
export async function openJudge(options: JudgeOptions): Promise<Scorer> {
	if (!options.agreed)
		throw new Refusal(
			'A judge reads the texts on another machine: agree first that they may be sent there.'
		);
	const door = new JudgeDoor(options);
	const title = `${options.model} (judge)`;
	const { opened: parallel, coldStartMs } = await measured(undefined, () => first(door, options));
	return {
		name: title,
		labels: LABELS,
		thresholds: fill(() => 0.5),
		parallel,
		info: {
			kind: 'judge',
			name: title,
			version: null,
			hash: await sha256(JSON.stringify([door.url, options.model, PROMPT])),
			bytes: null,
			backend: null,
			threads: null,
			runtime: `OpenAI-compatible endpoint at ${door.host}`,
			coldStartMs,
			memoryBytes: null,
			map: null
		},
		async score(text) {
			const start = performance.now();
			const scores = await judge(door, text);
			return { scores, milliseconds: performance.now() - start };
		},
		cancel: () => door.close(),
		close: async () => door.close()
	};
}

async function first(door: JudgeDoor, { parallel = 4, model }: JudgeOptions): Promise<number> {
	try {
		await judge(door, 'Good morning! What is the weather like?');
		return parallel;
	} catch (error) {
		door.close();
		if (error instanceof Refusal) throw error;
		throw new Refusal(
			error instanceof RowFailed
				? `${model} at ${door.host} does not answer in the JSON that was asked for: choose another model.`
				: `The judge at ${door.host} cannot be reached: check the address, and that it allows this page to ask.`
		);
	}
}

async function judge(door: JudgeDoor, text: string) {
	const message = JSON.stringify({ message: wellFormed(text) });
	for (let tried = 0; tried < TRIES; tried++) {
		const scores = readScores(contentOf(await door.ask(PROMPT, message)) ?? '');
		if (scores) return scores;
	}
	throw new RowFailed('The judge gave some rows no scores in the JSON that was asked for.');
}
