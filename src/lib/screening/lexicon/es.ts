import type { Lexicon } from './lexicon';

const VOY =
	'(?:voy a|me voy a|vamos a|estoy a punto de|estoy decidid[oa] a|he decidido|decid[ií]|tengo decidido|pienso|planeo|tengo pensado)';
/** A person and not "mi personaje" or "un mosquito". */
const PERSON =
	'(?:mi (?:jef[ea]|ex|marido|mujer|espos[oa]|novi[oa]|pareja|padre|madre|pap[áa]|mam[áa]|padrastro|madrastra|herman[oa]|hij[oa]|vecin[oa]|profe(?:sora?)?|compañer[oa]|suegr[oa]|familia)|mis (?:padres|hijos|compañeros|vecinos)|(?:ese|este|esa|esta) (?:hombre|mujer|t[íi][oa]|tip[oa]|chic[oa]|cabr[óo]n|hij[oa] de puta)|alguien|una persona|un hombre|una mujer|otra persona)';
const OTHER =
	'(?:mi|una|un|nuestr[oa]) (?:mejor )?(?:amig[oa]|herman[oa]|mam[áa]|pap[áa]|madre|padre|hij[oa]|novi[oa]|espos[oa]|pareja|prim[oa]|compañer[oa]|alumn[oa]|t[íi][oa]|vecin[oa])';
const DANGER =
	'(?:mi (?:marido|esposo|esposa|mujer|novio|novia|pareja|ex|padre|padrastro|papá|madre|hermano|jefe)|[ée]l|ella)';

