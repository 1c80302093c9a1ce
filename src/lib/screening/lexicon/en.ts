import type { Lexicon } from './lexicon';

const MYSELF = '(?:myself|my self|meself)';
const MINE =
	'my (?:boss|manager|supervisor|ex|ex-?(?:wife|husband|girlfriend|boyfriend)|wife|husband|girlfriend|boyfriend|partner|dad|mom|mum|father|mother|parents|stepdad|stepmom|brother|sister|son|daughter|kids|family|uncle|cousin|teacher|classmates?|bully|neighbou?r|landlord|roommate|co-?workers?|colleagues?|best friend|friend)';
const THAT = '(?:that|this) (?:guy|man|woman|girl|boy|kid|bitch|bastard)';
const HIM = `(?:him|her|them|you|${MINE}|${THAT}|everyone|everybody|people|those people)`;
/** Without "them": ants in the kitchen are them, too. */
const PERSON = `(?:somebody|someone|people|a person|another person|him|her|${MINE}|${THAT})`;
const GOING =
	"(?:i am going to|i'm going to|im going to|i'm gonna|im gonna|i'ma|gonna|i will|i'll|i'm about to|about to|ready to|i have decided to|i've decided to|decided to|i've made up my mind to|i plan to|planning to|i intend to)";
const OTHER =
	'(?:my|a|this|our) (?:best )?(?:friend|sister|brother|mom|mum|mother|dad|father|son|daughter|wife|husband|girlfriend|boyfriend|partner|roommate|cousin|classmate|student|child|kid|ex|colleague|coworker|neighbou?r)';

