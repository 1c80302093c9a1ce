"""Writes WORK/tokenizer-check.jsonl: texts in every language and hostile strings, with the ids of the Rust library.

python check_tokenizer.py --work DIR [--data DIR] [--tokenizer FILE]
node check_tokenizer.mjs DIR/tokenizer.json DIR/tokenizer-check.jsonl
"""

import argparse
import json
import random
from pathlib import Path

from tokenizers import Tokenizer

from corpus import add_data_argument, add_work_argument, read_external, read_pairs, read_sentences

HOSTILE = [
    "", " ", "\n\t\r", "[SEP] [CLS] [MASK] [PAD] [UNK]", "##ing ## #", "a" * 255, "a" * 256, "a" * 257, "あ" * 300, "가" * 300,
    "ki\u200bll my\u200dself", "kіll mуself", "𝓴𝓲𝓵𝓵 𝐦𝐞", "ｋｉｌｌ　ｍｅ", "k.i.l.l m_e", "n̸o̷t̶ ̴o̵k̶", "e\u0301e\u0300é", "İstanbul ıI ΟΔΟΣ ς",
    "がぎぐげご", "か\u3099き\u3099", "ガギグ ｶﾞｷﾞ ﾊﾟ", "ㅋㅋㅋㅋ ㅠㅠ ㅈㅅ 자ㅅ", "각갂갃간 \u1100\u1161\u11a8", "안녕하세요\u3164!", "死にたい。もう無理ー〜～", "我不想活了，謝謝",
    "\U00020000\U0002a6df𠮷野家", "豈更車", "👨‍👩‍👧‍👦 🏳️‍🌈 🇰🇷 1️⃣ 🪿🫨🩷", "😂😂lol😂no", "\ud83d".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
    "\ufeffBOM\ufffe\uffff", "\x00nul\x00", "\x85nel\x0bvt\x0c", "a\u2028b\u2029c\u202fd\u3000e\u1680f", "Привет, как дела? хочу", "שלום עליכם", "مرحبا كيف حالك", "สวัสดีครับ", "नमस्ते किं", "ǆ ﬁ ﬂ ß ẞ ŉ ǰ",
    "½ ² ㎏ ℡ ①②③ ㈜ ㍿ Ⅷ", "“quotes” ‘single’ ʼ´`", "¿Qué? ¡Año! ñandú über çà", "\u1160\u115f\u17b4", "\U000e0041\U000e007f", "\u202eevil\u202c", "a\u0338≠=\u0338", "ﷺ", "🫃🏽", "⚔️⛓️☠️", "\u0345ᾳ", "K Å Ω", "ſ", "\u2800braille", "〇〡々〆ヶ", "ゝゞヽヾ", "゛゜", "ﾟ", "\ud55c\uae00abc123한a1", "1234567890" * 30,
]  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_data_argument(parser)
    add_work_argument(parser)
    parser.add_argument("--tokenizer", type=Path, help="default WORK/tokenizer.json")
    arguments = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(arguments.tokenizer or arguments.work / "tokenizer.json"))
    chooser = random.Random(1)
    texts = [(f"hostile-{number}", text) for number, text in enumerate(HOSTILE)]
    for language in ["zh", "ja", "ko", "es", "fr", "de", "pt", "ru", "ar", "hi"]:
        pairs = list(read_pairs(arguments.data, language))
        texts += [
            (f"{language}-{number}", pair[1]) for number, pair in enumerate(chooser.sample(pairs, min(800, len(pairs))))
        ]
    for name in ["goemotions-train", "korean-chat", "psyguard-valid", "counsel-chat-questions"]:
        rows = read_external(arguments.data, f"train/{name}")
        texts += [(row["id"], row["text"]) for row in chooser.sample(rows, min(800, len(rows)))]
    texts += [(row["id"], row["text"]) for row in read_sentences()]
    with open(arguments.work / "tokenizer-check.jsonl", "w", encoding="utf-8") as out:
        for identifier, text in texts:
            ids = tokenizer.encode(text).ids
            out.write(json.dumps({"id": identifier, "text": text, "ids": ids}) + "\n")
    print(f"{len(texts)} texts written")


if __name__ == "__main__":
    main()
