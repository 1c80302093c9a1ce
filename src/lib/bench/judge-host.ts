import { describeScorer } from './model-spec';
import type { PageMethods } from './openers';
import { Refusal } from './refusal';
import { openJudge } from './scorer-judge';
import type { Scorer } from './scorer';

/** The page's half of a judge: the page's policy lets it reach a program on this machine, a worker's does not. */
export function judgeHost(): PageMethods {
	let scorer: Scorer | undefined;
	return {
		async openJudge(spec) {
			await scorer?.close();
			scorer = await openJudge(spec);
			return describeScorer(scorer);
		},
		async judge({ text, id }) {
			if (!scorer) throw new Refusal('The judge was closed.');
			return scorer.score(text, id);
		},
		closeJudge() {
			scorer?.cancel?.();
			scorer = undefined;
		}
	};
}
