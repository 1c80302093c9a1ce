import type { Lexicon } from './lexicon';
import { respell } from './respell';

const WILL =
	"(?:je vais|j'vais|je m'apprête à|je suis sur le point de|je suis (?:décidée?|prête?|résolue?) à|j'ai (?:décidé de|l'intention de|prévu de|choisi de)|je (?:compte|prévois de))";
const WANT =
	"(?:je (?:veux|voudrais)|j'aimerais|j'ai(?: juste| vraiment| tellement| trop| tant| encore)? envie de)(?: juste| vraiment| seulement| simplement)?";
/** Not "mourir de rire" or "mourir vieux". */
const DIE =
	'(?:mourir(?! (?:de|pour|vieux|vieille|dans|avant|comme|un jour|en|au|chez|sur|avec|riche|heureu))|crever(?! (?:de|les?|la|un|une|des|mes|ses))|être morte?(?! (?:de|à))|ne plus être en vie)';
/** Not "vivre ici" or "vivre avec toi". */
const LIVE =
	'(?:vivre(?! (?:ici|là|avec|chez|dans|à|en|au|aux|comme|sous|seule?|sur|sans|cette|ces|ce|ça|la|ma|une?|des|loin|entre))|exister|être (?:en vie|de ce monde)|me réveiller(?! (?:à|avec|si|tôt|dans|chez|aussi|tard)))';
const MYSELF =
	"(?:me (?:tuer(?! (?:à|au|dans|avec|en|sur|pour|de))|suicider|donner la mort|mutiler|scarifier|faire du mal|foutre en l'air)|mettre fin à (?:mes jours|ma vie)|m'ôter la vie|m'enlever la vie|en finir avec (?:la|ma) vie)";
/** A person and not "le boss" or "un moustique". */
const PERSON =
	"(?:mon (?:patron|chef|boss|ex|mari|copain|mec|père|beau(?:-| )père|frère|voisin|prof|collègue|fils|propriétaire|coloc)|ma (?:femme|copine|meuf|mère|belle(?:-| )mère|soeur|sœur|voisine|prof|cheffe|patronne|collègue|fille|famille|coloc)|mes (?:parents|enfants|collègues|voisins|camarades)|(?:ce|cet|cette) (?:homme|femme|mec|type|gars|fille|connard|connasse|salope|salaud|enfoiré)|quelqu'un|une (?:autre )?personne|un (?:homme|être humain)|une femme|tout le monde)";
const OTHER =
	'(?:mon|ma|un|une|notre) (?:meilleure? |petite? )?(?:amie?|pote|copine|copain|frère|soeur|sœur|mère|maman|père|papa|fils|fille|mari|femme|compagnon|compagne|cousine?|collègue|élève|voisine?|enfant|coloc)';
const DANGER =
	'(?:mon (?:mari|ex|copain|mec|compagnon|conjoint|petit ami|père|beau(?:-| )père|frère|oncle|patron)|ma (?:femme|copine|mère|belle(?:-| )mère|compagne))';
const SOMEBODY = `(?:${DANGER}|il|elle)`;
const DIE_THEY =
	'(?:mourir|se (?:tuer|suicider|donner la mort|faire du mal|mutiler|scarifier)|mettre fin à ses jours|en finir avec la vie)';
const HOW =
	'comment (?:(?:puis-je|je peux|je pourrais|pourrais-je|je dois|faire pour|on peut|peut-on|je fais pour) )?';

