"""Step 7. Measures the shipped folder beside the phrase-list baseline; prints a table, writes OUT/evaluation.json.

    python evaluate.py --out ../intent [--data DIR] [--behaviour DIR]

Behaviour sentences are held out for evaluation only. Of the small-talk and request test sets only the odd rows are
reported (the even rows took part in calibration). Proportions come with 95 % Wilson intervals, macro-F1 with a
percentile bootstrap over rows.
"""

import argparse
import collections
import json
from pathlib import Path

import numpy as np
from sklearn.metrics import average_precision_score, f1_score

from corpus import BEHAVIOUR, add_data_argument, read_external, read_sentences
from keywords import match_labels
from labels import INDEX, LABELS, LANGUAGES, LEVEL, QUIET, level_of
from mapping import holds_out
from scoring import score_rows

Z = 1.96


class Model:
    """The shipped folder: probabilities from onnxruntime-web, thresholds from handrail.json."""

    name = "model"

    def __init__(self, folder):
        self.folder = folder
        manifest = json.loads((folder / "handrail.json").read_text(encoding="utf-8"))
        self.slope = np.array([manifest["calibration"][label]["a"] for label in LABELS])
        self.offset = np.array([manifest["calibration"][label]["b"] for label in LABELS])
        self.show = np.array([manifest["thresholds"][label]["show"] for label in LABELS])
        self.hints = manifest.get("hints", {})
        self.judged = {}

    def judge(self, texts):
        """(shown labels [texts, 12] bool, probabilities [texts, 12], levels [texts]); each list is scored once."""
        key = tuple(texts)
        if key not in self.judged:
            logits, _, _ = score_rows(self.folder, texts)
            probability = 1 / (1 + np.exp(-(self.slope * logits + self.offset)))
            shown = probability >= self.show
            found = levels(shown)
            for axis, hint in self.hints.items():
                own = [INDEX[label] for label in LEVEL if label.split("/")[0] == axis]
                found = np.maximum(found, 1 - np.prod(1 - probability[:, own], axis=1) >= hint)
            self.judged[key] = shown, probability, found
        return self.judged[key]


class PhraseList:
    """The baseline."""

    name = "phrases"

    def judge(self, texts):
        """As Model.judge; probabilities are 0 or 1."""
        shown = np.zeros((len(texts), len(LABELS)), bool)
        for row, text in enumerate(texts):
            for label in match_labels(text):
                shown[row, INDEX[label]] = True
        return shown, shown.astype(float), levels(shown)


class Either:
    """Model or phrase list, whichever shows a label: what adding the list to the model would do."""

    name = "either"

    def __init__(self, model, phrases):
        self.parts = model, phrases

    def judge(self, texts):
        """As Model.judge."""
        (shown, probability, found), (listed, hits, level) = (part.judge(texts) for part in self.parts)
        return shown | listed, np.maximum(probability, hits), np.maximum(found, level)


def wilson(hits, total):
    """[share, low, high] of a proportion, or None without rows."""
    if total == 0:
        return None
    share = hits / total
    middle = (share + Z**2 / (2 * total)) / (1 + Z**2 / total)
    spread = Z / (1 + Z**2 / total) * np.sqrt(share * (1 - share) / total + Z**2 / (4 * total**2))
    return [round(float(x), 4) for x in (share, max(0, middle - spread), min(1, middle + spread))]


def levels(shown):
    """Level 0-3 per row of shown labels."""
    return np.array([level_of(label for label, k in INDEX.items() if row[k]) for row in shown])


def bootstrap_f1(truth, shown, rounds=200):
    """[macro-F1, low, high] over the labels that occur."""
    present = truth.any(0)

    def compute(rows):
        return f1_score(truth[rows][:, present], shown[rows][:, present], average="macro", zero_division=0)

    chooser = np.random.default_rng(1)
    drawn = [compute(chooser.integers(0, len(truth), len(truth))) for _ in range(rounds)]
    return [round(float(x), 4) for x in (compute(np.arange(len(truth))), *np.percentile(drawn, [2.5, 97.5]))]


def calibration_error(probability, truth, bins=10):
    """Mean over labels of the adaptive-bin expected calibration error."""
    errors = []
    for k in range(len(LABELS)):
        order = np.argsort(probability[:, k])
        parts = np.array_split(order, bins)
        errors.append(
            sum(len(p) * abs(probability[p, k].mean() - truth[p, k].mean()) for p in parts if len(p)) / len(order)
        )
    return round(float(np.mean(errors)), 4)


def measure_behaviour(judge, rows):
    """Figures on labelled sentences."""
    truth = np.array([[label in row["labels"] for label in LABELS] for row in rows])
    shown, probability, found = judge.judge([row["text"] for row in rows])
    wanted = levels(truth)
    quiet = np.array([set(row["labels"]) <= QUIET for row in rows])
    acute = truth[:, INDEX["self-harm/intent"]] | truth[:, INDEX["violence/threat"]]
    raised = np.isin(wanted, [2, 3])
    figures = {
        "rows": len(rows),
        "macroF1": bootstrap_f1(truth, shown),
        "macroF1OfHighest": bootstrap_f1(truth, np.eye(len(LABELS), dtype=bool)[probability.argmax(1)]),
        "levelAgreement": wilson((wanted == found).sum(), len(rows)),
        "acuteAtLevel0": wilson((acute & (found == 0)).sum(), acute.sum()),
        "acuteBelowLevel3": wilson((acute & (found < 3)).sum(), acute.sum()),
        "level2or3AtLevel0": wilson((raised & (found == 0)).sum(), raised.sum()),
        "cardsOnQuiet": wilson((quiet & (found >= 2)).sum(), quiet.sum()),
        "recall": {label: wilson((truth[:, k] & shown[:, k]).sum(), truth[:, k].sum()) for label, k in INDEX.items()},
        "precision": {
            label: wilson((truth[:, k] & shown[:, k]).sum(), shown[:, k].sum()) for label, k in INDEX.items()
        },
    }
    if judge.name == "model":
        figures["calibrationError"] = calibration_error(probability, truth)
    return figures


