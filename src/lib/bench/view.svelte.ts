import type { Shown } from './bench.svelte';
import type { DataSetResult, Detail, Figures, ModelResult } from './results';

type Question = Pick<Figures, 'name' | 'kind'>;

/** What of some results is looked at. Every figure below follows these choices. */
export class View {
	set = $state(0);
	model = $state(0);
	/** The model beside it; −1 for none. */
	other = $state(-1);
	question = $state('');
	readonly dataset: DataSetResult | undefined = $derived.by(
		() => this.shown.results.datasets[this.set]
	);
	/** Models with figures. */
	readonly models: readonly ModelResult[] = $derived(
		this.dataset?.models.filter(({ slices }) => slices.length > 0) ?? []
	);
	readonly one: ModelResult | undefined = $derived(this.models[this.model] ?? this.models[0]);
	readonly two: ModelResult | undefined = $derived(
		this.other === this.model ? undefined : this.models[this.other]
	);
	/** All labels and targets of which something is known, the most frequent in the data as they come. */
	readonly questions: readonly Question[] = $derived(
		this.models
			.flatMap(({ slices }) => slices[0]?.figures ?? [])
			.map(({ name, kind }) => ({ name, kind }))
			.filter((one, at, all) => all.findIndex((other) => same(one, other)) === at)
	);
	readonly asked: Question | undefined = $derived(
		this.questions.find(({ name }) => name === this.question) ??
			this.questions.find((one) => this.#positives(one) > 0 && one.name !== 'none') ??
			this.questions[0]
	);

	constructor(readonly shown: Shown) {}

	/** Where the model stands among all of the data set, also those without figures. */
	place(model: ModelResult | undefined): number {
		return model ? (this.dataset?.models.indexOf(model) ?? -1) : -1;
	}

	detail(model: ModelResult | undefined): Detail | undefined {
		const { asked } = this;
		return model?.details.find(({ name, kind }) => name === asked?.name && kind === asked.kind);
	}

	figures(model: ModelResult | undefined): Figures | undefined {
		const { asked } = this;
		return model?.slices[0]?.figures.find(
			({ name, kind }) => name === asked?.name && kind === asked.kind
		);
	}

	#positives({ name, kind }: Question): number {
		const [first] = this.models;
		const found = first?.slices[0]?.figures.find((one) => one.name === name && one.kind === kind);
		return found?.positives ?? 0;
	}
}

function same(one: Question, other: Question): boolean {
	return one.name === other.name && one.kind === other.kind;
}
