import type { Lexicon } from './lexicon';
import { respell } from './respell';

const I = '(?:main|mai|mein|mei|men|me|mn)';
const TO_ME = '(?:m(?:u|oo)?jh?(?:e|ey|ay|ko|he))';
const AM = '(?:h(?:oo|u|o)n?)';
const IS = '(?:hain?|he|hay|h)';
const NOT = '(?:n(?:a|e)?h(?:i|ee|e)n?|nai|ni)';
const WANT = '(?:chah(?:a)?t(?:a|i|e)|chah rah(?:a|i)|soch rah(?:a|i)|soch rh(?:a|i))';
const GOING = '(?:ja r(?:a|e)?h(?:a|i)|wal(?:a|i)) (?:h(?:oo|u|o)n?)';
const SHALL = '(?:u|o)?n?g(?:a|i)';
const WILL_DO = `k(?:a)?r(?: ?(?:l${SHALL}|d${SHALL}|ḍal${SHALL})| r(?:a|e)?h(?:a|i) h(?:oo|u|o)n?|${SHALL}|ne ${GOING})`;
const DECIDED =
	'(?:pakka )?(?:fais(?:a|e)?l(?:a|e)|nir?n(?:a|e)y|irada|decide|man|decision) (?:k(?:a)?r|le|bana) (?:liya|chuka|chuki)';
const SUICIDE =
	'(?:su(?:i|c|ic)?[cs]ide|at(?:a)?m(?:a)?h?(?:a)? ?hat(?:y|i)a|kh?ud ?k?h?us?h?s?hi|kh?ud ?kh?ushi)';
const SELF = '(?:kh?ud|apne? ap|apne ko|apneap)(?: hi)?(?: ko)?';
const NOW = '(?:(?:ab|bas|aj|kal|abhi|aj rat|aj rat ko|aj hi|sach me|sach mein|sirf|to|toh) )?';
const LIFE = '(?:zindagi|zindgi|jindgi|life|jiwan)';
/** A person and not "machhar" or "boss fight". */
const PERSON =
	'(?:ap(?:a)?n(?:e|i) (?:boss|pati|patni|biwi|bap|pita|papa|ma|mammi|sas|sasur|bhai|bahan|behen|paḍosi|teacher|ex|malik|dost|husband|wife|bf|gf)|us (?:admi|aurat|laḍke|laḍki|kamine|harami|kutte|sale|bande)|kisi(?: (?:insan|admi|aurat|bande))?|sab)';
const THEM = `(?:usse?|usko|unhe|unko|tujhe|tujhko|tujko|tumhe|tumhein|tumko|sabko|${PERSON} ko)`;
const OTHER =
	'(?:mer(?:a|i|e)|ek|hamar(?:a|i)|uski|uska) (?:sabse )?(?:best )?(?:ac{1,2}h(?:ch)?(?:a|i|e) )?(?:dost|friend|saheli|bhai|bahan|behen|sister|brother|ma|mammi|papa|bet(?:a|i|e)|pati|patni|biwi|gf|bf|girlfriend|boyfriend|student|roommate|husband|wife)';
const DANGER =
	'mer(?:a|i|e) (?:pati|husband|shauhar|papa|pita|pitaji|bap|bhai|boyfriend|bf|patni|wife|biwi|sas|sasur|sasural wale|ma|ex|step ?dad|dad)';
const DIE = '(?:m(?:a)?rna|m(?:a)?r ?jana)';
const LIVE = '(?:jina|zinda rahna|jina)';
const KILL = '(?:marna|mar ?ḍalna|mar dena|k(?:h)?atam k(?:a)?rna|khatm k(?:a)?rna)';