/** Spanish, of Spain and of the Americas, with and without accents. */
export const es: Lexicon = {
	spaced: true,
	script: 'Latin',
	phrases: {
		'self-harm/distress': [
			'(?:ya )?no puedo m[áa]s(?: con (?:esto|todo|mi vida))?',
			'(?:ya )?no aguanto m[áa]s',
			'me odio(?: a m[íi] mism[oa])?',
			'no valgo nada',
			'(?:me siento|estoy) (?:tan )?(?:vac[íi][oa]|desesperad[oa]|in[úu]til|complet(?:amente|o) sol[oa])',
			'a nadie le importo'
		],
		'self-harm/ideation': [
			'(?:me )?(?:quiero|quisiera|ojal[áa]|deseo) (?:morir(?:me)?|estar muert[oa]|desaparecer para siempre)',
			'me quiero (?:morir|matar)',
			'quiero (?:matarme|suicidarme|quitarme la vida|acabar con (?:todo|mi vida)|hacerme daño|cortarme)',
			'(?:ya )?no quiero (?:seguir )?(?:vivir|viviendo|vivir m[áa]s|estar viv[oa]|existir|despertar(?:me)?|estar aqu[íi])',
			'(?:pienso|pensando|he pensado) en (?:matarme|suicidarme|morir(?:me)?|el suicidio|quitarme la vida|hacerme daño)',
			'ganas de (?:morir(?:me)?|matarme|suicidarme|cortarme|hacerme daño|autolesionarme|no despertar)',
			'pensamientos suicidas',
			'no tengo (?:ninguna )?raz(?:[óo]n|ones) para (?:seguir )?vivi(?:r|endo)',
			'(?:estar[íi]an|est[áa]n) mejor sin m[íi]',
			'ojal[áa] no (?:despertara|hubiera nacido|despierte)',
			'me quiero (?:desvivir|unalive)',
			'desvivirme'
		],
		'self-harm/intent': [
			`${VOY} (?:a )?(?:matarme|suicidarme|quitarme la vida|acabar con (?:todo|mi vida)|morir(?:me)? (?:hoy|esta noche))`,
			'me acabo de intentar (?:matar|suicidar)|acabo de intentar (?:matarme|suicidarme|quitarme la vida)',
			'cuando (?:leas|lean|le[áa]is) esto,? (?:yo )?(?:ya )?(?:estar[ée] muert[oa]|no estar[ée](?! en))',
			'me voy a (?:matar|suicidar|quitar la vida|morir esta noche|desvivir)',
			'(?:hoy|esta noche|mañana) me (?:mato|suicido|quito la vida|voy para siempre)',
			'(?:escrib[íi]|escrito|escribiendo) (?:mi|una|la) (?:carta|nota) de (?:despedida|suicidio)',
			'esta es mi despedida',
			'(?:ya )?no (?:voy a )?estar(?:[ée])? (?:aqu[íi] )?(?:mañana|la semana que viene|la pr[óo]xima semana)',
			'me acabo de (?:cortar|hacer daño)'
		],
		'self-harm/instructions': [
			'(?:c[óo]mo (?:puedo |podr[íi]a )?|la mejor (?:manera|forma) de |formas? de |maneras? de |m[ée]todos? (?:para|de) )(?:matarme|suicidarme|suicidarse|morir(?:me)? sin dolor|quitarme la vida|cortarme)',
			'(?:suicidio|morir|muerte) (?:sin dolor|indolor[ao]?)',
			'm[ée]todos? de suicidio',
			'dosis (?:letal|mortal)'
		],
		'self-harm/concern-other': [
			`${OTHER} (?:(?:me )?(?:dice|dijo|ha dicho) que )?(?:se )?(?:quiere|quer[íi]a) (?:morir(?:se)?|matar(?:se)?|suicidar(?:se)?|quitarse la vida)`,
			`${OTHER} (?:se corta|se autolesiona|se est[áa] cortando|se hace daño|piensa en (?:matarse|suicidarse|morir)|es suicida)`,
			'(?:alguien|amig[oa]) que se quiere (?:suicidar|matar|morir)',
			'(?:quiere|quer[íi]a|intent[óo]|va a) (?:matarse|suicidarse|quitarse la vida)'
		],
		'violence/anger': [
			`(?:quiero|ganas de|quisiera|podr[íi]a) (?:matarl[oa]s?|matar a ${PERSON}|golpearl[oa]s?|partirle la cara|hacerles? daño|pegarle un tiro)`,
			'ojal[áa] (?:se muera|se mueran|lo maten|la maten)',
			'merece(?:n)? (?:morir|sufrir)'
		],
		'violence/threat': [
			'(?:l[oa]s?|te|os) voy a (?:matar|asesinar|apuñalar|disparar|golpear)',
			'(?:l[oa]s?|te) matar[ée]',
			`${VOY} (?:matarl[oa]s?|matarte|(?:matar|asesinar|apuñalar|disparar) a (?:${PERSON}|todos)|dispararle|apuñalarl[oa]|hacerle daño)`,
			'voy a (?:disparar|tirotear|poner una bomba|quemar) (?:en |a )?(?:la|mi|el) (?:escuela|colegio|instituto|oficina|trabajo|iglesia)',
			'(?:est[áa]|est[áa]s|es hombre) muert[oa] cuando'
		],
		'violence/instructions': [
			`c[óo]mo (?:puedo |se puede |podr[íi]a )?(?:(?:matar|asesinar) a ${PERSON}|matarl[oa] sin que)`,
			'c[óo]mo (?:hacer|fabricar|construir|hago) una bomba'
		],
		'violence/victim': [
			`${DANGER} (?:siempre |a veces |ayer |hoy )?me (?:pega|peg[óo]|golpea|golpe[óo]|maltrata|amenaza|amenaz[óo]|viol[óo]|encierra|acosa)`,
			'me (?:quiere|va a|amenaza con|amenaz[óo] con|dijo que me iba a|dice que me va a) matar',
			'(?:tengo miedo|me da miedo|le tengo miedo) (?:de|a) (?:mi (?:marido|esposo|novio|pareja|ex|padre|padrastro)|que me (?:pegue|mate))'
		]
	},
	idioms: [
		'(?:me (?:est[áa] matando|mata(?:n)?)|me muero) (?:de|el|la|los|las|este|esta|por) (?:risa|hambre|sed|sueño|calor|fr[íi]o|ganas|verg[üu]enza|amor|aburrimiento|examen|tarea|tr[áa]fico|cabeza|espalda|tareas|ex[áa]menes|pies)',
		'muert[oa] de (?:risa|hambre|sueño|fr[íi]o|calor|cansancio|miedo|sed)',
		'(?:mi )?(?:madre|mam[áa]|padre|pap[áa]|jef[ea]|novi[oa]|herman[oa]|profe) me (?:va a matar|mata) (?:si|cuando|por|como)',
		'me (?:va|van) a matar (?:si|cuando) (?:llego|ve|ven|se entera|saco|suspendo|sabe)',
		'matar (?:el tiempo|dos p[áa]jaros|el proceso|un proceso|zombis|al jefe final|mosquitos|hormigas)',
		'(?:suicidio|muerte) (?:pol[íi]tic[oa]|profesional|comercial|social)',
		'escuadr[óo]n suicida',
		'me quiero morir de (?:risa|verg[üu]enza|la risa)',
		'me (?:va|van|est[áa]|est[áa]n) (?:a )?(?:matar|matando) de (?:hambre|sed|risa|aburrimiento|sueño|calor|fr[íi]o|cansancio|amor|verg[üu]enza|un (?:susto|infarto|disgusto))',
		'(?:matar[íi]a|mataba) por (?:una?|unas|unos)'
	],
	frames: [
		'(?:novela|cuento|relato|gui[óo]n|personajes?|protagonista|escena|pel[íi]cula|serie|letra|canci[óo]n|poema|cap[íi]tulo|di[áa]logo)',
		'(?:noticias?|art[íi]culo|titular|juicio|tribunal|peri[óo]dico)',
		'(?:traduce|traducir|traducci[óo]n|qu[ée] significa)',
		'(?:pacientes?|en (?:el|este) (?:juego|partido|nivel))',
		'(?:a?(?:ja){2,}j?|jeje|es broma|xd)'
	],
	negations: { before: ['nunca', 'jam[áa]s', 'no', 'tampoco', 'sin', 'dej[ée] de'], after: [] }
};
