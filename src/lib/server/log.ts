import pino from 'pino';

/**
 * One line of JSON per event on standard output. Only route ids, statuses, durations and kinds of failure: no path, query,
 * address, header, or word of a person, and of an error neither its message nor what it quotes.
 */
export const log = pino({ base: null });

/** What may be said of an unexpected error: what it is and where it arose. */
export function whereabouts(error: unknown): { name: string; at: string[] } {
	if (!(error instanceof Error)) return { name: typeof error, at: [] };
	const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
	return { name: error.name, at: frames.slice(0, 8).map((line) => line.trim()) };
}
