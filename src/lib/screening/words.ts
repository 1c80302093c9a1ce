/**
 * Very common words by language: enough to tell a sentence of one from a sentence of another, no dictionary.
 * A word that several languages share stands in the list of each, and says the less for each of them.
 */
export const WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
	en: list(
		`i i'm im i'll i've i'd you you're your he's she she's her it it's its we they they're their them us my mine the an
		and or but if because that that's this these those there what what's when where who why how which with without from
		for of to at by about into over after before again just not don't dont didn't doesn't can't cant won't isn't aren't
		wasn't couldn't wouldn't shouldn't never nothing anything everything something someone anyone everyone be been being
		is are was were am have has had having do does did doing done can could will would should might must may want wanna
		gonna need going go get got gets know think feel feeling like love hate make made take say said tell told see look
		come help please thanks thank hello hi yes yeah really very so too much more most some any all every
		only even still always here now today tonight tomorrow good bad great new old best work day time life people one two
		three home school friend girl boy write explain give kill killing hurt myself himself herself yourself sad tired alone
		dead child process does between using use code words than then out up down off way back right left long little last
		first next year week month money book recipe weather story name house a me no he him his let let's sorry sir well
		wait you'll i'd we're we've who's there's ain't our put hit had man big dear goodbye nice another leave easy other
		big night call find keep left ever early yet finally minute bye many stop as on in`
	),
	es: list(
		`el la los las un una unos unas y o pero porque que qué quién cómo cuándo dónde cuál por para con sin de del al en es
		está están estoy estás soy eres somos son ser estar hay he ha han tengo tienes tiene tienen tener voy vas va vamos van
		ir hacer hago haces hace quiero quieres quiere querer puedo puedes puede pueden poder sé sabe saber me te se le les
		lo nos mi mis tu tus su sus yo tú él ella ellos nosotros este esta esto ese esa eso estos estas muy más menos ya no
		sí también nunca siempre nada nadie todo todos toda todas algo alguien hoy mañana ayer noche día días vida gracias
		hola ayuda ayudar ayúdame ayudame ayúdenme creo siento sentir bien mal mejor peor bueno buena gusta odio matar morir morirme matarme solo sola
		cuando como si ni desde q pa xq pq miedo vivir hasta entre sobre después antes ahora aquí casa amigo amiga mamá papá
		hijo hermano trabajo escuela gente vez cosa cosas así porfa receta dime dame era fue hablar quisiera pasa estaba a
		tan has had estas esta mas tiempo dinero mucho mucha muchos nuestro nuestra dos tres donde hizo había tenía estabas
		ustedes usted deja hacerlo conmigo contigo difícil parece necesito tenemos necesitas debes deberías gustaría pensé
		demasiado pronto allí ahí verdad hombre mujer perro algún ninguna mí ti os años hijos perdí dejé nuevo
		favor estamos estáis gran libro agua película televisión carta mientras juntos acá ambos vi vivo perdón sólo viendo
		persona personas otra otro mismo misma buenos buenas días saber dijo dice digo di nos vemos`
	),
	fr: list(
		`la que me te se on de je tu il elle nous vous ils elles le les un une des du et ou mais donc car est suis es êtes
		sont était être ai as avez ont avoir c'est j'ai n'ai pas ne plus jamais rien tout tous toute très bien avec sans pour
		dans sur sous chez par qui quoi comment pourquoi quand où ce cette ces mon ma mes ton ta tes son sa ses notre votre
		leur veux peux fait faire aller vais va merci bonjour oui non aussi même encore aujourd'hui demain quel quelle moi toi
		lui d'un d'une qu'il qu'elle l'on n'est s'il au aux dois peut ça cela beaucoup en à a y si été vas t'es deux ici nos
		chose choses temps faut veut vraiment comme sais sait peu mal bon bonne bonnes voilà là jour jours soir maintenant
		toujours heure heures vie quelque quelqu'un personne rester parler parle viens vient allons sommes avait devant
		depuis vers fille mère père gens être mourir tuer envie j'en j'étais je'suis jai cest c'était qu'est pk pcq mdr ouais
		salut coucou ca ptn pote meuf mec t'as t'inquiète trop fais dit dire d'accord voir vu nuit bas`
	),
	de: list(
		`ich du er sie es wir ihr der das den dem des ein eine einen einem einer und oder aber weil dass ist bin bist sind
		seid waren sein habe hast hat haben hatte nicht kein keine nie nichts alles sehr gut mit ohne für von zu zum zur im
		auf aus bei nach über unter wer wie warum wann wo mein meine meinen dein deine mich mir dich dir sich uns kann
		kannst will willst muss möchte werde wird werden gehen geht machen danke hallo ja nein auch noch nur schon heute
		morgen jetzt immer mehr wenn dann als so vor wurde hier etwas die was war an in man am um ab alle viel viele ihre
		ihren ihm ihn seine seinen meiner deiner deinen dieser diese dieses diesen gibt bitte uhr mal halt doch jemand
		niemand keiner keinen wieder weg los lass lust leben hab nich nix isch gerade gern gerne solltest soll wirst machst
		macht mach kommt komm musst leute schule freund freundin arbeit zeit tag nacht abend ganz gar euch euer eure unser
		unsere wem wen ob bis durch gegen ins beim vom wurden hätte wäre würde könnte kommen sagen sagt weiß glaube`
	),
	pt: list(
		`que de me se te para eu você vocês ele ela nós eles elas os um uma uns umas e ou mas porque não sim é são estou está
		estão sou foi ser ter tenho tem temos quero quer posso pode fazer faz vou vai vamos com sem do da dos das no na nos
		nas ao à em meu minha meus minhas seu sua isso isto este essa esse esta estas muito mais menos também nunca sempre
		nada tudo todos hoje amanhã ontem agora aqui obrigado obrigada oi olá bem como quando onde quem pra por já ainda
		gosto acho dia vida mim pela pelo até depois o a as só era lá aí fora nao voce vc vcs tô tá né cê tb tbm mto mt kkk
		kkkk estamos estás estava ir noite algo alguém ninguém melhor boa bom coisa coisas vez certo certa cara mesmo mesma
		tempo quê parece sobre alguma precisa preciso pessoa pessoas talvez nosso nossa dele dela nisso nesse nessa num numa
		aquele aquela isto caso outra outro ver sabe sei disse dizer fica ficar ficou falar fala gostaria aconteceu será
		têm tens tens-me dois duas filho filha pai mãe amigo amiga casa trabalho escola dinheiro deus nem assim tão antes
		depois então desculpe favor há conheço entendo entendi acabou consigo consegue conseguir aguento sinto morrer matar vi vivo favor tarde ajuda ajudar ajude
		disse consigo comigo filme água hora horas ano anos mundo gente outros vem
		vais ora somos és queria todo toda todos debaixo`
	),
	it: list(
		`la le di un con se me te io tu lui lei noi voi loro il lo gli uno una e o ma perché che non sì è sono sei siamo
		siete era essere ho hai ha abbiamo hanno avere voglio vuoi vuole posso puoi può fare faccio vado va andare senza del
		della dei delle dello nel nella al alla alle dal dalla mio mia miei tuo tua suo sua questo questa quello quella molto
		più meno anche mai sempre niente nulla tutto tutti oggi domani ieri adesso qui grazie ciao bene come quando dove chi
		cosa mi ti si ci vi ancora già per da su sto stai sta a i in no solo ne c'è tra so ora ai dai così li troppo nessuno
		qualcosa qualcuno davvero lavoro devo devi deve vorrei vivo anni due dispiace piace sembra meglio presto volta fatto
		fai l'ho l'ha d'accordo un'altra casa stato stanno sul prima poi quel quella allora c'era dov'è cos'è com'è perche`
	),
	// Hindi as most people type it.
	hi: list(
		`hai hain nahi nahin nhi nai mujhe muje mujhko mjhe kya kyu kyun kyon kyunki mera meri mere tera teri tere tumhe
		tumhara tum tu aap ap apko aapko aapka hamara hum ham hoon hun hu aur mein main mai bhi toh kuch kuchh bahut
		bohot bhot raha rahi rahe rha rhi rhe karna krna karta karte karti kiya kar kr karo karu karun kare karne accha acha
		achha yaar yar bhai behen woh wo yeh ye ya kaise kese kab kahan kaha kaun kon kitna kitne kitni ka ki ke ko se me pe
		par tha thi ho hua hui gaya gayi gaye jaana jana chahta chahti chahte chaahta zindagi jindagi dost ghar sab abhi
		ab agar lekin magar phir fir sirf bas apna apne apni unka uska iska usko isko usse koi kisi liye lie saath sath wala
		wali haan han ji pata sakta sakte sakti kal aaj raat din baat bol bolo bata batao dil mat matlab itna itni kabhi
		jaise waise jab tab isliye unko unhe mujhse tujhe tujhko tumse maine tune usne kehna keh raha lagta lag dekh dekho
		chal chalo jao aao jeena marna mar nahin thoda zyada jyada sabse kyonki ek kam hota hoti hote dena de lena le`
	)
};

