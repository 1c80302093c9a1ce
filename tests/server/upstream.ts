import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type Upstream = {
	/** Base address, to be used as AI_BASE_URL. */
	readonly url: string;
	/** What was asked, oldest first. */
	readonly asked: readonly {
		readonly headers: IncomingMessage['headers'];
		readonly body: unknown;
	}[];
	/** Resolves when it is asked for the first time. */
	readonly reached: Promise<unknown>;
	/** Resolves when the first connection is over, whoever ended it. */
	readonly left: Promise<unknown>;
	readonly close: () => void;
};

/** A language model that is none, on this machine: answers every request in the way that is given. */
export async function upstream(answer: (response: ServerResponse) => void): Promise<Upstream> {
	const asked: { headers: IncomingMessage['headers']; body: unknown }[] = [];
	const told = new EventEmitter();
	const reached = once(told, 'reached');
	const left = once(told, 'left');
	const server = createServer(async (request, response) => {
		response.once('close', () => told.emit('left'));
		const parts: Buffer[] = [];
		for await (const part of request) parts.push(part);
		asked.push({
			headers: request.headers,
			body: JSON.parse(Buffer.concat(parts).toString())
		});
		told.emit('reached');
		answer(response);
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const address = server.address();
	return {
		url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/v1`,
		asked,
		reached,
		left,
		close: () => {
			server.closeAllConnections();
			server.close();
		}
	};
}

export const DONE = 'data: [DONE]\n\n';

/** One event as an OpenAI-compatible server writes it. */
export function piece(content: string): string {
	return `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`;
}

/** Answers with a stream of events; leaves it open unless the last one is DONE. */
export function streaming(...parts: string[]) {
	return (response: ServerResponse) => {
		response.writeHead(200, { 'content-type': 'text/event-stream' });
		for (const part of parts) response.write(part);
		if (parts.at(-1) === DONE) response.end();
	};
}
