"""Hostile texts read as reports: one by itself, and a file all the way to the exports."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from rashomon.ingest.encodings import decode
from rashomon.ingest.read import read_inputs
from rashomon.model.document import Document, Media, RawDocument
from rashomon.model.ids import DocumentId
from rashomon.pipeline.conclude import conclude
from rashomon.pipeline.ledger import Silent
from rashomon.pipeline.stages import read_one
from rashomon.publish.dossier import dossier_lines
from rashomon.publish.fields import Told
from rashomon.publish.release import write_release
from rashomon.store.rows import DocumentReading
from rashomon.store.sqlite import Store, open_store
from rashomon.web import static_site

# So many documents of one file are read, and so much of a text: time is tested apart
# (tests/end_to_end/test_hostile_text.py).
DOCUMENTS = 6
CHARS = 20_000


def reading(data: bytes, _: Path) -> bool:
    """Read the bytes as one report; whatever breaks in it is a crash here."""
    return _read(_report(decode(data)[0])).outcome is not None


def record(data: bytes, folder: Path) -> bool:
    """Read a file into a record and write it in every format, page and dossier."""
    path = folder / "pile.jsonl"
    path.write_bytes(data)
    raws = [r for r in read_inputs([str(path)]) if isinstance(r, RawDocument)]
    database = folder / "pile.db"
    database.unlink(missing_ok=True)
    with open_store(database) as store:
        held = [_read(raw) for raw in islice(raws, DOCUMENTS)]
        store.add_readings(held, "fuzzed")
        conclude(store, Silent())
        published(store, folder)
    return any(isinstance(r.outcome, Document) for r in held)


def published(store: Store, folder: Path) -> None:
    """Write the record in every format, as dossiers and as a site."""
    with store.moment() as now:
        write_release(
            partial(_told, store), folder / "release", {"stages": {"read": 1}}
        )
        for told in _told(store, "dossier"):
            "".join(dossier_lines(told)).encode("utf-8")
        static_site.write(now, folder / "site")


def _told(store: Store, _: str) -> Iterator[Told]:
    stored = store.documents()
    documents = {s.document.id: s.document for s in stored}
    families = {s.document.id: s.family for s in stored if s.family}
    for incident in store.records():
        yield Told(record=incident, documents=documents, families=families)


def _read(raw: RawDocument) -> DocumentReading:
    found = read_one(raw)
    if found.failure is not None:
        raise AssertionError(found.failure.message)
    for account in found.accounts:
        json.dumps([c.id for c in account.claims])
        for claim in account.claims:
            assert isinstance(found.outcome, Document)
            claim.span.of(found.outcome.text).encode("utf-8")
    return found


def _report(text: str) -> RawDocument:
    content = text[:CHARS]
    raw = content.encode("utf-8")
    return RawDocument(
        id=DocumentId("fuzzed"),
        content=content,
        media=Media.TEXT,
        raw=raw,
        raw_sha256=hashlib.sha256(raw).hexdigest(),
        origin="fuzzed",
        published="2024-05-02",
    )
