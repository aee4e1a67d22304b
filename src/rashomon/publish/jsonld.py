"""schema.org JSON-LD: each incident an Event, each claim a Claim, each document an article.

The vocabulary is named within the file, so that it is read without asking the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from rashomon.algorithms.seen import Seen
from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.publish import fields as f
from rashomon.publish.fields import Told
from rashomon.publish.jsonl import sorted_claims
from rashomon.publish.plain import json_text
from rashomon.publish.summary import sentences
from rashomon.publish.wording import claim_words

_CONTEXT = '{"@vocab": "https://schema.org/"}'


def jsonld_lines(told: Iterable[Told]) -> Iterator[str]:
    """Yield one graph, a node a line; a document that tells of several stands once."""
    yield f'{{"@context": {_CONTEXT}, "@graph": ['
    before, written = None, Seen()
    for each in told:
        for node in _nodes(each, written):
            if before is not None:
                yield before + ","
            before = json_text(node)
    if before is not None:
        yield before
    yield "]}"


def _urn(id_: str) -> str:
    """Return an id as a URN; what may not stand in one is percent-encoded."""
    return f"urn:rashomon:{quote(id_, safe='')}"


def _nodes(told: Told, written: Seen) -> Iterator[dict[str, object]]:
    for document in told.cited:
        if written.first(document.id):
            yield _article(document)
    for claim in sorted_claims(told.record):
        yield _claim(told, claim)
    yield _event(told)


def _said(node: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in node.items() if value not in (None, [])}


def _article(document: Document) -> dict[str, object]:
    source = document.source
    return _said(
        {
            "@type": "NewsArticle",
            "@id": _urn(document.id),
            "headline": document.title,
            "url": document.url,
            "datePublished": document.published.value,
            "inLanguage": document.language,
            "publisher": {"@type": "Organization", "name": source} if source else None,
        }
    )


def _claim(told: Told, claim: Claim) -> dict[str, object]:
    document = told.documents[claim.document_id]
    day = told.record.day_told(claim)
    return _said(
        {
            "@type": "Claim",
            "@id": f"{_urn(told.record.incident.id)}:{quote(claim.id)}",
            "name": f"{claim.attribute.value}: {claim_words(claim, day)} ({claim.stance.value})",
            "text": claim.span.of(document.text),
            "about": {"@id": _urn(told.record.incident.id)},
            "appearance": {"@id": _urn(document.id)},
            "author": {"name": claim.speaker.name} if claim.speaker else None,
        }
    )


def _event(told: Told) -> dict[str, object]:
    when = f.when_of(told)
    return _said(
        {
            "@type": "Event",
            "@id": _urn(told.record.incident.id),
            "identifier": told.record.incident.id,
            "name": told.record.title,
            "description": " ".join(sentences(told.record)),
            "startDate": when.first_day.isoformat() if when else None,
            "endDate": when.last_day.isoformat() if when else None,
            "location": _place(told),
            "subjectOf": [{"@id": _urn(document.id)} for document in told.cited],
        }
    )


def _place(told: Told) -> dict[str, object] | None:
    where = f.where_of(told)
    if where is None:
        return None
    point = where.point
    geo = None
    if point is not None:
        geo = {
            "@type": "GeoCoordinates",
            "latitude": point.lat,
            "longitude": point.lon,
        }
    address = {"@type": "PostalAddress", "addressCountry": where.country}
    return _said(
        {
            "@type": "Place",
            "name": where.name,
            "geo": geo,
            "address": address if where.country else None,
        }
    )
