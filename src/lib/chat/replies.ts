import { EventSourceParserStream } from 'eventsource-parser/stream';
import * as v from 'valibot';
import { network } from '$lib/device/network';
import type { Replies } from '$lib/device/settings.svelte';
import { CompletionFailure, complete } from './completion';
import { respond } from './responder';
import { ReplyProblem, type ProblemKind, type Question, type Reply } from './reply';

/** The reply that belongs to a choice of where answers come from. */
export function replyFrom(choice: Replies): Reply {
	switch (choice.from) {
		case 'built-in':
			return respond;
		case 'server':
			return fromServer;
		case 'own-machine':
			return (question) => fromOwnMachine(question, choice.url, choice.model);
		default:
			return choice satisfies never;
	}
}

/** The newest characters and turns that are sent as context; the oldest turns are left out first. */
const CONTEXT = 120_000;
const TURNS = 300;

const Piece = v.object({ text: v.string() });

/** The operator's model, through this site's own server. */
async function* fromServer({ turns, plan, signal }: Question): AsyncGenerator<string> {
	const response = await network('/api/chat', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ messages: context(turns), directive: plan.directive }),
		signal
	}).catch(() => {
		throw new ReplyProblem(navigator.onLine ? 'unreachable' : 'offline');
	});
	if (!response.ok || !response.body) throw new ReplyProblem(await kindOf(response));
	const events = response.body
		.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>)
		.pipeThrough(new EventSourceParserStream());
	let finished = false;
	for await (const event of pieces(events)) {
		if (event.event === 'problem') throw new ReplyProblem(kindIn(event.data));
		if (event.event === 'done') finished = true;
		else yield v.parse(Piece, JSON.parse(event.data)).text;
	}
	if (!finished && !signal.aborted) throw new ReplyProblem('cut');
}

/** A model on the person's own machine, without any server of ours between. */
async function* fromOwnMachine(
	{ turns, plan, signal }: Question,
	url: string,
	model: string
): AsyncGenerator<string> {
	const system = plan.directive ? [{ role: 'system' as const, content: plan.directive }] : [];
	try {
		yield* complete({
			url,
			model,
			messages: [...system, ...context(turns)],
			signal,
			fetch: network
		});
	} catch (error) {
		if (error instanceof CompletionFailure) throw new ReplyProblem(error.kind);
		throw error;
	}
}

function context(turns: Question['turns']) {
	let room = CONTEXT;
	const kept: { role: 'user' | 'assistant'; content: string }[] = [];
	for (const { role, text } of turns.slice(-TURNS).reverse()) {
		if (kept.length > 0 && text.length > room) break;
		room -= text.length;
		kept.unshift({ role, content: text });
	}
	return kept;
}

const KINDS: Record<string, ProblemKind> = {
	'/problems/no-model': 'no-model',
	'/problems/upstream-busy': 'busy',
	'/problems/upstream-refused-key': 'refused-key',
	'/problems/upstream-not-found': 'not-found',
	'/problems/upstream-malformed': 'malformed',
	'/problems/upstream-cut': 'cut',
	'/problems/upstream-timeout': 'timeout',
	'/problems/upstream-unreachable': 'unreachable',
	'/problems/upstream-failed': 'upstream',
	'/problems/too-large': 'too-long',
	'/problems/too-many-requests': 'busy'
};

function kindIn(problem: string): ProblemKind {
	const read = v.safeParse(v.object({ type: v.string() }), parse(problem));
	return (read.success && KINDS[read.output.type]) || 'upstream';
}

async function kindOf(response: Response): Promise<ProblemKind> {
	if (response.status === 413) return 'too-long';
	if (response.status === 429) return 'busy';
	return kindIn(await response.text().catch(() => ''));
}

function parse(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}

async function* pieces<T>(stream: ReadableStream<T>): AsyncGenerator<T> {
	// `for await` over a stream is not in every browser yet; a reader is.
	const reader = stream.getReader();
	try {
		for (;;) {
			const { done, value } = await reader.read().catch(() => {
				throw new ReplyProblem('cut');
			});
			if (done) return;
			yield value;
		}
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}
