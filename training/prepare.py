"""Makes training examples of the labelled sets: sentences, role spans, types.

One line a document: ``text``; ``sentences`` as [start, end]; ``roles`` as [start, end,
label], where the label "?" means that nobody knows (the loss leaves it out); ``types``,
one list a sentence, or null where nobody knows; ``unknown``, types of which nobody knows
whether a sentence tells of them; ``some``: types of which at least one of the sentences
tells (for sets that label documents only); ``facts`` like ``roles``: place, time, dead and
injured of the report's own incident, of a part of it and of others; ``shouted``: whether
the text is all in capitals.

What is labelled is what the key says. A string of the key is marked wherever a sentence
that tells of an incident has it; elsewhere ("man", "bomb") it is left unknown.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rashomon.clean.documents import clean
from rashomon.extract import letter_case, reading, triggers
from rashomon.ingest.raw import raw_of_fields
from rashomon.model.document import Document, Span
from training import corpus

Json = dict[str, Any]
Label = list[Any]

_SLOT = {
    "perp_individual": "perp_individual",
    "perp_org": "perp_org",
    "phys_tgt": "target",
    "hum_tgt_name": "victim_name",
    "hum_tgt_desc": "victim",
    "instrument": "weapon",
}
_TYPE = {
    "ATTACK": "attack",
    "BOMBING": "bombing",
    "KIDNAPPING": "kidnapping",
    "ARSON": "arson",
    "ROBBERY": "robbery",
    "FORCED WORK STOPPAGE": "stoppage",
}
# MUC-4 leaves fights between fighters out by its own definition; Rashomon does not. So
# a sentence on them is no negative example.
_FIGHTERS = re.compile(
    r"\b(?:army|armed forces|soldiers?|troops|battalion|brigade|guerrillas?|rebels?|combat"
    r"|clash\w*|military|ambush\w*|patrol|subversives?|fmln|contras?)\b",
    re.IGNORECASE,
)
GVA_DOCUMENTS = 800
POLITICS_DOCUMENTS = 400


def read_lines(path: Path) -> Iterator[Json]:
    """Yield the rows of a JSON-lines file, gzipped or not."""
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as stream:
        for line in stream:
            if line.strip():
                yield json.loads(line)


def of_muc(folder: Path) -> Iterator[Json]:
    """Yield one example a MUC-4 document: its key's strings and types."""
    gold = {row["id"]: row for row in read_lines(_one(folder, "gold"))}
    for row in read_lines(_one(folder, "docs")):
        document = _document(row)
        if document is not None:
            yield _labelled(document, gold[row["id"]]["templates"])


def of_gva(folder: Path) -> Iterator[Json]:
    """Yield reports that each tell of a shooting, in some sentence."""
    for row in _every(read_lines(_one(folder, "docs")), GVA_DOCUMENTS):
        document = _document(row)
        if document is not None:
            yield _example(document, None, None, some=["attack"])


def of_strikes(folder: Path) -> Iterator[Json]:
    """Yield reports of strikes from the air: every sentence with a word of harm tells."""
    for row in read_lines(_one(folder, "docs")):
        document = _document(row)
        if document is not None:
            types = [
                ["attack", "strike"] if told else None for told in _telling(document)
            ]
            yield _example(document, None, types)


def of_politics(folder: Path) -> Iterator[Json]:
    """Yield articles on an election: a sentence without a word of harm tells of none."""
    for row in _every(read_lines(_one(folder, "docs")), POLITICS_DOCUMENTS):
        document = _document(row)
        if document is None:
            continue
        types = [None if told else [] for told in _telling(document)]
        yield _example(document, [], types)


def _labelled(document: Document, templates: Sequence[Json]) -> Json:
    text = document.text
    sentences = list(reading.read(document).sentences())
    telling = _telling(document)
    types: list[list[str] | None] = [
        None if told and _FIGHTERS.search(s.of(text)) else []
        for s, told in zip(sentences, telling, strict=True)
    ]
    if templates:
        # Which sentence tells of it the key does not say: a bare word of harm may.
        types = [None if told else [] for told in telling]
    roles: list[Label] = []
    for template in templates:
        spans = _spans(text, template)
        homes = [_home(sentences, start) for start, _, _ in spans]
        for index in _sure(text, spans, homes, telling):
            kind = None if template["optional"] else _type_of(template)
            known = types[index]
            types[index] = sorted({*(known or []), kind}) if kind else known or None
        for (start, end, label), home in zip(spans, homes, strict=True):
            told = home is not None and types[home]
            roles.append([start, end, label if told else "?"])
    return _example(document, roles, types)


