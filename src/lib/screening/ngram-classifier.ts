import * as v from 'valibot';
import { LABELS } from '$lib/intent/labels';
import { fill, type Scores } from '$lib/intent/reading';
import { calibrate, type Classification, type Classifies } from './classifier';
import type { Manifest } from './manifest';
import { Ngrams, type NgramShape } from './ngrams';

const size = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e6));
const Shape = v.object({
	model_type: v.literal('handrail-ngrams'),
	buckets: size,
	width: size,
	hidden: size,
	longest: size,
	window: size,
	stride: size
});

/** Reads texts with the tiny model. Same answers as Classifier, less sure: what it reads is never more than `unsure`. */
export class NgramClassifier implements Classifies {
	readonly unsure = true;

	constructor(
		private readonly ngrams: Ngrams,
		readonly manifest: Manifest
	) {}

	/** Opens config.json and ngrams.bin. Throws where they do not fit each other. */
	static open(config: string, bytes: Uint8Array, manifest: Manifest): NgramClassifier {
		const shape: NgramShape = v.parse(Shape, JSON.parse(config));
		return new NgramClassifier(new Ngrams(shape, bytes), manifest);
	}

	/** As Classifier.classify. Words stand for tokens, and every word is read. */
	async classify(views: readonly [string, ...string[]]): Promise<Classification> {
		const read = views.map((view) => this.ngrams.read(view));
		const scores: Scores[] = read.flatMap(({ windows }) =>
			windows.map((logits) => calibrate(logits, this.manifest))
		);
		return {
			scores: fill((label) => {
				const values = scores.map((one) => one[label]);
				return label === 'none' ? Math.min(...values) : Math.max(...values);
			}),
			unknownShare: 0,
			crumbShare: 0,
			tokens: read[0]?.words ?? 0,
			whole: true
		};
	}

	/** As Classifier.check. */
	async check(): Promise<number> {
		let largest = 0;
		for (const { text, logits } of this.manifest.golden) {
			const [found = []] = this.ngrams.read(text).windows;
			for (const [index] of LABELS.entries())
				largest = Math.max(largest, Math.abs((logits[index] ?? NaN) - (found[index] ?? NaN)));
		}
		return Number.isNaN(largest) ? Infinity : largest;
	}
}
