import { trusted } from '$lib/screening/spawn';
import workerUrl from './bench.worker.ts?worker&url';
import type { DeskMethods } from './desk';
import type { RunMethods } from './desk-run';
import { judgeHost } from './judge-host';
import { Peer, type Port } from './peer';

export type BenchMethods = DeskMethods & RunMethods;

/** Starts the bench's worker. `gone` hears when it ends by itself, as it does without memory. */
export function startWorker(gone: () => void): {
	readonly peer: Peer<BenchMethods>;
	end(): void;
} {
	const worker = new Worker(trusted(workerUrl), { type: 'module', name: 'handrail-bench' });
	const peer = new Peer<BenchMethods>(worker as Port, judgeHost());
	worker.addEventListener('error', () => {
		peer.end();
		gone();
	});
	return {
		peer,
		end() {
			worker.terminate();
			peer.end();
		}
	};
}
