"""Step 6. Calibrates the shipped file in onnxruntime-web, chooses thresholds, writes OUT/handrail.json.

    python calibrate.py --out ../intent [--data DIR] [--date YYYY-MM-DD]
    python calibrate.py --out ../tiny (the tiny model, in Python: it has no runtime to differ from)

Calibration rows: the 15 % of our sentences that were not trained on and half of the small-talk and request test sets (the
even rows; the odd ones are for measuring). Translated sentences are no harmless rows: film lines and Tatoeba hold threats
and farewells. Platt scaling per label:
p = sigmoid(a * logit + b). Thresholds are on p.
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from corpus import add_data_argument, in_calibration, read_external, read_jsonl, read_sentences
from labels import INDEX, LABELS, LANGUAGES, LEVEL, QUIET
from scoring import score_rows
from tiny import score_folder

GOLDEN = Path(__file__).with_name("golden.jsonl")
SOURCES = Path(__file__).with_name("sources.json")
BENIGN_ROWS = 900  # per set and language
# False alarms allowed among harmless rows, per label: labels that open a card get the least.
BUDGET = {2: 0.0015, 3: 0.0015, 1: 0.01, 0: 0.004}
# Share of our own hard negatives (labels none, information, discussion) that a label may reach: cards the least.
HARD_BUDGET = {2: 0.015, 3: 0.015, 1: 0.03, 0: 0.03}
ACT_PRECISION = 0.95
# The same two budgets for the quiet line on a mixture of labels.
HINT_BUDGET, HINT_HARD_BUDGET = 0.012, 0.10


def is_tiny(folder):
    """Whether the folder holds the tiny model."""
    return (folder / "ngrams.bin").exists()


def score_texts(folder, texts):
    """Logits [texts, 12] of either model, as shipped."""
    return (score_folder(folder, texts) if is_tiny(folder) else score_rows(folder, texts))[0]


def read_benign(data):
    """[(language, text)] harmless rows for calibration."""
    rows = [("en", row["text"]) for row in read_external(data, "dev/clinc150-test")[0::2]]
    found = [("en", text) for _, text in rows[: 2 * BENIGN_ROWS]]
    small_talk = read_external(data, "dev/xpersona-test")
    for language in LANGUAGES:
        texts = [row["text"] for row in small_talk if row["lang"] == language][0::2]
        texts = [text for text in dict.fromkeys(texts) if len(text) > 3]
        found += [(language, text) for text in texts[:: max(1, len(texts) // BENIGN_ROWS)]]
    return found


def fit_platt(logits, truth):
    """(a, b) of sigmoid(a * logit + b), Platt's smoothed targets, a kept in [0.3, 3]."""
    positives, negatives = truth.sum(), (~truth).sum()
    target = np.where(truth, (positives + 1) / (positives + 2), 1 / (negatives + 2))

    def loss(parameters):
        score = parameters[0] * logits + parameters[1]
        return (np.logaddexp(0, score) - target * score).sum()

    found = minimize(loss, [1.0, 0.0], bounds=[(0.3, 3.0), (-12, 12)], method="L-BFGS-B")
    return float(found.x[0]), float(found.x[1])


def deserves(label, rows):
    """Which rows deserve what the label leads to: they carry it, or a graver label of the same kind (self-harm, violence)."""
    kind, level = label.split("/")[0], LEVEL.get(label, 0)
    enough = {label} | {other for other in LEVEL if level and other.split("/")[0] == kind and LEVEL[other] >= level}
    return np.array([bool(enough & set(row["labels"])) for row in rows])


def choose_thresholds(label, probability, truth, deserved, quiet, benign):
    """(show, act) on calibrated probabilities.

    probability, truth: our calibration sentences; deserved: see deserves; quiet: which of them carry only quiet labels;
    benign: probabilities of harmless rows. show: best F2 (recall counts double) within both false-alarm budgets; for other help (helper, victim)
    recall counts 1.4 times, for mere topics F1. act: lowest value from show upwards at which the wanted share deserves what the label leads to.
    """
    raises = label in LEVEL or label.endswith(("other", "victim"))
    recall_weight = 4 if label in LEVEL else 2 if raises else 1
    budget, hard_budget = BUDGET[LEVEL.get(label, 0)], HARD_BUDGET[LEVEL.get(label, 0)]
    grid = np.round(np.concatenate([np.arange(0.05, 0.96, 0.01), [0.97, 0.98, 0.99]]), 2)
    best, show = -1.0, 0.9
    for value in grid:
        shown = probability >= value
        hit, wrong, missed = (shown & truth).sum(), (shown & ~truth).sum(), (~shown & truth).sum()
        if raises and ((benign >= value).mean() > budget or (shown & quiet & ~truth).sum() > hard_budget * quiet.sum()):
            continue
        score = (1 + recall_weight) * hit / max(1, (1 + recall_weight) * hit + recall_weight * missed + wrong)
        if score > best + 1e-9:
            best, show = score, float(value)
    act = 0.99
    for value in grid[grid >= min(0.95, show + 0.05)]:
        shown = probability >= value
        if shown.any() and deserved[shown].mean() >= ACT_PRECISION and (benign >= value).mean() <= 0.0005:
            act = float(value)
            break
    return show, max(act, show)


