import type { Label } from '$lib/intent/labels';
import type { ModelSpec, PageBackend } from './model-spec';
import { guessLabels, type Choice } from './picked-model';

let count = 0;

/** One line of the list of models. */
export class ModelChoice {
	readonly key = `model-${count++}`;
	chosen = $state(true);
	backends = $state<PageBackend[]>(['wasm']);
	/** What the labels of a foreign model stand for. */
	map = $state.raw<Readonly<Record<string, readonly Label[]>>>({});
	threshold = $state(0.5);
	url = $state('');
	model = $state('');
	secret = $state('');
	agreed = $state(false);
	readonly what: Choice;

	constructor(what: Choice, chosen = true) {
		this.what = what;
		this.chosen = chosen;
		if (what.kind === 'hub') this.map = guessLabels(what.labels);
	}

	/** What is still to be said before it can run. */
	get lacking(): 'backend' | 'map' | 'address' | 'agreement' | undefined {
		const { kind } = this.what;
		if ((kind === 'handrail' || kind === 'hub') && this.backends.length === 0) return 'backend';
		if (kind === 'hub' && Object.values(this.map).every((labels) => labels.length === 0))
			return 'map';
		if (kind !== 'judge') return undefined;
		if (!this.url.trim() || !this.model.trim()) return 'address';
		return this.agreed ? undefined : 'agreement';
	}

	/** One for each backend, ready to be sent to the worker. */
	get specs(): readonly ModelSpec[] {
		const { what, threshold } = this;
		const map = { ...this.map };
		switch (what.kind) {
			case 'handrail':
			case 'hub':
				return this.backends.map((backend) =>
					what.kind === 'hub'
						? { kind: 'hub', folder: what.folder, backend, map, threshold }
						: { ...what, backend }
				);
			case 'judge': {
				const key = this.secret.trim();
				const address = { url: this.url.trim(), model: this.model.trim() };
				return [{ kind: 'judge', ...address, ...(key && { key }), agreed: this.agreed }];
			}
			case 'file':
			case 'lexicon':
				return [what];
		}
	}

	toggle(backend: PageBackend, on: boolean) {
		const others = this.backends.filter((one) => one !== backend);
		this.backends = BACKENDS.filter((one) => others.includes(one) || (on && one === backend));
	}
}

export const BACKENDS: readonly PageBackend[] = ['wasm', 'wasm-threads', 'webgpu'];
