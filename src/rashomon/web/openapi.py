"""The description of the JSON addresses for scripts (OpenAPI 3.1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rashomon import __version__
from rashomon.model.claim import Attribute
from rashomon.model.decision import DecisionKind
from rashomon.publish.formats import FORMATS
from rashomon.web import names, saving, schemas
from rashomon.web.filters import FIELDS

_ABOUT_FIELDS = {
    "q": "Words that must all occur in title, values or sources.",
    "type": "A code of the codebook of incident types.",
    "status": "How the sources stand: single, agreed or contested.",
    "since": "From this day on, YYYY-MM-DD.",
    "until": "Up to this day, YYYY-MM-DD.",
    "dated": "yes: with a day; no: without one; any.",
    "place": "Part of the name of the place.",
    "box": "A rectangle: west,south,east,north in degrees.",
    "placed": "yes: with a point on the map; no: without one; any.",
    "actor": "Part of the name of an actor.",
    "killed_from": "At least so many may have been killed.",
    "killed_to": "At most so many may have been killed.",
    "sources": "At least so many independent sources.",
    "order": "newest, oldest, toll, sources or changed.",
}

_MAP = (
    ("zoom", "The scale, 0 (the world) to 18."),
    ("view", "The part that is looked at: west,south,east,north in degrees."),
)
_PAGE = ("page", "Which page of the list, the first being 1.")


_KEY = ("key", "The key of one; without it, all are listed.")
_AS_OF = ("as_of", "As the documents published until this day or moment give it.")


def document(*, review: bool) -> dict[str, Any]:
    """Return the OpenAPI document; with ``review``, of the addresses of deciding too."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Rashomon",
            "version": __version__,
            "description": "The pages as JSON: the same addresses with .json behind"
            " them, or asked for with Accept: application/json.",
        },
        "paths": _paths() | (_review_paths() if review else {}),
        "components": {"schemas": schemas.NAMED},
    }


def _paths() -> dict[str, Any]:
    filtered = [(name, _ABOUT_FIELDS[name]) for name in FIELDS]
    one_of = {
        kinds: _get(
            f"{kinds.capitalize()}, or one with its incidents",
            [_KEY, _PAGE],
            answer={"anyOf": [schemas.list_of(kinds), schemas.ref("Named")]},
        )
        for kinds in names.KINDS
    }
    only = ("only", "Only the claims of this incident.")
    return {
        "/incidents.json": _get(
            "Incidents, filtered",
            [*filtered, _AS_OF, _PAGE],
            answer=schemas.ref("Incidents"),
        ),
        "/incidents/{id}.json": _get(
            "One incident with its matrix",
            [_AS_OF],
            path="id",
            answer=schemas.ref("Incident"),
        ),
        "/export/{format}": _file([*filtered, _AS_OF]),
        "/map.json": _get(
            "Incidents as squares of the map",
            [*filtered, _AS_OF, *_MAP],
            answer=schemas.ref("Cells"),
        ),
        "/documents.json": _get(
            "Documents, the latest first, or one whose id is no plain name",
            [_PAGE, ("id", "The id of one."), only],
            answer={"anyOf": [schemas.ref("Documents"), schemas.ref("Document")]},
        ),
        "/documents/{id}.json": _get(
            "One document with its claims",
            [only],
            path="id",
            answer=schemas.ref("Document"),
        ),
        "/sources.json": _get(
            "Outlets, or one with its figures",
            [_KEY],
            answer={"anyOf": [schemas.ref("Sources"), schemas.ref("Source")]},
        ),
        **{f"/{kinds}.json": told for kinds, told in one_of.items()},
        "/runs.json": _get(
            "What was read, left out and why, and failed", answer=schemas.ref("Runs")
        ),
    }


def _review_paths() -> dict[str, Any]:
    decide = {
        "summary": "Decide something; answers with the page of the log",
        "parameters": [
            {
                **_parameter("kind", "What is decided.", "path"),
                "schema": schemas.of(DecisionKind),
            }
        ],
        "requestBody": {
            "required": True,
            "content": {
                "application/x-www-form-urlencoded": {
                    "schema": {
                        "type": "object",
                        "required": ["person"],
                        "properties": {
                            "person": {"type": "string"},
                            "target": {"type": "array", "items": {"type": "string"}},
                            "note": {"type": "string"},
                            "attribute": schemas.of(Attribute),
                            "value": {"type": "string"},
                        },
                    }
                }
            },
        },
        "responses": {
            "303": {"description": "Decided"},
            "400": _told("It makes no sense; nothing was written", _FAULT),
            "403": {"description": "It does not come from a page of ours"},
        },
    }
    return {
        "/review.json": _get(
            "Pairs worth a look, and the log", answer=schemas.ref("Review")
        ),
        "/review/pair.json": _get(
            "Two accounts side by side, with the reasons",
            [("left", "The id of an account."), ("right", "The id of another.")],
            answer=schemas.ref("Pair"),
        ),
        "/review/incident.json": _get(
            "One incident", [("id", "Its id.")], answer=schemas.ref("Incident")
        ),
        "/review/{kind}": {"post": decide},
    }


_FAULT = schemas.ref("Fault")


def _parameter(name: str, about: str, place: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": place,
        "description": about,
        "required": place == "path",
        "schema": {"type": "string"},
    }


def _told(about: str, shape: schemas.Schema) -> dict[str, Any]:
    return {"description": about, "content": {"application/json": {"schema": shape}}}


def _file(asked: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Return what is told of the incidents as a file of a format."""
    about = "The incidents, filtered, as a file of a format"
    told = _get(about, asked, answer={})
    named = _parameter("format", "A format of `rashomon export`.", "path")
    told["get"]["parameters"].append(
        {**named, "schema": {"type": "string", "enum": list(FORMATS)}}
    )
    content = {kind: {"schema": {"type": "string"}} for kind in saving.TYPES.values()}
    told["get"]["responses"]["200"] = {"description": about, "content": content}
    return told


def _get(
    about: str,
    asked: Sequence[tuple[str, str]] = (),
    *,
    answer: schemas.Schema,
    path: str | None = None,
) -> dict[str, Any]:
    parameters = [_parameter(name, told, "query") for name, told in asked]
    if path is not None:
        parameters.append(_parameter(path, "Its id.", "path"))
    told = {
        "200": _told(about, answer),
        "400": _told("That cannot be asked", _FAULT),
        "404": _told("Not here", _FAULT),
        "501": _told("The database is a newer Rashomon's", _FAULT),
        "503": _told("The database cannot be read", _FAULT),
    }
    return {"get": {"summary": about, "parameters": parameters, "responses": told}}
