import { once } from 'node:events';
import { parseArgs } from 'node:util';
import type { Answer } from './answer';
import { openCrew } from './crew';
import { readLines } from './lines';

/**
 * `npm run screen -- [--model DIR] [--jobs N]`: JSON Lines in, JSON Lines out, in the order of the input
 * (CONTRACTS.md, commands). Exit status 1 where a line was bad, 2 where the command was.
 */
const USAGE = 'Usage: npm run screen -- [--model DIR] [--jobs N] < in.jsonl > out.jsonl';

/** Lines taken ahead per job: enough that no job waits, few enough that memory does not grow with the input. */
const AHEAD = 8;

/** Milliseconds between two words about progress. */
const EVERY = 2000;

process.exitCode = await main();

async function main(): Promise<number> {
	const options = read();
	if (!options) {
		process.stderr.write(`${USAGE}\n`);
		return 2;
	}
	// The reader of the output has seen enough: no reason to complain.
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		process.exit(error.code === 'EPIPE' ? 0 : 1);
	});
	const crew = await openCrew(options.jobs, options.model);
	if (crew.warning) process.stderr.write(`${crew.warning}\n`);
	const bad = await screenAll(crew.answer, options.jobs * AHEAD);
	crew.close();
	return bad > 0 ? 1 : 0;
}

function read(): { model: string; jobs: number } | undefined {
	try {
		const { values } = parseArgs({
			options: {
				model: { type: 'string', default: 'models/intent' },
				jobs: { type: 'string', default: '1' }
			}
		});
		const jobs = Number(values.jobs);
		return Number.isInteger(jobs) && jobs >= 1 && jobs <= 64
			? { model: values.model, jobs }
			: undefined;
	} catch {
		return undefined;
	}
}

/** Returns how many lines were bad. */
async function screenAll(
	answer: (line: string) => Promise<Answer>,
	ahead: number
): Promise<number> {
	let [count, bad, said] = [0, 0, Date.now()];
	const start = said;
	const report = () => {
		const rate = count / Math.max(0.001, (Date.now() - start) / 1000);
		process.stderr.write(`${count} lines, ${rate.toFixed(0)} per second, ${bad} bad\n`);
		said = Date.now();
	};
	for await (const given of inOrder(readLines(process.stdin), answer, ahead)) {
		count++;
		if (given.bad) bad++;
		if (!process.stdout.write(`${given.json}\n`)) await once(process.stdout, 'drain');
		if (Date.now() - said >= EVERY) report();
	}
	report();
	return bad;
}

/**
 * Answers in the order of the lines, each as soon as it is there, with at most so many under way: a program that waits
 * for an answer before it writes the next line gets it.
 */
async function* inOrder(
	lines: AsyncIterator<string>,
	answer: (line: string) => Promise<Answer>,
	ahead: number
): AsyncGenerator<Answer> {
	const underWay: Promise<Answer>[] = [];
	let next: Promise<IteratorResult<string>> | undefined = lines.next();
	while (next !== undefined || underWay.length > 0) {
		const [oldest] = underWay;
		const line: IteratorResult<string> | undefined =
			next !== undefined && underWay.length < ahead
				? await Promise.race([next, oldest?.then(() => undefined) ?? next])
				: undefined;
		if (line) {
			if (!line.done) underWay.push(answer(line.value));
			next = line.done ? undefined : lines.next();
		} else if (oldest) {
			yield await oldest;
			underWay.shift();
		}
	}
}