/** Hindi in Latin letters, which people spell by ear: double letters and aspirates do not count (`alike`). */
export const hiLatn: Lexicon = respell(
	{
		spaced: true,
		script: 'Latin',
		alike: [
			['aa', 'a'],
			['ee', 'i'],
			['ii', 'i'],
			['oo', 'u'],
			['uu', 'u'],
			['chh', 'ch'],
			['kh', 'k'],
			['z', 'j'],
			['w', 'v']
		],
		phrases: {
			'self-harm/distress': [
				`(?:ab )?(?:mujhse )?(?:aur )?(?:bardasht|sahan|saha|jhela) ${NOT} (?:hota|ho raha|ho pa raha|jata)`,
				`(?:${I} |${TO_ME} )?(?:kh?ud|apne ap) se n(?:a)?frat (?:${IS}|k(?:a)?rt(?:a|i) ${AM}|ho g(?:a)?yi)`,
				`${I} (?:bilkul |ekdam )?(?:kisi kam ka ${NOT}|kisi layak ${NOT}|tut chuk(?:a|i)|tut gay(?:a|i))`,
				`kisi ko meri (?:parwah?|fikar|fikr|zarurat) ${NOT}`
			],
			'self-harm/ideation': [
				`${DIE} ${WANT} ${AM}`,
				`${I} ${NOW}${DIE} ${WANT}`,
				`(?<!(?:liye|lie|khatir|sath|saath) )${TO_ME} ${NOW}${DIE} ${IS}`,
				`(?<!bina )${LIVE} (?:ab )?(?:bilkul )?${NOT} chah(?:a)?t(?:a|i)(?: ${AM})?(?! (?:hai|he|h|tha|thi))`,
				`${TO_ME} ${NOW}(?:aur )?(?:${LIVE} ${NOT}|${NOT} ${LIVE})`,
				`(?:mera |mujhe )?(?:ab )?jine (?:ka|ki) (?:ab |koi |aur )?(?:m(?:a)?n|dil|ic{1,2}h(?:ch)?a) (?:hi )?(?:ab )?${NOT} (?:k(?:a)?rta|${IS}|rahi|raha|hota|k(?:a)?r raha)`,
				`(?:mere pas |mere liye )(?:ab )?jine (?:ka|ki) (?:ab |koi )?(?:wajah|waja|matlab|reason|maksad) (?:hi )?${NOT}`,
				`${SUICIDE} k(?:a)?rn(?:a|i) ${WANT} ${AM}`,
				`${I} ${NOW}${SUICIDE} k(?:a)?rn(?:a|i) ${WANT}`,
				`${TO_ME} ${NOW}${SUICIDE} k(?:a)?rn(?:a|i) ${IS}`,
				`${SELF} (?:${KILL}|hurt k(?:a)?rna|nuksan pahunchana) ${WANT} ${AM}`,
				`(?:ap(?:a)?ni jan (?:lena|dena|le lena|de dena)|(?:ap(?:a)?ni )?${LIFE} k(?:h)?atam k(?:a)?rna) ${WANT} ${AM}`,
				`(?:m(?:a)?rne|m(?:a)?r jane|${SUICIDE} k(?:a)?rne|${SELF} (?:marne|khatam k(?:a)?rne)) ka (?:bahut |bohot )?m(?:a)?n (?:k(?:a)?rta|k(?:a)?r raha|ho raha|hota) ${IS}`,
				`${TO_ME} (?:bar bar |roz )?(?:m(?:a)?rne|${SUICIDE}(?: k(?:a)?rne)?) ke (?:khayal|khyal|thoughts?) (?:at(?:e|a)|ane|aye|a rahe|a rahi)`,
				`${TO_ME} suicidal thoughts`,
				`${I} (?:bar bar |roz )?(?:m(?:a)?rne|${SUICIDE}(?: k(?:a)?rne)?) ke bare (?:me|mein|mai) soch(?:t(?:a|i)| rah(?:a|i))`,
				`kash ${I} (?:m(?:a)?r (?:jaun?|jat(?:a|i)|g(?:a)?y(?:a|i) hot(?:a|i))|(?:kabhi )?paida (?:hi )?(?:na|${NOT}) (?:hot(?:a|i)|hu(?:a|i) hot(?:a|i)))`,
				`mere bina (?:sab|sab log|gharwale|ghar wale|family) (?:zyada )?(?:khush|better|behtar) (?:rahenge|rehenge|rahega|honge|hoga|ho jayenge)`
			],
			'self-harm/intent': [
				`(?:${I} )?${NOW}${SUICIDE} ${WILL_DO}`,
				`${SUICIDE} k(?:a)?rne ka ${DECIDED}`,
				`${I}ne? (?:m(?:a)?rne|jan dene|m(?:a)?r jane|ap(?:a)?ni (?:jan dene|${LIFE} khatam k(?:a)?rne)) ka ${DECIDED}`,
				`${SELF} (?:mar (?:l${SHALL}|ḍal${SHALL}|d${SHALL})|khat(?:a)?m ${WILL_DO}|marne ${GOING})`,
				`ap(?:a)?ni (?:jan (?:le l${SHALL}|de d${SHALL}|le rah(?:a|i) ${AM}|de rah(?:a|i) ${AM}|(?:dene|lene) ${GOING})|${LIFE} khat(?:a)?m ${WILL_DO})`,
				`${I} (?:aj|aj rat|aj rat ko|abhi|kal) (?:hi )?m(?:a)?r(?:ne ${GOING}| ?ja(?:u|o)n?g(?:a|i))`,
				`${I}ne? (?:ap(?:a)?na )?suicide note likh(?:a| liya| diya| rah(?:a|i)| chuk(?:a|i))?`,
				`jab (?:tak )?(?:tum|ap|tu) (?:ye|yeh|isse?|yah) (?:message |msg |chitthi )?paḍh?(?:og(?:e|i)|enge|eg(?:a|i)),? (?:tab tak )?${I} (?:m(?:a)?r chuk(?:a|i)|is duniya (?:me|mein) ${NOT}|zinda ${NOT})`,
				`aj (?:rat )?mer(?:a|i) ${LIFE} k(?:a|i) ak(?:h)?iri (?:rat|din)`,
				`${I}ne? (?:aj|kal|abhi|kal rat) (?:${SUICIDE} (?:ki|k(?:a)?rne ki)|${SELF} marne ki|ap(?:a)?ni jan lene ki) koshish ki`
			],
			'self-harm/instructions': [
				`(?:${I} )?${SUICIDE} kaise (?:k(?:a)?r(?:u|o)n?|k(?:a)?re|k(?:a)?rte|ki jaye|ki jati|k(?:a)?r sakt(?:a|i))`,
				`${SUICIDE} k(?:a)?rne k(?:a|e) (?:sabse )?(?:asan |ac{1,2}h(?:ch)?a |best |painless )?(?:tarika|tarike|tarika)`,
				`bina (?:kisi )?(?:dard|pain|takleef|taklif) ke (?:m(?:a)?rne|m(?:a)?rna|${SUICIDE}|kaise m(?:a)?r(?:un?|on?| sakt(?:a|i)))`,
				`(?:kh?ud|apne ap) ko kaise (?:mar(?:u|o)n?|mar sakt(?:a|i)|khat(?:a)?m k(?:a)?r(?:u|o)n?)`,
				`${I} kaise m(?:a)?r(?:(?:u|o)n?| sakt(?:a|i) ${AM}| jaun?)`,
				'm(?:a)?rne ka sabse (?:asan|ac{1,2}h(?:ch)?a|easy|painless) (?:tarika|way)'
			],
			'self-harm/concern-other': [
				`${OTHER} (?:(?:keht|kaht|bolt|keh rah|kah rah|bol rah)(?:a|i|e) (?:hain?|he|h) (?:ki|ke) |ne (?:mujhse |mujhe )?(?:kaha|bataya|bola) (?:ki |ke )?)?(?:wo |woh |use |main |usko )?(?:ab )?(?:${DIE}|${SUICIDE} k(?:a)?rn(?:a|i)|${SELF} ${KILL}|${LIVE} ${NOT}|ap(?:a)?ni jan (?:lena|dena)) chah(?:a)?t(?:a|i|e)`,
				`${OTHER} (?:ne )?(?:${SUICIDE} (?:ki (?:bat|dhamki|koshish)|ke bare|k(?:a)?rne (?:ki|ka|ke|wal(?:a|i)|ja rah(?:a|i)))|(?:kh?ud|apne ap) ko hurt k(?:a)?r(?:t(?:a|i)| rah(?:a|i)|ne)|m(?:a)?rne ki bate?)`,
				`w(?:oh?|ah|eh) (?:${DIE}|${SUICIDE} k(?:a)?rn(?:a|i)|(?:kh?ud|apne ap) ko marna|${LIVE} ${NOT}) chah(?:a)?t(?:a|i|e) (?:hain?|he|h|tha|thi)`
			],
			'violence/anger': [
				`${THEM} (?:jan se )?(?:${KILL}|pitna) ${WANT} ${AM}`,
				`${THEM} (?:jan se marne|mar ḍalne|mar dene|pitne) ka (?:bahut |bohot )?m(?:a)?n (?:k(?:a)?rta|k(?:a)?r raha|ho raha)`,
				'kash w(?:oh?|ah) (?:kamina |sala |harami )?m(?:a)?r ja(?:ye|e|y)',
				'w(?:oh?|ah|e) (?:m(?:a)?rne|maut) ke (?:hi )?(?:layak|kabil)'
			],
			'violence/threat': [
				`${THEM} ${NOW}(?:zarur )?(?:jan se )?(?:mar ?(?:ḍal${SHALL}|d${SHALL})|(?:k|q)at(?:a)?l ${WILL_DO}|goli mar d${SHALL}|khat(?:a)?m k(?:a)?r d${SHALL})`,
				`${THEM} ${NOW}jan se mar(?:${SHALL}|ne ${GOING})`,
				`(?:uska|unka|tera|tumhara|sabka|${PERSON} ka) ${NOW}(?:kh?un|(?:k|q)at(?:a)?l|murder) ${WILL_DO}`,
				`${THEM} (?:jan se )?mar(?:ne| ḍalne) ka ${DECIDED}`,
				`(?:school|college|office|mandir|masjid) (?:ko|me|mein) (?:bomb se uḍa|bam se uḍa|ag laga) (?:d${SHALL}|ne ${GOING})`
			],
			'violence/instructions': [
				`${PERSON} ko (?:jan se )?kaise (?:mar(?:u|o)n?|mar (?:sakt(?:a|i)|ḍal(?:u|o)n?|d(?:u|o)n?)|mara jaye|mare|marte)`,
				`${PERSON} k(?:a|i) (?:(?:k|q)at(?:a)?l|murder|hatya|kh?un) kaise k(?:a)?r(?:un?|on?|e|te|na| sakt(?:a|i))`,
				'(?:bomb|bam) kaise (?:banaye|banae|banate|banaun?|banaya jaye|banaya jata)'
			],
			'violence/victim': [
				`${DANGER} ${TO_ME} (?:bahut |bohot |roz |hamesha |phir se |aksar )?(?:mart(?:a|i|e)|pitt?(?:a|i|e)|dhamkat(?:a|i|e)) (?:${IS}|r(?:a|e)ht(?:a|i|e))`,
				`${DANGER} ne (?:${TO_ME} |mujh par |mujh pe )?(?:phir |phir se |fir se |kal |aj |kal rat |bahut |bohot )?(?:mara|pita|hath uthaya)(?! (?:match|game))`,
				'(?:mujh par|mujh pe|mujhpe|mere upar) hath uthat(?:a|i|e)',
				`w(?:oh?|ah) ${TO_ME} (?:bahut |bohot |roz |hamesha |phir se )?(?:mart(?:a|i|e)|pitt?(?:a|i|e)) ${IS}`,
				`${TO_ME} jan se marne ki (?:dhamki|koshish)`,
				`${TO_ME} (?:apne|mere) (?:pati|husband|shauhar|bap|pita|papa|bf|boyfriend|ex) se d(?:a)?r lagta`,
				'(?:usne|ne) (?:mera|mere sath) (?:balatkar|rape) kiya',
				`${TO_ME} d(?:a)?r ${IS} (?:ki|ke) w(?:oh?|ah) ${TO_ME} mar (?:ḍaleg(?:a|i)|deg(?:a|i))`
			]
		},
		idioms: [
			`(?:hans hans|hanste hanste|haste haste|has has|hansi|bhukh|sharam|sharm|garmi|pyas|thand|boriyat|d(?:a)?r|khushi)(?: k(?:a)?r| ke| ke mare| se)? (?:m(?:a)?r ?(?:ja(?:u|o)n?g(?:a|i)|gay(?:a|i)|rah(?:a|i)|jana)|m(?:a)?rna)`,
			`bina (?:${I} |${TO_ME} |ab )?(?:jina|ji|m(?:a)?r|m(?:a)?rna) [^.?!]{0,16}`,
			`(?:ke|ki|tere|tumhare) (?:liye|lie|khatir) (?:${I} )?(?:m(?:a)?rna|m(?:a)?r|ap(?:a)?ni jan|jan) [^.?!]{0,16}`,
			`(?:mummy|mammi|mom|ma|papa|teacher|biwi|wife|boss|wo|woh) (?:${TO_ME} )?(?:to |toh )?(?:jan se )?mar (?:ḍaleg(?:a|i)|deg(?:a|i)|ḍalenge)`,
			'time (?:kill|pass)',
			'suicide squad',
			'marte dam tak'
		],
		frames: [
			'(?:kahani|story|upanyas|novel|film|movie|serial|series|natak|gana|gane|song|geet|kawita|shayari|ghazal|kirdar|character|hero|villain|scene|dialogue|chapter|kitab|book|episode|lyrics)',
			'(?:samachar|khabar|khabre|news|akhbar|court|adalat|gawah|police ne|article)',
			'(?:anuwad|translate|matlab kya|kya matlab|meaning)',
			'(?:mariz|patients?|game|khel|match|level|pubg|bgmi|free fire|boss fight|chess)',
			'(?:mach(?:ch)?h?ar|mosquito(?:es)?|kiḍe|kiḍo|keede|chinti|chuhe|chuha|makkhi|makḍi|cockroach(?:es)?|chipkali|zombies?|bacteria|virus)',
			'(?:(?:ha){2,}h?|(?:he){2,}|lol|lmao|rofl|xd|mazak|jk|😂|🤣)'
		],
		negations: {
			before: [`kabhi ${NOT}`],
			after: [NOT, 'thodi', `ka koi irada ${NOT}`]
		}
	},
	{ ḍ: '[dr]h?' }
);
