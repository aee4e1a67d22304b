"""The timeline: one bar a period, drawn on the server so that it needs no script."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.store.catalogue_counts import Period

WIDTH, HEIGHT = 1_000, 100
MAX_LABELS = 8

# A bar as wide as a quarter of the page would look like much.
WIDEST = 40


@dataclass(frozen=True, slots=True)
class Bar:
    """One period as a bar: where it stands, how high, and what it selects."""

    name: str
    count: int
    contested: int
    x: float
    width: float
    y: float
    height: float
    contested_height: float
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars in order of time, evenly spaced labels, and what the highest counts."""

    bars: tuple[Bar, ...]
    labels: tuple[str, ...]
    highest: int
    unit: str
    width: int = WIDTH
    height: int = HEIGHT


def draw(periods: Sequence[Period]) -> Timeline | None:
    """Return the timeline of counts, None where nothing has a day."""
    if not periods:
        return None
    first, last = number(periods[0].name), number(periods[-1].name)
    every = -(-(last - first + 1) // MAX_LABELS)
    named = range(first, last + 1, every)
    step = WIDTH / (every * len(named))
    highest = max(period.count for period in periods)
    bars = tuple(_bar(period, first, step, highest) for period in periods)
    labels = tuple(name_of(at, len(periods[0].name)) for at in named)
    units = {4: "year", 7: "month", 10: "day"}
    return Timeline(bars, labels, highest, units[len(periods[0].name)])


def _bar(period: Period, first: int, step: float, highest: int) -> Bar:
    height = max(2.0, HEIGHT * period.count / highest)
    since, until = ends(period.name)
    return Bar(
        name=period.name,
        count=period.count,
        contested=period.contested,
        x=round((number(period.name) - first) * step + step * 0.06, 2),
        width=round(min(max(1.0, step * 0.88), WIDEST), 2),
        y=round(HEIGHT - height, 2),
        height=round(height, 2),
        contested_height=round(height * period.contested / period.count, 2),
        since=since,
        until=until,
    )


def span_words(first: str, last: str) -> str:
    """Return a span of days as people write it: a whole month or year by its name."""
    for letters in (4, 7):
        if first[:letters] == last[:letters] and (first, last) == ends(first[:letters]):
            return first[:letters]
    return first if first == last else f"{first} to {last}"


def number(name: str) -> int:
    """Return a period's place in time: years, months or days, counted from the year 0."""
    parts = [int(part) for part in name.split("-")]
    if len(parts) == 3:
        return date(*parts).toordinal()
    return parts[0] if len(parts) == 1 else parts[0] * 12 + parts[1] - 1


def name_of(at: int, letters: int) -> str:
    """Return the name of the period at a place in time, the inverse of ``number``."""
    if letters == len("2024-05-01"):
        return date.fromordinal(at).isoformat()
    if letters == len("2024"):
        return str(at)
    return f"{at // 12:04}-{at % 12 + 1:02}"


def ends(name: str) -> tuple[str, str]:
    """Return the first and the last day of a period."""
    parts = [int(part) for part in name.split("-")]
    if len(parts) == 3:
        return name, name
    if len(parts) == 1:
        return f"{name}-01-01", f"{name}-12-31"
    last = calendar.monthrange(parts[0], parts[1])[1]
    return f"{name}-01", f"{name}-{last:02}"
