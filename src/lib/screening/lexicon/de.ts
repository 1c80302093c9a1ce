import type { Lexicon } from './lexicon';
import { respell } from './respell';

const WHEN =
	'(?:heute|heute (?:nacht|abend|noch)|morgen|jetzt|gleich|bald|nachher|noch heute|übermorgen)';
/** Where a clause ends: "ich bringe dich um" and not "ich bringe dich um acht zum Bahnhof". */
const END = '(?! ?[\\p{L}\\p{N}])';
const I_HAVE = '(?:ich hab(?:e)?|hab(?:e)?)';
const MYSELF =
	'(?:mich (?:selbst |selber )?umbringen|mir das leben nehmen|mein leben beenden|meinem leben ein ende setzen|selbstmord begehen|suizid begehen)';
const MYSELF_TO =
	'(?:mich (?:selbst |selber )?umzubringen|mir das leben zu nehmen|mein leben zu beenden|meinem leben ein ende zu setzen|selbstmord zu begehen|suizid zu begehen)';
const JUST = '(?:nur noch |einfach (?:nur )?(?:noch )?|wirklich |echt |endlich )?';
/** A person and not "die Mücke" or "den Prozess". */
const PERSON =
	'(?:meinen (?:chef|ex(?:-?(?:freund|mann))?|mann|freund|vater|stiefvater|bruder|nachbarn|lehrer|kollegen|sohn|vermieter|mitbewohner)|meine (?:chefin|ex(?:-?(?:freundin|frau))?|frau|freundin|mutter|stiefmutter|schwester|nachbarin|lehrerin|kollegin|tochter|eltern|familie|kollegen|mitschüler|kinder)|(?:diesen|den) (?:typen|kerl|mann|wichser|hurensohn|menschen)|diese (?:frau|schlampe)|dieses (?:arschloch|schwein)|jemanden|einen menschen|alle)';
const THEM = `(?:ihn|sie|dich|euch|${PERSON})`;
const OTHER =
	'(?:mein|meine|ein|eine|unser|unsere) (?:beste[rn]? |gute[rn]? )?(?:freund(?:in)?|schwester|bruder|mutter|vater|mama|papa|sohn|tochter|mann|frau|partner(?:in)?|cousine?|kolleg(?:e|in)|schüler(?:in)?|kind|kumpel|nachbar(?:in)?|mitbewohner(?:in)?)';
const DANGER =
	'(?:mein (?:mann|ex(?:-?(?:mann|freund))?|freund|vater|stiefvater|partner|bruder|onkel|chef)|meine (?:frau|freundin|mutter|stiefmutter|ex))';
const SOMEBODY = `(?:${DANGER}|er|sie)`;
const THEY_DIE =
	'(?:nicht mehr leben|sterben|tot sein|sich (?:selbst )?umbringen|sich das leben nehmen|sich etwas antun)';

