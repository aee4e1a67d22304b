"""Makes raw documents: from whole files and from the fields of a line."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from rashomon.errors import InputError
from rashomon.model.document import Media, RawDocument
from rashomon.model.ids import DocumentId, document_id

FIELDS = (
    "id",
    "url",
    "source",
    "title",
    "text",
    "html",
    "published",
    "retrieved",
    "language",
)


class BadFieldError(InputError):
    """A line's fields cannot make a document; the message says which and why."""


def make_raw(
    *,
    content: str,
    media: Media,
    raw: bytes,
    origin: str,
    id: str | None = None,  # noqa: A002 - the contract's name
    **known: str | None,
) -> RawDocument:
    """Return a raw document; without an id of the caller's its content mints one."""
    digest = hashlib.sha256(raw).hexdigest()
    return RawDocument(
        id=DocumentId(id) if id else document_id(digest),
        content=content,
        media=media,
        raw=raw,
        raw_sha256=digest,
        origin=origin,
        **known,
    )


def raw_of_fields(fields: Mapping[str, Any], raw: bytes, origin: str) -> RawDocument:
    """Return the document of one line of JSON or CSV.

    Raises BadFieldError where the line has neither text nor html, or a field of the
    wrong kind. Fields we do not know are left alone.
    """
    known: dict[str, str] = {}
    for name in FIELDS:
        value = fields.get(name)
        if value is None or value == "":
            continue
        if name == "id" and isinstance(value, int):
            value = str(value)
        if not isinstance(value, str):
            raise BadFieldError(f'"{name}" is not a string; write it in quotes')
        if "\0" in value:
            raise BadFieldError(f'"{name}" holds binary data; remove it')
        known[name] = value
    text, html = known.pop("text", None), known.pop("html", None)
    if not (text or "").strip() and not (html or "").strip():
        raise BadFieldError('has neither "text" nor "html"; one of them is needed')
    plain = bool((text or "").strip())
    return make_raw(
        content=(text if plain else html) or "",
        media=Media.TEXT if plain else Media.HTML,
        raw=raw,
        origin=origin,
        id=known.pop("id", None),
        **known,
    )
