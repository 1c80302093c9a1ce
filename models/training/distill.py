"""Step 3. Teaches the student's new vocabulary: student(translation) and student(English) -> all-MiniLM(English).

    python distill.py --work DIR [--data DIR] [--steps 5000] [--batch 96] [--start student-start] [--peak 1.0]

Reads WORK/student-start, writes WORK/student (also every 500 steps; --start student --peak 0.6 goes on from there). Loss: mean squared error between mean-pooled
embeddings (Reimers and Gurevych 2020, arXiv 2004.09813), summed over the 384 dimensions.
"""

import argparse
import hashlib
import random
import time

import torch
from opencc import OpenCC
from tokenizers import Tokenizer
from transformers import BertModel

from corpus import (
    PARALLEL,
    add_data_argument,
    add_work_argument,
    in_calibration,
    read_english_sides,
    read_pairs,
    read_sentences,
)
from encoder import encode_ids, make_batches, pad, pool
from keywords import looks_harmless
from warm_start import MINILM

# Rows drawn per pass: languages with few pairs are repeated, the others sampled. Scripts that share nothing with English
# need more.
DRAWN = {"zh": 34000, "ja": 34000, "ko": 36000, "es": 24000, "fr": 24000, "de": 26000, "pt": 20000, "hi": 30000,
         "hi-Latn": 26000, "ar": 46000, "en": 12000}  # fmt: skip
# Our own sentences and their English sides (models/sentences/english) are drawn this often per pass.
OWN_REPEATS = 3
# Pairs whose English side holds a word of the broad risk list are drawn this many times more: they teach the words that matter.
RISKY_REPEATS = 2
TRADITIONAL_SHARE = 0.2


def embed_english(texts):
    """Teacher embeddings [texts, 384], float32."""
    tokenizer = Tokenizer.from_file(f"{MINILM}/tokenizer.json")
    tokenizer.no_padding()
    teacher = BertModel.from_pretrained(MINILM, add_pooling_layer=False).eval()
    ids = encode_ids(tokenizer, texts)
    found = torch.empty(len(texts), 384)
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for batch in make_batches([len(row) for row in ids], 128, random.Random(1)):
            tokens, mask = pad([ids[row] for row in batch])
            found[batch] = pool(teacher(input_ids=tokens, attention_mask=mask).last_hidden_state.float(), mask)
    return found


def recall_targets(path, texts):
    """embed_english(texts), kept in `path` for the next run over the same texts."""
    key = hashlib.sha256("\n".join(texts).encode()).hexdigest()
    kept = torch.load(path) if path.exists() else {}
    if kept.get("key") != key:
        kept = {"key": key, "targets": embed_english(texts)}
        torch.save(kept, path)
    return kept["targets"]


def read_rows(data, tokenizer):
    """({language, "risky" or "own": [(ids, target row)]}, English texts): every sentence with the row of its English side."""
    position, rows, risky = {}, {}, []
    to_traditional, chooser = OpenCC("s2t"), random.Random(2)
    for language in PARALLEL:
        triples = list(read_pairs(data, language))
        texts = [other for _, other, _ in triples]
        if language == "zh":
            texts = [to_traditional.convert(text) if chooser.random() < TRADITIONAL_SHARE else text for text in texts]
        targets = [position.setdefault(english, len(position)) for english, _, _ in triples]
        rows[language] = list(zip(encode_ids(tokenizer, texts), targets, strict=True))
        risky += [
            row for row, (english, _, _) in zip(rows[language], triples, strict=True) if not looks_harmless(english)
        ]
    english = list(position)
    rows["en"] = list(zip(encode_ids(tokenizer, english), range(len(english)), strict=True))
    rows["risky"] = risky
    sides = read_english_sides()
    own = [row for row in read_sentences() if not in_calibration(row["id"])]
    own = [(row["text"], row["text"] if row["lang"] == "en" else sides.get(row["id"])) for row in own]
    own = [pair for pair in own if pair[1]]
    targets = [position.setdefault(english, len(position)) for _, english in own]
    rows["own"] = list(zip(encode_ids(tokenizer, [text for text, _ in own]), targets, strict=True))
    return rows, list(position)


def draw_pass(rows, chooser):
    """One pass over the data: DRAWN rows per language, repeated where there are fewer, and our own."""
    drawn = rows["risky"] * RISKY_REPEATS + rows["own"] * OWN_REPEATS
    for language, wanted in DRAWN.items():
        pool_rows = rows[language]
        drawn += pool_rows * (wanted // len(pool_rows)) + chooser.sample(pool_rows, wanted % len(pool_rows))
    return drawn


def distill(student, rows, targets, steps, size, peak, save):
    """Trains in place; prints a line every 100 steps; calls save() every 500."""
    chooser = random.Random(len(rows["risky"]) + steps)
    embedding = [p for name, p in student.named_parameters() if "word_embeddings" in name]
    others = [p for name, p in student.named_parameters() if "word_embeddings" not in name]
    groups = [{"params": embedding, "lr": 1e-3 * peak}, {"params": others, "lr": 2e-4 * peak}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.0, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / 200, max(0.02, 1 - step / steps))
    )
    started, running, batches, drawn = time.time(), 0.0, [], []
    student.train()
    for step in range(steps):
        if not batches:
            drawn = draw_pass(rows, chooser)
            batches = make_batches([len(ids) for ids, _ in drawn], size, chooser)
        batch = [drawn[row] for row in batches.pop()]
        tokens, mask = pad([ids for ids, _ in batch])
        with torch.autocast("cpu", torch.bfloat16):
            hidden = student(input_ids=tokens, attention_mask=mask).last_hidden_state
        loss = (pool(hidden.float(), mask) - targets[[row for _, row in batch]]).square().sum(-1).mean()
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(student.parameters(), 5.0)
        optimiser.step()
        schedule.step()
        running += loss.item() / 100
        if step % 100 == 99:
            print(
                f"step {step + 1} loss {running:.3f} {(step + 1) * size / (time.time() - started):.0f} sentences/s",
                flush=True,
            )
            running = 0.0
        if step % 500 == 499:
            save()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_data_argument(parser)
    add_work_argument(parser)
    parser.add_argument("--steps", type=int, default=5000)
    parser.add_argument("--start", default="student-start", help="folder in WORK to start from")
    parser.add_argument("--peak", type=float, default=1.0, help="factor on the learning rates")
    parser.add_argument("--batch", type=int, default=96)
    arguments = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(2)
    tokenizer = Tokenizer.from_file(str(arguments.work / "tokenizer.json"))
    rows, english = read_rows(arguments.data, tokenizer)
    started = time.time()
    targets = recall_targets(arguments.work / "targets.pt", english)
    print(f"{len(rows['risky'])} risky pairs, {len(english)} English sentences embedded in {time.time() - started:.0f} s, "
          f"mean square norm {targets.square().sum(-1).mean():.2f}", flush=True)  # fmt: skip
    student = BertModel.from_pretrained(
        arguments.work / arguments.start,
        add_pooling_layer=False,
        attn_implementation="eager",  # on CPU the fused attention's backward pass takes three times as long
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )

    def save():
        student.save_pretrained(arguments.work / "student")

    distill(student, rows, targets, arguments.steps, arguments.batch, arguments.peak, save)
    save()


if __name__ == "__main__":
    main()
