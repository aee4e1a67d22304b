"""What a comparison of two accounts finds: a ground, by name, with the words for it."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Ground(NamedTuple):
    """What a comparison found, by name, and the words that show it."""

    name: str
    detail: str


def stepped(value: float, edges: tuple[float, ...], names: tuple[str, ...]) -> str:
    """Return the name of the step that a value stands on; an edge begins the next."""
    return names[bisect_right(edges, value)]
