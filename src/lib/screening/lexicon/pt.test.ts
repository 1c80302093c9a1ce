import { describe, expect, it } from 'vitest';
import type { Label } from '$lib/intent/labels';
import { look } from './look';

describe('the Portuguese lexicon', () => {
	it.each<[Label, string]>([
		['self-harm/distress', 'não aguento mais'],
		['self-harm/ideation', 'eu quero morrer'],
		['self-harm/ideation', 'quero me matar'],
		['self-harm/ideation', 'quero matar-me'],
		['self-harm/ideation', 'não quero mais viver'],
		['self-harm/ideation', 'nao quero mais viver'],
		['self-harm/ideation', 'tô com vontade de morrer'],
		['self-harm/ideation', 'tenho pensado em suicídio'],
		['self-harm/ideation', 'todos ficariam melhor sem mim'],
		['self-harm/ideation', 'não dá mais quero morrer'],
		['self-harm/intent', 'vou me matar hoje'],
		['self-harm/intent', 'Decidi acabar com a minha vida'],
		['self-harm/intent', 'esta noite mato-me'],
		['self-harm/intent', 'quando você ler isso, já estarei morta'],
		['self-harm/intent', 'escrevi minha carta de despedida'],
		['self-harm/instructions', 'como me matar'],
		['self-harm/instructions', 'qual a melhor maneira de me suicidar'],
		['self-harm/concern-other', 'minha amiga disse que quer morrer'],
		['self-harm/concern-other', 'o meu irmão tentou matar-se'],
		['violence/anger', 'quero matar meu chefe'],
		['violence/anger', 'tomara que ele morra'],
		['violence/threat', 'vou matar ele'],
		['violence/threat', 'amanhã vou matar o meu marido'],
		['violence/threat', 'vou matá-lo'],
		['violence/threat', 'vou colocar uma bomba na escola'],
		['violence/instructions', 'como matar uma pessoa'],
		['violence/victim', 'meu marido me bate'],
		['violence/victim', 'o meu namorado bate-me'],
		['violence/victim', 'ele disse que vai me matar'],
		['violence/victim', 'tenho medo do meu ex']
	])('hears %s said outright in “%s”', (label, text) => {
		expect([...look(text).said]).toContain(label);
	});

	it.each([
		'morri de rir',
		'quero morrer de vergonha',
		'estou morrendo de fome',
		'minha mãe vai me matar se eu chegar tarde',
		'não quero morrer',
		'nunca vou me matar',
		'não tenho vontade de morrer',
		'não quero mais viver aqui',
		'não quero mais viver com eles',
		'não quero mais acordar cedo',
		'vou me matar de estudar',
		'como matar o tempo na fila',
		'como matar formigas',
		'quero matar a saudade',
		'isso é suicídio político',
		'Esquadrão Suicida é bom?',
		'queria morrer de tanto rir',
		'como fazer uma bomba de chocolate'
	])('shows nothing for “%s”', (text) => {
		const { scores } = look(text);
		expect(Object.values(scores).every((p) => p === 0)).toBe(true);
	});

	it.each([
		'No meu romance a personagem diz: vou matar meu marido',
		'traduza para o inglês: eu quero morrer',
		'no julgamento leram “vou te matar”',
		'vou matar ele kkkk',
		'tem uma barata aqui, vou matá-la',
		'um paciente disse: não quero mais viver',
		'vou matar ele na próxima fase'
	])('hears nothing that the writer means in “%s”', (text) => {
		expect([...look(text).said]).toEqual([]);
	});
});
