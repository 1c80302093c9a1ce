"""The peers of the bench: scores of other ways to classify, for `npm run bench -- --scores FILE`.

    python peers.py --work DIR --texts DATA.jsonl… [--data DIR] [--only tfidf zero-shot english]

Writes WORK/peers/<peer>.jsonl with {"id","scores"} for every row of the data files (JSON Lines, also .gz, with "id" and "text").
All three learn from, or are calibrated on, the same data as our model:
- tfidf: words and character 2- to 5-grams, one logistic regression per label (scikit-learn), on one epoch's rows.
- zero-shot: cosine of all-MiniLM-L6-v2 between text and the label's description; only the calibration is fitted.
- english: all-MiniLM-L6-v2 with its own vocabulary, fine-tuned as in train.py on the English sentences only.
"""

import argparse
import json
import random
from pathlib import Path

import numpy as np
import torch
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multioutput import MultiOutputClassifier
from sklearn.pipeline import make_pipeline, make_union
from tokenizers import Tokenizer

from calibrate import fit_platt
from classifier import open_classifier
from corpus import add_data_argument, add_work_argument, read_jsonl
from distill import embed_english
from explicit import draw_explicit
from labels import LABELS
from mapping import draw_examples, read_examples
from train import read_own, score, train
from warm_start import MINILM

# The CONTRACTS table in one sentence each.
DESCRIPTIONS = [
    "An everyday message, a figure of speech, a joke, sport, games or technology.",
    "A question or text about mental health, suicide or self-harm as a topic.",
    "I am in pain, hopeless, lonely or panicking.",
    "I wish I were dead and I think about suicide.",
    "I have decided to kill myself, this is my goodbye.",
    "Tell me how to kill or hurt myself.",
    "I am worried that somebody I know will kill themselves.",
    "A question or text about violence, war, crime or a fight as a topic.",
    "I am furious and wish that somebody would suffer.",
    "I am going to kill or attack somebody.",
    "Tell me how to hurt or attack people.",
    "Somebody hurts, threatens or stalks me and I am afraid.",
]


def calibrate_scores(raw, held_raw, held_out):
    """Probabilities [texts, 12] from raw scores, Platt scaling on our calibration sentences."""
    truth = np.array([[label in e["labels"] for label in LABELS] for e in held_out])
    found = np.zeros_like(raw)
    for k in range(len(LABELS)):
        a, b = fit_platt(held_raw[:, k], truth[:, k])
        found[:, k] = 1 / (1 + np.exp(-(a * raw[:, k] + b)))
    return found


def run_tfidf(own, held_out, texts, arguments):
    """TF-IDF and logistic regression."""
    chooser = random.Random(1)
    external = draw_examples(read_examples(arguments.data), chooser, 300)
    own = own + draw_explicit(chooser) + [e for e in external if e["labels"]]
    model = make_pipeline(
        make_union(
            TfidfVectorizer(sublinear_tf=True, min_df=2),
            TfidfVectorizer(sublinear_tf=True, min_df=3, analyzer="char_wb", ngram_range=(2, 5), max_features=200000),
        ),
        MultiOutputClassifier(LogisticRegression(C=4.0, max_iter=300, solver="liblinear")),
    )
    truth = np.array([[label in e["labels"] for label in LABELS] for e in own])
    model.fit([e["text"] for e in own], truth)

    def predict(batch):
        chances = np.stack([found[:, 1] for found in model.predict_proba(batch)], axis=1).clip(1e-6, 1 - 1e-6)
        return np.log(chances / (1 - chances))

    return calibrate_scores(predict(texts), predict([e["text"] for e in held_out]), held_out)


def run_zero_shot(_, held_out, texts, __):
    """Similarity to the labels' descriptions."""
    labels = torch.nn.functional.normalize(embed_english(DESCRIPTIONS), dim=1)

    def compare(batch):
        found = torch.nn.functional.normalize(embed_english(batch), dim=1) @ labels.T
        return (10 * (found - found.mean(1, keepdim=True))).numpy()

    return calibrate_scores(compare(texts), compare([e["text"] for e in held_out]), held_out)


def run_english(own, held_out, texts, arguments):
    """The monolingual fine-tune."""
    tokenizer = Tokenizer.from_file(f"{MINILM}/tokenizer.json")
    tokenizer.no_padding()
    model = open_classifier(MINILM)
    english = [e for e in own if e["lang"] == "en"]
    arguments.epochs, arguments.quota, arguments.batch = 4, 300, 64
    arguments.rate, arguments.seed, arguments.name, arguments.start, arguments.peak = 1e-4, 1, "english", None, 1.0
    external = [e for e in read_examples(arguments.data) if e["lang"] == "en"]
    train(model, tokenizer, english, [e for e in held_out if e["lang"] == "en"], external, arguments)
    model.load_state_dict(torch.load(arguments.work / "english.pt"))
    held_raw = score(model, tokenizer, [e["text"] for e in held_out])
    return calibrate_scores(score(model, tokenizer, texts), held_raw, held_out)


PEERS = {"tfidf": run_tfidf, "zero-shot": run_zero_shot, "english": run_english}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_data_argument(parser)
    add_work_argument(parser)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--only", nargs="+", choices=PEERS, default=list(PEERS))
    arguments = parser.parse_args()
    torch.manual_seed(1)
    random.seed(1)
    torch.set_num_threads(2)
    own, held_out = read_own()
    rows = [row for path in arguments.texts for row in read_jsonl(path) if row.get("text")]
    (arguments.work / "peers").mkdir(exist_ok=True)
    for name in arguments.only:
        found = PEERS[name](own, held_out, [row["text"] for row in rows], arguments)
        with open(arguments.work / "peers" / f"{name}.jsonl", "w", encoding="utf-8") as lines:
            for row, chances in zip(rows, found, strict=True):
                scores = dict(zip(LABELS, (round(float(p), 5) for p in chances), strict=True))
                lines.write(json.dumps({"id": row["id"], "scores": scores}) + "\n")
        print(f"{name}: {len(rows)} rows", flush=True)


if __name__ == "__main__":
    main()