def _telling(document: Document) -> list[bool]:
    """Say of each sentence whether it has a word of harm."""
    found = triggers.find(document.text, "en")
    return [
        any(sentence.contains(t.span) for t in found)
        for sentence in reading.read(document).sentences()
    ]


def _home(sentences: Sequence[Span], at: int) -> int | None:
    return next((n for n, s in enumerate(sentences) if s.start <= at < s.end), None)


def _sure(
    text: str,
    spans: Sequence[Label],
    homes: Sequence[int | None],
    telling: Sequence[bool],
) -> list[int]:
    """Return the sentences that surely tell of a template's incident.

    Those with a string of the key and a word of harm, those with two strings of it, and
    those that have a string first: annotators filled the key from where it is told.
    """
    sure: set[int] = set()
    met: dict[str, int] = {}
    words: dict[int, set[str]] = {}
    for (start, end, _), home in zip(spans, homes, strict=True):
        if home is None:
            continue
        string = " ".join(text[start:end].casefold().split())
        words.setdefault(home, set()).add(string)
        if met.setdefault(string, home) == home or telling[home]:
            sure.add(home)
    return sorted(sure | {home for home, held in words.items() if len(held) > 1})


def _type_of(template: Json) -> str | None:
    fills = [fill for entry in template["type"] for fill in entry["any"]]
    known = [_TYPE[f] for f in fills if f in _TYPE]
    return known[0] if known else None


def _spans(text: str, template: Json) -> list[Label]:
    """Return where the strings of a template stand, the longest first, none twice."""
    wanted = [
        (fill, label)
        for slot, label in _SLOT.items()
        for entry in template.get(slot) or []
        for fill in entry["any"]
        if isinstance(fill, str) and len(fill) > 2
    ]
    taken: list[Label] = []
    for fill, label in sorted(wanted, key=lambda w: (-len(w[0]), w)):
        pattern = r"\s+".join(re.escape(word) for word in fill.split())
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE):
            start, end = match.span()
            if all(end <= a or b <= start for a, b, _ in taken):
                taken.append([start, end, label])
    return sorted(taken)


def _example(
    document: Document,
    roles: list[Label] | None,
    types: Sequence[list[str] | None] | None,
    some: Sequence[str] = (),
) -> Json:
    sentences = [[s.start, s.end] for s in reading.read(document).sentences()]
    kinds = list(types) if types is not None else [None] * len(sentences)
    return {
        "id": document.id,
        "text": document.text,
        "sentences": sentences,
        "roles": roles,
        "facts": None,
        # A sentence that tells of a kind tells of an incident; whether it is the report's
        # own, and whether it burnt, these sets do not say.
        "types": [sorted({*told, "told"}) if told else told for told in kinds],
        "unknown": [["main", "blaze"] if told else [] for told in kinds],
        "some": list(some),
        "shouted": letter_case.is_shouted(document.text),
    }


def _document(row: Mapping[str, Any]) -> Document | None:
    made = clean(raw_of_fields(row, b"", row["id"]))
    return made if isinstance(made, Document) else None


def _one(folder: Path, stem: str) -> Path:
    return next(p for p in sorted(folder.iterdir()) if p.name.startswith(stem))


def _every(rows: Iterable[Json], wanted: int) -> Iterator[Json]:
    held = list(rows)
    step = max(1, len(held) // wanted)
    yield from held[::step]


def main() -> None:
    """Write the parts: of the sets beside the project, and of our own corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("build/training"))
    parser.add_argument(
        "--corpus-only", action="store_true", help="leave the other parts as they are"
    )
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    written = list(corpus.read())
    parts = {
        "muc": [of_muc(asked.data / "muc4" / "train")],
        "news": [
            of_gva(asked.data / "gva"),
            of_politics(asked.data / "attribution" / "train"),
        ],
        "strikes": [of_strikes(asked.data / "strikes")],
        "corpus": [[row for row in written if not corpus.is_held_back(row)]],
        "dev": [of_muc(asked.data / "muc4" / "dev")],
        "dev_corpus": [[row for row in written if corpus.is_held_back(row)]],
    }
    for name, sources in parts.items():
        if asked.corpus_only and "corpus" not in name:
            continue
        rows = 0
        with (asked.out / f"{name}.jsonl").open("w") as out:
            for source in sources:
                for row in source:
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")
                    rows += 1
        print(f"{name}: {rows} documents")


if __name__ == "__main__":
    main()
