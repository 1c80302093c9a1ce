import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { PROBLEMS, type ProblemName } from './problem';
import { ChatBody, Config, Piece, Problem } from './schema';

/** OpenAPI 3.1 of everything under /api, from the schemas that also validate. */
export function openapi() {
	return {
		openapi: '3.1.0',
		info: {
			title: 'Handrail',
			version: '1',
			description: 'The small server behind the page. Nothing here takes or sets a cookie.'
		},
		paths: {
			'/api/chat': {
				post: {
					operationId: 'chat',
					summary: "Streams an answer of the operator's language model",
					requestBody: { required: true, content: { 'application/json': ref('ChatBody') } },
					responses: {
						200: {
							description:
								'Server-sent events: unnamed ones with a Piece, then `done`, or `problem` with a Problem.',
							content: { 'text/event-stream': ref('Piece') }
						},
						...problems(CHAT)
					}
				}
			},
			'/api/config': {
				get: {
					operationId: 'config',
					summary: 'Whether a language model answers through this server, and on which host',
					responses: { 200: ok('Config') }
				}
			},
			'/api/openapi.json': {
				get: {
					operationId: 'openapi',
					summary: 'This document',
					responses: {
						200: {
							description: 'OpenAPI 3.1',
							content: { 'application/json': { schema: { type: 'object' } } }
						}
					}
				}
			}
		},
		components: {
			schemas: {
				ChatBody: schema(ChatBody),
				Piece: schema(Piece),
				Config: schema(Config),
				Problem: schema(Problem)
			}
		}
	};
}

const CHAT = (Object.keys(PROBLEMS) as ProblemName[]).filter(
	(name) => name !== 'not-found' && name !== 'method-not-allowed'
);

/** One response per status; several problems share one. */
function problems(names: readonly ProblemName[]) {
	const byStatus = new Map<number, string[]>();
	for (const name of names) {
		const [status, title] = PROBLEMS[name];
		byStatus.set(status, [...(byStatus.get(status) ?? []), `/problems/${name}: ${title}`]);
	}
	return Object.fromEntries(
		[...byStatus].map(([status, lines]) => [
			status,
			{
				description: lines.join('\n'),
				content: { 'application/problem+json': ref('Problem') }
			}
		])
	);
}

function ok(name: string) {
	return { description: name, content: { 'application/json': ref(name) } };
}

function ref(name: string) {
	return { schema: { $ref: `#/components/schemas/${name}` } };
}

/** A bound over several fields has no word in JSON Schema; the description says it. */
function schema(of: GenericSchema) {
	return {
		...toJsonSchema(of, { target: 'draft-2020-12', ignoreActions: ['check'] }),
		$schema: undefined
	};
}
