"""Tensors from texts, mean pooling, length-bucketed batches."""

import torch

WINDOW = 128  # tokens, [CLS] and [SEP] included


def encode_ids(tokenizer, texts, limit=WINDOW):
    """Token ids per text, cut to `limit` tokens (special tokens kept)."""
    found = []
    for encoding in tokenizer.encode_batch(texts):
        ids = encoding.ids
        found.append(ids if len(ids) <= limit else ids[: limit - 1] + ids[-1:])
    return found


def pad(sequences):
    """(ids, mask), both int64 [batch, longest], padded with 0."""
    longest = max(len(sequence) for sequence in sequences)
    ids = torch.zeros(len(sequences), longest, dtype=torch.long)
    mask = torch.zeros_like(ids)
    for row, sequence in enumerate(sequences):
        ids[row, : len(sequence)] = torch.tensor(sequence)
        mask[row, : len(sequence)] = 1
    return ids, mask


def pool(hidden, mask):
    """Mean of hidden [batch, length, width] over the real tokens: [batch, width]."""
    weights = mask.unsqueeze(-1).to(hidden.dtype)
    return (hidden * weights).sum(1) / weights.sum(1)


def make_batches(lengths, size, chooser):
    """Index lists of `size` rows of similar length, in random order."""
    order = sorted(range(len(lengths)), key=lambda row: lengths[row] + chooser.random() * 3)
    batches = [order[start : start + size] for start in range(0, len(order), size)]
    chooser.shuffle(batches)
    return batches
