"""The shapes of the pages' JSON, for the OpenAPI document; tests hold answers to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from rashomon.model.account import IncidentType, Prominence
from rashomon.model.claim import Attribute, Stance
from rashomon.model.decision import DecisionKind
from rashomon.model.finding import Agreement, Relation
from rashomon.model.judgement import Verdict
from rashomon.store.catalogue import Entry
from rashomon.store.history import LeftOut, Run
from rashomon.store.outlets import Copying, Outlet
from rashomon.web.names import Said
from rashomon.web.outlets import Stood
from rashomon.web.tolls import Figure

Schema = dict[str, Any]

_PLAIN: Mapping[type, str] = {
    bool: "boolean",  # before int, which it is one of
    str: "string",
    int: "integer",
    float: "number",
    dict: "object",
}

# Values as the contract has them: they differ by attribute.
ANYTHING: Schema = {}


def of(kind: Any) -> Schema:
    """Return the shape of a type: plain, an enumeration, a tuple, or a dataclass."""
    if isinstance(kind, UnionType):
        parts = [of(part) for part in get_args(kind) if part is not NoneType]
        return {"anyOf": [*parts, {"type": "null"}]}
    kind = getattr(kind, "__supertype__", kind)
    origin, inside = get_origin(kind), get_args(kind)
    if origin in {tuple, list}:
        alike = len(inside) == 1 or inside[-1] is Ellipsis
        return array(of(inside[0]) if alike else ANYTHING)
    if origin is dict:
        return {"type": "object"}
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return record({name: hints[name] for name in kind.__dataclass_fields__})
    if issubclass(kind, StrEnum):
        return {"type": "string", "enum": [member.value for member in kind]}
    return {
        "type": next(name for base, name in _PLAIN.items() if issubclass(kind, base))
    }


def array(items: Schema) -> Schema:
    """Return a list of such."""
    return {"type": "array", "items": items}


def record(fields: Mapping[str, Any]) -> Schema:
    """Return an object of exactly these fields, each a shape or a type."""
    shapes = {n: f if isinstance(f, dict) else of(f) for n, f in fields.items()}
    return {
        "type": "object",
        "required": list(shapes),
        "properties": shapes,
        "additionalProperties": False,
    }


def ref(name: str) -> Schema:
    """Return a reference to a shape that has a name."""
    return {"$ref": f"#/components/schemas/{name}"}


def optional(shape: Schema) -> Schema:
    """Return a shape or null."""
    return {"anyOf": [shape, {"type": "null"}]}


_PAGED = {"count": int, "page": int, "pages": int}
_REASONS = array(record({"comparison": str, "weight": float, "detail": str}))
_CLAIM = {
    "id": str,
    "attribute": Attribute,
    "value": ANYTHING,
    "document": str,
    "start": int,
    "end": int,
    "quote": str,
    "speaker": {"type": ["object", "null"]},
    "stance": Stance,
    "cue": {"type": ["object", "null"]},
}
_SAYING = record(
    {
        "claim": str,
        "value": ANYTHING,
        "words": str,
        "quote": str,
        "speaker": str | None,
        "stance": Stance,
        "differs": bool,
        "repeats": int,
    }
)
_MATRIX = record(
    {
        "columns": array(
            record(
                {
                    "outlet": str,
                    "documents": tuple[str, ...],
                    "copies": tuple[str, ...],
                    "first_published": str | None,
                }
            )
        ),
        "rows": array(
            record(
                {
                    "attribute": Attribute,
                    "value": str,
                    "status": Agreement,
                    "relation": Relation | None,
                    "relation_why": str | None,
                    "rule": str,
                    "cells": array(array(_SAYING)),
                }
            )
        ),
    }
)
_SIDE = record(
    {
        "account": str,
        "document": str,
        "incident": str | None,
        "type": IncidentType,
        "words": str,
    }
)

NAMED: dict[str, Schema] = {
    "Fault": record({"error": str, "status": int}),
    "Entry": of(Entry),
    "Incident": record(
        {
            "schema": str,
            "id": str,
            "type": IncidentType,
            "title": str,
            "attributes": {"type": "object"},
            "accounts": array(
                record(
                    {
                        "document": str,
                        "type": IncidentType,
                        "prominence": Prominence,
                        "start": int,
                        "end": int,
                    }
                )
            ),
            "claims": array(record(_CLAIM)),
            "sources": tuple[str, ...],
            "independent_sources": int,
            "status": Agreement,
            "summary": tuple[str, ...],
            "matrix": _MATRIX,
            "tolls": array(
                record({"attribute": Attribute, "figures": array(of(Figure))})
            ),
            "codebooks": array({"type": "object"}),
        }
    ),
    "Incidents": record(
        {
            **_PAGED,
            "all": int,
            "filter": {"type": "object"},
            "incidents": array(ref("Entry")),
        }
    ),
    "Cells": record(
        {
            "unplaced": int,
            "cells": array(
                record(
                    {
                        "count": int,
                        "lat": float,
                        "lon": float,
                        "contested": int,
                        "incident": optional(ref("Entry")),
                    }
                )
            ),
        }
    ),
    "Documents": record(
        {
            **_PAGED,
            "documents": array(
                record(
                    {
                        "id": str,
                        "title": str | None,
                        "source": str | None,
                        "url": str | None,
                        "published": str | None,
                        "incidents": tuple[str, ...],
                    }
                )
            ),
        }
    ),
    "Document": record(
        {
            "schema": str,
            "id": str,
            "url": str | None,
            "source": str | None,
            "title": str | None,
            "text": str,
            "published": {"type": ["object", "null"]},
            "language": str | None,
            "family": str | None,
            "status": str,
            "reason": str | None,
            "copies": tuple[str, ...],
            "claims": array(record({**_CLAIM, "incident": str | None})),
        }
    ),
    "Sources": record({"sources": array(of(Outlet))}),
    "Source": record(
        {
            **get_type_hints(Outlet),
            "copied_from": array(of(Copying)),
            "copied_by": array(of(Copying)),
            "figures": of(Stood),
            "latest_documents": array(
                record(
                    {
                        "id": str,
                        "title": str | None,
                        "published": str | None,
                        "url": str | None,
                    }
                )
            ),
            "incidents": tuple[str, ...],
        }
    ),
    "Named": record(
        {
            **_PAGED,
            "key": str,
            "name": str,
            "incidents": array(ref("Entry")),
            "remarks": array(of(Said)),
        }
    ),
    "Runs": record(
        {
            "documents": {"type": "object"},
            "incidents": int,
            "runs": array(of(Run)),
            "left_out": array(of(LeftOut)),
        }
    ),
    "Review": record(
        {
            "questions": array(
                record(
                    {
                        "left": str,
                        "right": str,
                        "left_incident": str,
                        "right_incident": str,
                        "together": bool,
                        "weight": float,
                        "worth": float,
                        "reasons": _REASONS,
                    }
                )
            ),
            "log": array(
                record(
                    {
                        "id": str,
                        "kind": DecisionKind,
                        "person": str,
                        "made_at": str,
                        "target": tuple[str, ...],
                        "note": str,
                        "attribute": Attribute | None,
                        "values": array(ANYTHING),
                        "stands": bool,
                    }
                )
            ),
        }
    ),
    "Pair": record(
        {
            "left": _SIDE,
            "right": _SIDE,
            "attributes": {"type": "object"},
            "judgement": optional(
                record(
                    {
                        "verdict": Verdict,
                        "weight": float,
                        "judge": str,
                        "reasons": _REASONS,
                    }
                )
            ),
        }
    ),
}


def list_of(kinds: str) -> Schema:
    """Return the shape of the list of places, facilities or actors."""
    row = record({"key": str, "name": str, "incidents": int})
    return record({kinds: array(row)})
