"""Invented reports as they are read, each of an incident of its own or of a town's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import Attribute, Claim
from rashomon.model.document import Document, Media, RawDocument, Span
from rashomon.model.ids import AccountId, ClaimId, DocumentId, content_hash
from rashomon.model.value import GeoPrecision, Point, TimePrecision, When, Where
from rashomon.store.rows import DocumentReading

Tells = Callable[..., DocumentReading]


@pytest.fixture
def tells() -> Tells:
    """Return a maker of reports: a number, a town, and words if they matter."""
    return _reading


def _reading(number: int, town: int | None = None, text: str = "") -> DocumentReading:
    """Return a report of an incident in a town, by default in one of its own."""
    town = number if town is None else town
    told = text or f"Rockets fell on mill {number} in town {town} before dawn."
    name = f"doc_{number:03}"
    raw = RawDocument(
        id=DocumentId(name),
        content=told,
        media=Media.TEXT,
        raw=told.encode(),
        raw_sha256=content_hash(told),
        origin=f"{name}.txt",
    )
    document = Document(
        id=raw.id,
        text=told,
        raw_sha256=raw.raw_sha256,
        origin=raw.origin,
        language="en",
    )
    day = date(2024, 5, 1 + town % 28)
    point = Point(41.0, -170.0 + town * 2)
    place = Where(f"T{town}", GeoPrecision.SETTLEMENT, point, "IT", None, town)
    when = When(day, day, TimePrecision.DAY)
    values = {Attribute.DATE: when, Attribute.PLACE: place}
    claims = tuple(
        Claim(
            id=ClaimId(f"clm_{name}_{attribute}"),
            document_id=raw.id,
            attribute=attribute,
            value=value,
            span=Span(0, 20),
        )
        for attribute, value in values.items()
    )
    account = Account(
        id=AccountId(f"acc_{name}"),
        document_id=raw.id,
        type=IncidentType.SHELLING,
        prominence=Prominence.MAIN,
        span=Span(0, 20),
        claims=claims,
    )
    return DocumentReading(raw=raw, outcome=document, accounts=(account,))
