"""One source, one small file: who it is, what it publishes through, and how it is asked.

    name = "Harbour Gazette"
    owner = "Dol Media"
    feeds = ["https://harbour.example/rss"]
    timezone = "Europe/Rome"

Nothing here opens a socket. What the file says of the outlet itself (``owner``, ``side``
and so on) is what ``rashomon.profiles`` reads out of the same file for grading.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from rashomon.errors import InputError
from rashomon.profiles.sources import DESCRIBED

SUFFIX = ".toml"


class SourceFileError(InputError):
    """A source's file cannot be followed; the message names each fault in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """What one source's file says of how to read it.

    ``feeds`` are addresses of feeds, sitemaps and OPML lists, ``folders`` where its
    reports are put. ``only`` are patterns of the paths of its pages, all where empty.
    ``timezone`` is that of the dates its feeds give without one. ``every`` is in
    minutes; None: as the command says.
    """

    name: str
    feeds: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    timezone: str | None = None
    language: str | None = None
    every: float | None = None

    def wants(self, url: str) -> bool:
        """Say whether the source is to be read at an address, a page of its own."""
        path = urlsplit(url).path
        return not self.only or any(fnmatchcase(path, wanted) for wanted in self.only)


def read_source(path: Path) -> SourceFile:
    """Read a source's file.

    Raises SourceFileError, which names the file and every fault in it.
    """
    try:
        told = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise SourceFileError(f"{path}: cannot be read ({error.strerror})") from error
    except (ValueError, RecursionError) as error:  # numbers and nests without end, too
        raise SourceFileError(f"{path}: not a source's file ({error})") from error
    faults = list(_faults(told))
    if faults:
        raise SourceFileError(f"{path}: {'; '.join(faults)}")
    return SourceFile(
        name=told["name"].strip(),
        feeds=tuple(told.get("feeds", ())),
        # A folder is beside its file, wherever the command is run.
        folders=tuple(str(path.parent / f) for f in told.get("folders", ())),
        only=tuple(told.get("only", ())),
        timezone=told.get("timezone"),
        language=told.get("language"),
        every=told.get("every"),
    )


def _faults(told: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with a file, all of it, each with what would be right."""
    known = {*_CHECKS, *DESCRIBED}
    faults = [
        f"unknown key {key!r}; the keys are {', '.join(sorted(known))}"
        for key in sorted(set(told) - known)
    ]
    faults += [
        f"{key} must be {right}"
        for key, (right, holds) in _CHECKS.items()
        if key in told and not holds(told[key])
    ]
    if "name" not in told:
        faults.append('name is missing; write name = "the outlet\'s name"')
    if not told.get("feeds") and not told.get("folders"):
        faults.append("nothing to watch; give feeds or folders")
    return faults


def _words(said: object) -> bool:
    return isinstance(said, str) and bool(said.strip())


def _list(said: object) -> bool:
    return isinstance(said, list) and all(map(_words, said))


def _addresses(said: object) -> bool:
    web = ("http://", "https://")
    return isinstance(said, list) and all(
        isinstance(one, str) and one.lower().startswith(web) for one in said
    )


def _zone(said: object) -> bool:
    try:
        return isinstance(said, str) and bool(ZoneInfo(said))
    except (ValueError, OSError, KeyError, RecursionError):  # a name of many parts
        return False


def _minutes(said: object) -> bool:
    if isinstance(said, bool) or not isinstance(said, (int, float)):
        return False
    return 1 <= said < 1e6


_CHECKS: Mapping[str, tuple[str, Callable[[object], bool]]] = {
    "name": ("the outlet's name", _words),
    "feeds": ("a list of http(s) addresses", _addresses),
    "folders": ("a list of folders", _list),
    "only": ('a list of patterns of paths, such as "/world/*"', _list),
    "timezone": ('a name of the tz database, such as "Europe/Rome"', _zone),
    "language": ('a language code, such as "en"', _words),
    "every": ("minutes, at least 1", _minutes),
}
