import { LABELS, type Label } from '$lib/intent/labels';
import type { Meaning, Sidecar } from './map';
import type { Target } from './shape';
import { NO_LABEL } from './source-labels';

export type GuessedMap = {
	readonly map: NonNullable<Sidecar['map']>;
	readonly targets: readonly Target[];
	/** Labels whose meaning only a person can say. */
	readonly unsure: readonly string[];
};

/** What a set that tells suicidal from not suicidal can answer for. */
export const ANY_SELF_HARM: Target = {
	name: 'any self-harm',
	labels: ['self-harm/ideation', 'self-harm/intent', 'self-harm/instructions']
};

const SELF_HARM =
	/suicid|self ?harm|self ?injur|suizid|selbstmord|selbstverletz|autol[ei]s|autoles|自杀|自殺|自伤|自傷|자살|자해|आत्महत्या/;
const NEGATED = /^(no|non|not|without|kein|sin|sans|ohne) \S|无关|無關/;

const only = (label: Label): Meaning => ({ yes: [label], unknown: 'rest' });
const target = (holds: boolean): Meaning => ({ targets: { [ANY_SELF_HARM.name]: holds } });

/** The first that fits counts. Coarse words leave the other labels unknown: a set about sadness never looked for threats. */
const RULES: readonly (readonly [RegExp, Meaning])[] = [
	[/^(un(labell?ed|known|clear|decided)|n\/?a|nan|null|\?|ambiguous|spam)$/, 'ignore'],
	[
		/^(neutral|normal|safe|harmless|benign|ordinary|everyday|small ?talk|chit ?chat|other|oos)$/,
		'other'
	],
	[/^(suicidal )?ideation$/, only('self-harm/ideation')],
	[/^(suicid(e|al) )?(intent|plan|attempt)$/, only('self-harm/intent')],
	[/^(threat(s|ening)?|violent threat)$/, only('violence/threat')],
	[/^(anger|angry|rage)$/, only('violence/anger')],
	[/^(domestic violence|abuse victim|victim)$/, only('violence/victim')],
	[
		/^(depress(ion|ed|ive)|distress(ed)?|stress(ed)?|sad(ness)?|hopeless(ness)?|grief|despair)$/,
		only('self-harm/distress')
	]
];

/** A first map from names alone, for a person to check. Our own names, in any spelling, mean themselves. */
export function guessMap(labels: Iterable<string>): GuessedMap {
	const names = [...labels];
	const found = names.map((name) => [name, guess(name, names.length)] as const);
	const sure = found.filter((pair): pair is readonly [string, Meaning] => pair[1] !== undefined);
	const map = Object.fromEntries(sure);
	const usesTarget = sure.some(
		([, meaning]) => typeof meaning === 'object' && 'targets' in meaning
	);
	return {
		map,
		targets: usesTarget ? [ANY_SELF_HARM] : [],
		unsure: found.filter(([, meaning]) => meaning === undefined).map(([name]) => name)
	};
}

function guess(name: string, of: number): Meaning | undefined {
	// Where no row has a label, nobody has looked; where some have, the others were looked at.
	if (name === NO_LABEL) return of > 1 ? 'other' : 'unknown';
	const own = LABELS.find((label) => plain(label) === plain(name));
	if (own) return [own];
	const words = name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s_-]+/g, ' ')
		.trim();
	if (NEGATED.test(words)) return SELF_HARM.test(words) ? target(false) : 'other';
	const rule = RULES.find(([pattern]) => pattern.test(words));
	if (rule) return rule[1];
	return SELF_HARM.test(words) ? target(true) : undefined;
}

function plain(name: string): string {
	return name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s_/.:-]+/g, '');
}
