"""Step 4. Fine-tunes the distilled student on our sentences and the mapped external sets.

    python train.py --work DIR [--data DIR] [--epochs 6] [--quota 300] [--name classifier]

Reads WORK/student, writes WORK/NAME.pt (state of the epoch with the best calibration-split score), WORK/NAME-EPOCH.pt
for every epoch, and prints one line per epoch. What is measured and kept is a running mean of the weights (Polyak and
Juditsky 1992). 15 % of our sentences (by hash of the id) and nothing else pick the epoch. After every second epoch the
harmless rows that look most risky to the model so far are added to what follows. With --start NAME it goes on from
WORK/NAME.pt instead, best with --peak 0.3: for sentences that were written later.
"""

import argparse
import copy
import random
import time

import numpy as np
import torch
from sklearn.metrics import average_precision_score
from tokenizers import Tokenizer

from augment import augment
from classifier import open_classifier
from corpus import add_data_argument, add_work_argument, in_calibration, read_sentences
from encoder import encode_ids, make_batches, pad
from explicit import draw_explicit
from labels import INDEX, LABELS
from mapping import draw_examples, make_example, read_examples

# Misses cost more where the label leads to a card or to another resource.
POSITIVE_WEIGHT = {
    "self-harm/ideation": 2.0,
    "self-harm/intent": 2.0,
    "self-harm/instructions": 1.5,
    "violence/threat": 1.5,
    "violence/instructions": 1.5,
    "self-harm/concern-other": 1.5,
    "violence/victim": 1.5,
}
SMOOTHING = 0.02
MEMORY = 0.998  # of the running mean of the weights, per step
RISKY = ["self-harm/ideation", "self-harm/intent", "self-harm/instructions", "self-harm/concern-other", "violence/threat",
         "violence/instructions", "violence/victim"]  # fmt: skip
MINED, MINED_KEPT = 20000, 1500  # harmless rows looked at after every second epoch, and added
NOISY = 0.55  # share of our sentences that an epoch shows with noise
TRAINING_WINDOW = 80  # tokens; longer rows are cut while training (time), never while scoring


def to_tensors(examples):
    """(targets, weights), both [rows, 12]: smoothed 0/1 targets; weights 0 where the label is unknown."""
    targets = torch.full((len(examples), len(LABELS)), SMOOTHING)
    weights = torch.ones(len(examples), len(LABELS))
    for row, example in enumerate(examples):
        weights[row] *= example["weight"]
        for label in example["labels"]:
            targets[row, INDEX[label]] = 1 - SMOOTHING
            weights[row, INDEX[label]] *= POSITIVE_WEIGHT.get(label, 1.0)
        for label in example["unknown"]:
            weights[row, INDEX[label]] = 0
    return targets, weights


def read_own():
    """(training examples, calibration examples) from models/sentences."""
    examples = [make_example(row, "sentences", row["labels"]) for row in read_sentences()]
    return (
        [example for example in examples if not in_calibration(example["id"])],
        [example for example in examples if in_calibration(example["id"])],
    )


def collect_benign(external):
    """{language: harmless texts} used as surroundings."""
    benign = {}
    for example in external:
        if (
            example["labels"] == ["none"]
            and 8 < len(example["text"]) < 120
            and example["source"] != "harmbench-text_all"
        ):
            benign.setdefault(example["lang"], []).append(example["text"])
    return benign


def mine(model, tokenizer, external, chooser):
    """The MINED_KEPT of MINED harmless rows that the model takes for most risky; their distress and anger left open."""
    harmless = [example for example in external if example["labels"] == ["none"]]
    drawn = chooser.sample(harmless, min(MINED, len(harmless)))
    with torch.autocast("cpu", torch.bfloat16):
        logits = score(model, tokenizer, [example["text"] for example in drawn])
    risk = logits[:, [INDEX[label] for label in RISKY]].max(1)
    hardest = np.argsort(-risk)[:MINED_KEPT]
    print(f"mined rows: risk logit {risk[hardest[-1]]:.2f} to {risk[hardest[0]]:.2f}", flush=True)
    return [{**drawn[row], "unknown": ["self-harm/distress", "violence/anger"], "weight": 1.0} for row in hardest]


def draw_fragments(external, chooser, wanted=1500):
    """The first word or two of harmless rows, as `none`: people type "ok", "first", "and then"."""
    found = []
    for example in chooser.sample(external, min(4 * wanted, len(external))):
        words = example["text"].split()
        if example["labels"] == ["none"] and len(words) > 2 and len(found) < wanted:
            found.append({**example, "text": " ".join(words[: chooser.choice([1, 1, 2])]), "weight": 0.6})
    return found


def draw_epoch(own, external, hard, benign, arguments, chooser):
    """One epoch's examples: our sentences, some noisy, plain ones twice, external rows, fragments."""

    def vary(example, strength):
        return {**example, "text": augment(example["text"], example["lang"], benign, chooser, strength)}

    drawn = [vary(e, 1.6) if chooser.random() < NOISY else e for e in own]
    plain = draw_explicit(chooser) + draw_explicit(chooser)
    drawn += [vary(e, 1.0) for e in plain if e["lang"] in benign]
    rows = draw_examples(external, chooser, arguments.quota) + hard
    return drawn + [vary(e, 0.6) for e in rows] + draw_fragments(external, chooser)


