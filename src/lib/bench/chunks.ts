import { BenchError } from './fault';

/** What a long reading takes and tells. Bytes are those of the file, compressed or not. */
export type Watch = {
	readonly signal?: AbortSignal;
	readonly onBytes?: (read: number, of: number) => void;
};

/** The bytes of a stream, no faster than they are taken. Not every browser can iterate over a ReadableStream itself. */
export async function* chunksOf(
	stream: ReadableStream<Uint8Array>,
	signal?: AbortSignal
): AsyncGenerator<Uint8Array> {
	const reader = stream.getReader();
	try {
		for (;;) {
			signal?.throwIfAborted();
			const { done, value } = await reader.read();
			if (done) return;
			yield value;
		}
	} finally {
		// Also when the taker stops early: the file is closed, whatever the stream says to that.
		await reader.cancel().catch(() => undefined);
	}
}

/** Whether the file begins as a gzip file does (RFC 1952), whatever its name. */
export async function isGzip(source: Blob): Promise<boolean> {
	const [a, b] = new Uint8Array(await source.slice(0, 2).arrayBuffer());
	return a === 0x1f && b === 0x8b;
}

/** The file's bytes, unpacked where it is gzip. Throws a BenchError where the gzip data are damaged. */
export async function* unpack(source: Blob, name: string, watch: Watch = {}) {
	const counted = counting(source, watch.onBytes);
	if (!(await isGzip(source))) return yield* chunksOf(counted, watch.signal);
	const unpacked = counted.pipeThrough(new DecompressionStream('gzip'));
	try {
		yield* chunksOf(unpacked, watch.signal);
	} catch (error) {
		// An AbortError, and what the taker threw, are not the file's.
		if (watch.signal?.aborted || error instanceof BenchError) throw error;
		throw new BenchError({
			code: 'file/gzip',
			sentence: `"${name}" is not whole: its gzip data are damaged or end too early. Copy or download it again.`
		});
	}
}

function counting(source: Blob, onBytes: Watch['onBytes']) {
	let read = 0;
	return source.stream().pipeThrough(
		new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
			transform(chunk, controller) {
				read += chunk.length;
				onBytes?.(read, source.size);
				controller.enqueue(chunk);
			}
		})
	);
}
