/** Why the graphics processor does not read. */
export const REFUSALS = [
	/** The browser has no WebGPU, or none that can be relied on. */
	'no-webgpu',
	/** Its graphics processor does not compute with 16 bits. */
	'no-float16',
	/** The golden sentences came out differently. */
	'differs',
	/** It takes at least as long as the processor. */
	'slower',
	/** The model has changed since it was tried. */
	'changed',
	/** Something could not be loaded, or broke. */
	'failed'
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Medians for one text of 64 tokens. Milliseconds. */
export type Times = { readonly wasm: number; readonly webgpu: number };

/** What came of trying the graphics processor on this device. */
export type Trial = {
	readonly outcome: 'faster' | Refusal;
	/** SHA-256 of the variant that was tried. */
	readonly model: string;
	readonly times?: Times;
};

/** What is known of this device, as far as it was tried. */
export type Found = {
	readonly webgpu: boolean;
	readonly float16: boolean;
	/** Largest difference of a golden logit; absent where the variant could not be run. */
	readonly difference?: number;
	readonly tolerance: number;
	readonly times?: Times;
};

/** Why the graphics processor must not read here; undefined where it may. */
export function refusal({
	webgpu,
	float16,
	difference,
	tolerance,
	times
}: Found): Refusal | undefined {
	if (!webgpu) return 'no-webgpu';
	if (!float16) return 'no-float16';
	if (difference === undefined) return 'failed';
	// Written so that what is not a number is refused as well.
	if (!(difference <= tolerance)) return 'differs';
	if (times && !(times.webgpu < times.wasm)) return 'slower';
	return undefined;
}

/** The variant that was chosen; undefined where WASM reads. */
export function chosen(trial: Trial | undefined): string | undefined {
	return trial?.outcome === 'faster' ? trial.model : undefined;
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

/** iPhone and iPad, which calls itself a Mac: there WebGPU crashes after some hundred runs (on-device.md §7). */
export function isIos({ userAgent, maxTouchPoints }: Navigator): boolean {
	return /\biP(hone|ad|od)\b/.test(userAgent) || (/\bMac/.test(userAgent) && maxTouchPoints > 1);
}
