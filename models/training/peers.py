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

from calibrate import choose_thresholds, deserves, fit_platt, read_benign
from classifier import open_classifier
from corpus import add_data_argument, add_work_argument, read_jsonl
from distill import embed_english
from explicit import draw_explicit
from labels import LABELS, QUIET
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


def run_tfidf(own, texts, arguments):
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
    model.fit([e["text"] for e in own], np.array([[label in e["labels"] for label in LABELS] for e in own]))
    chances = np.stack([found[:, 1] for found in model.predict_proba(texts)], axis=1).clip(1e-6, 1 - 1e-6)
    return np.log(chances / (1 - chances))


def run_zero_shot(_, texts, __):
    """Similarity to the labels' descriptions."""
    labels = torch.nn.functional.normalize(embed_english(DESCRIPTIONS), dim=1)
    found = torch.nn.functional.normalize(embed_english(texts), dim=1) @ labels.T
    return (10 * (found - found.mean(1, keepdim=True))).numpy()


def run_english(own, texts, arguments):
    """The monolingual fine-tune; WORK/english.pt is taken up where it is there."""
    tokenizer = Tokenizer.from_file(f"{MINILM}/tokenizer.json")
    tokenizer.no_padding()
    model = open_classifier(MINILM)
    if not (arguments.work / "english.pt").exists():
        arguments.epochs, arguments.quota, arguments.batch = 4, 300, 64
        arguments.rate, arguments.seed, arguments.name, arguments.start, arguments.peak = 1e-4, 1, "english", None, 1.0
        english = [[e for e in rows if e["lang"] == "en"] for rows in (own, read_own()[1])]
        external = [e for e in read_examples(arguments.data) if e["lang"] == "en"]
        train(model, tokenizer, *english, external, arguments)
    model.load_state_dict(torch.load(arguments.work / "english.pt"))
    return score(model, tokenizer, texts)


def settle(raw, held_out, benign):
    """(probabilities [texts, 12], {label: show}) from raw scores of texts, held-out sentences and harmless rows, in this order:
    calibrated and given thresholds as ours are."""
    first, middle = len(raw) - len(held_out) - benign, len(raw) - benign
    truth = np.array([[label in e["labels"] for label in LABELS] for e in held_out])
    all_truth = np.vstack([truth, np.tile([label == "none" for label in LABELS], (benign, 1))])
    quiet = np.array([set(e["labels"]) <= QUIET for e in held_out])
    found, thresholds = np.zeros_like(raw), {}
    for k, label in enumerate(LABELS):
        a, b = fit_platt(raw[first:, k], all_truth[:, k])
        found[:, k] = 1 / (1 + np.exp(-(a * raw[:, k] + b)))
        mine, theirs = found[first:middle, k], found[middle:, k]
        thresholds[label] = choose_thresholds(label, mine, truth[:, k], deserves(label, held_out), quiet, theirs)[0]
    return found[:first], thresholds


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
    benign = [text for _, text in read_benign(arguments.data)]
    rows = [row for path in arguments.texts for row in read_jsonl(path) if row.get("text")]
    texts = [row["text"] for row in rows] + [e["text"] for e in held_out] + benign
    (arguments.work / "peers").mkdir(exist_ok=True)
    for name in arguments.only:
        found, thresholds = settle(PEERS[name](own, texts, arguments), held_out, len(benign))
        with open(arguments.work / "peers" / f"{name}.jsonl", "w", encoding="utf-8") as lines:
            lines.write(json.dumps({"name": name, "thresholds": thresholds}) + "\n")
            for row, chances in zip(rows, found, strict=True):
                scores = dict(zip(LABELS, (round(float(p), 5) for p in chances), strict=True))
                lines.write(json.dumps({"id": row["id"], "scores": scores}) + "\n")
        print(f"{name}: {len(rows)} rows", flush=True)


if __name__ == "__main__":
    main()
