"""IBM Model 1 over sub-word pieces: how likely an English piece is, given a piece of another language."""

import numpy as np


def align(pairs, iterations=5, kept=8):
    """t(english | foreign) after EM.

    pairs: list of (foreign ids, english ids), each a list of ints without repeats.
    Returns {foreign id: [(english id, weight), …]}, at most `kept` per piece, weights in (0, 1].
    Source: Brown et al. 1993, Model 1.
    """
    foreign = np.concatenate([np.repeat(np.array(f, np.int64), len(e)) for f, e in pairs])
    english = np.concatenate([np.tile(np.array(e, np.int64), len(f)) for f, e in pairs])
    # One number per English position of each sentence: the events whose explanations sum to one.
    starts = np.cumsum([0] + [len(e) for _, e in pairs[:-1]])
    event = np.concatenate(
        [start + np.tile(np.arange(len(e)), len(f)) for start, (f, e) in zip(starts, pairs, strict=True)]
    )
    key, link = np.unique(foreign << 20 | english, return_inverse=True)
    source = key >> 20
    probability = np.ones(len(key))
    for _ in range(iterations):
        share = probability[link]
        share /= np.bincount(event, share)[event]
        expected = np.bincount(link, share, minlength=len(key))
        probability = expected / np.bincount(source, expected)[source]
    table = {}
    for position in np.lexsort((-probability, source)):
        entries = table.setdefault(int(source[position]), [])
        if len(entries) < kept and probability[position] > 0.01:
            entries.append((int(key[position] & 0xFFFFF), float(probability[position])))
    return table
