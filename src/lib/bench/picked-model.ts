import { LABELS, type Label } from '$lib/intent/labels';
import { pickedFolder } from './folder';
import { guessMap } from './guess-map';
import { readConfig } from './hub-config';
import type { PickedFiles } from './model-spec';
import { Refusal } from './refusal';

/** What a model of the list is. Our own two and the phrase list are always there; the others were added. */
export type Choice =
	| { readonly kind: 'handrail'; readonly raw: boolean; readonly folder?: PickedFiles }
	| { readonly kind: 'lexicon' }
	| { readonly kind: 'hub'; readonly folder: PickedFiles; readonly labels: readonly string[] }
	| { readonly kind: 'file'; readonly file: File }
	| { readonly kind: 'judge' };

/**
 * A picked folder as one of ours, where it has our manifest, or as any other in Hugging Face layout. Rejects with a Refusal that says
 * what is missing.
 */
export async function choiceOf(files: readonly File[]): Promise<Choice> {
	const [first] = files;
	const path = first?.webkitRelativePath || first?.name || '';
	const name = path.split('/')[0] || path;
	const picked = {
		name,
		files: new Map(files.map((file) => [file.webkitRelativePath || file.name, file as Blob]))
	};
	const folder = pickedFolder(name, picked.files);
	if (await folder.read('handrail.json')) return { kind: 'handrail', raw: false, folder: picked };
	const config = await folder.read('config.json');
	if (!config)
		throw new Refusal(
			`${name} has no config.json: choose the folder of a model in Hugging Face layout.`
		);
	return {
		kind: 'hub',
		folder: picked,
		labels: readConfig(new TextDecoder().decode(config), name).labels
	};
}

/** A first map by the names of a foreign model's labels, for a person to check. */
export function guessLabels(names: readonly string[]): Record<string, readonly Label[]> {
	const { map, targets } = guessMap(names);
	return Object.fromEntries(
		names.map((name) => {
			const meaning = map[name];
			if (meaning === undefined || typeof meaning === 'string') return [name, []];
			if (Array.isArray(meaning)) return [name, meaning];
			const asked = targets.find((target) => meaning.targets?.[target.name] === true);
			return [
				name,
				LABELS.filter((label) => meaning.yes?.includes(label) || asked?.labels.includes(label))
			];
		})
	);
}