/** Those of languages that are here only so as not to be taken for a neighbour above. */
export const NEIGHBOURS: Readonly<Record<string, ReadonlySet<string>>> = {
	nl: list(
		`ik je jij hij zij ze wij we jullie het een en of maar omdat dat die dit deze is ben bent zijn was heb hebt heeft
		hebben niet geen nooit niets alles heel goed met zonder voor van naar om op uit bij over onder wie hoe waarom wanneer
		waar mijn jouw zijn haar mij me jou kan kun wil moet mag ga gaat gaan doen doet weet ook nog wel maar alleen al nu
		vandaag morgen hier daar veel meer als dan te er aan in`
	),
	sv: list(
		`jag du han hon den det vi ni de och eller men att som är var har hade inte ingen aldrig mycket bra med utan för
		från till på av om hur varför när vad vem min mitt mina din ditt mig dig sig kan vill ska måste går gör vet bara
		också idag nu här där lite när vara ett en`
	),
	da: list(
		`jeg du han hun den det vi de og eller men at som er var har havde ikke ingen aldri aldrig meget godt med uden for
		fra til på av af om hvordan hvorfor hva hvad hvem min mitt mit din deg dig meg mig kan vil skal må går gjør gør vet
		ved bare også i nå nu her der litt lidt være et en`
	),
	ro: list(
		`eu tu el ea noi voi ei un o și si sau dar că ca nu este e sunt sînt am ai are avem au fi cu fără pentru din la în in
		pe de ce cine cum unde când cand mai foarte bine mă ma te se îmi imi îți iti meu mea vreau pot să sa trebuie fac face
		azi acum aici doar`
	),
	ca: list(
		`jo tu ell ella nosaltres el la els les un una i o però perquè que és són sóc estic està estàs tinc té tens vull pot
		puc no sí també mai sempre res tot amb sense per de del al en ens em et es meu meva teu molt més avui demà ara aquí
		aquest aquesta això gràcies hola com quan on qui bé he ha fer anar vaig`
	),
	id: list(
		`aku saya kamu anda dia kami kita mereka yang dan atau tapi karena tidak nggak gak enggak bukan ini itu ada adalah
		akan sudah udah belum bisa mau ingin dengan tanpa untuk dari ke di pada apa siapa kenapa mengapa bagaimana gimana
		kapan mana banget sangat juga lagi saja aja hari besok sekarang sini sana jangan kalau`
	),
	tl: list(
		`ako ikaw ka siya kami tayo sila ang ng mga sa at o pero kasi na hindi wala may meron ito iyan iyon ay ba po ko mo
		niya namin natin nila akin sayo lang din rin naman kung kapag ano sino bakit paano kailan saan gusto ayoko ngayon
		bukas dito talaga`
	),
	tr: list(
		`ben sen o biz siz onlar bir ve veya ama çünkü değil degil var yok bu şu ne kim nasıl nasil neden niye zaman nerede
		çok cok iyi daha en mi mı için icin ile gibi kadar bana sana beni seni benim senin istiyorum yapmak bugün bugun yarın
		şimdi simdi burada artık artik hiç`
	),
	pl: list(
		`ja ty on ona my wy oni i lub ale bo że ze nie tak jest są jestem jesteś był mam masz ma się sie to ten ta jak kto co
		gdzie kiedy dlaczego czy na w z do od dla po za bez już juz jeszcze tylko bardzo dobrze chcę chce mogę moge może moze
		mnie mi ci cię dziś dzisiaj jutro teraz tu`
	)
};

