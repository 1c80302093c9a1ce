import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { knownHere } from '$lib/screening/known';
import { answerLine } from './answer';
import type { BenchArgs } from './args';
import { openData } from './data.node.ts';
import { loadDataset, type Dataset } from './dataset';
import { theseVersions, thisMachine } from './device.node.ts';
import { measure } from './measure';
import { isOurs, openersOf } from './models.node.ts';
import { openModel } from './open';
import { Refusal } from './refusal';
import { report } from './report';
import { buildResults, writeResults, type DataSetResult, type SuiteResult } from './results';
import { runBench } from './run';
import { readSuite, runSuite } from './run-suite';
import { writeScores } from './scores-file';
import { hashSources } from './sources.node.ts';
import { fileStore } from './store.node.ts';
import { suiteData } from './suite-data';
import { suiteSummary, summary } from './summary';
import { harmless, type Terminal } from './terminal.node.ts';

/**
 * Measures every data file and the suite, one after another; results are written after each, so that what is finished
 * stays. Gives the exit status: 0, or 1 where a model gave no or not all answers, or rows of the data were lost. Throws the signal's reason when stopped.
 */
export async function bench(
	args: BenchArgs,
	terminal: Terminal,
	signal: AbortSignal
): Promise<number> {
	// All is looked at before the first row is scored: a typing mistake should not cost a night.
	const files = [];
	for (const path of args.data) files.push(await openData(path, args.maps));
	const suiteFiles = args.suite === undefined ? [] : await readSuiteFiles(args.suite);
	const suite = args.suite === undefined ? undefined : await readSuite(suiteFiles);
	if (suite) files.push(suiteData(suiteFiles));
	if (suite) await refuseWithoutLevels(args);
	const openers = await openersOf(args);
	await mkdir(args.out, { recursive: true });
	const versions = await theseVersions();
	const code = hashSources(fileURLToPath(new URL('..', import.meta.url)));
	const store = fileStore(join(args.out, 'kept'));
	const datasets: DataSetResult[] = [];
	const suites: SuiteResult[] = [];
	const { seed, resamples, limit } = args;
	const write = () =>
		writeAll(
			args.out,
			buildResults({
				...{ created: new Date().toISOString(), seed, resamples, limit, versions },
				...{ device: thisMachine(), datasets, suites }
			})
		);
	let whole = true;
	for (const { name, blob, sidecar, guessed } of files) {
		if (guessed !== undefined) terminal.say(guessed);
		const onBytes = terminal.part(`${name}: reading`);
		const dataset = await loadDataset(blob, name, sidecar, { signal, onBytes });
		for (const { plain, sentence } of dataset.faults) if (plain) terminal.say(sentence);
		const options = { version: versions.app, code, seed, limit, resume: !args.fresh };
		const run = await runBench({
			...{ dataset, scorers: openers, options, store, signal },
			onProgress: (progress) => terminal.scoring(name, progress)
		});
		signal.throwIfAborted();
		if (run.models.every(({ scorer }) => scorer === undefined))
			throw new Refusal(run.models.flatMap(({ problems }) => problems).join(' '));
		whole &&=
			!isLossy(dataset) && run.models.every(({ complete, failed }) => complete && failed === 0);
		const onProgress = terminal.part(`${name}: computing figures`);
		const result = await measure(run, dataset, { seed, resamples, signal, onProgress });
		datasets.push(result);
		await write();
		const scores = `${dataset.hash.slice(0, 12)}-${dataset.mapHash.slice(0, 8)}.jsonl`;
		const place = join(args.out, 'scores', scores);
		if (args.withScores) await writeLines(place, writeScores(run, dataset, { seed, limit }));
		// Those of an earlier run are not of this result.
		else await rm(place, { force: true });
		process.stdout.write(harmless(`${summary(result)}\n`));
	}
	if (suite)
		for (const { name, answer } of await suiteModels(args)) {
			const onProgress = terminal.part(`suite: ${name}`);
			const result = await runSuite(suite, name, answer, { signal, onProgress });
			suites.push(result);
			await write();
			process.stdout.write(harmless(`${suiteSummary(result)}\n`));
		}
	terminal.say(`Written: ${join(args.out, 'results.json')} and ${join(args.out, 'report.html')}`);
	return whole ? 0 : 1;
}

async function readSuiteFiles(directory: string) {
	const names = await readdir(directory).catch(() => {
		throw new Refusal(`There is no folder ${directory} with a suite.`);
	});
	const files = names.filter((name) => name.endsWith('.jsonl')).sort();
	return Promise.all(
		files.map(async (name) => [name, await readFile(join(directory, name), 'utf8')] as const)
	);
}

/** The models that have levels: ours, and the phrase list where it was asked for. */
async function suiteModels(args: BenchArgs) {
	const found = [];
	for (const directory of args.models) {
		if (!(await isOurs(directory))) continue;
		const { answer, warning } = await openModel(directory);
		if (warning) throw new Refusal(warning);
		found.push({ name: basename(directory), answer });
	}
	if (args.lexicon) {
		const known = await knownHere();
		found.push({ name: 'lexicon', answer: (line: string) => answerLine(line, { known }) });
	}
	return found;
}

async function refuseWithoutLevels({ models, lexicon }: BenchArgs): Promise<void> {
	const ours = await Promise.all(models.map(isOurs));
	if (!lexicon && !ours.includes(true))
		throw new Refusal('The suite needs one of our models, or --baseline lexicon.');
}

/** Whether rows are missing that somebody may count on, unlike those that the map or a repetition leaves out. */
function isLossy({ counts, faults }: Dataset): boolean {
	const bad = Object.values(counts.bad).some((count) => count > 0);
	return bad || counts.unmapped > 0 || faults.some(({ code }) => code === 'file/large');
}

/** Both files, each put in its place when it is whole. */
async function writeAll(directory: string, results: Parameters<typeof report>[0]): Promise<void> {
	await mkdir(directory, { recursive: true });
	await replace(join(directory, 'results.json'), writeResults(results));
	await replace(join(directory, 'report.html'), report(results));
}

export async function replace(path: string, text: string): Promise<void> {
	await writeFile(`${path}.part`, text);
	await rename(`${path}.part`, path);
}

async function writeLines(path: string, lines: Iterable<string>): Promise<void> {
	await mkdir(join(path, '..'), { recursive: true });
	await pipeline(lines, createWriteStream(path));
}
