import { afterEach, describe, expect, it } from 'vitest';
import { BenchError } from './fault';
import { Peer, PeerGone, type Methods, type Port } from './peer';
import { Refusal, RowFailed } from './refusal';

type Ours = {
	double(value: number): number;
	count(to: number): Promise<string>;
	fail(kind: string): never;
};

const open: MessagePort[] = [];
afterEach(() => open.splice(0).forEach((port) => port.close()));

function pair(ours: Methods): Peer<Ours> {
	const { port1, port2 } = new MessageChannel();
	open.push(port1, port2);
	port1.start();
	port2.start();
	new Peer(port1 as unknown as Port, ours);
	return new Peer<Ours>(port2 as unknown as Port);
}

const methods: Methods = {
	double: (value: number) => 2 * value,
	async count(to: number, { signal, onProgress }) {
		for (let at = 1; at <= to; at++) {
			signal.throwIfAborted();
			onProgress(at);
			await new Promise((done) => setTimeout(done, 1));
		}
		return 'done';
	},
	fail(kind: string) {
		if (kind === 'fault') throw new BenchError({ code: 'file/empty', sentence: 'It is empty.' });
		if (kind === 'refusal') throw new Refusal('Choose another.');
		if (kind === 'row') throw new RowFailed('No scores.');
		throw new Error('I feel so alone');
	}
};

describe('a conversation between two threads', () => {
	it('answers several calls at once, each with its own', async () => {
		const peer = pair(methods);
		const answers = [1, 2, 3].map((value) => peer.call('double', value));
		expect(await Promise.all(answers)).toEqual([2, 4, 6]);
	});

	it('tells progress, and stops where it is told to', async () => {
		const peer = pair(methods);
		const seen: unknown[] = [];
		const stop = new AbortController();
		const onProgress = (at: unknown) => {
			seen.push(at);
			if (at === 3) stop.abort();
		};
		await expect(
			peer.call('count', 1000, { signal: stop.signal, onProgress })
		).rejects.toMatchObject({ name: 'AbortError' });
		expect(seen.slice(0, 3)).toEqual([1, 2, 3]);
		expect(seen.length).toBeLessThan(100);
	});

	it('carries refusals over as what they are', async () => {
		const peer = pair(methods);
		await expect(peer.call('fail', 'refusal')).rejects.toThrow(new Refusal('Choose another.'));
		await expect(peer.call('fail', 'row')).rejects.toBeInstanceOf(RowFailed);
		await expect(peer.call('fail', 'fault')).rejects.toMatchObject({
			fault: { code: 'file/empty' }
		});
	});

	it('says nothing of any other error, since its words could hold a text', async () => {
		const peer = pair(methods);
		const failed = await peer.call('fail', 'bug').catch((error: unknown) => error);
		expect(failed).toBeInstanceOf(Error);
		expect(String(failed)).not.toContain('alone');
	});

	it('tells whoever waits, and whoever asks later, that the other side is gone', async () => {
		const peer = pair(methods);
		const waiting = peer.call('count', 1000);
		peer.end();
		await expect(waiting).rejects.toBeInstanceOf(PeerGone);
		await expect(peer.call('double', 1)).rejects.toBeInstanceOf(PeerGone);
	});
});
