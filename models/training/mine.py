"""Step 4b. Finds harmless training rows that a first model takes for risky; writes their ids to WORK/hard.json.

    python mine.py --work DIR [--data DIR] --name FIRST_MODEL

The second training run (train.py) then sees them in every epoch. Only ids are written, no text.
"""

import argparse
import json
import random

import numpy as np
import torch
from tokenizers import Tokenizer

from classifier import open_classifier
from corpus import add_data_argument, add_work_argument
from labels import INDEX
from mapping import read_examples
from train import score

RISKY = ["self-harm/ideation", "self-harm/intent", "self-harm/instructions", "self-harm/concern-other", "violence/threat",
         "violence/instructions", "violence/victim"]  # fmt: skip
SCORED = 40000  # harmless rows looked at
KEPT = 2000


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_data_argument(parser)
    add_work_argument(parser)
    parser.add_argument("--name", default="first")
    arguments = parser.parse_args()
    torch.set_num_threads(2)
    tokenizer = Tokenizer.from_file(str(arguments.work / "tokenizer.json"))
    model = open_classifier(arguments.work / "student")
    model.load_state_dict(torch.load(arguments.work / f"{arguments.name}.pt"))
    harmless = [example for example in read_examples(arguments.data) if example["labels"] == ["none"]]
    drawn = random.Random(4).sample(harmless, min(SCORED, len(harmless)))
    with torch.autocast("cpu", torch.bfloat16):
        logits = score(model, tokenizer, [example["text"] for example in drawn])
    risk = logits[:, [INDEX[label] for label in RISKY]].max(1)
    hardest = np.argsort(-risk)[:KEPT]
    (arguments.work / "hard.json").write_text(json.dumps([drawn[row]["id"] for row in hardest]))
    print(f"{len(drawn)} scored, risk logit of the kept rows {risk[hardest[-1]]:.2f} to {risk[hardest[0]]:.2f}")


if __name__ == "__main__":
    main()
