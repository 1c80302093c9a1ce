import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer } from './answer';
import { parseLine } from './line';
import { openModel } from './open';

/** Answers lines, perhaps several at a time. */
export interface Crew {
	/** A sentence about the model where it could not be used. */
	readonly warning: string | undefined;
	answer(line: string): Promise<Answer>;
	close(): void;
}

/** What a job says to the one that started it. */
export type JobMessage =
	| { readonly kind: 'ready'; readonly warning: string | undefined }
	| { readonly kind: 'answer'; readonly answer: Answer };

/** One job answers here; more are processes of their own, each with its own copy of the model. */
export async function openCrew(jobs: number, model: string): Promise<Crew> {
	if (jobs === 1) {
		const { answer, warning } = await openModel(model);
		return { answer, warning, close: () => undefined };
	}
	const hands = await Promise.all(Array.from({ length: jobs }, () => Hand.open(model)));
	const idle = [...hands];
	const waiting: ((hand: Hand) => void)[] = [];
	return {
		warning: hands.find((hand) => hand.warning)?.warning,
		async answer(line) {
			const hand = idle.pop() ?? (await new Promise<Hand>((take) => waiting.push(take)));
			try {
				return await hand.answer(line);
			} finally {
				const next = waiting.shift();
				if (next) next(hand);
				else idle.push(hand);
			}
		},
		close: () => hands.forEach((hand) => hand.close())
	};
}

/** One process; started again when it dies, so that one line takes no other with it. */
class Hand {
	warning: string | undefined;
	#process: ChildProcess | undefined;

	private constructor(private readonly model: string) {}

	static async open(model: string): Promise<Hand> {
		const hand = new Hand(model);
		await hand.#start();
		return hand;
	}

	async answer(line: string): Promise<Answer> {
		if (!this.#process) await this.#start();
		const said = await this.#hear((process) => process.send(line));
		if (said?.kind === 'answer') return said.answer;
		const error = 'The process that screened this line ended.';
		return { json: JSON.stringify({ id: parseLine(line).id, error }), bad: true };
	}

	close() {
		this.#process?.kill();
	}

	async #start() {
		const file = fileURLToPath(new URL('./job.ts', import.meta.url));
		this.#process = fork(file, [this.model], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
		const said = await this.#hear();
		if (said?.kind !== 'ready') throw new Error('A screening process did not start.');
		this.warning = said.warning;
	}

	/** The next message of the process, or undefined where it ends before. */
	#hear(ask?: (process: ChildProcess) => void): Promise<JobMessage | undefined> {
		const process = this.#process;
		if (!process) return Promise.resolve(undefined);
		return new Promise((resolve) => {
			const done = (message?: JobMessage) => {
				process.off('message', done);
				process.off('exit', gone);
				resolve(message);
			};
			const gone = () => {
				this.#process = undefined;
				done();
			};
			process.on('message', done);
			process.on('exit', gone);
			ask?.(process);
		});
	}
}
