import type { EngineSpec, ModelMethods } from './model-desk';
import { sameModel, type JudgeSpec, type ModelSpec, type OpenedScorer } from './model-spec';
import { Peer, PeerGone, type Port } from './peer';
import { Refusal } from './refusal';
import { openScores } from './scorer-file';
import { openLexicon } from './scorer-lexicon';
import type { Opener, Scorer } from './scorer';
import type { Scored } from './shape';

/** What the bench's worker asks of its page: judges, which only the page's policy lets through. */
export type PageMethods = {
	openJudge(spec: JudgeSpec): Promise<OpenedScorer>;
	judge(row: { readonly text: string; readonly id: string }): Promise<Scored>;
	closeJudge(input: null): void;
};

/** Scorers for the chosen models, in the bench's worker. Where one model is chosen on several backends, its name says which. */
export function openersFor(
	specs: readonly ModelSpec[],
	page: Peer<PageMethods>,
	signal: AbortSignal
): readonly Opener[] {
	return specs.map((spec) => {
		const several = specs.some((other) => other !== spec && sameModel(spec, other));
		return {
			name: nameOf(spec),
			async open() {
				const scorer = await open(spec, page, signal);
				if (!several || !('backend' in spec)) return scorer;
				const name = `${scorer.name} (${spec.backend})`;
				return { ...scorer, name, info: { ...scorer.info, name } };
			}
		};
	});
}

function nameOf(spec: ModelSpec): string {
	switch (spec.kind) {
		case 'handrail':
			return spec.raw ? 'Handrail, model alone' : 'Handrail';
		case 'hub':
			return spec.folder.name;
		case 'lexicon':
			return 'lexicon';
		case 'file':
			return spec.file.name;
		case 'judge':
			return `${spec.model} (judge)`;
	}
}

function open(spec: ModelSpec, page: Peer<PageMethods>, signal: AbortSignal): Promise<Scorer> {
	if (spec.kind === 'lexicon') return openLexicon();
	if (spec.kind === 'file') return openScores(spec.file, spec.file.name);
	if (spec.kind === 'judge') return openFromPage(spec, page);
	return openWorker(spec, signal);
}

async function openFromPage(spec: JudgeSpec, page: Peer<PageMethods>): Promise<Scorer> {
	const close = () => page.call('closeJudge', null);
	return {
		...(await page.call('openJudge', spec)),
		score: (text, id) => page.call('judge', { text, id }),
		cancel: () => void close(),
		close
	};
}

/** A fresh worker from this worker's own script: a runtime keeps its number of threads for life, and ending it frees all memory. */
async function openWorker(spec: EngineSpec, signal: AbortSignal): Promise<Scorer> {
	const worker = new Worker(globalThis.location.href, {
		type: 'module',
		name: 'handrail-bench-model'
	});
	const peer = new Peer<ModelMethods>(worker as Port);
	const end = () => {
		worker.terminate();
		peer.end();
	};
	worker.addEventListener('error', end);
	signal.addEventListener('abort', end, { once: true });
	const told = <T>(answer: Promise<T>): Promise<T> =>
		answer.catch((error: unknown) => {
			if (!(error instanceof PeerGone)) throw error;
			throw new Refusal(
				`${nameOf(spec)} ended on the backend ${spec.backend}: it may need more memory than this browser gives.`
			);
		});
	try {
		const opened = await told(peer.call('open', spec));
		return {
			...opened,
			score: (text, id) => told(peer.call('score', { text, id })),
			cancel: end,
			close: async () => end()
		};
	} catch (error) {
		end();
		throw error;
	}
}
