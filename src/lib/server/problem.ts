/** Everything that can go wrong under /api: the HTTP status, and one sentence for a person who reads the raw answer. */
export const PROBLEMS = {
	'no-model': [503, 'This server has no language model set up.'],
	'upstream-busy': [503, 'The language model is busy; try again in a moment.'],
	'upstream-refused-key': [502, "The language model refused this server's key."],
	'upstream-not-found': [502, 'The language model or its address was not found.'],
	'upstream-malformed': [502, 'The language model answered with something that cannot be read.'],
	'upstream-cut': [502, 'The language model stopped before its answer was complete.'],
	'upstream-timeout': [504, 'The language model did not answer in time.'],
	'upstream-unreachable': [502, 'The language model could not be reached.'],
	'upstream-failed': [502, 'The language model had a problem of its own.'],
	'too-large': [413, 'This conversation is too long to be sent.'],
	'too-many-requests': [429, 'There were too many questions in a short time; wait a little.'],
	'invalid-request': [400, 'The request is not what this address expects.'],
	'not-json': [415, 'The request has to be JSON, with the content type application/json.'],
	'foreign-origin': [
		403,
		'Only a page of this server may ask this; its operator names its address in ORIGIN.'
	],
	'not-found': [404, 'There is nothing at this address.'],
	'method-not-allowed': [405, 'This address does not take this method.'],
	unexpected: [500, 'Something went wrong on this server.']
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemName = keyof typeof PROBLEMS;

/** Where in the request a fault lies: a JSON Pointer, and what was expected there. Never what was sent. */
export type Fault = { readonly pointer: string; readonly expected: string };

export type Problem = {
	readonly type: string;
	readonly title: string;
	readonly status: number;
	readonly errors?: readonly Fault[];
};

/** The body of RFC 9457 for a problem. */
export function problemBody(name: ProblemName, errors?: readonly Fault[]): Problem {
	const [status, title] = PROBLEMS[name];
	return { type: `/problems/${name}`, title, status, ...(errors?.length ? { errors } : {}) };
}

/** The whole answer for a problem. */
export function problem(
	name: ProblemName,
	{ errors, headers }: { errors?: readonly Fault[]; headers?: Record<string, string> } = {}
): Response {
	const body = problemBody(name, errors);
	return new Response(JSON.stringify(body), {
		status: body.status,
		headers: {
			...headers,
			'content-type': 'application/problem+json',
			'cache-control': 'no-store'
		}
	});
}

/** Makes a problem of an error answer that the framework wrote; leaves every other answer alone. */
export function asProblem(response: Response): Response {
	const type = response.headers.get('content-type') ?? '';
	if (response.status < 400 || type.startsWith('application/problem+json')) return response;
	const allow = response.headers.get('allow');
	return problem(nameOf(response.status), { headers: allow ? { allow } : {} });
}

function nameOf(status: number): ProblemName {
	if (status === 403) return 'foreign-origin';
	if (status === 404) return 'not-found';
	if (status === 405) return 'method-not-allowed';
	if (status === 413) return 'too-large';
	if (status === 415) return 'not-json';
	return status < 500 ? 'invalid-request' : 'unexpected';
}
