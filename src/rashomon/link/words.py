"""Lists of words that ship with the package."""

from __future__ import annotations

from functools import cache
from importlib import resources

from rashomon.algorithms.similarity import normalised


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the normalised words of a list in ``data``."""
    text = resources.files("rashomon").joinpath("data", name).read_text("utf-8")
    return frozenset(normalised(word) for word in text.split())
