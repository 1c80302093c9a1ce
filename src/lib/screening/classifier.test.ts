import { describe, expect, it } from 'vitest';
import { LABELS } from '$lib/intent/labels';
import { fill } from '$lib/intent/reading';
import { Classifier } from './classifier';
import { sampleManifest } from './sample';
import type { Session } from './session';
import type { Tokenizer } from './tokenizer';

/** One token per letter; a stands for a logit of 1, b of 2 …; `?` is unknown, `+` goes on with a word. */
const letters: Tokenizer = {
	encode: (text) => Array.from(text.replaceAll(' ', ''), (sign) => sign.charCodeAt(0) - 96),
	wrap: (ids) => [0, ...ids, 0],
	unknownShare: (ids) => ids.filter((id) => id === -33).length / Math.max(1, ids.length),
	crumbShare: () => 0
};

/** Every label's logit is the largest token of the window; `none` the negative of it. */
function fakeSession() {
	const runs: (readonly number[])[] = [];
	const session: Session = {
		run: async (ids) => {
			runs.push(ids);
			const most = Math.max(...ids);
			return LABELS.map((label) => (label === 'none' ? -most : most));
		}
	};
	return { session, runs };
}
const p = (logit: number) => 1 / (1 + Math.exp(-logit));

describe('the classifier', () => {
	it('calibrates the logits', async () => {
		const { session } = fakeSession();
		const manifest = sampleManifest({ calibration: fill(() => ({ a: 0.5, b: -1 })) });
		const { scores } = await new Classifier(session, letters, manifest).classify(['bd']);
		expect(scores['violence/threat']).toBeCloseTo(p(0.5 * 4 - 1));
		expect(scores.none).toBeCloseTo(p(0.5 * -4 - 1));
	});

	it('takes the highest of all windows and views, and the lowest for none', async () => {
		const { session, runs } = fakeSession();
		const classifier = new Classifier(session, letters, sampleManifest());
		const found = await classifier.classify([`${'a'.repeat(30)}c`, 'e']);
		expect(runs.length).toBeGreaterThan(3);
		expect(found.scores['self-harm/intent']).toBeCloseTo(p(5));
		expect(found.scores.none).toBeCloseTo(p(-5));
	});

	it('reads a second view only where its tokens differ', async () => {
		const { session, runs } = fakeSession();
		await new Classifier(session, letters, sampleManifest()).classify(['a b', 'ab']);
		expect(runs).toEqual([[0, 1, 2, 0]]);
	});

	it('gives the session one thing at a time, also when asked for two texts at once', async () => {
		let [now, most] = [0, 0];
		const session: Session = {
			run: async () => {
				most = Math.max(most, ++now);
				await new Promise((done) => setTimeout(done));
				now--;
				return LABELS.map(() => 0);
			}
		};
		const classifier = new Classifier(session, letters, sampleManifest());
		await Promise.all(['ab', 'cd', 'ef'].map((text) => classifier.classify([text])));
		expect(most).toBe(1);
	});

	it('goes on after a run that failed', async () => {
		const { session } = fakeSession();
		let broken = true;
		const classifier = new Classifier(
			{ run: (ids) => (broken ? Promise.reject(new Error('out of memory')) : session.run(ids)) },
			letters,
			sampleManifest()
		);
		await expect(classifier.classify(['a'])).rejects.toThrow('out of memory');
		broken = false;
		await expect(classifier.classify(['a'])).resolves.toBeDefined();
	});

	it('does not pass on scores that are no numbers', async () => {
		const session = { run: async () => LABELS.map(() => NaN) };
		const classifier = new Classifier(session, letters, sampleManifest());
		await expect(classifier.classify(['a'])).rejects.toThrow();
		expect(await classifier.check()).toBe(Infinity);
	});

	it('measures how far golden sentences are off', async () => {
		const golden = [{ text: 'b', logits: LABELS.map((label) => (label === 'none' ? -2 : 2.25)) }];
		const { session } = fakeSession();
		expect(await new Classifier(session, letters, sampleManifest({ golden })).check()).toBe(0.25);
	});

	it('says how much of a text it does not know, and whether it read all of it', async () => {
		const { session } = fakeSession();
		const classifier = new Classifier(session, letters, sampleManifest());
		expect(await classifier.classify(['a?'])).toMatchObject({
			unknownShare: 0.5,
			whole: true
		});
		expect(await classifier.classify(['a'.repeat(1000)])).toMatchObject({ whole: false });
	});
});
