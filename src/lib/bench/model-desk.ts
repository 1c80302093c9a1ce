import { webEngine } from './engine.web';
import { pickedFolder } from './folder';
import { describeScorer, type ModelSpec, type OpenedScorer } from './model-spec';
import { openHandrail } from './scorer-handrail';
import { openHub } from './scorer-hub';
import type { Scorer } from './scorer';
import type { Scored } from './shape';
import { siteFolder } from './site-folder';

/** Models that run in a worker of their own. */
export type EngineSpec = Extract<ModelSpec, { readonly backend: unknown }>;

/** What a worker with a model can be asked. */
export type ModelMethods = {
	open(spec: EngineSpec): Promise<OpenedScorer>;
	score(row: { readonly text: string; readonly id: string }): Promise<Scored>;
};

/** A worker that has one model on one backend, for as long as it lives. */
export function modelDesk(): ModelMethods {
	let scorer: Scorer | undefined;
	return {
		async open(spec) {
			scorer = await openEngine(spec);
			return describeScorer(scorer);
		},
		async score({ text, id }) {
			if (!scorer) throw new Error('asked to score before it was open');
			return scorer.score(text, id);
		}
	};
}

async function openEngine(spec: EngineSpec): Promise<Scorer> {
	const engine = await webEngine(spec.backend);
	if (spec.kind === 'hub') {
		const { folder, map, threshold } = spec;
		return openHub(pickedFolder(folder.name, folder.files), engine, { map, threshold });
	}
	const folder = spec.folder ? pickedFolder(spec.folder.name, spec.folder.files) : siteFolder();
	return openHandrail(folder, engine, { raw: spec.raw });
}
