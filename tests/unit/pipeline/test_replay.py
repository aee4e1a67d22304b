"""Replaying a database to a moment."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from rashomon.model.document import Media, RawDocument
from rashomon.model.ids import FamilyId
from rashomon.model.incident import Reprint
from rashomon.pipeline.replay import as_of, context_of, toll_series
from rashomon.reconcile.records import assemble
from rashomon.store.rows import Conclusions, DocumentReading
from rashomon.store.sqlite import Store, open_store


@pytest.fixture
def store(tmp_path: Path, story: Any) -> Store:
    """Return a database that holds the story, with the record its accounts give."""
    held = open_store(tmp_path / "story.db")
    accounts = {a.document_id: a for a in story.record.accounts}
    readings = [
        DocumentReading(
            raw=RawDocument(
                id=d.id,
                content=d.text,
                media=Media.TEXT,
                raw=d.text.encode(),
                raw_sha256=f"{d.id:0<64}",
                origin=d.origin,
            ),
            outcome=d,
            accounts=(accounts[d.id],),
        )
        for d in story.documents.values()
    ]
    held.add_readings(readings, "readers")
    context = context_of(held)
    families = {id_: FamilyId(f"fam_{id_}") for id_ in story.documents}
    record = assemble(
        story.record.incident,
        story.record.accounts,
        story.documents,
        families,
        context.name_key,
    )
    reprints = tuple(Reprint(i, f, None, 1.0) for i, f in families.items())
    held.conclude(Conclusions(reprints=reprints, records=(record,)), "evidence")
    return held


def test_as_of_the_end_is_the_record(store: Store) -> None:
    """Nothing is lost or changed where every document is there."""
    assert as_of(store, datetime(2030, 1, 1)) == store.records()


def test_as_of_an_earlier_moment_is_what_was_published(store: Store) -> None:
    """At first one report, and before it no incident."""
    (stood,) = as_of(store, datetime(2024, 5, 2, 19))
    assert stood.sources == ("Northern Herald",)
    assert as_of(store, datetime(2024, 5, 1)) == []


def test_a_toll_of_a_database_is_told_as_it_went(store: Store) -> None:
    """Seven first, then at least five, and the copy a day later."""
    (record,) = store.records()
    series = toll_series(store, record)
    assert [len(point.claims) for point in series] == [1, 1, 1]
    assert [(point.low, point.high) for point in series] == [(7, 7), (5, 7), (5, 7)]
