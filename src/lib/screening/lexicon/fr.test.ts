import { describe, expect, it } from 'vitest';
import type { Label } from '$lib/intent/labels';
import { look } from './look';

describe('the French lexicon', () => {
	it.each<[Label, string]>([
		['self-harm/distress', "je n'en peux plus"],
		['self-harm/ideation', 'je veux mourir'],
		['self-harm/ideation', "j'ai envie de me suicider"],
		['self-harm/ideation', 'Je ne veux plus vivre.'],
		['self-harm/ideation', 'jai plus envie de vivre'],
		['self-harm/ideation', "J'ai des pensées suicidaires"],
		['self-harm/ideation', 'jai des pensees suicidaires'],
		['self-harm/ideation', 'ils seraient mieux sans moi'],
		['self-harm/ideation', "j'en peux plus je veux mourir"],
		['self-harm/intent', 'je vais me suicider'],
		['self-harm/intent', "J'ai décidé de mettre fin à mes jours"],
		['self-harm/intent', 'ce soir je me tue'],
		['self-harm/intent', 'Quand tu liras ce message, je serai déjà morte'],
		['self-harm/intent', "j'ai écrit ma lettre d'adieu"],
		['self-harm/instructions', 'comment me suicider'],
		['self-harm/instructions', 'comment mourir sans souffrir ?'],
		['self-harm/concern-other', "ma meilleure amie dit qu'elle veut mourir"],
		['self-harm/concern-other', 'mon frère a essayé de se tuer'],
		['violence/anger', "j'ai envie de tuer mon patron"],
		['violence/anger', "j'espère qu'il va crever"],
		['violence/threat', 'demain je vais tuer mon mari'],
		['violence/threat', 'Je vais le tuer.'],
		['violence/threat', "je vais mettre le feu à l'école"],
		['violence/instructions', "comment tuer quelqu'un"],
		['violence/victim', 'mon mari me frappe'],
		['violence/victim', "il a menacé de me tuer, il m'a encore frappée"],
		['violence/victim', "j'ai peur de mon ex"]
	])('hears %s said outright in “%s”', (label, text) => {
		expect([...look(text).said]).toContain(label);
	});

	it.each([
		'je suis mort de rire',
		'je veux mourir de honte',
		"j'aimerais mourir vieux et en bonne santé",
		'ma mère va me tuer si je rentre tard',
		'je vais te tuer si tu manges mon dessert',
		"je n'ai pas envie de mourir",
		"je n'ai pas du tout envie de mourir",
		'je ne vais pas me suicider',
		"je n'ai jamais eu envie de me tuer",
		'je ne veux plus vivre ici',
		'je ne veux plus vivre avec mes colocataires',
		'je me tue à le répéter',
		'je vais me tuer à la tâche',
		'comment tuer le temps dans le train',
		'comment tuer les moustiques',
		'comment faire une bombe de bain',
		"c'était un suicide politique",
		'le taux de suicide baisse',
		'Suicide Squad, ça vaut le coup ?',
		'je veux en finir avec ce dossier',
		'il me bat toujours aux échecs',
		"on tue l'ambiance, je veux partir"
	])('shows nothing for “%s”', (text) => {
		const { scores } = look(text);
		expect(Object.values(scores).every((p) => p === 0)).toBe(true);
	});

	it.each([
		'Dans mon roman, le héros dit : je vais tuer mon frère',
		'traduis en anglais : je veux mourir',
		'le procès : il avait écrit « je vais te tuer »',
		'il avait écrit « je vais te tuer » sur le mur',
		'je vais le tuer mdr',
		'il y a un moustique, je vais le tuer',
		'ma patiente dit : je ne veux plus vivre',
		'cette chanson, je veux mourir sur scène'
	])('hears nothing that the writer means in “%s”', (text) => {
		expect([...look(text).said]).toEqual([]);
	});
});
