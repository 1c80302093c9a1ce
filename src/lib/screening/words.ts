/**
 * Very common words by language: enough to tell a sentence of one from a sentence of another, no dictionary.
 * Words that two of the languages share are left out unless they weigh much more in one.
 */
export const WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
	en: list(
		`i i'm im i'll i've i'd you you're your he's she she's her it it's its we they they're their them us my mine the an
		and or but if because that that's this these those there what what's when where who why how which with without from
		for of to at by about into over after before again just not don't dont didn't doesn't can't cant won't isn't aren't
		wasn't couldn't wouldn't shouldn't never nothing anything everything something someone anyone everyone be been being
		is are was were am have has had having do does did doing done can could will would should might must may want wanna
		gonna need going go get got gets know think feel feeling like love hate make made take say said tell told see look
		come help please thanks thank hello hey hi ok okay yes yeah lol really very so too much more most some any all every
		only even still always here now today tonight tomorrow good bad great new old best work day time life people one two
		three home school friend girl boy write explain give kill killing hurt myself himself herself yourself sad tired alone
		dead child process does between using use code words than then out up down off way back right left long little last
		first next year week month money book recipe weather story name house`
	),
	es: list(
		`el la los las un una unos unas y o pero porque que qué quién cómo cuándo dónde cuál por para con sin de del al en es
		está están estoy estás soy eres somos son ser estar hay he ha han tengo tienes tiene tienen tener voy vas va vamos van
		ir hacer hago haces hace quiero quieres quiere querer puedo puedes puede pueden poder sé sabe saber me te se le les
		lo nos mi mis tu tus su sus yo tú él ella ellos nosotros este esta esto ese esa eso estos estas muy más menos ya no
		sí también nunca siempre nada nadie todo todos toda todas algo alguien hoy mañana ayer noche día días vida gracias
		hola ayuda ayudar creo siento sentir bien mal mejor peor bueno buena gusta odio matar morir morirme matarme solo sola
		cuando como si ni desde q pa xq pq miedo vivir puedes hasta entre sobre después antes ahora aquí casa amigo amiga mamá papá hijo hermano trabajo
		escuela gente vez cosa cosas así porfa receta dime dame era fue hablar puedo quisiera pasa estaba`
	),
	fr: list(
		`la que me te se on de je tu il elle nous vous ils elles le les un une des du et ou mais donc car est suis es êtes sont était être ai as
		avez ont avoir c'est j'ai n'ai pas ne plus jamais rien tout tous toute très bien avec sans pour dans sur sous chez
		par qui quoi comment pourquoi quand où ce cette ces mon ma mes ton ta tes son sa ses notre votre leur veux peux fait
		faire aller vais va merci bonjour oui non aussi même encore aujourd'hui demain quel quelle moi toi lui d'un d'une
		qu'il l'on n'est s'il au aux dois peut ça cela beaucoup`
	),
	de: list(
		`ich du er sie es wir ihr der das den dem des ein eine einen einem einer und oder aber weil dass ist bin bist sind
		seid waren sein habe hast hat haben hatte nicht kein keine nie nichts alles sehr gut mit ohne für von zu zum zur im
		auf aus bei nach über unter wer wie warum wann wo mein meine meinen dein deine mich mir dich dir sich uns kann
		kannst will willst muss möchte werde wird werden gehen geht machen danke hallo ja nein auch noch nur schon heute
		morgen jetzt immer mehr wenn dann als so vor wurde hier etwas`
	),
	pt: list(
		`que de me se te para eu você vocês ele ela nós eles elas os um uma uns umas e ou mas porque que não sim é são estou está estão sou foi
		ser ter tenho tem temos quero quer posso pode fazer faz vou vai vamos com sem do da dos das no na nos nas ao à em
		meu minha meus seu sua isso isto este essa muito mais menos também nunca sempre nada tudo todos hoje amanhã ontem
		agora aqui obrigado obrigada oi olá bem como quando onde quem pra para por já ainda gosto acho dia vida você me
		mim pela pelo até depois`
	),
	it: list(
		`la le di un con se me te io tu lui lei noi voi loro il lo gli un una uno e o ma perché che non sì è sono sei siamo siete era essere ho hai ha
		abbiamo hanno avere voglio vuoi vuole posso puoi può fare faccio vado va andare con senza del della dei delle dello
		di nel nella al alla alle dal dalla mio mia miei tuo tua suo sua questo questa quello quella molto più meno anche
		mai sempre niente nulla tutto tutti oggi domani ieri adesso qui grazie ciao bene come quando dove chi cosa mi ti si
		ci vi anche ancora già per da su sto stai sta`
	),
	// Hindi as most people type it.
	hi: list(
		`hai hain nahi nahin mujhe mujhko kya kyu kyun kyon mera meri mere tera teri tumhe tum aap hamara hoon hun aur mein
		bhi toh kuch bahut bohot raha rahi rahe karna karta karte karti kiya accha acha yaar bhai woh yeh kaise kab kahan
		kaun ka ki ke ko tha thi gaya gayi jaana chahta chahti zindagi dost ghar sab abhi ab agar lekin magar phir sirf
		apna apne apni unka uska iska koi liye saath wala wali haan ji pata sakta sakte sakti`
	)
};
function list(words: string): ReadonlySet<string> {
	return new Set(words.split(/\s+/));
}
