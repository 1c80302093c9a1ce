"""Step 8. Trains the tiny model that answers until the large one is ready; writes OUT (models/tiny).

    python tiny.py --work DIR --out ../tiny [--data DIR] [--name classifier]

Hashed words, word pairs and character n-grams, each with a short vector; their scaled sum through one hidden layer to the
twelve logits (Joulin et al. 2017, arXiv 1607.01759, with a hidden layer). Taught by our sentences and by the large model's
probabilities on them, on the external rows and on translated sentences. src/lib/screening/ngrams.ts reads texts alike.
"""

import argparse
import json
import random
import re
import time
import unicodedata
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import average_precision_score
from tokenizers import Tokenizer

from augment import augment
from classifier import open_classifier
from corpus import PARALLEL, add_data_argument, add_work_argument, read_pairs
from explicit import draw_explicit
from labels import INDEX, LABELS
from mapping import draw_examples, read_examples
from train import collect_benign, read_own, score, to_tensors

BUCKETS, WIDTH, HIDDEN = 40960, 20, 32
LONGEST = 40  # characters of a word that are looked at
WINDOW, STRIDE = 48, 24  # words read at a time, words by which the next window starts later
DENSE = re.compile("[\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
DRAWN = 2500  # translated sentences per language that the large model labels
TEACHER_SHARE = 0.5


def split_words(text):
    """Runs of letters, marks and digits, and single symbols (emoji), of the NFKC lower-case text."""
    words, run = [], []
    for sign in unicodedata.normalize("NFKC", text).lower():
        kind = unicodedata.category(sign)
        if kind[0] in "LMN":
            run.append(sign)
            continue
        if run:
            words.append("".join(run))
            run = []
        if kind == "So":
            words.append(sign)
    if run:
        words.append("".join(run))
    return [word[:LONGEST] for word in words]


def name_features(words):
    """Names of all features of a window of words."""
    names = []
    for place, word in enumerate(words):
        names.append("w" + word)
        if place:
            names.append("b" + words[place - 1] + " " + word)
        if DENSE.search(word):
            framed, sizes = word, (1, 2, 3, 4)
        else:
            framed, sizes = "<" + word + ">", (3, 4, 5)
        for size in sizes:
            names += ["c" + framed[at : at + size] for at in range(len(framed) - size + 1)]
    return names


def hash_name(name):
    """FNV-1a over UTF-16 code units with a final mix, modulo BUCKETS."""
    value = 0x811C9DC5
    for unit in np.frombuffer(name.encode("utf-16-le"), "<u2").tolist():
        value = ((value ^ unit) * 0x01000193) & 0xFFFFFFFF
    value ^= value >> 15
    value = (value * 0x2C1B3C6D) & 0xFFFFFFFF
    return (value ^ (value >> 12)) % BUCKETS


class Hasher:
    """Feature numbers of texts; remembers what it has hashed."""

    def __init__(self):
        self.known = {}

    def read(self, text):
        """One list of feature numbers per window; a text without words has one empty window."""
        words = split_words(text)
        starts = range(0, max(1, len(words) - WINDOW + STRIDE), STRIDE)
        return [[self.find(name) for name in name_features(words[at : at + WINDOW])] for at in starts]

    def find(self, name):
        found = self.known.get(name)
        if found is None:
            found = self.known[name] = hash_name(name)
        return found


class Tiny(torch.nn.Module):
    """Bags of feature numbers -> logits [bags, 12]."""

    def __init__(self):
        super().__init__()
        self.table = torch.nn.EmbeddingBag(BUCKETS, WIDTH, mode="sum")
        self.hidden = torch.nn.Linear(WIDTH, HIDDEN)
        self.head = torch.nn.Linear(HIDDEN, len(LABELS))
        torch.nn.init.normal_(self.table.weight, std=0.1)

    def forward(self, bags):
        lengths = torch.tensor([len(bag) for bag in bags])
        offsets = torch.cat([torch.zeros(1, dtype=torch.long), lengths.cumsum(0)[:-1]])
        flat = torch.tensor([number for bag in bags for number in bag], dtype=torch.long)
        summed = self.table(flat, offsets) / lengths.clamp(min=1).sqrt()[:, None]
        return self.head(torch.relu(self.hidden(summed)))


def read_unlabelled(data, chooser):
    """Translated sentences of every language, English sides too."""
    found = []
    for language in PARALLEL:
        pairs = list(read_pairs(data, language))
        for english, other, _ in chooser.sample(pairs, min(DRAWN, len(pairs))):
            found += [other, english] if chooser.random() < 0.1 else [other]
    return list(dict.fromkeys(found))


def draw_texts(own, external, benign, chooser):
    """Labelled examples of all rounds: our sentences as written and once noisy, plain ones, external rows."""
    drawn = list(own)
    drawn += [{**e, "text": augment(e["text"], e["lang"], benign, chooser, 1.2)} for e in own] + draw_explicit(chooser)
    return drawn + draw_examples(external, chooser, 300)


def train(model, bags, targets, weights, rounds, size=256):
    """Trains in place on bags (one window each)."""
    optimiser = torch.optim.Adam(model.parameters(), lr=4e-3)
    steps = rounds * -(-len(bags) // size)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(0.02, 1 - step / steps))
    chooser = random.Random(5)
    order = list(range(len(bags)))
    for number in range(rounds):
        chooser.shuffle(order)
        total, started = 0.0, time.time()
        for start in range(0, len(order), size):
            rows = order[start : start + size]
            # A quarter of the features is left out, so that no single one carries a label.
            kept = [[n for n in bags[row] if chooser.random() > 0.25] for row in rows]
            logits = model(kept)
            losses = torch.nn.functional.binary_cross_entropy_with_logits(logits, targets[rows], reduction="none")
            loss = (losses * weights[rows]).sum(1).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item() * len(rows)
        print(f"round {number + 1} loss {total / len(order):.3f} {time.time() - started:.0f} s", flush=True)


def measure(model, hasher, examples):
    """Mean average precision over the labels on our calibration sentences, highest logit over the windows."""
    model.eval()
    with torch.inference_mode():
        logits = np.stack([model(hasher.read(e["text"])).max(0).values.numpy() for e in examples])
    truth = np.array([[label in e["labels"] for label in LABELS] for e in examples])
    return float(np.mean([average_precision_score(truth[:, k], logits[:, k]) for k in range(len(LABELS))]))


def write(model, out):
    """ngrams.bin (int8 table, one scale per column, then float32 layers) and config.json."""
    out.mkdir(parents=True, exist_ok=True)
    table = model.table.weight.detach().numpy()
    scale = np.abs(table).max(0) / 127
    quantised = np.clip(np.round(table / scale), -127, 127).astype(np.int8)
    parts = [scale, model.hidden.weight, model.hidden.bias, model.head.weight, model.head.bias]
    floats = [np.asarray(p.detach() if torch.is_tensor(p) else p, "<f4").ravel() for p in parts]
    (out / "ngrams.bin").write_bytes(quantised.tobytes() + b"".join(part.tobytes() for part in floats))
    with torch.no_grad():  # what is measured from here on is what is shipped
        model.table.weight.copy_(torch.from_numpy(quantised * scale))
    config = {
        "model_type": "handrail-ngrams", "problem_type": "multi_label_classification",
        "id2label": {str(k): label for label, k in INDEX.items()}, "label2id": INDEX,
        "buckets": BUCKETS, "width": WIDTH, "hidden": HIDDEN, "longest": LONGEST, "window": WINDOW, "stride": STRIDE,
    }  # fmt: skip
    (out / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


def score_folder(folder, texts):
    """(logits [texts, 12], words [texts], zeros [texts]) of the shipped int8 folder, as scoring.score_rows gives them."""
    raw = (folder / "ngrams.bin").read_bytes()
    table = np.frombuffer(raw, np.int8, BUCKETS * WIDTH).reshape(BUCKETS, WIDTH)
    floats = np.frombuffer(raw, "<f4", offset=BUCKETS * WIDTH)
    sizes = [WIDTH, HIDDEN * WIDTH, HIDDEN, len(LABELS) * HIDDEN]
    scale, hidden, bias, head, out = np.split(floats, np.cumsum(sizes))
    hasher, found, counts = Hasher(), np.zeros((len(texts), len(LABELS))), np.zeros(len(texts), int)
    for row, text in enumerate(texts):
        windows = []
        for bag in hasher.read(text):
            summed = table[bag].astype(np.float64).sum(0) * scale / np.sqrt(max(1, len(bag)))
            middle = np.maximum(0, hidden.reshape(HIDDEN, WIDTH) @ summed + bias)
            windows.append(head.reshape(len(LABELS), HIDDEN) @ middle + out)
        found[row] = np.max(windows, axis=0)
        found[row, INDEX["none"]] = min(window[INDEX["none"]] for window in windows)
        counts[row] = len(split_words(text))
    return found, counts, np.zeros(len(texts), int)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_data_argument(parser)
    add_work_argument(parser)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", default="classifier", help="the large model in WORK that teaches")
    parser.add_argument("--rounds", type=int, default=6)
    arguments = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(2)
    chooser = random.Random(6)
    own, held_out = read_own()
    external = read_examples(arguments.data)
    labelled = draw_texts(own, external, collect_benign(external), chooser)
    texts = [e["text"] for e in labelled] + read_unlabelled(arguments.data, chooser)
    teacher = open_classifier(arguments.work / "student")
    teacher.load_state_dict(torch.load(arguments.work / f"{arguments.name}.pt"))
    with torch.autocast("cpu", torch.bfloat16), torch.inference_mode():
        taught = score(teacher, Tokenizer.from_file(str(arguments.work / "tokenizer.json")), texts)
    taught = torch.sigmoid(torch.from_numpy(taught))
    targets, weights = to_tensors(labelled)
    known = (weights > 0).float()
    own_taught = taught[: len(labelled)]
    mixed = torch.where(known > 0, (1 - TEACHER_SHARE) * targets + TEACHER_SHARE * own_taught, own_taught)
    targets = torch.cat([mixed, taught[len(labelled) :]])
    weights = torch.cat([weights.clamp(min=0.3), torch.full((len(texts) - len(labelled), len(LABELS)), 0.5)])
    hasher = Hasher()
    bags = [hasher.read(text)[0] for text in texts]
    print(f"{len(labelled)} labelled, {len(texts)} texts, {len(hasher.known)} features", flush=True)
    model = Tiny()
    train(model, bags, targets, weights, arguments.rounds)
    print(f"float mAP {measure(model, hasher, held_out):.4f}")
    write(model, arguments.out)
    print(f"int8 mAP {measure(model, hasher, held_out):.4f}, {(arguments.out / 'ngrams.bin').stat().st_size} bytes")


if __name__ == "__main__":
    main()