def score(model, tokenizer, texts):
    """Logits [texts, 12] as a NumPy array, one window per text."""
    ids = encode_ids(tokenizer, texts)
    found = torch.empty(len(texts), len(LABELS))
    model.eval()
    with torch.inference_mode():
        for batch in make_batches([len(row) for row in ids], 64, random.Random(1)):
            found[batch] = model(*pad([ids[row] for row in batch])).float()
    return found.numpy()


def measure(model, tokenizer, examples):
    """Mean average precision over the labels that occur, and the log loss, on our calibration sentences."""
    logits = score(model, tokenizer, [example["text"] for example in examples])
    truth = np.array([[label in example["labels"] for label in LABELS] for example in examples])
    precision = [average_precision_score(truth[:, k], logits[:, k]) for k in range(len(LABELS)) if truth[:, k].any()]
    loss = np.logaddexp(0, np.where(truth, -logits, logits)).mean()
    return float(np.mean(precision)), float(loss)


@torch.no_grad()
def remember(averaged, model, memory):
    """Moves the running mean of the weights towards the model."""
    for mean, new in zip(averaged.parameters(), model.parameters(), strict=True):
        mean.lerp_(new, 1 - memory)


def train(model, tokenizer, own, held_out, external, arguments):
    """Trains in place and saves the best epoch."""
    chooser = random.Random(arguments.seed)
    benign = collect_benign(external)
    averaged = copy.deepcopy(model).eval()
    hard = mine(averaged, tokenizer, external, chooser) if arguments.start else []
    rows = len(draw_epoch(own, external, hard, benign, arguments, random.Random(0)))
    steps = arguments.epochs * -(-rows // arguments.batch)
    print(f"{len(own)} own, {rows} rows per epoch, {steps} steps", flush=True)
    head, embedding, layers = [], [], []
    for name, parameter in model.named_parameters():
        (head if name.startswith("head") else embedding if "word_embeddings" in name else layers).append(parameter)
    rates = [(head, 1e-3), (embedding, 1e-4), (layers, arguments.rate)]
    groups = [{"params": parameters, "lr": rate * arguments.peak} for parameters, rate in rates]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / 150, max(0.02, 1 - step / steps))
    )
    best = -1.0
    for epoch in range(arguments.epochs):
        started, total, count = time.time(), 0.0, 0
        examples = draw_epoch(own, external, hard, benign, arguments, chooser)
        ids = encode_ids(tokenizer, [example["text"] for example in examples], TRAINING_WINDOW)
        targets, weights = to_tensors(examples)
        model.train()
        for batch in make_batches([len(row) for row in ids], arguments.batch, chooser):
            with torch.autocast("cpu", torch.bfloat16):
                logits = model(*pad([ids[row] for row in batch])).float()
            losses = torch.nn.functional.binary_cross_entropy_with_logits(logits, targets[batch], reduction="none")
            loss = (losses * weights[batch]).sum(1).mean()
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            total, count = total + loss.item(), count + 1
            steps_so_far = epoch * 100 + count + (1000 if arguments.start else 0)
            remember(averaged, model, min(MEMORY, 1 - 1 / (1 + steps_so_far)))
        precision, log_loss = measure(averaged, tokenizer, held_out)
        print(f"epoch {epoch + 1} loss {total / count:.3f} held-out mAP {precision:.4f} log loss {log_loss:.4f} "
              f"{time.time() - started:.0f} s", flush=True)  # fmt: skip
        torch.save(averaged.state_dict(), arguments.work / f"{arguments.name}-{epoch + 1}.pt")
        if precision - log_loss > best or epoch == 0:
            best = precision - log_loss
            torch.save(averaged.state_dict(), arguments.work / f"{arguments.name}.pt")
        if epoch % 2 and epoch + 1 < arguments.epochs:
            hard += mine(averaged, tokenizer, external, chooser)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_data_argument(parser)
    add_work_argument(parser)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--quota", type=int, default=300, help="external rows per source and language and epoch")
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--rate", type=float, default=1e-4, help="peak learning rate of the encoder layers")
    parser.add_argument("--start", help="state in WORK to go on from")
    parser.add_argument("--peak", type=float, default=1.0, help="factor on the learning rates")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--name", default="classifier")
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    torch.set_num_threads(2)
    tokenizer = Tokenizer.from_file(str(arguments.work / "tokenizer.json"))
    model = open_classifier(arguments.work / "student")
    if arguments.start:
        model.load_state_dict(torch.load(arguments.work / f"{arguments.start}.pt"))
    own, held_out = read_own()
    train(model, tokenizer, own, held_out, read_examples(arguments.data), arguments)


if __name__ == "__main__":
    main()
