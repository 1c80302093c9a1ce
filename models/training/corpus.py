"""Reading the data folder and the project's own sentences. Nothing here writes or prints a row."""

import gzip
import hashlib
import json
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
SENTENCES = REPOSITORY / "models" / "sentences"
BEHAVIOUR = REPOSITORY / "tests" / "behaviour"
DEFAULT_DATA = REPOSITORY.parent / "shared" / "data"

# Files of ../shared/data/parallel; hi-Latn is romanised Hindi.
PARALLEL = ["zh", "ja", "ko", "es", "fr", "de", "pt", "hi", "hi-Latn", "ar"]
# Film subtitles of unclear rights stay out, except where there is next to nothing else.
SUBTITLES = {"xed", "xed_pivot"}
ONLY_SUBTITLES = {"pt"}


def read_jsonl(path):
    """Rows of a JSON Lines file, plain or gzip; blank and unfinished lines are skipped (authors append live)."""
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            try:
                yield json.loads(line)
            except json.JSONDecodeError:
                continue


def read_pairs(data, language):
    """(English, other, tag) triples of one parallel file, without film subtitles where others exist."""
    with gzip.open(Path(data) / "parallel" / f"{language}.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            english, other, tag = line.rstrip("\n").split("\t")
            if tag not in SUBTITLES or language in ONLY_SUBTITLES:
                yield english, other, tag


def read_external(data, name):
    """Rows of train/NAME or dev/NAME ("train/clinc150-train")."""
    return list(read_jsonl(Path(data) / f"{name}.jsonl.gz"))


def read_sentences(folder=SENTENCES):
    """The project's own sentences: {"id","text","labels","tags","lang"}, language from the file name."""
    rows = []
    for path in sorted(Path(folder).glob("*.jsonl")):
        for row in read_jsonl(path):
            rows.append({**row, "lang": path.stem[:2], "tags": row.get("tags", [])})
    return rows


def read_english_sides(folder=SENTENCES / "english"):
    """{sentence id: what it means in English} for the sentences that have one."""
    lines = [line for path in sorted(Path(folder).glob("*.tsv")) for line in path.read_text("utf-8").splitlines()]
    return dict(line.split("\t", 1) for line in lines if "\t" in line)


def in_calibration(identifier):
    """True for the fixed 15 % of sentence ids that calibrate and are never trained on."""
    return int(hashlib.sha256(identifier.encode()).hexdigest()[:8], 16) % 100 < 15


def add_data_argument(parser):
    """Adds --data, the folder that holds train/, dev/ and parallel/."""
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, help="folder with train/, dev/ and parallel/")


def add_work_argument(parser):
    """Adds --work, the folder for checkpoints and intermediate files."""
    parser.add_argument(
        "--work", type=Path, required=True, help="scratch folder for checkpoints, outside the repository"
    )
