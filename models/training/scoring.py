"""Runs score.mjs on rows in several processes and gives the logits back as an array."""

import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np

SCRIPT = Path(__file__).with_name("score.mjs")


def score_rows(folder, texts, jobs=2):
    """(logits [texts, 12], tokens [texts], unknown tokens [texts]) from onnxruntime-web for the model in `folder`."""
    with tempfile.TemporaryDirectory() as scratch:
        running = []
        for job in range(jobs):
            source, target = Path(scratch) / f"{job}.in", Path(scratch) / f"{job}.out"
            with open(source, "w", encoding="utf-8") as lines:
                lines.writelines(
                    json.dumps({"id": position, "text": texts[position]}) + "\n"
                    for position in range(job, len(texts), jobs)
                )
            running.append((subprocess.Popen(["node", str(SCRIPT), str(folder), str(source), str(target)]), target))
        logits, tokens, unknown = np.zeros((len(texts), 12)), np.zeros(len(texts), int), np.zeros(len(texts), int)
        for process, target in running:
            if process.wait() != 0:
                raise RuntimeError("score.mjs failed")
            for line in target.read_text().splitlines():
                row = json.loads(line)
                logits[row["id"]], tokens[row["id"]], unknown[row["id"]] = row["logits"], row["tokens"], row["unknown"]
    return logits, tokens, unknown