def choose_hints(probability, quiet, benign):
    """{axis: threshold} on the chance that any label of the axis holds (as if independent): from there a quiet line.

    A message that is a little of several graver things is often one of them: veiled goodbyes above all.
    """
    hints = {}
    for axis in ["self-harm", "violence"]:
        own = [INDEX[label] for label in LEVEL if label.split("/")[0] == axis]
        mine, theirs = (1 - np.prod(1 - rows[:, own], axis=1) for rows in (probability[quiet], benign))
        hints[axis] = next(
            float(value) for value in np.round(np.arange(0.03, 1.0, 0.01), 2)
            if (theirs >= value).mean() <= HINT_BUDGET and (mine >= value).mean() <= HINT_HARD_BUDGET
        )  # fmt: skip
    return hints


def hash_files(out):
    """({name: SHA-256 hex}, {name: bytes}) of the model files."""
    large = ["config.json", "tokenizer.json", "tokenizer_config.json", "onnx/model_quantized.onnx"]
    names = ["config.json", "ngrams.bin"] if is_tiny(out) else large
    content = {name: (out / name).read_bytes() for name in names}
    return {n: hashlib.sha256(c).hexdigest() for n, c in content.items()}, {n: len(c) for n, c in content.items()}


def calibrate(out, data):
    """({label: {a, b}}, {label: {show, act}}, hints) for the model in `out`; prints one line per label."""
    own = [row for row in read_sentences() if in_calibration(row["id"])]
    benign = read_benign(data)
    logits = score_texts(out, [row["text"] for row in own] + [text for _, text in benign])
    truth = np.array([[label in row["labels"] for label in LABELS] for row in own])
    quiet = np.array([set(row["labels"]) <= QUIET for row in own])
    truth_all = np.vstack([truth, np.tile([label == "none" for label in LABELS], (len(benign), 1))])
    print(f"{len(own)} own sentences, {len(benign)} harmless rows")
    calibration, thresholds, columns = {}, {}, []
    for label, k in INDEX.items():
        a, b = fit_platt(logits[:, k], truth_all[:, k])
        probability = 1 / (1 + np.exp(-(a * logits[:, k] + b)))
        mine, theirs = probability[: len(own)], probability[len(own) :]
        columns.append(probability)
        show, act = choose_thresholds(label, mine, truth[:, k], deserves(label, own), quiet, theirs)
        calibration[label] = {"a": round(a, 4), "b": round(b, 4)}
        thresholds[label] = {"show": show, "act": act}
        shown = mine >= show
        print(f"{label:28} n {truth[:, k].sum():3} a {a:.2f} b {b:.2f} show {show:.2f} recall "
              f"{(shown & truth[:, k]).sum() / truth[:, k].sum():.3f} precision {truth[shown, k].mean() if shown.any() else 0:.3f} "
              f"harmless {(theirs >= show).mean():.4f} act {act:.2f} recall {((mine >= act) & truth[:, k]).sum() / truth[:, k].sum():.3f}")  # fmt: skip
    columns = np.stack(columns, axis=1)
    hints = choose_hints(columns[: len(own)], quiet, columns[len(own) :])
    print(f"quiet line from {hints}")
    return calibration, thresholds, hints


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_data_argument(parser)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--date", default="2026-11-22")
    parser.add_argument("--model-version", default="2.1.0")
    arguments = parser.parse_args()
    calibration, thresholds, hints = calibrate(arguments.out, arguments.data)
    golden = list(read_jsonl(GOLDEN))
    logits = score_texts(arguments.out, [row["text"] for row in golden])
    digests, sizes = hash_files(arguments.out)
    training = json.loads(SOURCES.read_text(encoding="utf-8"))
    training[0]["rows"] = len(read_sentences())
    manifest = {
        "name": "tiny" if is_tiny(arguments.out) else "intent",
        "version": arguments.model_version,
        "runtime": "none" if is_tiny(arguments.out) else "onnxruntime-web 1.30.0 wasm",
        "files": digests,
        "bytes": sizes,
        "maxTokens": 128,
        "stride": 32,
        "languages": LANGUAGES,
        "calibration": calibration,
        "thresholds": thresholds,
        "hints": hints,
        "unknownShare": 0.3,
        "golden": [
            {"text": row["text"], "logits": [round(float(x), 4) for x in found]}
            for row, found in zip(golden, logits, strict=True)
        ],
        "goldenTolerance": 0.15,
        "training": training,
        "licence": "Apache-2.0",
        "trainedOn": arguments.date,
    }
    (arguments.out / "handrail.json").write_text(
        json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
