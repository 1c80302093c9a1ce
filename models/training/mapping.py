"""External rows -> training examples, source by source.

An example is {"id","text","lang","source","labels","unknown","weight"}: `labels` are true, `unknown` are labels the
source cannot tell (their loss is masked), every other label is taken as false. `weight` scales the whole row: our own
sentences count 1, weak labels less. A row whose labels would be guesswork is left out.
"""

import hashlib
import random
import re

from corpus import PARALLEL, read_external, read_pairs
from keywords import looks_harmless, match_labels
from labels import LANGUAGES

NONE, INFORMATION, DISTRESS = "none", "mental-health/information", "self-harm/distress"
IDEATION, INTENT, INSTRUCTIONS = "self-harm/ideation", "self-harm/intent", "self-harm/instructions"
CONCERN, DISCUSSION, ANGER = "self-harm/concern-other", "violence/discussion", "violence/anger"
THREAT, VIOLENCE_INSTRUCTIONS, VICTIM = "violence/threat", "violence/instructions", "violence/victim"

# What a scary word in a sentence about others leaves open; a first-person risk is not among it.
ABOUT_OTHERS = [NONE, INFORMATION, DISCUSSION, CONCERN, VICTIM, DISTRESS, ANGER]

# English words of self-reference or direct address; a sentence without them says nothing about the writer.
FIRST_PERSON = re.compile(r"\b(i|i'm|i'll|i've|i'd|me|my|mine|myself|we|us|our|you|your|let's)\b", re.IGNORECASE)
# Row numbers of HarmBench requests of mixed categories that ask for help to kill, attack or threaten.
HARMBENCH_VIOLENT = {5, 6, 9, 10, 13, 21, 25, 82, 88, 107, 108, 117, 127, 133, 146, 147, 157, 161, 164, 334}
HARMBENCH_SELF_HARM = 132
ASKS = re.compile(r"多少|怎么|怎样|如何|吗|？|\?|会不会|能不能|几[片粒颗瓶]|哪种")


def make_example(row, source, labels, unknown=(), weight=1.0):
    """One training example; see the module text."""
    return {"id": row["id"], "text": row["text"], "lang": row["lang"], "source": source, "labels": list(labels),
            "unknown": list(unknown), "weight": weight}  # fmt: skip


def map_everyday(data):
    """Assistant requests and small talk: `none`, where no broad risk word occurs."""
    for name in ["clinc150-train", "xpersona-valid"]:
        for row in read_external(data, f"train/{name}"):
            if row["lang"] in LANGUAGES and len(row["text"]) > 3 and looks_harmless(row["text"]):
                yield make_example(row, name, [NONE])
    # CLINC requests with a scary word ("how do i kill a process") are still all `none`: good hard negatives.
    for row in read_external(data, "train/clinc150-train"):
        if not looks_harmless(row["text"]):
            yield make_example(row, "clinc150-train", [NONE])


def map_korean_chat(data):
    """0 daily -> `none`; 1 break-up -> `none` or distress, unknown which. Rows with a broad risk word are left out."""
    for row in read_external(data, "train/korean-chat"):
        if not looks_harmless(row["text"]):
            continue
        if row["source_label"].strip() == "1":
            yield make_example(row, "korean-chat", [], [NONE, DISTRESS], 0.3)
        else:
            yield make_example(row, "korean-chat", [NONE], weight=0.6)


def map_chatterbot(data):
    """Short exchanges: `none`, except the psychology topics, which may be information."""
    for row in read_external(data, "train/chatterbot-corpus"):
        if row["lang"] not in LANGUAGES or not looks_harmless(row["text"]):
            continue
        if "psi" in row["source_label"].lower() or "psych" in row["source_label"].lower():
            yield make_example(row, "chatterbot-corpus", [], [NONE, INFORMATION], 0.3)
        else:
            yield make_example(row, "chatterbot-corpus", [NONE], weight=0.6)


