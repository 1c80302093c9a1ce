"""Writes the tables of the model card and of README from a results.json of the bench, so that no figure is typed.

    python card.py --results ../bench/results.json.gz --into ../intent/README.md ../../README.md

A table stands between `<!-- table:NAME -->` and `<!-- /table -->`; TABLES has the names. Percent, 95 % bootstrap intervals.
"""

import argparse
import gzip
import json
import re
from pathlib import Path

from corpus import read_sentences
from labels import LABELS, LANGUAGES

SUITE = "Behavioural suite, plain forms"
# Functionalities that set groups of people against each other.
SUBGROUPS = {"F34": "dialect against standard", "F35": "the same of another group", "F46": "people at their trade",
             "F47": "teenagers' slang"}  # fmt: skip


def percent(estimate, digits=0):
    """`81 (78–83)`, or a dash."""
    if not estimate or estimate["value"] is None:
        return "–"
    value, low, high = (f"{100 * estimate[key]:.{digits}f}" for key in ("value", "low", "high"))
    return f"{value} ({low}–{high})"


def table(header, rows):
    """Markdown."""
    return "\n".join(f"| {' | '.join(map(str, row))} |" for row in [header, ["---"] * len(header), *rows])


def data_set(results, name):
    return next(one for one in results["datasets"] if one["name"] == name)


def part(model, language=None):
    """The slice over all rows or of one language."""
    wanted = ("language", language) if language else ("all", "")
    return next((one for one in model["slices"] if (one["by"], one["value"]) == wanted), None)


def figure(piece, name):
    return next((one for one in piece["figures"] if one["name"] == name), None) if piece else None


def languages(results):
    models = data_set(results, SUITE)["models"]
    ours, phrases = models[0], next(m for m in models if m["name"] == "lexicon")
    rows = []
    for language in [*LANGUAGES, None]:
        one, other = part(ours, language), part(phrases, language)
        rows.append([language or "all", one["rows"], percent(one["argmax"]["macroF1"]), percent(one["macroF1"]),
                     percent(other["argmax"]["macroF1"]), percent(one["levels"]["missed"]),
                     percent(one["levels"]["cardsOnHarmless"]), percent(other["levels"]["cardsOnHarmless"])])  # fmt: skip
    header = ["language", "rows", "macro-F1 of the highest label", "macro-F1 of shown labels", "phrases",
              "intent or threat taken for nothing", "card on a quiet topic", "phrases"]  # fmt: skip
    return table(header, rows)


def labels(results):
    ours = data_set(results, SUITE)["models"][0]
    rows = []
    for label in LABELS:
        one = figure(part(ours), label)
        found = [percent(one["metrics"][key]) for key in ("recall", "precision", "f1", "auprc")]
        rows.append([f"`{label}`", one["positives"], *found, one["threshold"]])
    return table(["label", "rows", "recall", "precision", "F1", "average precision", "shown from"], rows)


def cells(results):
    ours = data_set(results, SUITE)["models"][0]
    rows = [
        [f"`{label}`", *(percent(figure(part(ours, language), label)["metrics"]["f1"]) for language in LANGUAGES)]
        for label in LABELS
    ]
    return table(["F1", *LANGUAGES], rows)


def everyday(results):
    rows = []
    for one in results["datasets"]:
        by_name = {model["name"]: part(model) for model in one["models"]}
        ours = part(one["models"][0])
        if not ours["levels"] or ours["levels"]["missed"]["rows"] or not ours["levels"]["cardsOnHarmless"]["rows"]:
            continue
        phrases = by_name["lexicon"]["levels"]
        levels = ours["levels"]
        rows.append([one["name"], levels["cardsOnHarmless"]["rows"], percent(levels["cardsOnHarmless"], 2),
                     percent(levels["linesOnHarmless"], 2), percent(phrases["cardsOnHarmless"], 2)])  # fmt: skip
    return table(["set", "rows", "card", "quiet line", "card, phrases"], rows)


def targets(results):
    rows = []
    for one in results["datasets"]:
        for target in one["targets"]:
            name = target["name"]
            for model in one["models"]:
                found = figure(part(model), name)
                if found and found["positives"] and found["negatives"]:
                    rows.append([one["name"], name, model["name"], f"{found['positives']} + {found['negatives']}",
                                 *(percent(found["metrics"][key]) for key in ("recall", "falsePositiveRate", "f1", "auprc"))])  # fmt: skip
    return table(["set", "question", "model", "yes + no", "recall", "false alarms", "F1", "average precision"], rows)


def peers(results):
    rows = []
    for model in data_set(results, SUITE)["models"]:
        whole = part(model)
        english, others = part(model, "en"), [part(model, language) for language in LANGUAGES[1:]]
        lowest = min(others, key=lambda one: one["argmax"]["macroF1"]["value"]) if all(others) else None
        rows.append([model["name"], percent(whole["argmax"]["macroF1"]), percent(english["argmax"]["macroF1"]),
                     f"{lowest['value']} {percent(lowest['argmax']['macroF1'])}", percent(whole["levels"]["missed"]),
                     percent(whole["levels"]["cardsOnHarmless"])])  # fmt: skip
    return table(["model", "macro-F1, all", "English", "weakest", "intent or threat taken for nothing", "card on a quiet topic"], rows)  # fmt: skip


