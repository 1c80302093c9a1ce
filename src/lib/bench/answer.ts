import { LABELS } from '$lib/intent/labels';
import type { Reading } from '$lib/intent/reading';
import { evaluate, NO_HISTORY, remember, type Verdict } from '$lib/policy/verdict';
import { screenText, type Detectors } from '$lib/screening/screen';
import { parseLine, type Turn } from './line';

/** The answer to one line of input, as one line of JSON, and whether the line was bad. */
export type Answer = { readonly json: string; readonly bad: boolean };

/** Screens one line with the code of the browser: same tokenizer, model, calibration, policy and history. */
export async function answerLine(line: string, detectors: Detectors): Promise<Answer> {
	const item = parseLine(line);
	if ('error' in item) return { json: JSON.stringify(item), bad: true };
	try {
		const body =
			'turns' in item
				? { turns: await screenTurns(item.turns, detectors) }
				: await screenAlone(item.text, detectors);
		return { json: JSON.stringify({ id: item.id, ...body }), bad: false };
	} catch {
		// What broke is not said: the message of an error may hold the text.
		const error = 'The text could not be screened.';
		return { json: JSON.stringify({ id: item.id, error }), bad: true };
	}
}

async function screenAlone(text: string, detectors: Detectors) {
	const reading = await screenText(text, detectors);
	return describe(reading, evaluate(reading));
}

/** One object per turn of the person; what the assistant said is neither screened nor remembered. */
async function screenTurns(turns: readonly Turn[], detectors: Detectors) {
	const described = [];
	let history = NO_HISTORY;
	let before: number | undefined;
	for (const { role, text, at } of turns) {
		if (role !== 'user') continue;
		const minutes = at === undefined || before === undefined ? 0 : (at - before) / 60_000;
		const reading = await screenText(text, detectors);
		const verdict = evaluate(reading, history, minutes);
		history = remember(history, verdict, minutes);
		before = at ?? before;
		described.push(describe(reading, verdict));
	}
	return described;
}

function describe(reading: Reading, { level, routes, state, lang }: Verdict) {
	const scores = Object.fromEntries(
		LABELS.map((label) => [label, Math.round(reading.scores[label] * 1e4) / 1e4])
	);
	return { scores, level, routes, state, lang };
}
