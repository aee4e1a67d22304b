"""Small pieces of evidence to put into a store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import Attribute, Claim
from rashomon.model.document import Document, Media, OffsetMap, RawDocument, Span
from rashomon.model.ids import AccountId, ClaimId, DocumentId, content_hash
from rashomon.model.value import Count
from rashomon.store.rows import DocumentReading
from rashomon.store.sqlite import Store, open_store

Read = Callable[..., DocumentReading]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty store."""
    with open_store(tmp_path / "a.db") as opened:
        yield opened


@pytest.fixture
def reading() -> Read:
    """Return a function that makes the reading of one document."""

    def make(
        id_: str, text: str = "Two people died in Verin.", *spans: tuple[int, int]
    ) -> DocumentReading:
        document = DocumentId(id_)
        raw = RawDocument(
            id=document,
            content=text,
            media=Media.TEXT,
            raw=text.encode(),
            raw_sha256=content_hash(text),
            origin=f"{id_}.txt",
        )
        cleaned = Document(
            id=document,
            text=text,
            raw_sha256=raw.raw_sha256,
            origin=raw.origin,
            language="en",
            offsets=OffsetMap(((0, 0, len(text)),)),
        )
        accounts = tuple(_account(document, Span(*span)) for span in spans)
        return DocumentReading(raw=raw, outcome=cleaned, accounts=accounts)

    return make


def _account(document: DocumentId, span: Span) -> Account:
    name = f"{document}_{span.start}_{span.end}"
    claim = Claim(
        id=ClaimId(f"clm_{name}"),
        document_id=document,
        attribute=Attribute.KILLED,
        value=Count(2, 2),
        span=span,
    )
    return Account(
        id=AccountId(f"acc_{name}"),
        document_id=document,
        type=IncidentType.ATTACK,
        prominence=Prominence.MAIN,
        span=span,
        claims=(claim,),
    )
