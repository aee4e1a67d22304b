"""The codebooks' rule files: readable TOML with citations, in ``data/codebooks``.

A file says which figures a codebook has and which rule chooses each, which codes it
gives, what its vague words stand for, and for each rule where it is written and whether
that was verified. An unverified rule is a setting: change the file, or pass your own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from rashomon.errors import InputError
from rashomon.model.claim import Attribute

CHOICES = frozenset({"as recorded", "lowest", "most supported", "range"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRule:
    """How a codebook comes to one figure.

    ``counts``: for whom figures count ("whole", "whole unless fighters", or scopes
    joined by +), the first that any report gives. ``unmentioned``: what silence is
    coded as, None for unknown. ``corroborated_by``: so many independent voices with
    the very same figure revise the lowest; 0 never. ``parties_set_aside``: the
    accused's own figure counts only with an independent voice. ``casualties_set_aside``:
    "there were casualties" says of nobody that he died.
    """

    name: str
    row: str
    attribute: Attribute
    counts: tuple[str, ...]
    choose: str
    rule: str
    source: str
    verified: bool
    unmentioned: int | None = None
    corroborated_by: int = 0
    parties_set_aside: bool = False
    casualties_set_aside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRule:
    """How a codebook comes to one code; ``reads`` names the function that does it."""

    name: str
    row: str
    reads: str
    rule: str
    source: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """One codebook's way of reading: its rules and where they are written.

    ``vague``: what a vague word is coded as, by the least that is read in it.
    """

    id: str
    order: int
    title: str
    about: str
    citations: tuple[str, ...]
    figures: tuple[FigureRule, ...] = ()
    codes: tuple[CodeRule, ...] = ()
    vague: Mapping[int, int] = field(default_factory=dict)


@cache
def codebooks() -> tuple[Codebook, ...]:
    """Return every codebook that the package ships, in the order they are shown."""
    folder = resources.files("rashomon").joinpath("data", "codebooks")
    found = [
        parse(file.read_text("utf-8"), file.name)
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda c: (c.order, c.id)))


def parse(text: str, name: str) -> Codebook:
    """Read one rule file.

    Raises InputError that names the file where it is no rule file.
    """
    try:
        told = tomllib.loads(text)
        return Codebook(
            id=told["id"],
            order=told["order"],
            title=told["title"],
            about=told["about"],
            citations=tuple(told["citations"]),
            figures=tuple(_figure(f) for f in told.get("figure", ())),
            codes=tuple(CodeRule(**c) for c in told.get("code", ())),
            vague={int(k): v for k, v in told.get("vague", {}).items()},
        )
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise InputError(f"{name}: not a codebook's rule file: {error}") from error


def _figure(told: Mapping[str, Any]) -> FigureRule:
    if told["choose"] not in CHOICES:
        known = ", ".join(sorted(CHOICES))
        raise ValueError(f"choose = {told['choose']!r}; there are {known}")
    apart = {"counts", "parties", "casualties"}
    plain = {k: v for k, v in told.items() if k not in apart}
    return FigureRule(
        **{
            **plain,
            "attribute": Attribute(told["attribute"]),
            "counts": tuple(told["counts"]),
            "parties_set_aside": told.get("parties") == "set aside",
            "casualties_set_aside": told.get("casualties") == "set aside",
        }
    )
