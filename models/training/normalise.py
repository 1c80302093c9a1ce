"""The text normaliser and splitter written into tokenizer.json.

Every step is one that @huggingface/tokenizers (JavaScript) and tokenizers (Rust) carry out alike; check_tokenizer.mjs
compares them. Steps, in order: drop invisible characters, control characters to spaces, NFKD (folds full-width and
mathematical letters, splits Hangul into jamo), lower case, strip Latin accents (kana marks U+3099/309A stay), strip
Arabic vowel signs and hamza marks and the Devanagari nukta (typed or left out at will), fold spelling variants of both
scripts, fold Cyrillic and Greek look-alikes to Latin, plain quotation marks. Then split at spaces and punctuation, and again by
script, so that one unknown character never hides its neighbours.
"""

from tokenizers import Regex, normalizers, pre_tokenizers

INVISIBLE = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
CONTROL = "[\u0001-\u001f\u007f-\u009f]"
LATIN_ACCENTS = "[\u0300-\u036f\u20d0-\u20ff]"
# Harakat, superscript alef, Quranic signs, hamza above and below, maddah, tatweel; Devanagari nukta.
LOOSE_MARKS = "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u093c]"
VARIANTS = {"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ٱ": "ا", "ँ": "ं"}
LOOK_ALIKES = {
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ѕ": "s", "ј": "j", "һ": "h",
    "ԁ": "d", "ԛ": "q", "ԝ": "w", "к": "k", "ո": "n", "ο": "o", "α": "a", "ι": "i", "ν": "v", "ρ": "p", "κ": "k",
    "υ": "u", "τ": "t", "ε": "e", "ς": "σ", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ɑ": "a", "ɡ": "g",
    "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"',
}  # fmt: skip
HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002ffff"
PICTURES = "\u2190-\u2bff\U0001f000-\U0001faff"
HIRAGANA = "\u3041-\u309f"
KATAKANA = "\u30a0-\u30ff"
JAMO = "\u1100-\u11ff"
SCRIPTS = f"[{HAN}]|[{PICTURES}]|[a-z0-9]+|[{HIRAGANA}]+|[{KATAKANA}]+|[{JAMO}]+"


def build_normaliser():
    """The tokenizers.Normalizer described above."""
    steps = [
        normalizers.Replace(Regex(INVISIBLE), ""),
        normalizers.Replace(Regex(CONTROL), " "),
        normalizers.NFKD(),
        normalizers.Lowercase(),
        normalizers.Replace(Regex(LATIN_ACCENTS), ""),
        normalizers.Replace(Regex(LOOSE_MARKS), ""),
    ]
    steps += [normalizers.Replace(sign, plain) for sign, plain in (VARIANTS | LOOK_ALIKES).items()]
    return normalizers.Sequence(steps)


def build_splitter():
    """The tokenizers.PreTokenizer described above."""
    return pre_tokenizers.Sequence(
        [pre_tokenizers.BertPreTokenizer(), pre_tokenizers.Split(Regex(SCRIPTS), behavior="isolated")]
    )