def map_goemotions(data):
    """27 neutral -> `none` if harmless; 2 anger -> no self-harm, no threat; 25 sadness -> distress unknown.

    The set holds no real ideation, so critical labels are false; rows that match a risk phrase are left out, because
    such a joke and a real sentence can be the same words.
    """
    for row in read_external(data, "train/goemotions-train"):
        emotions = row["source_label"].split(",")
        if match_labels(row["text"]) != ["none"]:
            continue
        if emotions == ["27"] and looks_harmless(row["text"]):
            yield make_example(row, "goemotions-train", [NONE], weight=0.5)
        elif not looks_harmless(row["text"]):
            yield make_example(row, "goemotions-train", [], ABOUT_OTHERS, 0.3)


def map_sad(data):
    """Stressors with severity 0-10: >= 6 distress, <= 2.5 or no stressor `none`, between unknown which of both."""
    for row in read_external(data, "train/sad-stress"):
        source = row["source_label"]
        if match_labels(row["text"]) not in (["none"], [DISTRESS]):
            continue
        severity = float(source["avg_severity"] or -1)
        open_labels = [VICTIM, CONCERN, ANGER]
        if source["is_stressor"] == "0" or 0 <= severity <= 2.5:
            if looks_harmless(row["text"]):
                yield make_example(row, "sad-stress", [NONE], open_labels, 0.4)
        elif severity >= 6 and source["top_label"] in ("Emotional Turmoil", "Social Relationships"):
            yield make_example(row, "sad-stress", [DISTRESS], open_labels, 0.4)
        else:
            yield make_example(row, "sad-stress", [], [NONE, DISTRESS, *open_labels], 0.3)


def map_vera(data):
    """Simulated patients; the risk given is the persona's. A turn without any risk phrase is distress or neither."""
    for row in read_external(data, "train/vera-mh-user-turns"):
        found = set(match_labels(row["text"]))
        if found == {DISTRESS}:
            yield make_example(row, "vera-mh-user-turns", [DISTRESS], [IDEATION, CONCERN, VICTIM, ANGER], 0.3)
        elif found == {"none"}:
            yield make_example(
                row, "vera-mh-user-turns", [], [NONE, DISTRESS, IDEATION, INFORMATION, CONCERN, VICTIM, ANGER], 0.3
            )


def map_counsel(data):
    """Questions to counsellors by topic; rows with a risk phrase are left out (any label could hold)."""
    distress = {"depression", "anxiety", "self-esteem", "grief-and-loss", "stress"}
    for row in read_external(data, "train/counsel-chat-questions"):
        found = match_labels(row["text"])
        if row["source_label"] == "domestic-violence":
            yield make_example(
                row, "counsel-chat-questions", [VICTIM], [DISTRESS, IDEATION, INFORMATION, CONCERN, ANGER], 0.4
            )
        elif found == [DISTRESS] and row["source_label"] in distress:
            yield make_example(row, "counsel-chat-questions", [DISTRESS], [INFORMATION, IDEATION, VICTIM, CONCERN], 0.3)
        elif found == ["none"]:
            yield make_example(
                row, "counsel-chat-questions", [], [NONE, DISTRESS, INFORMATION, IDEATION, VICTIM, CONCERN, ANGER], 0.3
            )


def map_harmbench(data):
    """Requests: chemical or biological harm -> violence/instructions; copyright, cyber, misinformation -> `none`.

    "illegal", "harmful" and "harassment" mix crimes with and without violence: HARMBENCH_VIOLENT was picked by reading, the
    rest is left out.
    """
    for row in read_external(data, "train/harmbench-text_all"):
        kind, number = row["source_label"][0], int(row["id"][-6:])
        if number == HARMBENCH_SELF_HARM:
            yield make_example(row, "harmbench-text_all", [INSTRUCTIONS], [INTENT], 0.8)
        elif kind == "chemical_biological" or number in HARMBENCH_VIOLENT:
            yield make_example(row, "harmbench-text_all", [VIOLENCE_INSTRUCTIONS], [DISCUSSION], 0.6)
        elif kind in ("copyright", "cybercrime_intrusion", "misinformation_disinformation"):
            yield make_example(row, "harmbench-text_all", [NONE], [DISCUSSION, INFORMATION], 0.4)


def holds_out(row):
    """The fixed 20 % of PsyGUARD rows kept for a cross-check."""
    return int(hashlib.sha256(row["id"].encode()).hexdigest()[:8], 16) % 5 == 0


