import { join } from 'node:path';
import { readArgs, USAGE, type BenchArgs } from './args';
import { compareFiles } from './bench-compare.node.ts';
import { bench } from './bench-run.node.ts';
import { diskFault } from './disk-fault.node.ts';
import { Refusal } from './refusal';
import { Terminal } from './terminal.node.ts';

/** A person has stopped it. */
class Stopped extends Error {}

/**
 * `npm run bench`: measures models on labelled data and on the behavioural suite, and compares results. Exit status 1 where a
 * model gave no or not all answers or rows of the data could not be read or have labels without a meaning, 2 where something cannot be used, 130 after Ctrl-C.
 */
process.exitCode = await main();

async function main(): Promise<number> {
	const terminal = new Terminal();
	let args: BenchArgs | undefined;
	try {
		const read = readArgs(process.argv.slice(2));
		if (read === 'help') {
			process.stdout.write(USAGE);
			return 0;
		}
		args = read;
		const stop = stopper(terminal);
		return args.compare
			? await compareFiles(args.compare, args, terminal, stop)
			: await bench(args, terminal, stop);
	} catch (error) {
		if (error instanceof Refusal) {
			terminal.say(error.message);
			return 2;
		}
		if (error instanceof Stopped) {
			terminal.say(
				`Stopped. What is finished is kept in ${join(args?.out ?? '', 'kept')}: the same command goes on from there.`
			);
			return 130;
		}
		const fault = diskFault(error);
		if (!fault) throw error;
		terminal.say(fault);
		return 2;
	}
}

/** The first Ctrl-C finishes the row under way and keeps what is done; the second ends at once. */
function stopper(terminal: Terminal): AbortSignal {
	const controller = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.on(signal, () => {
			if (controller.signal.aborted) process.exit(130);
			terminal.say('Stopping after the row under way; once more ends at once.');
			controller.abort(new Stopped());
		});
	return controller.signal;
}
