import type { Backend } from './engine';
import type { LabelMap, Scorer } from './scorer';

/** The backends of a page. */
export type PageBackend = Exclude<Backend, 'node'>;

/** A model as a person chose it in the page, in a form that can be sent to a worker. */
export type ModelSpec =
	| {
			readonly kind: 'handrail';
			/** The classifier alone, without phrases, second views and levels. */
			readonly raw: boolean;
			readonly backend: PageBackend;
			/** A picked folder with another version of it; without one, this site's own. */
			readonly folder?: PickedFiles;
	  }
	| {
			readonly kind: 'hub';
			readonly backend: PageBackend;
			readonly folder: PickedFiles;
			readonly map?: LabelMap;
			readonly threshold: number;
	  }
	| { readonly kind: 'lexicon' }
	| { readonly kind: 'file'; readonly file: File }
	| JudgeSpec;

/** An OpenAI-compatible endpoint. Only the page may reach it; the key is kept nowhere. */
export type JudgeSpec = {
	readonly kind: 'judge';
	readonly url: string;
	readonly model: string;
	readonly key?: string;
	readonly agreed: boolean;
};

/** The files of a folder by their paths in it. */
export type PickedFiles = { readonly name: string; readonly files: ReadonlyMap<string, Blob> };

/** What one side tells another of a scorer that it has opened. */
export type OpenedScorer = Pick<Scorer, 'name' | 'labels' | 'thresholds' | 'info' | 'parallel'>;

export const describeScorer = ({
	name,
	labels,
	thresholds,
	info,
	parallel
}: Scorer): OpenedScorer => ({ name, labels, thresholds, info, ...(parallel && { parallel }) });

/** Whether two choices are the same model on different backends. */
export function sameModel(one: ModelSpec, other: ModelSpec): boolean {
	if (one.kind === 'handrail' && other.kind === 'handrail')
		return one.raw === other.raw && one.folder?.name === other.folder?.name;
	return one.kind === 'hub' && other.kind === 'hub' && one.folder.name === other.folder.name;
}
