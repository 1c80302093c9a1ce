import type { Label } from '$lib/intent/labels';
import { SILENT, fill, type Reading } from '$lib/intent/reading';
import { memoryArchive, type Archive, type Conversation as Row } from '$lib/device/archive';
import { Conversation, type Surroundings } from './conversation.svelte';
import type { Question } from './reply';

/** What the classifier says of a text, with one label high. */
export const reading = (label: Label, more: Partial<Reading> = {}): Reading => ({
	scores: { ...SILENT, [label]: 0.9 },
	thresholds: fill(() => ({ show: 0.5, act: 0.95 })),
	state: 'ok',
	lang: 'en',
	...more
});

export const row: Row = {
	id: 'c',
	title: '',
	createdAt: 0,
	updatedAt: 0,
	leafId: null,
	dismissed: {},
	history: { selfHarm: 0, violence: 0, waited: 0, at: 0 }
};

export let archive: Archive;
let clock: number;
export let asked: Question[];
export let order: string[];

/** Texts name their own label here, so that a test reads as a sentence. */
export const LABELLED: Record<string, Label> = {
	plan: 'self-harm/intent',
	heavy: 'self-harm/ideation',
	methods: 'self-harm/instructions'
};

export const around = (over: Partial<Surroundings> = {}): Surroundings => ({
	archive,
	screen: async (text) => {
		order.push('screened');
		return reading(LABELLED[text] ?? 'none');
	},
	reply: () =>
		async function* (question) {
			order.push('asked');
			asked.push(question);
			yield 'one ';
			yield 'two';
		},
	now: () => ++clock,
	changed: () => undefined,
	planned: () => order.push('planned'),
	settled: (outcome) => order.push(outcome),
	unsaved: () => order.push('unsaved'),
	plainTitle: () => 'A chat',
	...over
});

export const open = (over: Partial<Surroundings> = {}) => new Conversation(row, [], around(over));

/** A fresh device and nothing asked yet. */
export function reset() {
	archive = memoryArchive();
	clock = 1000;
	asked = [];
	order = [];
}
