import { knownHere } from '$lib/screening/known';
import { openDirectory } from '$lib/screening/node';
import { answerLine, type Answer } from './answer';

/** Opens a model's folder for the command line. Without a usable model the lexicon answers, and `warning` says why. */
export async function openModel(directory: string): Promise<{
	readonly answer: (line: string) => Promise<Answer>;
	readonly warning: string | undefined;
}> {
	const [outcome, known] = await Promise.all([openDirectory(directory), knownHere()]);
	const classifier = outcome.kind === 'opened' ? outcome.classifier : undefined;
	return {
		answer: (line) => answerLine(line, { classifier, known }),
		warning:
			outcome.kind === 'failed'
				? `${outcome.why} Every answer is "unscreened": only the lexicon has read the texts.`
				: undefined
	};
}