/** The same for languages that share the Arabic script; letters without vowel marks, alef without hamza. */
export const ARABIC_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
	ar: list(
		`في من على الى عن مع هذا هذه ذلك التي الذي انا انت انتي هو هي نحن هم لا ما لم لن ليس ان كان كانت كل بعد قبل كيف لماذا متى
		اين هل قد لقد ثم او لكن حتى عند كنت اريد ليش شو ايش وش ازاي مش مو عايز عايزه بدي ابي ابغى انو اللي دي ده احنا انتو كده هيك
		شي شيء كتير كثير اوي جدا بس لو علي اليوم الان يا والله لي لك له سلام`
	),
	fa: list(
		`از به با را در که این آن برای است هست هستم هستی نیست نیستم بود شد شده می من تو او ما شما ایشان آنها خیلی چرا چه کجا کی
		چطور چگونه باید اگر هم یا تا هر همه هیچ دیگر دیگه نمی خود خودم کن کنم کنی کرد دارم داری دارد ندارم رو اون یه بودم سلام
		خسته حالم میشه نه بله الان امروز فردا`
	),
	ur: list(
		`ہے ہیں میں نہیں کا کی کے کو سے اور یہ وہ مجھے کیا کیوں ہوں تھا تھی ہو پر بھی تو کچھ بہت رہا رہی رہے گیا آپ تم ہم اپنے اپنی
		کر کرنا لیے ساتھ اب سب`
	)
};

/** And for those that share Devanagari. */
export const DEVANAGARI_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
	hi: list(
		`है हैं हूँ हूं में नहीं मैं मुझे का की के को से और यह ये वह वो क्या क्यों था थी थे हो पर भी तो कुछ बहुत रहा रही रहे गया गयी गई
		आप तुम हम अपने अपनी कर करना लिए साथ अब सब मेरा मेरी मेरे ने एक कोई कैसे`
	),
	mr: list(
		`आहे आहेत आहेस नाही नाहीत मी मला माझा माझी माझे तुला तुझा तुझी आम्ही तुम्ही आणि कसे कसा खूप हा 		झाले झाला करू कुठे कधी आता मध्ये साठी ची चे`
	),
	ne: list(
		`छ छन् छु छैन छैनन् हो होइन म मलाई मेरो तिमी तपाईं तपाईंको हामी किन कसरी लागि गर्न गर्नु गरेको गर्छु भयो भएको
		हुन्छ थियो यो त्यो धेरै मा लाई `
	)
};

function list(words: string): ReadonlySet<string> {
	return new Set(words.split(/\s+/));
}
