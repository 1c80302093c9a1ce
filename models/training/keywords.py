"""A phrase-list classifier: the baseline in every table, and the filter that keeps risky rows out of the benign mass.

PHRASES is what a careful team would ship without a model: plain phrases per language and label, matched after the
tokenizer's own normalisation. BROAD is wider: single words whose presence means "do not assume this row is harmless".
"""

import re

from normalise import build_normaliser

PHRASES = {
    "en": {
        "self-harm/ideation": ["want to die", "wanna die", "wish i was dead", "wish i were dead", "kill myself", "kms",
            "end my life", "ending my life", "suicidal", "don't want to live", "don't want to be alive", "not wake up",
            "better off dead", "better off without me", "hurt myself", "cut myself", "self harm", "unalive myself",
            "no reason to live", "want to disappear forever"],
        "self-harm/intent": ["going to kill myself", "gonna kill myself", "i will kill myself", "kill myself tonight",
            "this is goodbye", "my last message", "wrote my goodbye", "suicide note", "end it tonight", "by the time you read this"],
        "self-harm/instructions": ["how to kill myself", "how do i kill myself", "painless way to die", "ways to die",
            "how to commit suicide", "best way to die", "easiest way to die"],
        "self-harm/concern-other": ["friend is suicidal", "friend wants to die", "wants to kill herself",
            "wants to kill himself", "worried he will hurt himself", "worried she will hurt herself"],
        "violence/threat": ["i will kill", "i'm going to kill", "i'll kill", "gonna kill him", "gonna kill her", "gonna kill them",
            "going to shoot", "going to stab", "shoot up", "make them pay"],
        "violence/instructions": ["how to kill someone", "how to make a bomb", "how to poison someone", "get away with murder"],
        "violence/victim": ["he hits me", "she hits me", "beats me", "threatened to kill me", "stalking me", "afraid of my husband"],
        "violence/anger": ["want to kill him", "want to kill her", "want to hurt him", "want to hurt her", "want to punch"],
        "self-harm/distress": ["depressed", "hopeless", "so lonely", "hate myself", "can't take it anymore", "panic attack",
            "worthless", "falling apart"],
    },
    "zh": {
        "self-harm/ideation": ["想死", "不想活", "活不下去", "不如死", "自杀", "轻生", "活着没意思", "活着没有意义", "结束生命",
            "自残", "伤害自己", "消失就好", "想解脱", "去死算了", "死了算了", "了结自己"],
        "self-harm/intent": ["今晚就死", "遗书", "永别", "再见了世界", "最后一条", "来世再见", "我决定死", "我要自杀", "准备自杀"],
        "self-harm/instructions": ["怎么自杀", "如何自杀", "怎么死", "无痛死", "死得快", "自杀方法"],
        "self-harm/concern-other": ["朋友想死", "朋友想自杀", "她想自杀", "他想自杀", "孩子想自杀", "朋友自残"],
        "violence/threat": ["我要杀了", "弄死你", "弄死他", "杀了他", "砍死", "捅死", "等着瞧", "同归于尽"],
        "violence/instructions": ["怎么杀人", "如何杀人", "怎么下毒", "怎么做炸弹"],
        "violence/victim": ["他打我", "家暴", "威胁我", "跟踪我", "她打我", "怕他打"],
        "violence/anger": ["想打死", "想杀了他", "恨不得", "想揍"],
        "self-harm/distress": ["抑郁", "绝望", "好孤独", "崩溃", "撑不住", "没有希望", "好痛苦", "没用的人"],
    },
    "ja": {
        "self-harm/ideation": ["死にたい", "消えたい", "自殺", "生きたくない", "生きていたくない", "生きる意味がない", "いなくなりたい",
            "死んだほうが", "死んだ方が", "リスカ", "自傷", "目が覚めなければ", "楽になりたい", "しにたい", "終わりにしたい"],
        "self-harm/intent": ["今夜死", "遺書", "さようなら、みんな", "死ぬことにし", "自殺する", "最後のメッセージ", "今から死", "もう決めた"],
        "self-harm/instructions": ["自殺の方法", "自殺方法", "楽に死", "死に方", "どうやって死", "苦しまずに死"],
        "self-harm/concern-other": ["友達が死にたい", "友人が死にたい", "娘が死にたい", "息子が死にたい", "彼女が死にたい"],
        "violence/threat": ["殺してやる", "ぶっ殺す", "殺すから", "刺してやる", "覚えてろ", "復讐してやる"],
        "violence/instructions": ["人を殺す方法", "殺し方", "爆弾の作り方", "毒の作り方"],
        "violence/victim": ["殴られ", "脅され", "ストーカー", "暴力を振るわれ", "DV"],
        "violence/anger": ["殺したい", "殴りたい", "殴ってやりたい", "許せない"],
        "self-harm/distress": ["つらい", "辛い", "絶望", "孤独", "しんどい", "鬱", "もう無理", "限界"],
    },
    "ko": {
        "self-harm/ideation": ["죽고 싶", "죽고싶", "자살", "살기 싫", "살고 싶지 않", "사라지고 싶", "없어지고 싶", "자해", "죽어버리고",
            "차라리 죽", "안 깨어났으면", "사는 의미", "살 이유가 없", "뒤지고 싶"],
        "self-harm/intent": ["오늘 밤 죽", "유서", "마지막 인사", "죽으려고", "죽기로", "자살할", "다들 안녕", "그동안 고마웠"],
        "self-harm/instructions": ["자살 방법", "자살하는 법", "안 아프게 죽", "고통 없이 죽", "죽는 방법", "죽는 법"],
        "self-harm/concern-other": ["친구가 죽고", "친구가 자살", "친구가 자해", "동생이 죽고", "딸이 자해", "아들이 자해"],
        "violence/threat": ["죽여버릴", "죽여 버릴", "죽일 거", "칼로 찌", "가만 안 둬", "복수할 거"],
        "violence/instructions": ["사람 죽이는 법", "사람을 죽이는 방법", "폭탄 만드는", "독살하는"],
        "violence/victim": ["때려요", "맞았어요", "협박", "스토킹", "가정폭력", "폭행당"],
        "violence/anger": ["죽이고 싶", "패고 싶", "때리고 싶", "죽여버리고"],
        "self-harm/distress": ["우울", "절망", "외로", "힘들어", "무기력", "공황", "버티기", "지쳤"],
    },
    "es": {
        "self-harm/ideation": ["quiero morir", "quisiera morir", "me quiero morir", "no quiero vivir", "no quiero seguir viviendo",
            "suicid", "matarme", "quitarme la vida", "acabar con mi vida", "mejor sin mi", "hacerme dano", "cortarme",
            "ganas de vivir", "desaparecer para siempre", "no despertar"],
        "self-harm/intent": ["me voy a matar", "voy a matarme", "voy a suicidarme", "carta de despedida", "este es mi adios",
            "esta noche me mato", "adios a todos", "mi ultimo mensaje"],
        "self-harm/instructions": ["como suicidarme", "como matarme", "morir sin dolor", "forma de morir", "manera de morir", "como suicidarse"],
        "self-harm/concern-other": ["amiga quiere morir", "amigo quiere morir", "se quiere matar", "se quiere suicidar", "quiere suicidarse"],
        "violence/threat": ["te voy a matar", "lo voy a matar", "la voy a matar", "voy a matar", "se van a arrepentir", "me las va a pagar"],
        "violence/instructions": ["como matar a", "como envenenar", "hacer una bomba", "fabricar una bomba"],
        "violence/victim": ["me pega", "me golpea", "me amenaz", "me acosa", "me maltrata", "me sigue a todas partes"],
        "violence/anger": ["quiero matarlo", "quiero matarla", "ganas de pegar", "ganas de matar", "partirle la cara"],
        "self-harm/distress": ["deprimid", "desesperad", "me siento sol", "no puedo mas", "ansiedad", "me odio", "sin esperanza", "agotad"],
    },
}  # fmt: skip

