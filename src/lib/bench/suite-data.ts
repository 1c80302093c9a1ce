import * as v from 'valibot';
import { LABELS } from '$lib/intent/labels';
import { fill } from '$lib/intent/reading';
import type { Sidecar } from './map';

const Line = v.object({
	id: v.string(),
	labels: v.array(v.picklist(LABELS)),
	text: v.string()
});

/** What the labels of a suite mean: what they say. */
const SIDECAR: Sidecar = {
	format: 'handrail-map/1',
	name: 'Behavioural suite, plain forms',
	columns: { id: 'id', text: 'text', labels: { kind: 'list', column: 'labels' }, lang: 'lang' },
	map: fill((label) => [label])
};

/**
 * A suite as labelled data, given the names and texts of its files: of each case the plain form, and the held-out sentences
 * that belong to no functionality. Conversations are left out, because their label is that of one turn.
 */
export function suiteData(files: readonly (readonly [string, string])[]) {
	const lines = files.flatMap(([name, text]) =>
		text.split('\n').flatMap((line) => {
			const row = line.trim() === '' ? undefined : v.safeParse(Line, JSON.parse(line));
			const lang = name.replace(/\.jsonl$/, '');
			return row?.success ? [`${JSON.stringify({ ...row.output, lang })}\n`] : [];
		})
	);
	return { name: 'suite.jsonl', blob: new Blob(lines), sidecar: SIDECAR, guessed: undefined };
}
