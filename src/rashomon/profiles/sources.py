"""The sources file: what is known of outlets and speakers, for grading.

A TOML file of ``[[source]]`` tables: ``name``, and where known ``also`` (other spellings),
``owner``, ``country``, ``side`` (the party it speaks for) and ``kind``; or a folder of
small files of one source each, as ``rashomon watch`` follows them, with the same keys.
Nothing is assumed of an outlet that is not described.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rashomon.errors import InputError

DESCRIBED = frozenset({"name", "also", "owner", "country", "side", "kind"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One described outlet or speaker; what is not said of it is not known."""

    name: str
    also: tuple[str, ...] = ()
    owner: str | None = None
    country: str | None = None
    side: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """Described sources by name, whatever the case."""

    by_name: Mapping[str, Source] = field(default_factory=dict)

    def of(self, name: str | None) -> Source | None:
        """Return what is known of a name, None where it is not described."""
        return self.by_name.get(name.casefold().strip()) if name else None


def described(sources: Iterable[Source]) -> Sources:
    """Return the sources under each of their names."""
    return Sources(
        {
            name.casefold().strip(): source
            for source in sources
            for name in (source.name, *source.also)
        }
    )


def read_sources(path: Path) -> Sources:
    """Read a sources file, or a folder of files of one source each.

    Raises InputError that names the file, and the key that is not known.
    """
    if path.is_dir():
        files = sorted(path.glob("*.toml"))
        # What else they say is of how a source is watched.
        tables = [
            (file, {k: v for k, v in _loaded(file).items() if k in DESCRIBED})
            for file in files
        ]
    else:
        told = _loaded(path).get("source", [])
        if not isinstance(told, list):
            raise InputError(f"{path}: write each source under [[source]]")
        tables = [(path, table) for table in told]
    return described(_source(file, table) for file, table in tables)


def _loaded(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(f"{path}: not a sources file: {error}") from error


def _source(path: Path, table: Any) -> Source:
    fault = _fault(table)
    if fault is not None:
        raise InputError(
            f"{path}: a source has {fault}; the keys are {', '.join(sorted(DESCRIBED))}"
        )
    return Source(**{**table, "also": tuple(table.get("also", ()))})


def _fault(table: object) -> str | None:
    """Return what is wrong with a source, None where nothing is."""
    if not isinstance(table, dict):
        return "no keys"
    if unknown := sorted(set(table) - DESCRIBED):
        return f"unknown key {unknown[0]!r}"
    if not isinstance(table.get("name"), str):
        return "no name"
    also = table.get("also", [])
    if not isinstance(also, list) or not all(isinstance(a, str) for a in also):
        return "an `also` that is no list of names"
    wrong = [k for k in sorted(table) if k != "also" and not isinstance(table[k], str)]
    return f"a {wrong[0]} that is no text" if wrong else None
