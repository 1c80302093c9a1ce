import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the stand-in for a language model does with the next request. */
export type Script =
	| { readonly kind: 'say'; readonly pieces: readonly string[]; readonly pause?: number }
	| { readonly kind: 'status'; readonly status: number }
	| { readonly kind: 'cut'; readonly after: string };

/** An OpenAI-compatible endpoint on this machine that speaks from a script and records what it was asked. */
export async function upstream(script: () => Script) {
	const asked: string[] = [];
	let closedEarly = 0;
	const server = createServer((request, response) => {
		response.setHeader('Access-Control-Allow-Origin', '*');
		response.setHeader('Access-Control-Allow-Headers', '*');
		if (request.method === 'OPTIONS') return void response.end();
		let body = '';
		request.on('data', (chunk) => (body += chunk));
		request.on('end', async () => {
			asked.push(body);
			const act = script();
			if (act.kind === 'status') return void response.writeHead(act.status).end('{}');
			response.writeHead(200, { 'Content-Type': 'text/event-stream' });
			response.on('close', () => !response.writableEnded && closedEarly++);
			if (act.kind === 'cut') {
				response.write(delta(act.after));
				return void setTimeout(() => response.destroy(), 100);
			}
			for (const piece of act.pieces) {
				if (response.destroyed) return;
				response.write(delta(piece));
				if (act.pause) await new Promise((go) => setTimeout(go, act.pause));
			}
			response.end('data: [DONE]\n\n');
		});
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		asked: () => asked,
		closedEarly: () => closedEarly,
		close: () => {
			server.closeAllConnections();
			server.close();
		}
	};
}

function delta(content: string): string {
	return `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content } }] })}\n\n`;
}
