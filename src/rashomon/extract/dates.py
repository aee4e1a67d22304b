"""The time tagger: finds time expressions and says which days they can be.

Shapes are tried longest first and none may overlap; each is read against the document's
anchor (``time_anchor``) and the last day that the text named. What nothing anchors keeps
its TIMEX3 value and no interval: a date we guessed is not a date.
"""

from __future__ import annotations

import re
from datetime import date

from rashomon.extract import time_anchor
from rashomon.extract.reading import Reading
from rashomon.extract.time_grammar import COMPILED
from rashomon.extract.time_values import READERS, Frame, Told
from rashomon.extract.time_words import MONTHS
from rashomon.model.document import Span
from rashomon.model.mention import TimeMention
from rashomon.model.value import TimePrecision

# Names and verbs that look like months, where no number stands beside them.
_AMBIGUOUS = frozenset(
    {
        "may",
        "march",
        "mar",
        "mai",
        "sun",
        "mon",
        "sat",
        "wed",
        "jan",
        "thu",
        "fri",
        "tue",
    }
)
_LEADING = re.compile(
    r"^(?:on|in|at|over|during|в|во|у|на|am|el|the)\s+", re.IGNORECASE
)
_FUTURE = re.compile(
    r"\b(?:will|shall|is to|are to|is due|are due|plans? to|scheduled|expected to|set to|going to|would|gathers?|begins|starts|meets?|until|by)\b",
    re.IGNORECASE,
)

# The narrowest of these names a day that later expressions can be reckoned from.
_NAMES_A_DAY = frozenset(
    {
        TimePrecision.DAY,
        TimePrecision.PART_OF_DAY,
        TimePrecision.MINUTE,
        TimePrecision.HOUR,
    }
)


def find(reading: Reading) -> list[TimeMention]:
    """Return the time expressions of a text in reading order."""
    text = reading.text
    anchor = time_anchor.choose(text, reading.published)
    named: date | None = None
    found: list[TimeMention] = []
    for name, match in _shapes(text):
        frame = Frame(anchor, named, _speaks_of_future(text, match))
        told = READERS[name](match, frame)
        if told is None or _is_no_time(name, match, told):
            continue
        when = told.when
        if (
            when is not None
            and when.precision in _NAMES_A_DAY
            and name not in {"clock", "part_alone"}
        ):
            named = (
                when.last_day
                if name in {"night_before", "overnight_into"}
                else when.first_day
            )
        start = match.start() + _lead_length(match.group(0))
        end = match.start() + len(match.group(0).rstrip(" ,"))
        found.append(
            TimeMention(
                span=Span(start, end),
                when=when,
                timex=told.timex,
                rule=name,
                relative=told.relative,
            )
        )
    return found


def _shapes(text: str) -> list[tuple[str, re.Match[str]]]:
    """Return the matches, none overlapping, the earlier shape winning, in text order."""
    taken: list[tuple[int, int]] = []
    kept: list[tuple[str, re.Match[str]]] = []
    for name, pattern in COMPILED:
        for match in pattern.finditer(text):
            if not any(a < match.end() and match.start() < b for a, b in taken):
                taken.append(match.span())
                kept.append((name, match))
    return sorted(kept, key=lambda pair: pair[1].start())


def _lead_length(words: str) -> int:
    lead = _LEADING.match(words)
    return lead.end() if lead and lead.end() < len(words) else 0


def _speaks_of_future(text: str, match: re.Match[str]) -> bool:
    start = (
        max(text.rfind(".", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
    )
    return bool(_FUTURE.search(text[max(start, match.start() - 60) : match.start()]))


def _is_no_time(name: str, match: re.Match[str], told: Told) -> bool:
    """Say whether a word only looks like a time: "may", "March on", "The Sun"."""
    words = match.group(0)
    bare = words.lower().strip(".")
    if bare in _AMBIGUOUS:
        return True
    if (
        name == "part_of_weekday"
        and not words[:1].isupper()
        and match.group("w").lower() in _AMBIGUOUS
    ):
        return True
    month = match.groupdict().get("m")
    if month and month.lower() in {"may", "march", "mar"} and month[:1].islower():
        return True
    if name == "clock" and not re.search(r"[:ap]|noon|midnight", words, re.IGNORECASE):
        return not re.match(r"(?:at|в|о|об)\s", words, re.IGNORECASE)
    return (
        name in {"day_month", "month_day"}
        and bool(month)
        and month is not None
        and month.lower() not in MONTHS
    )


__all__ = ["find"]
