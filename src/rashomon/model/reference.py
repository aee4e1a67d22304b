"""Reference events: what a published data set has, to compare with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceEvent:
    """One event of a published data set; None or empty: the file does not say.

    ``type`` and ``sub_type`` are its own codes, and ``column`` the columns of our table
    of types that hold them. ``actors`` are both sides and their associates.
    """

    id: str
    first_day: date
    last_day: date
    place: str
    lat: float | None
    lon: float | None
    low: int | None
    best: int | None
    high: int | None
    type: str = ""
    sub_type: str = ""
    column: tuple[str, ...] | None = None
    actors: tuple[str, ...] = ()
