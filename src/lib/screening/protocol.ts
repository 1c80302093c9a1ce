import type { Reading } from '$lib/intent/reading';
import type { ModelFailure, Progress } from './model';
import type { Threads } from './runtime';

/** What the page says to the worker. */
export type Request =
	| { readonly kind: 'open'; readonly threads: Threads }
	| { readonly kind: 'read'; readonly id: number; readonly text: string };

/** What the worker answers. */
export type Answer =
	| { readonly kind: 'progress'; readonly progress: Progress }
	| { readonly kind: 'ready' }
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
