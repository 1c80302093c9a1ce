import type { Lexicon } from './lexicon';

const WILL =
	'(?:(?:eu )?(?:vou|irei|decidi|pretendo|planejo|planeio)|(?:eu )?(?:estou|tô|tou) (?:prestes a|decidid[oa] a|a ponto de|a planear|planejando)|tomei a decisão de)';
const NO = '(?:não|naum|num|n)';
/** Not "morrer de rir" or "morrer velhinho". */
const DIE =
	'(?:morrer(?! (?:de|por|pela?s?|com|na|no|em|nos|nas|velh|feliz|aos|sem|como|ao|antes|ric[oa]|jovem))|estar mort[oa](?! de))';
/** Not "viver aqui" or "viver contigo". */
const LIVE =
	'(?:viver(?! (?:aqui|aí|lá|com|em|na|no|nos|nas|assim|sem|sozinh|longe|num|numa|de|d[oa]s?|à|ao|esta|este|isso|isto|uma?|como|contigo))|existir|(?:estar|continuar|ficar) viv[oa]|continuar (?:vivendo|a viver)|acordar(?= (?:mais|nunca mais)))';
const MYSELF =
	'(?:(?:me matar|matar-me)(?! (?:de|a|na|no|para|pra))|me suicidar|suicidar-me|cometer suicídio|me cortar(?! (?:o|a|os|as|com))|me machucar de propósito|magoar-me de propósito|tirar (?:a )?minha (?:própria )?vida|acabar com (?:a )?minha (?:própria )?vida|pôr (?:um )?fim à minha (?:própria )?vida|dar (?:um )?fim (?:à|na) minha (?:própria )?vida|sumir (?:para|pra) sempre|desaparecer (?:para|pra) sempre)';
/** A person and not "o chefão" or "um mosquito". */
const PERSON =
	'(?:(?:o )?meu (?:chefe|patrão|ex|ex-marido|ex-namorado|marido|namorado|pai|padrasto|irmão|vizinho|professor|colega|filho|sogro)|(?:a )?minha (?:chefe|patroa|ex|ex-mulher|ex-namorada|mulher|esposa|namorada|mãe|madrasta|irmã|vizinha|professora|colega|filha|sogra|família)|(?:os )?meus (?:pais|filhos|colegas|vizinhos)|(?:esse|este|aquele) (?:homem|cara|gajo|tipo|desgraçado|filho da puta|babaca)|(?:essa|esta|aquela) (?:mulher|gaja|vaca|vadia|desgraçada)|alguém|uma pessoa|outra pessoa|um homem|uma mulher|toda a gente|todo mundo)';
const OTHER =
	'(?:(?:o )?meu|(?:a )?minha|um|uma|nosso|nossa) (?:melhor )?(?:amig[oa]|irmão|irmã|mãe|pai|filh[oa]|namorad[oa]|marido|mulher|espos[oa]|companheir[oa]|prim[oa]|coleg[ao]|alun[oa]|ti[oa]|vizinh[oa])';
const DANGER =
	'(?:(?:o )?meu (?:marido|namorado|ex|ex-marido|ex-namorado|companheiro|pai|padrasto|irmão|patrão|tio)|(?:a )?minha (?:mulher|esposa|namorada|mãe|madrasta|ex|companheira))';
const SOMEBODY = `(?:${DANGER}|ele|ela)`;
const THEY_DIE =
	'(?:morrer|se matar|matar-se|se suicidar|suicidar-se|tirar (?:a )?(?:própria )?vida|acabar com a (?:própria )?vida|se cortar|pôr fim à vida)';