def map_psyguard_row(row):
    """(true labels, unknown labels, weight) of one PsyGUARD row, or None to leave it out."""
    kinds = set(row["source_label"][:-1])
    if "与自杀/自伤/攻击行为无关" in kinds:
        return [], [NONE, DISTRESS, INFORMATION, CONCERN, VICTIM, DISCUSSION], 0.6
    labels, unknown, weight = set(), {DISTRESS, INFORMATION, CONCERN, VICTIM, ANGER}, 0.7
    if "自杀计划" in kinds:
        # Their "plan" holds questions about means as well: ours are instructions.
        labels.add(INSTRUCTIONS if ASKS.search(row["text"]) else INTENT)
        unknown |= {IDEATION, INTENT, INSTRUCTIONS}
    if "自杀准备行为" in kinds:
        labels.add(INTENT)
        unknown |= {IDEATION}
    if kinds & {"被动自杀意图", "自伤意图"}:
        labels.add(IDEATION)
    if "主动自杀意图" in kinds:
        labels.add(IDEATION)
        unknown |= {INTENT}
    if kinds & {"自杀未遂", "自伤行为"}:
        unknown |= {IDEATION, INTENT}
    if "关于自杀的探索" in kinds:
        unknown |= {IDEATION, INSTRUCTIONS}
    if "用户攻击行为" in kinds:
        unknown |= {THREAT, DISCUSSION}
    if "他人攻击行为" in kinds:
        labels.add(VICTIM)
        weight = 0.5
    return sorted(labels), sorted(unknown - labels), weight


def map_psyguard(data):
    """Chinese counselling and forum rows, without the held-out fifth."""
    for row in read_external(data, "train/psyguard-valid"):
        if not holds_out(row):
            yield make_example(row, "psyguard-valid", *map_psyguard_row(row))


def map_parallel(data):
    """Translated sides: `none` if harmless in both languages; scary but about others -> no first-person risk."""
    for language in PARALLEL:
        for number, (english, other, _) in enumerate(read_pairs(data, language)):
            row = {"id": f"parallel-{language}-{number}", "text": other, "lang": language[:2]}
            if looks_harmless(english) and looks_harmless(other):
                yield make_example(row, f"parallel/{language}", [NONE], weight=0.6)
            elif not FIRST_PERSON.search(english) and not looks_harmless(english):
                yield make_example(row, f"parallel/{language}", [], ABOUT_OTHERS, 0.5)
                yield make_example(
                    {**row, "id": f"{row['id']}-en", "text": english, "lang": "en"},
                    "parallel/en",
                    [],
                    ABOUT_OTHERS,
                    0.5,
                )


MAPPINGS = [map_everyday, map_korean_chat, map_chatterbot, map_goemotions, map_sad, map_vera, map_counsel, map_harmbench,
            map_psyguard, map_parallel]  # fmt: skip


def read_measured_texts(data):
    """Texts of the sets that are only measured on: a training row with the same text is dropped."""
    names = ["clinc150-test", "xpersona-test", "oasst-prompts", "trivia-scary-words", "do-not-answer", "goemotions-dev",
             "t-sid", "xsafety-odd"]  # fmt: skip
    return {row["text"].strip().lower() for name in names for row in read_external(data, f"dev/{name}")}


def read_examples(data):
    """All external examples, without any text that also stands in a measured set."""
    measured = read_measured_texts(data)
    examples = [example for mapping in MAPPINGS for example in mapping(data)]
    return [example for example in examples if example["text"].strip().lower() not in measured]


def draw_examples(examples, chooser, quota):
    """One epoch's external rows: all with a true label other than `none`, all of PsyGUARD (read by people: distress
    without risk), and at most quota per source and language of the rest."""
    groups, drawn = {}, []
    for example in examples:
        if set(example["labels"]) - {NONE} or example["source"] == "psyguard-valid":
            drawn.append(example)
        else:
            groups.setdefault((example["source"], example["lang"], bool(example["labels"])), []).append(example)
    for group in groups.values():
        drawn += random.Random(chooser.random()).sample(group, min(quota, len(group)))
    return drawn
