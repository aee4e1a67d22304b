"""The description of the JSON addresses for scripts (OpenAPI 3.1)."""

from __future__ import annotations

from typing import Any

from rashomon import __version__
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


def document() -> dict[str, Any]:
    """Return the OpenAPI document."""
    filtered = [(name, _ABOUT_FIELDS[name]) for name in FIELDS]
    key = ("key", "The key of one; without it, all are listed.")
    paths = {
        "/incidents.json": _get("Incidents, filtered", [*filtered, _PAGE]),
        "/incidents/{id}.json": _get("One incident with its matrix", path="id"),
        "/map.json": _get(
            "Incidents as squares of the map",
            [*filtered, *_MAP],
        ),
        "/documents.json": _get("Documents, the latest first", [_PAGE]),
        "/documents/{id}.json": _get("One document with its claims", path="id"),
        "/sources.json": _get("Outlets, or one with its figures", [key]),
        "/places.json": _get("Places, or one with its incidents", [key, _PAGE]),
        "/facilities.json": _get("Facilities, or one of them", [key, _PAGE]),
        "/actors.json": _get("Actors, or one of them", [key, _PAGE]),
        "/runs.json": _get("What was read, left out and why, and failed"),
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Rashomon",
            "version": __version__,
            "description": "The pages as JSON: the same addresses with .json behind"
            " them, or asked for with Accept: application/json.",
        },
        "paths": paths,
        "components": {
            "schemas": {
                "Fault": {
                    "type": "object",
                    "required": ["error", "status"],
                    "properties": {
                        "error": {"type": "string"},
                        "status": {"type": "integer"},
                    },
                }
            }
        },
    }


def _get(
    about: str, asked: list[tuple[str, str]] | None = None, *, path: str | None = None
) -> dict[str, Any]:
    parameters: list[dict[str, Any]] = [
        {"name": name, "in": "query", "description": told, "schema": {"type": "string"}}
        for name, told in asked or []
    ]
    if path is not None:
        parameters.append(
            {
                "name": path,
                "in": "path",
                "required": True,
                "schema": {"type": "string"},
            }
        )
    fault = {"schema": {"$ref": "#/components/schemas/Fault"}}
    told = {
        "200": {
            "description": about,
            "content": {"application/json": {"schema": {"type": "object"}}},
        },
        "400": {
            "description": "That cannot be asked",
            "content": {"application/json": fault},
        },
        "404": {"description": "Not here", "content": {"application/json": fault}},
        "503": {
            "description": "The database cannot be read",
            "content": {"application/json": fault},
        },
    }
    return {"get": {"summary": about, "parameters": parameters, "responses": told}}