/** English. Written for Handrail; no phrase names a way to do harm. */
export const en: Lexicon = {
	spaced: true,
	script: 'Latin',
	phrases: {
		'self-harm/distress': [
			"i can't take (?:it|this) any ?more",
			"i can't (?:do|take|cope with|handle) this any ?more",
			'i hate myself',
			"i(?:'m| am) (?:so )?(?:hopeless|worthless|broken inside)",
			'(?:i feel|feeling) (?:so )?(?:hopeless|worthless|empty inside|completely alone|so alone)',
			'there is no hope(?: left)?',
			'nobody would (?:care|notice|miss me)'
		],
		'self-harm/ideation': [
			'i (?:just )?(?:want to|wanna|wish i could) (?:die|be dead|disappear forever)',
			'i wish i (?:was|were) (?:dead|never born)',
			"i wish i (?:wouldn't|would not|didn't) wake up",
			"i (?:just )?(?:don't|dont|do not) (?:want to|wanna) (?:live|be alive|exist|be here|wake up)(?: any ?more)?",
			`(?:thinking (?:about|of)|thoughts of|keep thinking about|urge to) (?:killing|ending|hurting|cutting|unaliving|offing|harming) (?:${MYSELF}|my life|it all)`,
			"(?:i keep|i am|i'm|im|been) thinking (?:about|of) (?:suicide|dying)",
			`(?:i want to|i wanna|want to|wanna) (?:kill|hurt|cut|harm|unalive|off|end) ${MYSELF}`,
			'(?:i want to|i wanna|want to|wanna) end (?:my life|it all)',
			'(?:want to|wanna) commit suicide',
			"i(?:'m| am|m)? (?:feel(?:ing)? )?(?:actively |so )?suicidal(?: thoughts)?",
			"i(?:'m| am|m|'ve been| have been)? hav(?:e|ing) (?:suicidal thoughts|thoughts of suicide)",
			'(?:better off|happier) without me',
			// Letters that were spaced out and joined again.
			'(?:iwantto|wantto|iwanna)?(?:killmyself|enditall)',
			'(?:iwantto|iwanna)die',
			'(?:kms|kys myself)',
			'no (?:reason|point) (?:to|in) (?:live|living)(?: any ?more)?',
			'tired of (?:living|being alive)'
		],
		'self-harm/intent': [
			`${GOING} (?:kill|hurt|cut|unalive|off|end) ${MYSELF}`,
			`${GOING} (?:end (?:my (?:own )?life|it all|it tonight)|commit suicide|take my (?:own )?life)`,
			`(?:killing|ending|offing) ${MYSELF} (?:tonight|today|tomorrow|soon|right now|now)`,
			"(?:ending (?:it|my life)|taking my (?:own )?life|i(?:'ll| will) be dead(?: by)?|i want to die) (?:tonight|today|tomorrow|right now)",
			"(?:when|by the time) you read this,? i(?:'ll| will) (?:already )?be (?:dead|gone)",
			'(?:kms|unalive myself) tonight',
			`${GOING} kms`,
			'(?:wrote|written|writing) (?:my|a) (?:suicide|goodbye) (?:note|letter)s?',
			'this is (?:my )?(?:goodbye|the end) (?:forever|everyone|for me)',
			"i (?:won't|will not) be (?:here|alive|around) (?:tomorrow|next week|any ?more|much longer)",
			`i (?:just|already|have) (?:cut|hurt|tried to kill) ${MYSELF}`,
			"i(?:'m| am|m) (?:ending my (?:own )?life|ending it all|committing suicide)",
			"(?:i've|i have|i) decided to die",
			`i tried to (?:kill ${MYSELF}|end my life) (?:tonight|today|just now|last night)`,
			'i have a plan to (?:die|end it|kill myself)'
		],
		'self-harm/instructions': [
			`(?:how (?:do|can|could|would|should) (?:i|you|someone)|how to|best way to|easiest way to|ways? to|tell me how to|painless(?:ly)? (?:way )?(?:to )?) (?:painlessly |quickly |quietly )?(?:kill (?:${MYSELF}|yourself|oneself)|die|end my life|commit suicide|hurt ${MYSELF}|cut ${MYSELF})(?: (?:painlessly|without pain|quickly|peacefully))?`,
			'(?:painless|easiest|quickest) (?:way to die|suicide(?: method)?|death)',
			'suicide methods?',
			'(?:lethal|fatal) (?:dose|amount)',
			'how to hide (?:my )?(?:cuts|scars|self ?-?harm)'
		],
		'self-harm/concern-other': [
			`${OTHER} (?:(?:says?|said|told me|keeps saying|is saying|texted me) (?:that )?(?:he|she|they) )?(?:wants?|wanted) to (?:die|kill (?:himself|herself|themselves|themself)|end (?:his|her|their) life)`,
			'(?:help|support|talk to) (?:someone|somebody|a friend|a person) who (?:is|feels|might be|may be) suicidal',
			`${OTHER} (?:is|might be|may be|seems|feels|is feeling) suicidal`,
			`${OTHER} (?:is|keeps|has been|started) (?:cutting|hurting|harming|starving) (?:himself|herself|themselves|themself)`,
			'(?:kill|killing|hurt|hurting|cutting) (?:himself|herself|themselves)',
			'(?:he|she|they) (?:wants?|is going|are going|said (?:he|she|they) wants?) to (?:die|commit suicide)'
		],
		'violence/anger': [
			`i (?:could|want to|wanna|just want to|really want to) (?:kill|murder|hurt|stab|shoot|punch|beat up|strangle) ${HIM}`,
			`i (?:hope|wish) (?:he|she|they) (?:dies?|would die|gets? killed|were dead|was dead)`,
			'(?:he|she|they) deserves? to (?:die|suffer)'
		],
		'violence/threat': [
			`${GOING} (?:kill|murder|stab|shoot|hurt|attack|strangle|unalive|end) ${HIM}`,
			'(?:shoot|shooting|blow|bomb|burn) (?:up )?(?:the|my|this|our) (?:school|office|church|mosque|synagogue|mall|workplace)',
			"(?:he|she|they) (?:will|is going to|are going to|won't) (?:pay for (?:this|it) with (?:his|her|their) li(?:fe|ves)|regret it when i)",
			"(?:sh?e|he|they)(?:'s| is| are) (?:dead|done) when i (?:see|find|get)"
		],
		'violence/instructions': [
			`(?:how (?:do|can|could|would|should) (?:i|you|we|someone)|how to|(?:best|easiest) way to) (?:kill|murder|get away with (?:killing|murder(?:ing)?)) ${PERSON}`,
			`how (?:do|can|could) i hurt ${PERSON}`,
			'how (?:to|do i|can i) (?:make|build) a (?:bomb|pipe bomb|explosive)',
			'get away with murder(?:ing)?'
		],
		'violence/victim': [
			'(?:he|she|they|my (?:husband|wife|boyfriend|girlfriend|partner|ex|dad|father|mom|mum|mother|stepdad|brother|boss)) (?:(?:just|always|often|keeps|sometimes) )?(?:hits|hit|beats|beat|hitting|beating|punched|raped|threatened to kill|is stalking|keeps stalking|abuses|abused|hurts) me',
			"(?:he|she|they) (?:said|says) (?:he|she|they)(?:'d|'ll| would| will| is going to| was going to)? kill me",
			'(?:threatened|threatening|going|wants|tried|trying) to kill me',
			"i(?:'m| am|m) (?:afraid|scared|terrified) (?:of|that) (?:my (?:husband|wife|boyfriend|girlfriend|partner|ex|dad|father|stepdad)|he will|he'll|he is going to)"
		]
	},
	idioms: [
		'\\d+ ?kms',
		"(?:is|are|was|were|'s|s|been|keeps?|homework|this) (?:just |really |literally |absolutely )?killing me",
		"(?:mom|mum|dad|mother|father|wife|husband|boss|teacher|parents|she|he|they|coach)(?:'s|'ll| is| are| will)? (?:going to |gonna |totally )?(?:kill|murder) me (?:if|when|for|because|once)",
		'suicide (?:squad|silence|prevention|hotline|drink|bunny|doors?|awareness|rates?|statistics|burn|sprints?|lane)',
		'(?:political|career|social|commercial|financial|professional|economic) suicide',
		'kill ?-?(?:9|all)',
		'kill (?:time|the (?:process|server|job|thread|switch|app|lights|engine|mood|vibe|pod|session|task|boss)|two birds|it|a (?:child )?process|child process(?:es)?|your darlings)',
		'(?:buzz|pain|over|road|weed)kill(?:er)?',
		'kill(?:ed|ing)? (?:it|the game|the interview|zombies|the dragon|mobs|bosses|weeds|bacteria|germs|mosquitoes|ants)',
		'dying (?:to|of (?:laughter|boredom|embarrassment|curiosity|heat|hunger|thirst|cringe)|laughing|for a)',
		'(?:die|dying|dead) (?:of laughter|of embarrassment|laughing|hard|from laughing)',
		'to die for',
		"i(?:'m| am|m) dead(?: lol| lmao)?",
		'shoot (?:me |you |him |her |them |us )?(?:an?|over an?) (?:e?mail|text|message|line|dm|note)',
		'(?:shoot|shooting) (?:a (?:film|movie|video|scene)|hoops|some hoops|photos|pictures|baskets)',
		'(?:could|would) (?:kill|murder) (?:for )?(?:an?|some|the) \\w+',
		'kill (?:him|her|them|you|everyone|people) (?:in|with|at|on) (?:the |a |this |my )?(?:game|match|chess|kindness|raid|level|round|debate|finals?|minecraft|fortnite|valorant)',
		'(?:how to )?kill someone in (?:chess|minecraft|roblox|among us|the sims|a novel|my story|fiction|gta)'
	],
	frames: [
		'(?:novel|stor(?:y|ies)|chapter|characters?|villain|protagonist|narrator|scene|screenplay|dialogue|lyrics?|song|poem|fiction)',
		'in (?:the|a|an|my|this|that|our) (?:next )?(?:book|film|movie|series|show|episode|play|game|match|round|raid|level)',
		'(?:news|article|headline|court|newspaper)',
		'(?:translat(?:e|ion)|what does .{1,20} mean)',
		'(?:patients?|clients?)',
		'(?:lol|lmao|rofl|(?:ha){2,}h?|jk|kidding|😂|🤣)'
	],
	negations: {
		before: [
			'not',
			'never',
			"\\w+n't",
			'dont',
			'didnt',
			'wont',
			'wouldnt',
			'cant',
			'no longer',
			'without',
			'stopped'
		],
		after: []
	}
};
