"""FollowTheMoney entities, one a line: an Event, its Articles, and who is said to be behind.

Our own writer of its JSON. Its schema has no property for a toll: figures are told in
the summary, and every one of them in the table of claims.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.algorithms.seen import Seen
from rashomon.model.document import Document
from rashomon.model.ids import content_hash
from rashomon.publish import fields as f
from rashomon.publish.fields import Told
from rashomon.publish.plain import json_text
from rashomon.publish.summary import sentences

# The longest id that its library takes.
MOST_CHARS = 255
_SPACE = "rashomon-"
_Properties = dict[str, list[str]]


def entity_lines(told: Iterable[Told]) -> Iterator[str]:
    """Yield each entity once, an event's articles and actor before it."""
    written = Seen()
    for each in told:
        for entity in (*map(_article, each.cited), *_actor(each), _event(each)):
            if written.first(str(entity["id"])):
                yield json_text(entity)


def entity_id(id_: str) -> str:
    """Return an id as its library takes one: letters and digits, dots and hyphens within.

    No two ids become one: ``_`` is a hyphen, and what else may not stand is ``.`` and
    the two hexadecimal digits of each byte. One too long is told by its hash.
    """
    last = len(id_) - 1
    written = "".join(
        "-" if char == "_" and at < last else _escaped(char)
        for at, char in enumerate(id_)
    )
    if len(_SPACE) + len(written) > MOST_CHARS:
        written = f".{content_hash(id_)}"
    return f"{_SPACE}{written}"


def _escaped(char: str) -> str:
    if char.isascii() and char.isalnum():
        return char
    return "".join(f".{byte:02x}" for byte in char.encode())


def _entity(id_: str, schema: str, properties: _Properties) -> dict[str, object]:
    said = {name: values for name, values in properties.items() if values}
    return {"id": id_, "schema": schema, "properties": said}


def _known(*values: str | None) -> list[str]:
    return [value for value in values if value]


def _article(document: Document) -> dict[str, object]:
    properties = {
        "title": _known(document.title or document.id),
        "publisher": _known(document.source),
        "publishedAt": _known(document.published.value),
        "sourceUrl": _known(document.url),
    }
    return _entity(entity_id(document.id), "Article", properties)


def _actor_id(name: str) -> str:
    return entity_id(f"act_{content_hash(name.casefold())[:16]}")


def _actor(told: Told) -> list[dict[str, object]]:
    name = f.actor_of(told)
    if name is None:
        return []
    return [_entity(_actor_id(name), "LegalEntity", {"name": [name]})]


def _event(told: Told) -> dict[str, object]:
    when, where, actor = f.when_of(told), f.where_of(told), f.actor_of(told)
    days = (when.first_day.isoformat(), when.last_day.isoformat()) if when else None
    properties: _Properties = {
        "name": [told.record.title],
        "recordId": [told.record.incident.id],
        "date": [days[0]] if days and days[0] == days[1] else [],
        "startDate": [days[0]] if days and days[0] != days[1] else [],
        "endDate": [days[1]] if days and days[0] != days[1] else [],
        "location": _known(where.name if where else None),
        "country": _known(where.country.lower() if where and where.country else None),
        "involved": _known(_actor_id(actor) if actor else None),
        "summary": [" ".join(sentences(told.record))],
        "sourceUrl": sorted({d.url for d in told.cited if d.url}),
        "proof": [entity_id(document.id) for document in told.cited],
    }
    return _entity(entity_id(told.record.incident.id), "Event", properties)
