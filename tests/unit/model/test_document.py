"""Spans and the map from cleaned text back to raw text."""

from __future__ import annotations

import pytest

from rashomon.errors import InvariantError
from rashomon.model.document import OffsetMap, Span


def test_a_span_gives_its_words() -> None:
    """A quotation is the text between the offsets, nothing else."""
    assert Span(4, 9).of("the plant burns") == "plant"


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2)])
def test_an_empty_or_backward_span_is_refused(start: int, end: int) -> None:
    """Nothing can be quoted with no words."""
    with pytest.raises(InvariantError):
        Span(start, end)


def test_neighbours_do_not_overlap() -> None:
    """Half-open spans that touch share no character."""
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


def test_an_offset_finds_its_way_back() -> None:
    """A kept character has its raw place, an inserted one has none."""
    offsets = OffsetMap(((0, 10, 5), (6, 40, 3)))
    assert [offsets.to_raw(i) for i in (0, 4, 5, 6, 8)] == [10, 14, None, 40, 42]