/** German. Also with `ae`, `oe`, `ue`, `ss`, or without the dots. */
export const de: Lexicon = respell(
	{
		spaced: true,
		script: 'Latin',
		phrases: {
			'self-harm/distress': [
				`ich kann (?:einfach |echt |wirklich |langsam )?nicht mehr${END}`,
				'ich halte? (?:das|es|das alles) (?:einfach |alles |echt )?nicht mehr aus',
				`ich hasse mich(?: selbst| selber)?${END}`,
				'ich bin (?:so |völlig |total |einfach )?(?:wertlos|nichts wert|verzweifelt|hoffnungslos)',
				'ich fühle? mich (?:so |völlig |total |nur noch )?(?:leer|wertlos|hoffnungslos|nutzlos|völlig allein|ganz allein)',
				`(?:niemand|keiner) (?:liebt|braucht|vermisst) mich${END}`
			],
			'self-harm/ideation': [
				`ich (?:will|möchte|mag) ${JUST}(?:sterben|tot sein|${MYSELF}|mich (?:ritzen|selbst verletzen)|mir (?:etwas|was) antun|für immer verschwinden)(?! (?:vor|wie|wenn|als))`,
				`ich (?:will|möchte|mag|kann) ${JUST}nicht mehr (?:leben|weiterleben|existieren|aufwachen|da sein|am leben sein)${END}`,
				'ich wünscht(?:e)?,? ich (?:wär(?:e)? (?:tot|nie geboren(?: worden)?)|würde (?:einfach |morgen )?(?:nicht mehr|nie wieder|nie mehr) aufwachen)',
				`ich wär(?:e)? (?:lieber|am liebsten|gerne?) tot${END}`,
				`am liebsten (?:würde ich (?:nicht mehr aufwachen|tot sein|${MYSELF})|wär(?:e)? ich tot)`,
				`ich denke? (?:ständig |oft |immer |wieder |immer wieder |nur noch |dauernd |manchmal )?(?:an (?:selbstmord|suizid)|daran,? (?:${MYSELF_TO}|zu sterben|mich (?:zu ritzen|selbst zu verletzen)))`,
				`${I_HAVE} (?:wieder |oft |ständig )?(?:suizidgedanken|selbstmordgedanken|suizidale gedanken|suizidgedanken)`,
				'ich bin (?:suizidal|selbstmordgefährdet|suizidgefährdet|lebensmüde)',
				'(?:besser dran ohne mich|ohne mich (?:wären|sind|wär|ist) (?:alle|sie|meine familie|jeder) besser dran|ohne mich besser dran)',
				`(?:keinen (?:grund|sinn) mehr,? (?:zu leben|weiterzuleben|im leben)|keine lust mehr,? (?:zu leben|weiterzuleben|auf das leben|aufs leben)|keinen lebenswillen mehr)`,
				`gedanken,? ${MYSELF_TO}`,
				`ich überlege? (?:mir )?(?:oft |ständig |gerade )?,? ?${MYSELF_TO}`
			],
			'self-harm/intent': [
				`ich (?:werde|will) (?:mich|mir) ${WHEN} (?:umbringen|das leben nehmen)`,
				`ich werde (?:${WHEN} )?(?:${MYSELF}|mich ${WHEN} umbringen)`,
				'ich werde (?:heute (?:nacht|abend)|morgen) sterben',
				`ich bring(?:e)? mich (?:${WHEN} |wirklich |echt )?um${END}`,
				`${WHEN} bring(?:e)? ich mich (?:wirklich |endlich )?um${END}`,
				`${WHEN} (?:werde|will) ich ${MYSELF}`,
				`(?:ich nehme? mir (?:${WHEN} )?das leben|${WHEN} nehme? ich mir das leben)`,
				`(?:ich (?:beende|setze)|${WHEN} (?:beende|setze) ich) (?:${WHEN} )?(?:mein leben|meinem leben ein ende)${END}`,
				`${I_HAVE} (?:beschlossen|entschieden|vor|geplant|mich (?:dazu )?(?:entschieden|entschlossen)),? (?:${WHEN} )?(?:${MYSELF_TO}|zu sterben)`,
				'wenn (?:du|ihr|sie) (?:das|dies|das hier|diesen brief|diese nachricht|diese zeilen) (?:liest|lest|lesen),? bin ich (?:schon |bereits |längst )?(?:tot|nicht mehr am leben|gestorben)',
				`${I_HAVE} (?:schon |gerade |bereits )?(?:meinen|einen) abschiedsbrief (?:geschrieben|fertig)`,
				'ich schreibe? (?:gerade )?(?:meinen|einen) abschiedsbrief',
				'ich werde (?:morgen|nächste woche) nicht mehr (?:leben|am leben sein)',
				`${I_HAVE} (?:gerade|eben|heute|gestern|letzte nacht) versucht,? ${MYSELF_TO}`,
				`${I_HAVE} mich (?:gerade |eben |heute )?(?:wieder |schon wieder )?geritzt`
			],
			'self-harm/instructions': [
				'wie (?:kann|könnte|soll) ich mich (?:am (?:besten|schnellsten|einfachsten) |schmerzlos |schnell |selbst )?umbringen',
				`wie bring(?:e)? ich mich (?:am (?:besten|schnellsten|einfachsten) |schmerzlos |schnell |selbst )?um${END}`,
				`wie (?:kann|könnte) man sich (?:am (?:besten|schnellsten|einfachsten) |schmerzlos )?umbringen`,
				'wie (?:kann|könnte) ich (?:mir )?(?:schmerzlos|ohne schmerzen|schnell und schmerzlos|am besten) (?:sterben|das leben nehmen)',
				'wie (?:begehe ich|begeht man) (?:am besten )?(?:selbstmord|suizid)',
				'wie (?:sterbe ich|stirbt man) (?:schmerzlos|ohne schmerzen)',
				`(?:methoden?|möglichkeiten|wege|weg),? (?:um )?(?:${MYSELF_TO}|sich umzubringen|schmerzlos zu sterben)`,
				'(?:selbstmord|suizid)methoden?',
				'schmerzlose[rn]? (?:selbstmord|suizid)',
				'wie (?:verstecke|verberge) ich (?:meine )?(?:ritznarben|narben vom ritzen)'
			],
			'self-harm/concern-other': [
				`${OTHER} (?:(?:sagt|sagte|hat gesagt|schreibt|meint|hat mir (?:gesagt|geschrieben)),? (?:dass )?(?:er|sie|es) )?(?:will|wolle|möchte) ${JUST}${THEY_DIE}`,
				`dass? (?:er|sie) ${JUST}${THEY_DIE} (?:will|möchte|wollte|wird)`,
				`${OTHER} (?:ritzt sich|verletzt sich selbst|ist (?:suizidal|selbstmordgefährdet|suizidgefährdet)|hat (?:suizidgedanken|selbstmordgedanken)|hat versucht,? sich (?:umzubringen|das leben zu nehmen)|droht (?:damit,? sich umzubringen|mit selbstmord|mit suizid)|denkt an (?:selbstmord|suizid))`,
				`(?:er|sie) (?:will|möchte) sich (?:umbringen|das leben nehmen)`,
				'(?:er|sie) droht (?:damit)?,? sich (?:umzubringen|das leben zu nehmen)'
			],
			'violence/anger': [
				`ich (?:will|möchte) ${JUST}${THEM} ${JUST}(?:umbringen|töten|verprügeln|erwürgen|abstechen|erschießen|zusammenschlagen|tot sehen)`,
				'ich (?:hoffe|will|möchte),? (?:dass )?(?:er|sie|die) (?:stirbt|sterben|verreckt|krepiert)(?! (?:nicht|nie))',
				'(?:er|sie) (?:hat|haben) (?:es verdient,? zu sterben|den tod verdient)',
				`(?:er|sie|die) (?:soll|sollen) (?:sterben|verrecken|krepieren)${END}`
			],
			'violence/threat': [
				`ich werde (?:${WHEN} )?${THEM} (?:${WHEN} |alle )?(?:umbringen|töten|abstechen|erschießen|ermorden|kaltmachen|abknallen)`,
				`ich bring(?:e)? (?:${WHEN} )?${THEM} (?:${WHEN} |alle )?um${END}`,
				`${WHEN} (?:werde ich ${THEM} (?:umbringen|töten|abstechen|erschießen|ermorden)|bring(?:e)? ich ${THEM} um${END})`,
				`ich (?:stech(?:e)?|knall(?:e)?) ${THEM} (?:${WHEN} |alle )?ab${END}`,
				`${I_HAVE} (?:beschlossen|entschieden|vor|geplant|mich (?:dazu )?(?:entschieden|entschlossen)),? ${THEM} (?:umzubringen|zu töten|zu ermorden|zu erschießen|abzustechen)`,
				'ich (?:werde|will) (?:morgen )?(?:meine|die|unsere) (?:schule|uni|firma|kirche|moschee|synagoge) (?:in die luft (?:sprengen|jagen)|anzünden|niederbrennen)',
				'ich (?:werde|will) (?:morgen )?(?:in|an) (?:meiner|der|unserer) (?:schule|uni|arbeit|firma) (?:alle (?:erschießen|abknallen|umbringen)|amok laufen|um mich schießen)',
				`ich lauf(?:e)? (?:${WHEN} )?amok`
			],
			'violence/instructions': [
				`wie (?:kann|könnte|soll) (?:ich|man) ${PERSON} (?:unbemerkt |am besten )?(?:umbringen|töten|ermorden)`,
				`wie (?:bring(?:e)? ich|bringt man) ${PERSON} (?:unbemerkt |am besten )?um${END}`,
				`wie (?:töte|ermorde) ich ${PERSON}`,
				'wie (?:baue ich|baut man|bastelt man) eine bombe',
				'wie (?:kann|könnte) (?:ich|man) eine bombe (?:selber |selbst )?(?:bauen|basteln)'
			],
			'violence/victim': [
				`${DANGER} (?:verprügelt|misshandelt|bedroht|vergewaltigt|würgt|stalkt|schlägt) mich(?! (?:im|beim|in|vor|bei|als|mit|um|immer (?:im|beim)))`,
				`(?:er|sie) (?:verprügelt|misshandelt|vergewaltigt|würgt) mich`,
				`er schlägt mich(?: (?:jeden tag|oft|immer|immer wieder|wieder|ständig|schon wieder|manchmal))?${END}`,
				`${DANGER} hat mich (?:schon wieder |wieder |gestern |heute |gerade )?(?:geschlagen|verprügelt|vergewaltigt|gewürgt|misshandelt|bedroht|eingesperrt)`,
				'(?:er|sie) hat mich (?:schon wieder |wieder |gestern |heute |gerade )?(?:verprügelt|vergewaltigt|gewürgt|misshandelt)',
				`${SOMEBODY} (?:droht(?: mir)?(?: damit)?|hat (?:mir )?(?:damit )?gedroht),? mich (?:umzubringen|zu töten|zu schlagen|zu erschießen)`,
				`${SOMEBODY} (?:sagt|hat gesagt|schreibt),? (?:dass )?(?:er|sie) (?:mich umbringt|mich umbringen (?:wird|will)|wird mich umbringen|will mich umbringen|bringt mich um)`,
				`${SOMEBODY} hat versucht,? mich (?:umzubringen|zu töten|zu erwürgen)`,
				`(?:mein (?:mann|ex(?:-?(?:mann|freund))?|freund|vater|stiefvater)|er) will mich (?:umbringen|töten)${END}`,
				`${I_HAVE} (?:solche |so )?angst (?:vor meinem (?:mann|freund|vater|ex(?:-?(?:freund|mann))?|stiefvater|partner)|dass (?:er|sie) mich (?:umbringt|schlägt|tötet))`
			]
		},
		idioms: [
			'(?:bringt|bringen) mich um,? (?:wenn|weil|falls|sobald)',
			'(?:wird|werden) mich umbringen,? (?:wenn|weil|falls|sobald)',
			'ich (?:bring(?:e)?|werde) (?:dich|ihn|sie|euch) (?:um|umbringen),? (?:wenn|falls)',
			'(?:sterben vor|vor \\p{L}{2,14} sterben)',
			'zum sterben (?:schön|langweilig|süß|müde)',
			'(?:politischer|politischen|beruflicher|beruflichen|sozialer|wirtschaftlicher) selbstmord',
			'(?:prozess|prozesse|thread|task|zeit|endboss|boss|gegner) (?:töten|killen|totschlagen|umbringen)',
			'suicide squad'
		],
		frames: [
			'(?:roman(?:s|e|en|figur)?|krimis?|geschichten?|erzählung(?:en)?|drehbuch|figur(?:en)?|charakter(?:e|s)?|protagonist(?:in|en)?|bösewicht|szenen?|film(?:e|s|en)?|serien?|folge|lied(?:er)?|songs?|songtexte?|liedtext|gedichte?|kapitel|dialoge?|theaterstück|buch|buches|bücher|manga|anime)',
			'(?:in den nachrichten|artikel|schlagzeilen?|zeitung|gericht|prozess|urteil|zeuge|zeugen|angeklagte[rn]?)',
			'(?:übersetz(?:e|en|ung|t)?|was (?:heißt|bedeutet))',
			'(?:patient(?:en|in|innen)?|klient(?:en|in|innen)?|spiel(?:e|s|en)?|match|level|runde|partie|boss|gegner|schach|fortnite|minecraft)',
			'(?:mücken?|fliegen?|ameisen?|spinnen?|wespen?|mäuse|maus|ratten?|unkraut|schnecken?|bakterien|viren|zombies?|monster|drachen?|pflanzen?)',
			'(?:(?:ha){2,}h?|(?:hi){2,}|lol|lmao|xd|spaß|scherz|witz|😂|🤣)'
		],
		negations: { before: ['ohne', 'keine', 'nicht dass', 'nie gesagt'], after: [] }
	},
	{ ä: '(?:ä|ae)', ö: '(?:ö|oe)', ü: '(?:ü|ue)' }
);