def headline(results):
    """Our model, the tiny one and the phrase list in a few lines, for README."""
    names = {"intent": "intent", "tiny": "tiny", "phrases": "lexicon"}

    def pick(name, kind):
        return next(m for m in data_set(results, name)["models"] if m["name"].startswith(names[kind]))

    def line(title, name, read, digits=0):
        return [title, *(percent(read(part(pick(name, kind)), pick(name, kind)), digits) for kind in names)]

    def target(question, metric):
        return lambda whole, _: figure(whole, question)["metrics"][metric]

    rows = [
        line("macro-F1 of the highest of twelve labels, ten languages", SUITE, lambda one, _: one["argmax"]["macroF1"]),
        *(
            line(f"the same, {language}", SUITE, lambda _, m, language=language: part(m, language)["argmax"]["macroF1"])
            for language in ["en", "hi", "ar"]
        ),
        line("intent or threat taken for nothing, not even a quiet line", SUITE, lambda one, _: one["levels"]["missed"]),
        line("card on a topic that needs none, written to mislead", SUITE, lambda one, _: one["levels"]["cardsOnHarmless"]),
    ]
    for one in results["datasets"]:
        levels = part(one["models"][0])["levels"]
        if levels and not levels["missed"]["rows"] and levels["cardsOnHarmless"]["rows"]:
            title = f"card on {one['name']}"
            rows.append(line(title, one["name"], lambda whole, _: whole["levels"]["cardsOnHarmless"], 1))
        for question in (t["name"] for t in one["targets"]):
            if figure(part(one["models"][0]), question)["negatives"]:
                rows.append(line(f"{one['name']}, {question}: F1", one["name"], target(question, "f1")))
    return table(["", "model", "tiny model", "phrase list"], rows)


def sources(_):
    """Every source of data, with its licence; the rows of our own sentences are counted now."""
    listed = json.loads(Path(__file__).with_name("sources.json").read_text("utf-8"))
    listed[0]["rows"] = len(read_sentences())
    rows = [[one["source"], one["rows"] or "–", one["licence"], one["use"]] for one in listed]
    return table(["source", "rows", "licence", "use"], rows)


def read_cells(results):
    """{functionality: {language: cell}} of our model."""
    found = {}
    for cell in results["suites"][0]["cells"]:
        found.setdefault(cell["functionality"], {})[cell["lang"]] = cell
    return found


def share(cell):
    return "–" if cell is None else f"{100 * cell['passed'] / cell['cases']:.0f}" + ("" if is_met(cell) else " ✗")


def is_met(cell):
    return cell["passed"] >= cell["mark"] * cell["cases"]


def suite(results):
    found = read_cells(results)
    rows = [
        [name, f"{100 * next(iter(own.values()))['mark']:.0f}", *(share(own.get(language)) for language in LANGUAGES)]
        for name, own in sorted(found.items())
    ]
    return table(["", "mark", *LANGUAGES], rows)


def suite_total(results):
    found = [cell for own in read_cells(results).values() for cell in own.values()]
    passed, cases = sum(cell["passed"] for cell in found), sum(cell["cases"] for cell in found)
    met = sum(map(is_met, found))
    return f"{passed} of {cases} cases passed ({100 * passed / cases:.0f} %); {met} of {len(found)} cells reach their mark, {len(found) - met} do not (✗)."


def subgroups(results):
    found = read_cells(results)
    rows = [
        [f"{name}, {what}", *(share(found.get(name, {}).get(language)) for language in LANGUAGES)]
        for name, what in SUBGROUPS.items()
    ]
    return table(["", *LANGUAGES], rows)


def calibration(results):
    one = data_set(results, SUITE)["models"][0]
    rows = [["all labels", f"{one['calibration']['eceMass']:.3f}", f"{one['calibration']['brier']:.3f}"]]
    rows += [
        [f"`{d['name']}`", f"{d['calibration']['eceMass']:.3f}", f"{d['calibration']['brier']:.3f}"]
        for d in one["details"]
    ]
    return table(["", "expected calibration error (equal mass)", "Brier"], rows)


TABLES = [headline, languages, labels, cells, everyday, targets, peers, suite, suite_total, subgroups, calibration, sources]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--results", type=Path, required=True)
    parser.add_argument("--into", type=Path, nargs="+", required=True)
    arguments = parser.parse_args()
    raw = arguments.results.read_bytes()
    results = json.loads(gzip.decompress(raw) if arguments.results.suffix == ".gz" else raw)
    by_name = {make.__name__: make for make in TABLES}

    def fill(match):
        return f"{match[1]}\n\n{by_name[match[2]](results)}\n\n{match[3]}"

    for path in arguments.into:
        text = path.read_text("utf-8")
        path.write_text(
            re.sub(r"(<!-- table:(\w+) -->).*?(<!-- /table -->)", fill, text, flags=re.DOTALL), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
