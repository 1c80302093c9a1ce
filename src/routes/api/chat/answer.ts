import type { EventEmitter } from 'node:events';
import { complete, CompletionFailure, type FailureKind } from '$lib/chat/completion';
import type { ModelConfiguration } from '$lib/server/configuration.server';
import { log, whereabouts } from '$lib/server/log';
import { openStreams, upstreamFailures } from '$lib/server/metrics';
import { problem, type ProblemName } from '$lib/server/problem';
import type { ChatBody } from '$lib/server/schema';
import { events, settled } from './events';
import { prompt } from './prompt';

/** Milliseconds in which a failure still gets an HTTP status of its own; later it comes as an event of the stream. */
const EARLY = 10_000;

/**
 * Asks the model and streams its answer as server-sent events. The model's connection is closed as soon as nobody listens:
 * when the stream is cancelled, or when `connection` (the client's, where it is known) closes before there is a stream.
 */
export async function answer(
	question: ChatBody,
	model: ModelConfiguration,
	connection?: EventEmitter
): Promise<Response> {
	const stop = new AbortController();
	const leave = () => stop.abort();
	connection?.once('close', leave);
	const pieces = observed(
		complete({
			url: model.url,
			model: model.name,
			headers: model.key ? { authorization: `Bearer ${model.key}` } : {},
			messages: prompt(question),
			signal: stop.signal,
			fetch,
			patience: model.patience
		}),
		() => connection?.off('close', leave)
	);
	const first = pieces.next();
	const early = await settled(first, EARLY);
	if (early?.status === 'rejected') return problem(problemOf(early.reason));
	return new Response(events(pieces, first, stop, problemOf), {
		headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }
	});
}

/** Counts an answer while it runs, and why it failed. */
async function* observed(pieces: AsyncGenerator<string, void>, ended: () => void) {
	openStreams.inc();
	try {
		yield* pieces;
	} catch (error) {
		if (error instanceof CompletionFailure) {
			upstreamFailures.inc({ kind: error.kind });
			log.warn({ kind: error.kind, upstream: error.status }, 'no whole answer from the model');
		}
		throw error;
	} finally {
		openStreams.dec();
		ended();
	}
}

/** The problem that a failure is told as; anything but a failure of the model is a bug of ours. */
function problemOf(error: unknown): ProblemName {
	if (error instanceof CompletionFailure) return NAMES[error.kind];
	log.error(whereabouts(error), 'unexpected error');
	return 'unexpected';
}

const NAMES: Record<FailureKind, ProblemName> = {
	'refused-key': 'upstream-refused-key',
	'not-found': 'upstream-not-found',
	busy: 'upstream-busy',
	upstream: 'upstream-failed',
	malformed: 'upstream-malformed',
	cut: 'upstream-cut',
	timeout: 'upstream-timeout',
	unreachable: 'upstream-unreachable'
};
