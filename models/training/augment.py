"""Meaning-preserving noise for training texts: typos, obfuscation, laughter, missing punctuation, a benign surrounding.

Everything is applied to harmless and risky rows alike, so that noise itself never hints at risk. Case, accents,
full-width letters, zero-width characters and look-alikes need no augmentation: the tokenizer folds them.
"""

import re

from opencc import OpenCC

LAUGHTER = {
    "en": [" lol", " haha", " lmao", " 😂", " 💀", " jk lol", " hahaha"],
    "zh": ["哈哈", "哈哈哈", "233", "😂", "笑死", "hhh"],
    "ja": ["笑", "w", "www", "😂", "（笑）", "草"],
    "ko": ["ㅋㅋ", "ㅋㅋㅋㅋ", " ㅎㅎ", "😂", " ㅋㅋㅋ"],
    "es": [" jaja", " jajaja", " xd", " 😂", " jeje"],
    "fr": [" mdr", " ptdr", " lol", " 😂", " haha"],
    "de": [" haha", " lol", " hihi", " 😂", " xd"],
    "pt": [" kkkk", " kkk", " rsrs", " 😂", " haha"],
    "hi": [" haha", " hahaha", " lol", " 😂", " 🤣"],
    "ar": [" ههههه", " هههه", " 😂", " lol", " ههه"],
}
LEET = {"a": "4@", "e": "3", "i": "1!", "o": "0", "s": "5$", "t": "7"}
JOINS = {"zh": "", "ja": ""}
TO_TRADITIONAL = OpenCC("s2t")


def swap_typo(text, chooser):
    """One or two swapped, dropped or doubled letters."""
    letters = list(text)
    for _ in range(chooser.choice([1, 1, 2])):
        spots = [i for i in range(len(letters) - 1) if letters[i].isalpha() and letters[i + 1].isalpha()]
        if not spots:
            break
        spot = chooser.choice(spots)
        kind = chooser.randrange(3)
        if kind == 0:
            letters[spot], letters[spot + 1] = letters[spot + 1], letters[spot]
        elif kind == 1:
            del letters[spot]
        else:
            letters.insert(spot, letters[spot])
    return "".join(letters)


def obfuscate(text, language, chooser):
    """Leet, censoring stars, spaced letters, stretched letters; between CJK signs a space, dot or star."""
    if language in ("zh", "ja", "ko"):
        mark = chooser.choice([" ", "*", ".", "/", "·"])
        share = chooser.choice([0.15, 0.3, 1.0])
        return "".join(sign + (mark if chooser.random() < share else "") for sign in text)
    kind = chooser.randrange(4)
    if kind == 0:
        return "".join(
            chooser.choice(LEET[s.lower()]) if s.lower() in LEET and chooser.random() < 0.45 else s for s in text
        )
    words = text.split(" ")
    chosen = set(chooser.sample(range(len(words)), max(1, len(words) // 4)))

    def change(word):
        if kind == 1 and len(word) > 2:
            spot = chooser.randrange(1, len(word) - 1)
            return word[:spot] + chooser.choice("*.#-") + word[spot + 1 :]
        if kind == 2:
            return chooser.choice([" ", ".", "-"]).join(word)
        spot = chooser.randrange(len(word)) if word else 0
        return word[:spot] + word[spot : spot + 1] * chooser.choice([3, 4]) + word[spot + 1 :]

    return " ".join(change(word) if place in chosen else word for place, word in enumerate(words))


def drop_marks(text):
    """Without punctuation and apostrophes."""
    return re.sub(r"[.,!?;:'’…。、，！？；：¡¿]", "", text) or text


def surround(text, language, benign, chooser):
    """The text before, after or inside one to four harmless sentences of its language (rarely of another)."""
    source = language if chooser.random() < 0.93 else chooser.choice(list(benign))
    around = chooser.sample(benign[source], chooser.choice([1, 1, 2, 3, 4]))
    around.insert(chooser.randrange(len(around) + 1), text)
    joined = JOINS.get(language, " ")
    parts = [
        part if part[-1:] in ".!?。！？…" or chooser.random() < 0.3 else part + ("。" if joined == "" else ".")
        for part in around
    ]
    return joined.join(parts)


def augment(text, language, benign, chooser, strength=1.0):
    """A noisy copy of the text; about half the copies stay as they are at strength 1.

    benign: {language: [harmless texts]} for the surrounding.
    """
    if language == "zh" and chooser.random() < 0.15 * strength:
        text = TO_TRADITIONAL.convert(text)
    if chooser.random() < 0.10 * strength:
        text = swap_typo(text, chooser)
    if chooser.random() < 0.08 * strength:
        text = obfuscate(text, language, chooser)
    if chooser.random() < 0.12 * strength:
        text = drop_marks(text)
    if chooser.random() < 0.10 * strength:
        text = text + chooser.choice(LAUGHTER[language])
    if chooser.random() < 0.16 * strength:
        text = surround(text, language, benign, chooser)
    return text
