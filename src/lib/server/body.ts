import * as v from 'valibot';
import { problem, type Fault } from './problem';
import { isTooLong, MOST_BYTES } from './schema';

type Read<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly answer: Response };

/** Reads a JSON body of bounded size against a schema; else gives the answer that says what is wrong with it. */
export async function body<const S extends v.GenericSchema>(
	request: Request,
	schema: S
): Promise<Read<v.InferOutput<S>>> {
	const type = request.headers.get('content-type') ?? '';
	if (!/^application\/json\s*(;|$)/i.test(type)) return { ok: false, answer: problem('not-json') };
	const bytes = await bounded(request).catch(failed);
	if (typeof bytes === 'string') return { ok: false, answer: problem(bytes) };
	const json = parse(bytes);
	if (json === undefined) return { ok: false, answer: problem('invalid-request') };
	const read = v.safeParse(schema, json);
	if (read.success) return { ok: true, value: read.output };
	return {
		ok: false,
		answer: isTooLong(read.issues)
			? problem('too-large')
			: problem('invalid-request', { errors: faults(read.issues) })
	};
}

/** What is left unread of a body that is too large is discarded by Node after the answer. */
async function bounded(request: Request): Promise<Uint8Array | 'too-large'> {
	if (Number(request.headers.get('content-length')) > MOST_BYTES) return 'too-large';
	const reader = request.body?.getReader();
	const parts: Uint8Array[] = [];
	let length = 0;
	for (;;) {
		const part = await reader?.read();
		if (!part || part.done) break;
		length += part.value.length;
		// Not cancelled: that would close the connection before the answer is out.
		if (length > MOST_BYTES) return 'too-large';
		parts.push(part.value);
	}
	return Buffer.concat(parts);
}

/** The adapter has a bound of its own; any other fault is a client that left in the middle. */
function failed(error: unknown) {
	const tooLarge = error instanceof Object && 'status' in error && error.status === 413;
	return tooLarge ? 'too-large' : 'invalid-request';
}

function parse(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return undefined;
	}
}

/** At most this many faults are named; a list of four hundred helps nobody. */
const MOST_FAULTS = 10;

function faults(issues: readonly v.BaseIssue<unknown>[]): Fault[] {
	return issues.slice(0, MOST_FAULTS).map(({ path, expected }) => ({
		pointer: (path ?? []).map(({ key }) => `/${escaped(String(key))}`).join(''),
		expected: expected ?? 'something else'
	}));
}

/** As in a JSON Pointer (RFC 6901). */
function escaped(key: string): string {
	return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
