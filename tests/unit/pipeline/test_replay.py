"""Replaying a database to a moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from rashomon.cli import options
from rashomon.model.claim import Attribute
from rashomon.model.decision import DecisionKind
from rashomon.model.document import Media, Published, RawDocument
from rashomon.model.ids import FamilyId
from rashomon.model.incident import Reprint
from rashomon.pipeline.replay import (
    as_of,
    context_of,
    part_as_of,
    stood,
    toll_series,
)
from rashomon.pipeline.review import Request, decide
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


def test_what_a_person_decided_holds_in_the_past(store: Store) -> None:
    """A claim struck out today counts for no earlier moment."""
    (record,) = store.records()
    killed = record.finding(Attribute.KILLED)
    assert killed is not None
    (seven,) = [c for c in killed.claim_ids if "doc_c" in c]
    request = Request(kind=DecisionKind.REJECT, person="Ana", target=(seven,))
    decide(store, request)
    assert as_of(store, datetime(2030, 1, 1)) == store.records()
    (stood,) = as_of(store, datetime(2024, 5, 2, 19))
    finding = stood.finding(Attribute.KILLED)
    assert finding is not None
    assert (finding.best, finding.rejected) == (None, (seven,))


def test_the_end_is_that_of_the_whole_database(store: Store) -> None:
    """An undated report of one incident waits for the last document of all of them."""
    record = store.records()[0]
    undated = sorted(a.document_id for a in record.accounts)[0]
    context = context_of(store)
    document = replace(context.documents[undated], published=Published())
    documents = {undated: document}
    alone = replace(context, documents=documents)
    early = datetime(2024, 5, 2, 12)
    assert stood(store, [record], alone, early) == []
    (end,) = stood(store, [record], alone, datetime(2024, 5, 4))
    assert [a.document_id for a in end.accounts] == [undated]


def test_a_part_of_the_past_is_what_the_whole_gives(store: Store) -> None:
    """Before, between and after the reports, with each incident asked for alone."""
    moments = [datetime(2024, 5, day, hour) for day in (1, 2, 3, 9) for hour in (0, 19)]
    for at in moments:
        parts = [
            stood_record
            for record in store.records()
            for stood_record in part_as_of(store, [record], at)
        ]
        assert parts == as_of(store, at)


def test_the_parts_of_an_export_ask_once_for_the_last_day(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It looks at every document, and is the same for every part."""
    asked = []
    really = store.latest_dates

    def note() -> list[str]:
        asked.append(1)
        return really()

    monkeypatch.setattr(store, "latest_dates", note)
    monkeypatch.setattr(options, "AT_ONCE", 1)
    parts = list(options.records_in_parts(store, "2024-05-09"))
    assert [r for part in parts for r in part] == as_of(store, datetime(2024, 5, 9))
    assert asked == [1, 1]  # once by the parts, once by the whole
