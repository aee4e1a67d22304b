"""Makes raw documents: from whole files and from the fields of a line."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from rashomon.errors import InputError
from rashomon.model.document import Media, RawDocument
from rashomon.model.ids import DocumentId, document_id
from rashomon.model.outcome import Failure

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

Read = RawDocument | Failure

# Half of a character, which no encoding can write: JSON may name one ("\ud800"), and the
# name of a file that is not UTF-8 is read as such. A NUL is none for a server's database.
_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")


class BadFieldError(InputError):
    """A line's fields cannot make a document; the message says which and why."""


def writable(text: str) -> str:
    """Return a text with what cannot be written down as the sign for that."""
    return _NO_CHARACTER.sub("\ufffd", text)


def failure(where: object, reason: str) -> Failure:
    """Return the failure of one input, named."""
    named = writable(str(where))
    return Failure(stage="ingest", origin=named, message=f"{named}: {reason}")


def make_raw(
    *,
    content: str,
    media: Media,
    raw: bytes,
    origin: str,
    id: str | None = None,  # noqa: A002 - the contract's name
    **known: str | None,
) -> RawDocument:
    """Return a raw document; without an id of the caller's its content mints one.

    The same words from another outlet or address are another document, a copy.
    """
    known = {name: value and writable(value) for name, value in known.items()}
    minted = document_id(content, known.get("url") or "", known.get("source") or "")
    return RawDocument(
        id=DocumentId(writable(id)) if id else minted,
        content=content,
        media=media,
        raw=raw,
        raw_sha256=hashlib.sha256(raw).hexdigest(),
        origin=writable(origin),
        archived=None,  # whoever read it out of an archive, or put it there, says so
        **known,
    )


def from_fields(fields: Mapping[str, Any], raw: bytes, origin: str) -> Read:
    """Return the document of one line, or why it makes none."""
    try:
        return raw_of_fields(fields, raw, origin)
    except BadFieldError as error:
        return failure(origin, str(error))


def raw_of_fields(fields: Mapping[str, Any], raw: bytes, origin: str) -> RawDocument:
    """Return the document of one line of JSON or CSV.

    Raises BadFieldError where the line has neither text nor html, or a field of the
    wrong kind. Fields we do not know are left alone.
    """
    known = {
        name: text
        for name in FIELDS
        if (text := _text_of(name, fields.get(name))) is not None
    }
    text, html = known.pop("text", None), known.pop("html", None)
    if text is None and html is None:
        raise BadFieldError('has neither "text" nor "html"; one of them is needed')
    return make_raw(
        content=html or "" if text is None else text,
        media=Media.HTML if text is None else Media.TEXT,
        raw=raw,
        origin=origin,
        id=known.pop("id", None),
        **known,
    )


def _text_of(name: str, value: object) -> str | None:
    """Return a field's text, None where it says nothing."""
    if value is None:
        return None
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise BadFieldError(f'"{name}" is not a string; write it in quotes')
    if "\0" in value:
        raise BadFieldError(f'"{name}" holds binary data; remove it')
    if not value.strip():
        return None
    whole = writable(value)
    return whole if name in {"text", "html"} else whole.strip()
