"""Reads the reports that were written for training, with their marked words.

``training/corpus/*.txt``: a line ``=====`` begins a report; each line is ``LABEL |
sentence``. LABEL is ``none``, or ``main:KIND`` and ``back:KIND`` joined by commas: of which
kind of incident the sentence tells, and whether it is the report's own or another. Inside,
``{tag:words}`` marks a part: ``ROLE_TAGS`` and ``FACT_TAGS`` say which. The reports were
written for this purpose (``training/README.md`` says by whom); what they tell is invented.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.extract import letter_case
from rashomon.model.account import IncidentType

Json = dict[str, Any]

FOLDER = Path("training/corpus")
MARK = re.compile(r"\{(?P<tag>[a-z]{2}):(?P<words>[^{}]+)\}")
ROLE_TAGS = {
    "pi": "perp_individual",
    "po": "perp_org",
    "tg": "target",
    "vn": "victim_name",
    "vd": "victim",
    "we": "weapon",
}
FACT_TAGS = {
    "pl": "place",
    "pb": "place_other",
    "ti": "time",
    "tb": "time_other",
    "ki": "killed",
    "kp": "killed_part",
    "kb": "killed_other",
    "in": "injured",
    "ip": "injured_part",
    "ib": "injured_other",
}
KINDS = frozenset(kind.value for kind in IncidentType)


def _split(table: dict[str, str]) -> dict[str, frozenset[str]]:
    """Return a table with its words apart."""
    return {name: frozenset(words.split()) for name, words in table.items()}


# Which of the heads' kinds a kind of the codebook is; of the second group nobody knows.
IS = _split(
    {
        "attack": "shooting stabbing killing attack vehicle_attack drone_strike missile_strike"
        " air_strike shelling sexual_violence",
        "bombing": "bombing suicide_bombing landmine grenade",
        "kidnapping": "kidnapping hostage_taking",
        "arson": "arson",
        "strike": "drone_strike missile_strike air_strike shelling interception",
        "accident": "accident",
        "blaze": "fire explosion arson",
        "unrest": "protest riot",
    }
)
OPEN = _split(
    {
        "attack": "armed_clash sabotage riot interception other hostage_taking",
        "bombing": "sabotage explosion attack",
        "arson": "sabotage riot fire",
        "robbery": "property_seizure shooting stabbing attack killing other",
        "stoppage": "other protest",
        "strike": "attack explosion other",
        "accident": "fire explosion other",
        "blaze": "accident bombing drone_strike missile_strike air_strike shelling sabotage",
        "unrest": "attack armed_clash other",
    }
)
# A report in so many is held back, to measure with.
HELD_BACK = 10


def read(folder: Path = FOLDER) -> Iterator[Json]:
    """Yield the reports as examples (``training.prepare`` has their shape).

    Raises ValueError with file and line where a line is not as it should be.
    """
    for path in sorted(folder.glob("*.txt")):
        held: list[tuple[int, str]] = []
        report = 0
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if line.strip() == "=====":
                if held:
                    yield _example(path, report, held)
                report, held = report + 1, []
            elif line.strip():
                held.append((number, line.strip()))
        if held:
            yield _example(path, report, held)


def is_held_back(example: Json) -> bool:
    """Say whether a report is measured with and never learnt from."""
    return zlib.crc32(example["id"].encode()) % HELD_BACK == 0


def _example(path: Path, report: int, lines: list[tuple[int, str]]) -> Json:
    text = ""
    sentences, types, unknown = [], [], []
    spans: list[list[Any]] = []
    for number, line in lines:
        label, bar, marked = line.partition(" | ")
        if not bar:
            raise ValueError(f"{path}:{number}: no 'LABEL | sentence': {line[:60]!r}")
        if text:
            # Paragraphs of a few sentences, as pages have them.
            text += "\n\n" if zlib.crc32(line.encode()) % 2 else " "
        start = len(text)
        at = 0
        for match in MARK.finditer(marked):
            text += marked[at : match.start()]
            begin = len(text)
            text += match["words"]
            spans.append([begin, len(text), match["tag"]])
            at = match.end()
        text += marked[at:]
        sentences.append([start, len(text)])
        told, open_ = _types(label, f"{path}:{number}")
        types.append(told)
        unknown.append(open_)
    if unread := {tag for _, _, tag in spans} - set(ROLE_TAGS) - set(FACT_TAGS):
        raise ValueError(f"{path}: report {report}: no such tag: {sorted(unread)}")
    return {
        "id": f"{path.stem}-{report:03d}",
        "text": text,
        "sentences": sentences,
        "roles": [[a, b, ROLE_TAGS[t]] for a, b, t in spans if t in ROLE_TAGS],
        "facts": [[a, b, FACT_TAGS[t]] for a, b, t in spans if t in FACT_TAGS],
        "types": types,
        "unknown": unknown,
        "some": [],
        "shouted": letter_case.is_shouted(text),
    }


def _types(label: str, where: str) -> tuple[list[str], list[str]]:
    """Return of what a sentence tells, in the heads' kinds, and of which nobody knows."""
    told: set[str] = set()
    open_: set[str] = set()
    for part in label.split(","):
        if part == "none":
            continue
        standing, _, kind = part.partition(":")
        if standing not in {"main", "back"} or kind not in KINDS:
            raise ValueError(f"{where}: no such label: {part!r}")
        told.add("told")
        if standing == "main":
            told.add("main")
        told |= {name for name, kinds in IS.items() if kind in kinds}
        open_ |= {name for name, kinds in OPEN.items() if kind in kinds}
    return sorted(told), sorted(open_ - told)
