"""What a reader asked for: the fields of the address, and the address of a question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from rashomon.errors import InputError
from rashomon.model.account import IncidentType
from rashomon.model.finding import Agreement
from rashomon.store.catalogue import Box, Known, Order, Wanted

_Chosen = TypeVar("_Chosen", bound=StrEnum)

# The longest words a question may have: an address bar holds no more in comfort.
MAX_CHARS = 200


def read(asked: Mapping[str, str]) -> Wanted:
    """Return what the fields of an address ask for; fields that are not ours are left.

    Raises InputError where a field cannot be understood.
    """
    given = {name: asked.get(name, "").strip() for name in FIELDS}
    known = {name: FIELDS[name][1](text, name) for name, text in given.items() if text}
    return Wanted(**{FIELDS[name][0]: value for name, value in known.items()})


def write(wanted: Wanted) -> dict[str, str]:
    """Return the fields that ask for it: the inverse of ``read``."""
    names = {field: name for name, (field, _) in FIELDS.items()}
    unset = Wanted()
    return {
        names[field.name]: _written(getattr(wanted, field.name))
        for field in fields(Wanted)
        if field.name in names
        and getattr(wanted, field.name) != getattr(unset, field.name)
    }


def as_of(asked: Mapping[str, str]) -> str:
    """Return the moment as of which the record is asked for, empty: as it stands."""
    return _text(asked.get("as_of", "").strip(), "as_of")


def page_number(asked: Mapping[str, str]) -> int:
    """Return which page of a list is asked for, the first being 1."""
    text = asked.get("page", "1").strip() or "1"
    if not text.isdecimal() or not 1 <= int(text[:9]) <= 10**6:
        raise InputError(f"page: {text!r} is not the number of a page; 1 is the first")
    return int(text)


def zoom(asked: Mapping[str, str]) -> int:
    """Return the scale of the map asked for, 0 (the world) to 18."""
    text = asked.get("zoom", "2").strip() or "2"
    if not text.isdecimal() or len(text) > 2:
        raise InputError(f"zoom: {text!r} is no scale of the map; 0 to 18")
    return min(int(text), 18)


def view(asked: Mapping[str, str]) -> Box | None:
    """Return the part of the map that is looked at, None where it is all of it."""
    text = asked.get("view", "").strip()
    return Box.read(text, "view") if text else None


def _written(value: object) -> str:
    if isinstance(value, Box):
        edges = (value.west, value.south, value.east, value.north)
        return ",".join(f"{edge:g}" for edge in edges)
    return str(value)


def _chosen(kind: type[_Chosen]) -> Callable[[str, str], _Chosen]:
    def parse(text: str, name: str) -> _Chosen:
        try:
            return kind(text)
        except ValueError:
            there_are = ", ".join(item.value for item in kind)
            raise InputError(f"{name}: no {text!r}; there are {there_are}") from None

    return parse


def _day(text: str, name: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise InputError(f"{name}: {text!r} is no day; write 2024-05-31") from None


def _number(text: str, name: str) -> int:
    if not text.isdecimal() or len(text) > 9:
        raise InputError(f"{name}: {text!r} is no number; write 0, 1, 2, …")
    return int(text)


def _text(text: str, name: str) -> str:
    if len(text) > MAX_CHARS:
        raise InputError(f"{name}: too long; at most {MAX_CHARS} characters")
    return text


# The name in the address: the field of ``Wanted``, and how its text is read.
FIELDS: dict[str, tuple[str, Callable[[str, str], Any]]] = {
    "q": ("words", _text),
    "type": ("type", _chosen(IncidentType)),
    "status": ("status", _chosen(Agreement)),
    "since": ("since", _day),
    "until": ("until", _day),
    "dated": ("dated", _chosen(Known)),
    "place": ("place", _text),
    "box": ("box", Box.read),
    "placed": ("placed", _chosen(Known)),
    "actor": ("actor", _text),
    "killed_from": ("killed_from", _number),
    "killed_to": ("killed_to", _number),
    "sources": ("sources_from", _number),
    "order": ("order", _chosen(Order)),
}