/** French. A negation stands inside a clause, so what stands before "je" negates something else. */
export const fr: Lexicon = respell(
	{
		spaced: true,
		script: 'Latin',
		phrases: {
			'self-harm/distress': [
				"(?:je n'en|j'en) peux (?:vraiment )?plus",
				'je me (?:déteste|hais|dégoûte)',
				'je (?:ne )?(?:vaux|sers à) rien',
				'je me sens (?:tellement |si |complètement |vraiment )?(?:vide|inutile|désespérée?|abandonnée?|seule? au monde)',
				"je suis (?:désespérée?|au bout du rouleau|à bout(?! (?:de|d')))",
				"personne (?:ne )?(?:m'aime|tient à moi)",
				'je (?:ne )?tiens plus le coup'
			],
			'self-harm/ideation': [
				`${WANT} (?:${DIE}|${MYSELF}|disparaître (?:pour toujours|à jamais))`,
				'je veux en finir(?! ?[\\p{L}\\p{N}])',
				`(?<!(?:pas|plus|aucune|sans|jamais|une)(?: \\p{L}{1,12}){0,2} )envie de (?:${DIE}|${MYSELF})`,
				`je (?:ne )?(?:veux|voudrais) plus (?:${LIVE}|continuer à vivre)`,
				`(?:je n'ai|j'ai) (?:vraiment )?(?:plus|aucune)(?: aucune)? (?:envie|raison) de ${LIVE}`,
				`je n'ai plus de raisons? de ${LIVE}`,
				`je (?:pense|songe) (?:souvent |sans cesse |tout le temps |encore |parfois |beaucoup )?(?:à (?:${MYSELF}|mourir)|au suicide)`,
				"(?:j'ai|j'ai eu) des (?:pensées|idées|envies|pulsions) suicidaires",
				'je suis suicidaire',
				'(?:serait|seraient|irait|iraient|se porterait|se porteraient) (?:bien |beaucoup )?mieux sans moi',
				"j'aimerais (?:ne (?:plus|pas|jamais) me réveiller|m'endormir et ne (?:plus|jamais|pas) me réveiller)",
				"je voudrais (?:ne (?:plus|jamais) me réveiller|n'être jamais née?)",
				"j'aurais (?:préféré|aimé|voulu) ne jamais (?:naître|être née?|exister)",
				`(?:marre|fatiguée?|lasse?) de ${LIVE}`,
				"ma vie (?:ne )?vaut (?:plus|pas) la peine d'être vécue"
			],
			'self-harm/intent': [
				`${WILL} (?:${MYSELF}|mourir (?:ce soir|cette nuit|demain|aujourd'hui))`,
				"j'ai décidé (?:de mourir|d'en finir(?: avec (?:la|ma) vie)?(?! avec))",
				"(?:ce soir|cette nuit|demain|aujourd'hui),? (?:je me (?:tue|suicide)(?! (?:à|au))|je mets fin à (?:mes jours|ma vie)|j'en finis avec (?:la|ma) vie)",
				"je me (?:tue|suicide) (?:ce soir|cette nuit|demain|aujourd'hui)",
				'je mets fin à (?:mes jours|ma vie)',
				'quand (?:tu liras|vous lirez) (?:ce message|cette lettre|ceci|ces mots|ces lignes|ça),? je (?:serai (?:déjà )?morte?|(?:ne )?serai plus (?:là|en vie|de ce monde))',
				"(?:j'ai (?:déjà )?(?:écrit|rédigé)|j'écris|je viens d'écrire) (?:ma|une) lettre (?:d'adieux?|de suicide)",
				'(?:demain|la semaine prochaine),? je (?:ne )?serai plus (?:en vie|de ce monde)',
				"je viens (?:d'essayer|de tenter) de me (?:tuer|suicider)",
				"j'ai (?:essayé|tenté) de me (?:tuer|suicider) (?:ce soir|aujourd'hui|cette nuit|hier soir|hier)",
				'je viens de me (?:mutiler|scarifier|faire du mal)'
			],
			'self-harm/instructions': [
				`(?:${HOW}|(?:meilleure|plus simple) (?:façon|manière) de |(?:moyens?|méthodes?|façons?|manières?) (?:de|pour) )(?:${MYSELF}|se suicider|(?:mourir|me tuer|se tuer) sans (?:souffrir|douleur|avoir mal))`,
				'suicide (?:sans douleur|indolore)',
				'méthodes? de suicide',
				`${HOW}cacher (?:mes|ses|des) (?:scarifications|cicatrices d'automutilation)`
			],
			'self-harm/concern-other': [
				`${OTHER} (?:(?:me dit|m'a dit|dit|a dit|répète|m'a écrit) qu'(?:il|elle) )?(?:veut|voulait|voudrait|a envie de|pense à|parle de|menace de) ${DIE_THEY}`,
				`${OTHER} (?:se (?:scarifie|mutile|fait du mal)|est suicidaire|a des (?:pensées|idées|envies) suicidaires|a (?:essayé|tenté) de se (?:tuer|suicider)|a fait une tentative de suicide|pense au suicide)`,
				`(?:me dit|m'a dit|m'a écrit|répète) qu'(?:il|elle) (?:veut|voulait|va|allait|a envie de|avait envie de) ${DIE_THEY}`,
				'(?:il|elle) (?:veut|parle de|menace de) (?:se (?:tuer|suicider)|mettre fin à ses jours)'
			],
			'violence/anger': [
				`${WANT} (?:(?:le|la|les|te) (?:tuer|buter|frapper|tabasser|étrangler|massacrer|poignarder)|lui (?:casser la gueule|péter la gueule|faire la peau|faire du mal)|(?:tuer|buter|frapper|tabasser|étrangler|massacrer|poignarder) ${PERSON})`,
				"j'espère qu'(?:il|elle|ils|elles) (?:(?:va|vont) (?:mourir|crever)|crèvent?|meur(?:e|t|ent))(?! de)",
				'(?:il|elle|ils|elles) mérite(?:nt)? (?:de (?:mourir|crever)|la mort)'
			],
			'violence/threat': [
				`${WILL} (?:(?:le|la|les|te|vous) (?:tuer|buter|poignarder|assassiner|massacrer)|(?:tuer|buter|poignarder|assassiner|abattre|massacrer) ${PERSON}|lui faire la peau)`,
				'je (?:te|le|la|les|vous) (?:tuerai|buterai)',
				"(?:je vais|je veux|j'ai décidé de) (?:faire exploser|mettre le feu à|(?:poser|mettre) une bombe (?:à|dans)|tirer dans|faire un (?:carnage|massacre) (?:à|dans)) (?:(?:mon|ma|le|la|notre) |l')(?:école|lycée|collège|fac|bureau|boulot|travail|entreprise|église|mosquée|synagogue)"
			],
			'violence/instructions': [
				`${HOW}(?:tuer|assassiner) ${PERSON}`,
				`${HOW}(?:le|la) tuer sans (?:laisser de traces?|me faire prendre|être prise?)`,
				`${HOW}(?:faire|fabriquer|construire) une bombe(?! (?:de bain|à eau|effervescente|glacée|calorique|atomique|nucléaire))`
			],
			'violence/victim': [
				`${DANGER} (?:me (?:frappe|bat(?! (?:à|au|aux|en|sur|toujours))|tabasse|cogne|viole|harcèle|maltraite|séquestre)|m'a (?:encore |déjà |de nouveau )?(?:frappée?|tabassée?|violée?|étranglée?|giflée?|séquestrée?))`,
				"(?:il|elle) (?:me (?:frappe(?! par)|tabasse|viole|maltraite)|m'a (?:encore |déjà |de nouveau )?(?:frappée?|tabassée?|violée?|étranglée?)(?! (?:par erreur|sans faire exprès)))",
				`${SOMEBODY} (?:me menace|m'a menacée?) de (?:mort|me tuer|me frapper)`,
				`${SOMEBODY} (?:veut|a essayé de|a tenté de|a voulu) me tuer(?! (?:à|au|avec|de|si|quand))`,
				`${SOMEBODY} (?:dit|a dit|m'a dit|répète|jure) qu'(?:il|elle) (?:va|allait) me tuer`,
				`j'ai peur (?:de ${DANGER}|qu'(?:il|elle) me (?:tue|frappe))`
			]
		},
		idioms: [
			'(?:mourir|crever|meurs|crève|morte?) de (?:rire|faim|soif|honte|chaud|froid|peur|fatigue|sommeil|envie|chaleur|trouille|jalousie|rire)',
			"(?:mourir|crever|meurs|crève|morte?) d'(?:ennui|envie|impatience|amour|inquiétude)",
			'(?:gênée?|honte|embarrassée?|nulle?) que je (?:veux|voudrais) mourir',
			'(?:va|vont) me tuer,? (?:si|quand|parce|pour|car|en)',
			"(?:je vais|j'vais|je veux|j'ai envie de) (?:te|le|la|les|vous) (?:tuer|buter),? (?:si|au|aux|à|dans|sur)",
			'je te (?:tuerai|buterai),? (?:si|au|aux|à|dans|sur)',
			"(?:je n'en|j'en) peux plus de (?:rire|rigoler)",
			"(?:tuer|tue) (?:le (?:temps|boss|match|jeu|processus|suspense|game)|la poule|l'ambiance|l'ours|dans l'œuf|pour (?:un|une|des|du))",
			'suicides? (?:politique|professionnel|social|commercial|économique|squad)',
			'(?:prévention|taux) (?:du|de) suicide'
		],
		frames: [
			'(?:romans?|polars?|histoires?|contes?|récits?|scénarios?|personnages?|héros|héroïne|protagonistes?|méchante?|scènes?|films?|séries?|épisodes?|chansons?|paroles|poèmes?|chapitres?|dialogues?|répliques?|pièce|livres?|mangas?|bd)',
			'(?:actualités?|infos|journal|journaux|articles?|procès|tribunal|la cour|accusée?|témoins?)',
			'(?:tradui(?:s|re|t|sez)|traduction|veut dire|signifie)',
			'(?:patiente?s?|jeux?|partie|match|niveau|boss|manche|fifa|fortnite|minecraft|échecs)',
			'(?:moustiques?|fourmis?|araignées?|cafards?|guêpes?|mouches?|souris|rats?|plantes?|herbes|bactéries|microbes|virus|zombies?|monstres?|dragons?)',
			'(?:(?:ha){2,}h?|(?:ah){2,}|(?:hé){2,}|mdr+|ptdr+|lol|xd|jpp|je (?:plaisante|rigole|déconne|blague)|😂|🤣)'
		],
		negations: { before: ['sans que', 'faux que', 'vrai que', 'peur que'], after: [] }
	},
	{ "'": "'?" }
);
