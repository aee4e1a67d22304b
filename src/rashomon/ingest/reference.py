"""Reads reference events: ACLED's and UCDP GED's CSV as they are published.

Quoted cells may hold line breaks, and a row may break low <= best <= high: it is taken
as it is. A row without a day fails alone, and its line is told.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from rashomon.errors import InputError
from rashomon.ingest.tables import MAX_FIELD_CHARS
from rashomon.model.reference import ReferenceEvent

# ACLED's interface writes the first, its older files the second, UCDP the third.
_DAYS = ("%Y-%m-%d", "%d %B %Y", "%Y-%m-%d %H:%M:%S.%f", "%Y-%m-%d %H:%M:%S")


@dataclass(frozen=True, slots=True)
class _Names:
    id: str
    first_day: str
    last_day: str
    place: str
    low: str
    best: str
    high: str
    # Type and sub-type, and what holds them in our table of types; then the actors.
    types: tuple[str, ...]
    ours: tuple[str, ...]
    actors: tuple[str, ...]


_ACLED = _Names(
    "event_id_cnty", "event_date", "event_date", "location",
    "fatalities", "fatalities", "fatalities",
    ("event_type", "sub_event_type"), ("acled_event_type", "acled_sub_event_type"),
    ("actor1", "assoc_actor_1", "actor2", "assoc_actor_2"),
)  # fmt: skip
_UCDP = _Names(
    "id", "date_start", "date_end", "where_coordinates", "low", "best", "high",
    ("type_of_violence",), ("ucdp_type_of_violence",), ("side_a", "side_b"),
)  # fmt: skip


def _unheard(line: int) -> None:
    """Tell nobody of a row that was passed over."""


def read_reference(
    path: Path, passed_over: Callable[[int], None] = _unheard
) -> Iterator[ReferenceEvent]:
    """Yield the events of a file.

    ``passed_over`` is told the last line of each row that names no day. Raises InputError where the file cannot be read or is neither codebook's.
    """
    csv.field_size_limit(MAX_FIELD_CHARS)
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = csv.DictReader(stream)
            names = _names(set(rows.fieldnames or ()), path)
            for row in rows:
                event = _event(row, names)
                if event is None:
                    passed_over(rows.line_num)
                else:
                    yield event
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(
            f"{path}: cannot be read ({error}); export it again"
        ) from error


def _names(found: set[str], path: Path) -> _Names:
    for names in (_ACLED, _UCDP):
        if {names.id, names.first_day, names.best} <= found:
            return names
    raise InputError(
        f"{path}: has neither ACLED's nor UCDP GED's columns; download it as CSV"
    )


def _event(row: dict[str, str | None], names: _Names) -> ReferenceEvent | None:
    first, last = _day(row.get(names.first_day)), _day(row.get(names.last_day))
    if first is None or last is None:
        return None
    types = [(row.get(name) or "").strip() for name in names.types]
    return ReferenceEvent(
        id=row.get(names.id) or "",
        first_day=min(first, last),
        last_day=max(first, last),
        place=row.get(names.place) or "",
        lat=_degrees(row.get("latitude"), 90),
        lon=_degrees(row.get("longitude"), 180),
        low=_whole(row.get(names.low)),
        best=_whole(row.get(names.best)),
        high=_whole(row.get(names.high)),
        type=types[0],
        sub_type=types[1] if len(types) > 1 else "",
        column=names.ours,
        actors=_actors(row, names),
    )


def _actors(row: dict[str, str | None], names: _Names) -> tuple[str, ...]:
    """Return the actors of a row, each once; several in a cell are apart by semicolons."""
    cells = (row.get(name) or "" for name in names.actors)
    named = (part.strip() for cell in cells for part in cell.split(";"))
    return tuple(dict.fromkeys(name for name in named if name))


def _day(cell: str | None) -> date | None:
    for form in _DAYS:
        try:
            return datetime.strptime((cell or "").strip(), form).date()
        except ValueError:
            continue
    return None


def _number(cell: str | None) -> float | None:
    try:
        number = float(cell) if cell else math.nan
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _degrees(cell: str | None, most: int) -> float | None:
    """Return a coordinate that is on the earth."""
    number = _number(cell)
    return number if number is not None and abs(number) <= most else None


def _whole(cell: str | None) -> int | None:
    number = _number(cell)
    return int(number) if number is not None and abs(number) < 1e9 else None
