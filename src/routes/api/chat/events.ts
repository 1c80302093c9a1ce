import { problemBody, type ProblemName } from '$lib/server/problem';

/** Milliseconds of silence after which a comment is sent, so that no proxy takes a thinking model for a dead one. */
const SILENCE = 15_000;

/**
 * Pieces as server-sent events: `data: {"text":…}` each, then `event: done`, or `event: problem` with problem details.
 * A listener who leaves aborts `stop`; one who reads slowly slows the model down.
 */
export function events(
	pieces: AsyncGenerator<string, void>,
	first: Promise<IteratorResult<string, void>>,
	stop: AbortController,
	problemOf: (error: unknown) => ProblemName
): ReadableStream<Uint8Array> {
	let next: typeof first | undefined = first;
	return new ReadableStream({
		async pull(controller) {
			next ??= pieces.next();
			const piece = await settled(next, SILENCE);
			if (!piece) return controller.enqueue(encoded(': waiting\n\n'));
			next = undefined;
			if (piece.status === 'fulfilled' && !piece.value.done)
				return controller.enqueue(encoded(event({ text: piece.value.value })));
			controller.enqueue(
				encoded(
					piece.status === 'fulfilled'
						? event({}, 'done')
						: event(problemBody(problemOf(piece.reason)), 'problem')
				)
			);
			controller.close();
		},
		async cancel() {
			stop.abort();
			await pieces.return();
		}
	});
}

/** How a promise ended, or undefined when it has not within `ms` milliseconds. Never rejects. */
export async function settled<T>(
	promise: Promise<T>,
	ms: number
): Promise<PromiseSettledResult<T> | undefined> {
	let timer: NodeJS.Timeout | undefined;
	const later = new Promise<undefined>((resolve) => {
		timer = setTimeout(resolve, ms, undefined);
	});
	const ended = Promise.allSettled([promise]).then(([result]) => result);
	return Promise.race([ended, later]).finally(() => clearTimeout(timer));
}

function event(data: object, name?: 'done' | 'problem'): string {
	return `${name ? `event: ${name}\n` : ''}data: ${JSON.stringify(data)}\n\n`;
}

const encoder = new TextEncoder();
const encoded = (text: string) => encoder.encode(text);
