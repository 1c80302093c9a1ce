"""Step 4c. Averages the weights of two or more runs from the same student and prints their held-out scores.

    python average.py --work DIR --names first second --name classifier

Source: Wortsman et al. 2022, "Model soups" (arXiv 2203.05482). The average is written to WORK/NAME.pt.
"""

import argparse

import torch
from tokenizers import Tokenizer

from classifier import open_classifier
from corpus import add_work_argument
from train import measure, read_own


def average(states):
    """State dict with the mean of every floating-point tensor."""
    return {
        key: torch.stack([state[key] for state in states]).mean(0) if first.is_floating_point() else first
        for key, first in states[0].items()
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_work_argument(parser)
    parser.add_argument("--names", nargs="+", required=True)
    parser.add_argument("--name", default="classifier")
    arguments = parser.parse_args()
    torch.set_num_threads(2)
    tokenizer = Tokenizer.from_file(str(arguments.work / "tokenizer.json"))
    model = open_classifier(arguments.work / "student")
    _, held_out = read_own()
    states = [torch.load(arguments.work / f"{name}.pt") for name in arguments.names]
    for name, state in zip([*arguments.names, arguments.name], [*states, average(states)], strict=True):
        model.load_state_dict(state)
        precision, log_loss = measure(model, tokenizer, held_out)
        print(f"{name} held-out mAP {precision:.4f} log loss {log_loss:.4f}", flush=True)
    torch.save(average(states), arguments.work / f"{arguments.name}.pt")


if __name__ == "__main__":
    main()
