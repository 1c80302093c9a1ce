import { openDetectors } from './detectors';
import { tryVariant } from './measure';
import type { Answer, Request } from './protocol';
import { screenText, type Detectors } from './screen';

/** The thread that reads. It is asked one thing at a time and keeps no text. */
const page = globalThis as unknown as {
	onmessage: (event: MessageEvent<Request>) => void;
	postMessage(answer: Answer): void;
};

let detectors: Detectors | undefined;

page.onmessage = ({ data }) => {
	answer(data).then(
		(said) => page.postMessage(said),
		// Only the fact: what a runtime says about its failure could hold the text.
		() => page.postMessage({ kind: 'failed', why: 'crashed' })
	);
};

async function answer(request: Request): Promise<Answer> {
	if (request.kind === 'read') {
		if (!detectors) throw new Error('asked to read before it was open');
		return { kind: 'reading', id: request.id, reading: await screenText(request.text, detectors) };
	}
	if (request.kind === 'try') return tryVariant(request.threads);
	const outcome = await openDetectors(
		request.threads,
		(progress) => page.postMessage({ kind: 'progress', progress }),
		request.graphics
	);
	if (outcome.kind === 'failed') return outcome;
	detectors = outcome.detectors;
	return { kind: 'ready', refused: outcome.refused };
}
