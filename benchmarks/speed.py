"""What a whole run costs beside the bare models, a second run, memory, documents a second.

    python -m benchmarks.speed FILE [--documents 60] [--jobs 2] [-o TABLE.md]

FILE is a table or JSON lines that `rashomon run` reads. Bare is what somebody would write
first: spaCy's pipeline as it is loaded, and the encoder over every sentence. All is
measured in processor seconds in one process, models loaded before, so that a busy
machine tells on both sides alike; documents a second are of the wall clock, with the
start of the workers.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import spacy

from rashomon.clean.documents import clean
from rashomon.extract import first_look, heads, reading
from rashomon.ingest.read import read_inputs
from rashomon.model.document import Document, RawDocument
from rashomon.pipeline.ledger import RunReport
from rashomon.pipeline.run import RunOptions, run_found
from rashomon.pipeline.stages import read_batch
from rashomon.store.sqlite import open_store

WORDS = 400  # documents of so many words are what the goal is told in


def timed(work: Callable[[], object]) -> float:
    """Return the processor seconds that a piece of work takes."""
    before = time.process_time()
    work()
    return time.process_time() - before


def bare(documents: list[Document]) -> tuple[float, float]:
    """Return what spaCy as loaded and the encoder take over the texts."""
    nlp = spacy.load(reading.ENGLISH_MODEL)
    nlp(documents[0].text)
    parsed = timed(lambda: [nlp(d.text) for d in documents])
    read = [reading.read(d) for d in documents]
    return parsed, timed(lambda: [heads.read(text) for text in read])


def whole(found: list[RawDocument], database: Path, jobs: int) -> RunReport:
    """Run over the documents, into a database."""
    with open_store(database) as store:
        return run_found(found, ["benchmark"], store, RunOptions(jobs=jobs))


def measure(found: list[RawDocument], jobs: int) -> list[tuple[str, str]]:
    """Return each figure with its name."""
    read_batch(found[:2])  # loads the models
    cleaned = [clean(raw) for raw in found]
    documents = [
        d for d in cleaned if isinstance(d, Document) and d.language in {"en", None}
    ]
    parsed, encoded = bare(documents)
    begun = [reading.sentences_of(d) for d in documents]
    passed_over = sum(not first_look.may_report(text) for text in begun)
    with tempfile.TemporaryDirectory() as folder:
        one, many = Path(folder) / "one.db", Path(folder) / "many.db"
        first = timed(lambda: whole(found, one, 1))
        again = timed(lambda: whole(found, one, 1))
        report = whole(found, many, jobs)
    words = sum(len(raw.content.split()) for raw in found)
    per_second = words / WORDS / report.seconds
    return [
        ("documents, words each", f"{len(found)}, {words / len(found):.0f}"),
        ("English, passed over", f"{len(documents)}, {passed_over}"),
        ("spaCy as loaded, s", f"{parsed:.2f}"),
        ("encoder, s", f"{encoded:.2f}"),
        ("whole run in one process, s", f"{first:.2f}"),
        ("whole run ÷ bare", f"{first / (parsed + encoded):.2f}"),
        ("second run ÷ first", f"{again / first:.4f}"),
        (f"documents of {WORDS} words a second, {jobs} jobs", f"{per_second:.1f}"),
        ("peak memory of the largest process, MiB", f"{report.peak_memory_mb:.0f}"),
    ]


def main() -> int:
    """Measure and print the table."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("file")
    ask.add_argument("--documents", type=int, default=60)
    ask.add_argument("--jobs", type=int, default=2)
    ask.add_argument("-o", type=Path)
    asked = ask.parse_args()
    given = read_inputs([asked.file])
    found = list(
        islice((r for r in given if isinstance(r, RawDocument)), asked.documents)
    )
    rows = measure(found, asked.jobs)
    table = "\n".join(
        ["| figure | value |", "| --- | --- |", *(f"| {a} | {b} |" for a, b in rows)]
    )
    if asked.o:
        asked.o.write_text(f"# Speed of a run\n\n{table}\n", encoding="utf-8")
    print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
