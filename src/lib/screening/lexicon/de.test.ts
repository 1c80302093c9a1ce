import { describe, expect, it } from 'vitest';
import type { Label } from '$lib/intent/labels';
import { look } from './look';

describe('the German lexicon', () => {
	it.each<[Label, string]>([
		['self-harm/distress', 'ich kann nicht mehr'],
		['self-harm/ideation', 'ich will sterben'],
		['self-harm/ideation', 'Ich möchte einfach nur noch sterben.'],
		['self-harm/ideation', 'ich moechte tot sein'],
		['self-harm/ideation', 'Ich will nicht mehr leben'],
		['self-harm/ideation', 'ich will mich umbringen'],
		['self-harm/ideation', 'Ich habe Suizidgedanken'],
		['self-harm/ideation', 'ich denke ständig daran, mich umzubringen'],
		['self-harm/ideation', 'ich kann nicht mehr ich will nicht mehr leben'],
		['self-harm/ideation', 'alle wären besser dran ohne mich'],
		['self-harm/intent', 'Ich werde mich heute Nacht umbringen'],
		['self-harm/intent', 'heute abend bringe ich mich um'],
		['self-harm/intent', 'ich habe beschlossen, mir das Leben zu nehmen'],
		['self-harm/intent', 'Wenn du das liest, bin ich schon tot'],
		['self-harm/intent', 'ich habe meinen Abschiedsbrief geschrieben'],
		['self-harm/instructions', 'wie kann ich mich umbringen'],
		['self-harm/instructions', 'wie bringe ich mich am besten um?'],
		['self-harm/concern-other', 'meine beste Freundin sagt, sie will sterben'],
		['self-harm/concern-other', 'mein Bruder hat versucht, sich umzubringen'],
		['violence/anger', 'ich will meinen Chef umbringen'],
		['violence/anger', 'ich hoffe, er stirbt'],
		['violence/threat', 'Ich werde ihn töten'],
		['violence/threat', 'ich bringe meinen Mann morgen um'],
		['violence/threat', 'ich bring dich um!'],
		['violence/threat', 'ich werde meine Schule anzünden'],
		['violence/instructions', 'wie kann ich jemanden umbringen'],
		['violence/victim', 'mein Mann schlägt mich'],
		['violence/victim', 'mein Freund schlaegt mich'],
		['violence/victim', 'er schlägt mich jeden Tag'],
		['violence/victim', 'er hat gedroht, mich umzubringen'],
		['violence/victim', 'ich habe Angst vor meinem Ex']
	])('hears %s said outright in “%s”', (label, text) => {
		expect([...look(text).said]).toContain(label);
	});

	it.each([
		'ich lach mich tot',
		'ich könnte vor Scham sterben',
		'ich will nicht sterben',
		'ich werde mich nicht umbringen',
		'ich wollte mich nie umbringen',
		'ich bringe dich um acht zum Bahnhof',
		'ich bringe ihn um halb zehn ins Bett',
		'das bringt mich um den Schlaf',
		'meine Mutter bringt mich um, wenn sie das sieht',
		'ich bring dich um, wenn du das Ende verrätst',
		'ich will nicht mehr in Berlin leben',
		'ich kann nicht mehr schlafen',
		'wie tötet man einen Prozess unter Linux',
		'die Zeit totschlagen',
		'das war politischer Selbstmord',
		'wie backe ich eine Eisbombe',
		'mein Bruder schlägt mich im Schach',
		'Badebombe selber machen'
	])('shows nothing for “%s”', (text) => {
		const { scores } = look(text);
		expect(Object.values(scores).every((p) => p === 0)).toBe(true);
	});

	it.each([
		'In meinem Krimi sagt der Mörder: ich werde ihn töten',
		'Übersetze ins Englische: ich will sterben',
		'Vor Gericht sagte er „ich bringe dich um“',
		'an der Wand stand „ich bringe dich um“',
		'sie schrieb »ich will sterben« in ihr Heft',
		'ich bring ihn um haha',
		'da ist eine Mücke, ich bring sie um',
		'eine Patientin sagt: ich will nicht mehr leben',
		'ich werde ihn im letzten Level töten'
	])('hears nothing that the writer means in “%s”', (text) => {
		expect([...look(text).said]).toEqual([]);
	});
});
