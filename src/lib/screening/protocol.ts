import type { Reading } from '$lib/intent/reading';
import type { Refusal, Trial } from './graphics';
import type { ModelFailure, Progress } from './model';
import type { Threads } from './runtime';

/** What the page says to the worker. */
export type Request =
	| {
			readonly kind: 'open';
			readonly threads: Threads;
			/** SHA-256 of the float16 variant, where it was chosen to read on the graphics processor. */
			readonly graphics?: string;
	  }
	/** Instead of opening: try the graphics processor. */
	| { readonly kind: 'try'; readonly threads: Threads }
	| { readonly kind: 'read'; readonly id: number; readonly text: string };

/** What the worker answers. */
export type Answer =
	| { readonly kind: 'progress'; readonly progress: Progress }
	/** `refused`: why WASM reads although the graphics processor was chosen. */
	| { readonly kind: 'ready'; readonly refused?: Refusal }
	| { readonly kind: 'tried'; readonly trial: Trial }
	| { readonly kind: 'failed'; readonly why: Failure }
	| { readonly kind: 'reading'; readonly id: number; readonly reading: Reading };

export type Failure =
	| ModelFailure
	/** The golden sentences came out differently: this machine must not use this model. */
	| 'disagrees'
	/** The runtime would not start, broke, or ran out of memory. */
	| 'crashed'
	/** No answer for a long time. */
	| 'hung';
