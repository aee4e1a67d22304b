"""How a profile is kept in the store and read back: as it was, in few bytes."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from sys import intern
from typing import Any

from rashomon.cluster.profiles import NONE, Profile
from rashomon.model.account import IncidentType, Prominence
from rashomon.model.claim import Attribute
from rashomon.store import codec

_VALUES = {"when": Attribute.DATE, "place": Attribute.PLACE}
_NAMES = [f.name for f in fields(Profile)]
_SETS = {f.name for f in fields(Profile) if str(f.type).startswith("frozenset")}
_WORDS = "words"
_READ: dict[str, Callable[[str], Any]] = {
    "prominence": Prominence,
    "type": IncidentType,
    "published": date.fromisoformat,
}
# Fast, and a third larger than the best: a profile is read more often than kept.
_LEVEL = 1


def packed(one: Profile) -> bytes:
    """Return a profile as bytes."""
    written = [_written(name, getattr(one, name)) for name in _NAMES]
    return zlib.compress(json.dumps(written).encode("utf-8"), _LEVEL)


def unpacked(kept: bytes) -> Profile:
    """Return the profile of these bytes."""
    written = json.loads(zlib.decompress(kept))
    return Profile(**{n: _read(n, v) for n, v in zip(_NAMES, written, strict=True)})


def _written(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _SETS:
        return sorted(value)
    if name in _VALUES:
        return codec.value_to_json(value)
    return value.isoformat() if isinstance(value, date) else value


def _read(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name == _WORDS:
        return tuple(map(intern, value))
    if name in _SETS:
        return frozenset(value) or NONE
    if name in _VALUES:
        return codec.value_from_json(_VALUES[name], value)
    read = _READ.get(name)
    return value if read is None else read(value)