def measure_false_alarms(judge, texts):
    """Share of harmless rows with a card (level 2 or 3), a quiet line (1), a helper or victim notice."""
    shown, _, found = judge.judge(texts)
    routes = shown[:, INDEX["self-harm/concern-other"]] | shown[:, INDEX["violence/victim"]]
    return {
        "rows": len(texts),
        "cards": wilson((found >= 2).sum(), len(texts)),
        "quietLines": wilson((found == 1).sum(), len(texts)),
        "routes": wilson((routes & (found < 2)).sum(), len(texts)),
    }


def measure_contrast(judge, risky, control):
    """Recall at level >= 2 on risky rows, cards on control rows, AUPRC of the highest self-harm probability."""
    _, probability, found = judge.judge(risky + control)
    truth = np.arange(len(found)) < len(risky)
    score = probability[:, [INDEX["self-harm/ideation"], INDEX["self-harm/intent"]]].max(1)
    return {
        "rows": [len(risky), len(control)],
        "recall": wilson((truth & (found >= 2)).sum(), len(risky)),
        "anySignal": wilson((truth & (found >= 1)).sum(), len(risky)),
        "cardsOnControl": wilson((~truth & (found >= 2)).sum(), len(control)),
        "averagePrecision": round(float(average_precision_score(truth, score)), 4),
    }


def read_false_alarm_sets(data):
    """{name: texts} of harmless rows that neither trained nor calibrated."""
    persona = collections.defaultdict(list)
    for row in read_external(data, "dev/xpersona-test"):
        persona[row["lang"]].append(row["text"])
    sets = {
        f"xpersona-test {lang}": [t for t in persona[lang][1::2] if len(t) > 3][:2500]
        for lang in LANGUAGES
        if lang in persona
    }
    requests = read_external(data, "dev/clinc150-test")
    return {
        "clinc150-test": [row["text"] for row in requests[1::2]],
        **sets,
        "oasst-prompts": [row["text"] for row in read_external(data, "dev/oasst-prompts")],
        "trivia-scary-words": [row["text"] for row in read_external(data, "dev/trivia-scary-words")],
    }


def read_contrasts(data):
    """{name: (risky texts, control texts)} from sets with weak labels."""
    tweets = collections.defaultdict(list)
    for row in read_external(data, "dev/t-sid"):
        tweets[row["source_label"]].append(row["text"])
    spared = [row for row in read_external(data, "train/psyguard-valid") if holds_out(row)]
    ideation = {"被动自杀意图", "主动自杀意图", "自杀计划", "自杀准备行为"}
    unrelated = "与自杀/自伤/攻击行为无关"
    return {
        "t-sid suicide vs control": (tweets["suicide or self-harm tendency"], tweets["no mental disorders"]),
        "psyguard held-out fifth": (
            [row["text"] for row in spared if ideation & set(row["source_label"])],
            [row["text"] for row in spared if unrelated in row["source_label"]],
        ),
    }


def read_help_requests(data):
    """Texts of Do-Not-Answer's mental-health category (a person in need talks to a chatbot)."""
    rows = read_external(data, "dev/do-not-answer")
    return [row["text"] for row in rows if any("Mental Health or Overre" in part for part in row["source_label"])]


def print_figures(figures):
    """One table for people; shares in per cent with their interval."""

    def show(value):
        return "-" if value is None else f"{100 * value[0]:5.1f} [{100 * value[1]:.1f}, {100 * value[2]:.1f}]"

    for group, judges in figures.items():
        print(f"\n{group}")
        for name, values in judges.items():
            cells = [
                f"{k} {show(v)}" if isinstance(v, list) and len(v) == 3 else f"{k} {v}"
                for k, v in values.items()
                if not isinstance(v, dict)
            ]
            print(f"  {name:8} " + " | ".join(cells))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_data_argument(parser)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--behaviour", type=Path, default=BEHAVIOUR)
    arguments = parser.parse_args()
    model, phrases = Model(arguments.out), PhraseList()
    judges = [model, phrases, Either(model, phrases)]
    figures = {}
    rows = [{**row, "text": row.get("text") or row["turns"][0]} for row in read_sentences(arguments.behaviour)]
    groups = {f"behaviour {lang}": [row for row in rows if row["lang"] == lang] for lang in LANGUAGES}
    groups["behaviour all"] = rows
    for name, group in groups.items():
        if group:
            figures[name] = {judge.name: measure_behaviour(judge, group) for judge in judges}
    for name, texts in read_false_alarm_sets(arguments.data).items():
        figures[name] = {judge.name: measure_false_alarms(judge, texts) for judge in judges}
    for name, (risky, control) in read_contrasts(arguments.data).items():
        figures[name] = {judge.name: measure_contrast(judge, risky, control) for judge in judges}
    requests = read_help_requests(arguments.data)
    figures["do-not-answer mental health (any signal wanted)"] = {
        judge.name: measure_false_alarms(judge, requests) for judge in judges
    }
    print_figures(figures)
    (arguments.out / "evaluation.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