BROAD = {
    "en": ["kill", "die", "died", "dying", "dead", "death", "suicid", "murder", "shoot", "shot", "stab", "knife", "gun", "weapon",
        "bomb", "blood", "hurt", "pain", "cry", "crying", "alone", "lonely", "sad", "depress", "hopeless", "afraid", "scared",
        "abuse", "threat", "beat", "hit", "attack", "hate", "grave", "funeral", "goodbye", "poison", "hang", "drown", "overdose",
        "worthless", "despair", "tired of", "suffer", "miserable", "violen", "war", "fight", "punch", "rape", "stalk", "victim"],
    "zh": ["死", "杀", "自残", "伤害", "痛", "哭", "孤", "绝望", "抑郁", "恨", "打我", "刀", "枪", "炸", "毒", "血", "葬", "永别", "崩溃",
        "害怕", "恐", "威胁", "暴", "累", "难过", "悲", "殺", "寂寞", "活不", "遗"],
    "ja": ["死", "殺", "自傷", "傷", "痛", "泣", "孤独", "絶望", "鬱", "憎", "殴", "刀", "銃", "爆", "毒", "血", "葬", "つら", "辛", "消え",
        "怖", "脅", "暴力", "寂し", "悲し", "苦し", "しに", "無理", "遺"],
    "ko": ["죽", "자살", "자해", "상처", "아프", "울", "외로", "절망", "우울", "미워", "때리", "칼", "총", "폭", "독", "피", "장례", "힘들",
        "사라지", "무서", "협박", "슬프", "괴로", "지쳤", "싫", "살기", "눈물", "맞았", "고통"],
    "es": ["mat", "muer", "mori", "suicid", "asesin", "dispar", "cuchill", "pistola", "arma", "bomba", "sangre", "dano", "dolor",
        "llor", "sol", "triste", "deprim", "esperanza", "miedo", "abus", "amenaz", "golpe", "peg", "odi", "adios", "venen", "ahog",
        "guerra", "violen", "sufr", "pelea", "viol", "acos"],
    "fr": ["mort", "mour", "meur", "tuer", "suicid", "assassin", "bless", "couteau", "fusil", "arme", "bombe", "sang", "douleur",
        "pleur", "seul", "triste", "depri", "desesp", "peur", "menac", "frapp", "battr", "haine", "deteste", "adieu", "poison",
        "noye", "guerre", "violen", "souffr", "pendu", "enterr", "harcel", "fatigue de"],
    "de": ["tot", "tod", "tote", "sterb", "starb", "umbring", "morden", "mord", "selbstmord", "suizid", "verletz", "messer", "pistole", "waffe",
        "bombe", "blut", "schmerz", "weinen", "einsam", "allein", "traurig", "verzweif", "angst", "drohen", "bedroh", "schlag", "hass",
        "lebewohl", "vergift", "ertrink", "krieg", "gewalt", "leiden", "beerdig", "erschos", "stechen", "wehtun"],
    "pt": ["morr", "mort", "matar", "matou", "suicid", "assassin", "facada", "pistola", "arma", "bomba", "sangue", "doer", "chora", "sozinh",
        "trist", "deprim", "esperanca", "medo", "ameac", "bater", "bateu", "odei", "odio", "adeus", "veneno", "afog", "guerra",
        "violen", "sofr", "briga", "machuc", "enterr", "persegu"],
    "hi": ["मर", "मौत", "मृत", "मार", "आत्महत्या", "खुदकुशी", "हत्या", "खून", "ख़ून", "चोट", "दर्द", "रो", "अकेल", "उदास", "दुख", "निराश",
        "डर", "धमकी", "पीट", "नफरत", "नफ़रत", "अलविदा", "ज़हर", "बम", "युद्ध", "हिंसा", "जान दे", "अंतिम", "mar ja", "marna", "maar", "maut",
        "suicide", "akela", "akeli", "dukh", "udaas", "dard", "khoon", "rona", "nafrat", "dhamki", "alvida", "zeher"],
    "ar": ["موت", "مات", "ميت", "قتل", "انتحار", "انتحر", "دم", "جرح", "الم", "وجع", "بكي", "بكا", "وحيد", "وحده", "حزين", "حزن", "ياس", "كاب",
        "خوف", "خاف", "هدد", "تهديد", "ضرب", "كره", "وداع", "سم", "قنبله", "سلاح", "سكين", "حرب", "عنف", "عذاب", "دفن", "تعبت"],
}  # fmt: skip

NORMALISER = build_normaliser()


def compile_list(phrases):
    """One pattern for a phrase list; Latin phrases start at a word border, others match anywhere."""
    normal = [re.escape(NORMALISER.normalize_str(phrase)) for phrase in phrases]
    latin = [phrase for phrase in normal if phrase[0].isascii()]
    other = [phrase for phrase in normal if not phrase[0].isascii()]
    parts = ([rf"\b(?:{'|'.join(latin)})"] if latin else []) + (["|".join(other)] if other else [])
    return re.compile("|".join(parts))


PHRASE_PATTERNS = {
    label: compile_list([phrase for lists in PHRASES.values() for phrase in lists.get(label, [])])
    for label in PHRASES["en"]
}
BROAD_PATTERN = compile_list([word for words in BROAD.values() for word in words])


def match_labels(text):
    """Labels whose phrase lists match, or ["none"]: the baseline classifier."""
    plain = NORMALISER.normalize_str(text)
    return [label for label, pattern in PHRASE_PATTERNS.items() if pattern.search(plain)] or ["none"]


def looks_harmless(text):
    """True if no word of the broad list occurs: safe to take as `none` without reading."""
    return not BROAD_PATTERN.search(NORMALISER.normalize_str(text))