/** Portuguese, of Portugal and of Brazil, with and without accents. */
export const pt: Lexicon = {
	spaced: true,
	script: 'Latin',
	phrases: {
		'self-harm/distress': [
			`${NO} aguento mais(?! (?:esperar|de))`,
			`${NO} aguento mais (?:isso|isto|essa vida|esta vida)`,
			'(?:eu )?me odeio',
			'odeio-me',
			`(?:eu )?${NO} (?:valho|presto para|presto pra|sirvo para|sirvo pra) nada`,
			'(?:me sinto|sinto-me|estou|tô|tou) (?:tão |completamente |totalmente )?(?:vazi[oa] por dentro|desesperad[oa]|sem esperança|inútil)',
			'ninguém (?:se importa comigo|gosta de mim|me ama)'
		],
		'self-harm/ideation': [
			`(?:quero|queria mesmo|gostaria de|gostava de|só quero|preciso) (?:muito |mesmo |só |apenas )?(?:${DIE}|${MYSELF})`,
			'(?:queria|quem me dera) (?:estar mort[oa](?! de)|não acordar mais|nunca mais acordar|não ter nascido|nunca ter nascido)',
			`(?:já )?${NO} (?:quero|queria) (?:mais )?${LIVE}`,
			`(?:já )?${NO} (?:quero|aguento) mais (?:${LIVE}|acordar(?! (?:cedo|às|tarde|de|com|na|no|em|sozinh)))`,
			`vontade de (?:${DIE}|${MYSELF})`,
			`(?:${NO} (?:tenho|sinto) (?:mais )?|perdi a |sem )vontade de ${LIVE}`,
			`(?:penso|pensando|pensei|a pensar|tenho pensado) (?:muito |sempre |só |muitas vezes |seriamente )?em (?:suicídio|morrer|${MYSELF})`,
			'(?:tenho|tendo|tenho tido|a ter) (?:muitos )?pensamentos suicidas',
			`${NO} (?:tenho|vejo|há) (?:mais )?(?:nenhuma? )?(?:razão|razões|motivos?) (?:para|pra|de) ${LIVE}`,
			'(?:estariam|ficariam|ficarão|estaria|ficaria|vão ficar|vai ficar|ficam|estão) (?:bem |muito )?melhor sem mim',
			`cansad[oa] de ${LIVE}`
		],
		'self-harm/intent': [
			`${WILL} (?:${MYSELF}|morrer (?:hoje|esta noite|amanhã))`,
			'(?:eu )?decidi morrer',
			'(?:hoje|amanhã|esta noite|hoje à noite|hoje de noite) (?:eu )?(?:me mato|mato-me|me suicido|suicido-me|acabo com a minha vida|tiro a minha vida)',
			'(?:eu )?(?:me mato|mato-me|me suicido|suicido-me) (?:hoje|amanhã|esta noite)',
			'quando (?:você|vc|vocês|tu) (?:ler|lerem|leres|estiver lendo|estiverem lendo) (?:isto|isso|esta carta|essa carta|esta mensagem|essa mensagem),? (?:eu )?(?:já )?(?:estarei mort[oa]|vou estar mort[oa]|não (?:estarei|vou estar) mais (?:viv[oa]|aqui))',
			'quando leres (?:isto|esta carta|esta mensagem),? (?:eu )?já (?:estarei mort[oa]|não estarei (?:viv[oa]|cá))',
			'(?:escrevi|estou escrevendo|estou a escrever) (?:a )?(?:minha|uma) carta de (?:despedida|suicídio)',
			`(?:(?:amanhã|semana que vem),? (?:eu )?(?:já )?${NO} (?:vou estar|estarei) (?:mais )?viv[oa]|${NO} (?:vou estar|estarei) (?:mais )?viv[oa] (?:amanhã|semana que vem))`,
			'(?:acabei|acabo) de (?:tentar (?:me matar|matar-me|suicídio)|me cortar de propósito)',
			'tentei (?:me matar|matar-me|me suicidar|suicidar-me) (?:hoje|ontem|esta noite|agora)'
		],
		'self-harm/instructions': [
			`(?:como (?:(?:eu )?(?:posso|poderia|faço (?:para|pra)|devo) |fazer (?:para|pra) |é que (?:eu )?posso )?|melhor (?:maneira|forma) de |(?:maneiras?|formas?|métodos?|jeitos?) (?:de|para|pra) )(?:${MYSELF}|se suicidar|(?:morrer|me matar) sem (?:dor|sofrer|sofrimento|sentir dor))`,
			'suicídio (?:sem dor|indolor)',
			'métodos? de suicídio',
			'como (?:esconder|escondo) (?:os )?(?:meus )?cortes (?:d[oa]s? braços?|no braço)'
		],
		'self-harm/concern-other': [
			`${OTHER} (?:(?:me )?(?:diz|disse|fala|falou) (?:-me )?que )?(?:quer|queria|pensa em|tem vontade de|fala em|ameaça) ${THEY_DIE}`,
			`${OTHER} (?:se corta|corta-se|se automutila|está se cortando|anda a cortar-se|é suicida|tem pensamentos suicidas|tentou (?:se matar|matar-se|o suicídio|suicídio|se suicidar|suicidar-se)|pensa em suicídio)`,
			`(?:me disse|disse-me|me falou|me contou) que (?:quer|queria|vai|ia|pensa em) ${THEY_DIE}`,
			'(?:ele|ela) (?:quer|vai|ameaça|ameaçou) (?:se matar|matar-se|se suicidar|suicidar-se)'
		],
		'violence/anger': [
			`(?:quero|tenho vontade de|estou com vontade de|tô com vontade de) (?:muito )?(?:(?:matá|espancá|esfaqueá)-?l[oa]s?|(?:matar|espancar|esfaquear|esganar) (?:ele|ela|eles|você|vc|${PERSON})|te matar|matar-te|partir a cara d(?:ele|ela)|quebrar a cara d(?:ele|ela))`,
			'(?:tomara|espero) que (?:ele|ela|eles|elas) morra(?:m)?(?! de)',
			'(?:ele|ela|eles|elas) merece(?:m)? (?:morrer|a morte)'
		],
		'violence/threat': [
			`${WILL} (?:te matar|matar-te|(?:matá|esfaqueá|assassiná)-?l[oa]s?|(?:matar|esfaquear|assassinar|balear) (?:ele|ela|eles|elas|você|vc|vocês|${PERSON})|te esfaquear|dar um tiro (?:nele|nela|em você|em ti))`,
			'(?:te matarei|matar-te-ei|eu (?:o|a|os) matarei)',
			'(?:vou|irei|decidi) (?:atirar|fazer um massacre|(?:colocar|pôr|botar) uma bomba|explodir|tocar fogo|pôr fogo|incendiar) (?:n[oa] |em |[oa] )?(?:minha |meu )?(?:escola|colégio|faculdade|igreja|mesquita|sinagoga|trabalho|escritório|empresa)'
		],
		'violence/instructions': [
			`como (?:(?:eu )?(?:posso|poderia|faço (?:para|pra)|devo) |fazer (?:para|pra) |é que (?:eu )?posso |se pode )?(?:matar|assassinar) (?:${PERSON}|ele|ela)`,
			'como (?:posso |faço (?:para|pra) )?(?:fazer|fabricar|construir|faço|montar) uma bomba(?! (?:de (?:banho|chocolate|água|sal)|calórica|atômica|atómica|nuclear|d.água))'
		],
		'violence/victim': [
			`${DANGER} (?:sempre |às vezes |ontem |hoje |já )?(?:me (?:bate|bateu|agride|agrediu|espanca|espancou|estupra|estuprou|violou|maltrata|tranca)|bate-me|bateu-me|agride-me|agrediu-me|maltrata-me|violou-me|abusa de mim|abusou de mim)`,
			'(?:ele|ela) (?:sempre |ontem |hoje )?(?:me (?:bate|bateu|agride|agrediu|espanca|espancou|estuprou|violou)|bate-me|bateu-me|agride-me|agrediu-me|violou-me|abusa de mim|abusou de mim)(?! (?:n[oa]|por|com|a))',
			`(?:apanho|apanhei) d(?:o meu|a minha|e meu|e minha) (?:marido|namorado|pai|padrasto|companheiro|mulher|mãe|namorada|esposa)`,
			`${SOMEBODY} (?:(?:me )?(?:ameaça|ameaçou)|(?:disse|diz|falou) que (?:vai|ia)|tentou|quer) (?:me matar|matar-me)(?! (?:de|se|quando|com))`,
			`${SOMEBODY} (?:me (?:ameaça|ameaçou)|ameaça-me|ameaçou-me) de morte`,
			'(?:tenho|com|sinto) medo (?:do meu (?:marido|namorado|ex|pai|padrasto|companheiro)|(?:de )?que (?:ele|ela) me (?:mate|bata))'
		]
	},
	idioms: [
		'(?:morrer|morrendo|morro|morri|mort[oa]) de (?:rir|riso|fome|sede|vergonha|calor|frio|sono|medo|amores?|amor|tédio|saudades?|cansaço|inveja|raiva|susto|preguiça|curiosidade)',
		'(?:vai|vão|vou|quer) (?:me |te )?matar(?:-me|-te)?,? (?:se|quando|porque|por)',
		'(?:me matar|matar-me) (?:de (?:rir|trabalhar|estudar|vergonha|fome|susto)|a (?:estudar|trabalhar|treinar))',
		'(?:matar|matando|mata) (?:o tempo|tempo|a fome|a sede|a saudade|saudades?|aula|a aula|a charada|o chefão|o boss|o processo|um leão|dois coelhos|a curiosidade|a vontade|a bola)',
		'suicídio (?:político|profissional|social|comercial)',
		'esquadrão suicida',
		'setembro amarelo',
		'(?:prevenção (?:do|ao)|taxas? de) suicídio'
	],
	frames: [
		'(?:romances?|contos?|histórias?|roteiros?|guião|personagens?|protagonistas?|vilã|vilão|cenas?|filmes?|séries?|novelas?|episódios?|letras?|músicas?|canção|canções|poemas?|capítulos?|diálogos?|falas?|livros?|peça|anime|mangá)',
		'(?:notícias?|reportagem|artigos?|manchetes?|jornal|jornais|julgamento|tribunal|testemunhas?|acusad[oa])',
		'(?:traduz|traduza|traduzir|tradução|significa|quer dizer)',
		'(?:pacientes?|jogos?|partida|fase|chefão|boss|nível|minecraft|fortnite|free fire|xadrez)',
		'(?:mosquitos?|pernilongos?|moscas?|formigas?|aranhas?|baratas?|vespas?|ratos?|plantas?|ervas|bactérias?|vírus|zumbis?|zombies?|monstros?|dragão)',
		'(?:k{2,}|(?:rs){2,}|(?:ha){2,}h?|(?:he){2,}|(?:hua){2,}|lol|xd|brincadeira|brincando|brincar|zoeira|piada|😂|🤣)'
	],
	negations: {
		before: ['não', 'nao', 'nunca', 'jamais', 'nem', 'sem', 'deixei de', 'parei de'],
		after: []
	}
};
