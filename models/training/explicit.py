"""Plainly worded sentences from explicit.json: our authors write implicit ones, and a model that only saw those
misses "I'm going to kill him". Each pattern stands beside harmless ones with the same words ("kill a process").
"""

import json
from pathlib import Path

from labels import INDEX
from mapping import make_example

PATTERNS = Path(__file__).with_name("explicit.json")
JOINS = {"zh": "，", "ja": ""}


def fill(pattern, slots, language, chooser):
    """One sentence from a pattern: slots filled, sometimes a word in front."""
    text = pattern.replace("{who}", chooser.choice(slots["who"])).replace("{when}", chooser.choice(slots["when"]))
    if chooser.random() < 0.3:
        text = chooser.choice(slots["before"]) + JOINS.get(language, " ") + text
    return " ".join(text.split())


def draw_explicit(chooser, weight=0.7):
    """One filled sentence per pattern, label and language, as training examples."""
    examples = []
    for language, slots in json.loads(PATTERNS.read_text(encoding="utf-8")).items():
        for label in INDEX:
            for number, pattern in enumerate(slots.get(label, [])):
                row = {
                    "id": f"explicit-{language}-{label}-{number}",
                    "text": fill(pattern, slots, language, chooser),
                    "lang": language[:2],
                }
                examples.append(make_example(row, "explicit", [label], weight=weight))
    return examples
