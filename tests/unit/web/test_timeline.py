"""Bars stand in order of time within the drawing, and select their period."""

from __future__ import annotations

import pytest

from rashomon.store.catalogue_counts import Period
from rashomon.web import timeline


def test_nothing_dated_gives_no_timeline() -> None:
    """Rather than an empty drawing."""
    assert timeline.draw([]) is None


def test_bars_keep_their_distance_in_time() -> None:
    """A month in which nothing began is a gap."""
    drawn = timeline.draw(
        [Period("2023-12", 4, 1), Period("2024-01", 2, 0), Period("2024-03", 1, 1)]
    )
    assert drawn is not None
    first, second, third = drawn.bars
    step = second.x - first.x
    assert third.x - second.x == pytest.approx(2 * step, abs=0.05)
    assert third.x + third.width <= timeline.WIDTH
    assert (second.since, second.until) == ("2024-01-01", "2024-01-31")
    assert first.height == timeline.HEIGHT
    assert drawn.unit == "month"


@pytest.mark.parametrize("name", ["2024", "2024-02", "2024-02-29"])
def test_a_period_is_named_as_it_is_numbered(name: str) -> None:
    """The two are inverse."""
    assert timeline.name_of(timeline.number(name), len(name)) == name


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-01-01", "2024-12-31", "2024"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2024-02-01", "2024-02-01", "2024-02-01"),
        ("2024-02-01", "2024-02-28", "2024-02-01 to 2024-02-28"),
    ],
)
def test_a_span_is_named_as_people_do(first: str, last: str, words: str) -> None:
    """A whole month or year by its name."""
    assert timeline.span_words(first, last) == words
