"""The record as the documents published until a moment give it."""

from __future__ import annotations

from datetime import datetime

import pytest

from rashomon.errors import InputError
from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import Attribute, Claim
from rashomon.model.document import DateBasis, Document, Published, Span
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import AccountId, ClaimId, DocumentId, FamilyId, IncidentId
from rashomon.model.incident import Incident
from rashomon.model.value import Count
from rashomon.reconcile.records import assemble
from rashomon.reconcile.replay import (
    adding_up,
    as_it_stood,
    known_at,
    moment,
    published_by,
    toll_series,
)
from rashomon.reconcile.voices import Context


def _document(name: str, published: str | None, retrieved: str | None) -> Document:
    basis = DateBasis.GIVEN if published else DateBasis.UNKNOWN
    return Document(
        id=DocumentId(name),
        text="Invented words of an invented outlet.",
        raw_sha256="0" * 64,
        origin=name,
        published=Published(published, basis),
        retrieved=retrieved,
    )


def _account(name: str, killed: int) -> Account:
    claim = Claim(
        id=ClaimId(f"clm_{name}"),
        document_id=DocumentId(name),
        attribute=Attribute.KILLED,
        value=Count(killed, killed),
        span=Span(0, 8),
    )
    return Account(
        id=AccountId(f"acc_{name}"),
        document_id=DocumentId(name),
        type=IncidentType.BOMBING,
        prominence=Prominence.MAIN,
        span=Span(0, 8),
        claims=(claim,),
    )


def _told(*reports: tuple[str, int, str | None]) -> tuple[IncidentRecord, Context]:
    """Return the record of reports: a name, a toll and a day each."""
    documents = {DocumentId(n): _document(n, day, None) for n, _, day in reports}
    context = Context(
        documents=documents,
        families={d: FamilyId(f"fam_{d}") for d in documents},
        name_key=str.casefold,
    )
    accounts = [_account(name, killed) for name, killed, _ in reports]
    incident = Incident(
        id=IncidentId("inc_a"), account_ids=tuple(a.id for a in accounts)
    )
    return (
        assemble(incident, accounts, documents, context.families, str.casefold),
        context,
    )


def test_a_day_is_over_at_its_end() -> None:
    """A date alone stands for the last moment of that day."""
    assert moment("2024-05-01") == datetime(2024, 5, 1, 23, 59, 59, 999999)


def test_a_moment_is_read_as_universal_time() -> None:
    """An offset is reckoned away; without one the time is taken as it stands."""
    assert moment("2024-05-01T02:00+03:00") == datetime(2024, 4, 30, 23)
    assert moment("2024-05-01T02:00") == datetime(2024, 5, 1, 2)


def test_what_is_no_time_is_refused() -> None:
    """The error says how a time is written."""
    with pytest.raises(InputError, match="2024-05-31"):
        moment("yesterday")


def test_an_undated_document_counts_from_its_retrieval() -> None:
    """It was published by then; without a retrieval nothing says when."""
    assert known_at(_document("a", None, "2024-05-03T10:00:00Z")) == datetime(
        2024, 5, 3, 10
    )
    assert known_at(_document("a", None, None)) is None


def test_a_later_report_is_not_in_an_earlier_record() -> None:
    """Each moment has the figures published until then and no other."""
    record, context = _told(("a", 3, "2024-05-01"), ("b", 7, "2024-05-03"))
    there = published_by(context.documents, moment("2024-05-02"))
    stood = as_it_stood(record, there, adding_up(context))
    assert stood is not None
    finding = stood.finding(Attribute.KILLED)
    assert finding is not None
    assert (finding.low, finding.best, finding.high) == (3, 3, 3)
    assert stood.independent_sources == 1
    assert stood.incident.id == record.incident.id


def test_before_the_first_report_there_is_no_incident() -> None:
    """What nobody had reported yet is not in the record."""
    record, context = _told(("a", 3, "2024-05-01"))
    assert as_it_stood(record, frozenset(), adding_up(context)) is None


def test_at_the_end_all_documents_are_there_the_undated_too() -> None:
    """And a moment earlier those of unknown date are not."""
    record, context = _told(("a", 3, "2024-05-01"), ("b", 9, None))
    end = published_by(context.documents, moment("2024-05-01"))
    assert as_it_stood(record, end, adding_up(context)) == record
    assert published_by(context.documents, moment("2024-04-30")) == frozenset()


def test_a_toll_is_told_as_it_went() -> None:
    """A point for each moment that added a claim, the undated last."""
    record, context = _told(
        ("a", 3, "2024-05-01"), ("b", 9, None), ("c", 7, "2024-05-02")
    )
    series = toll_series(record, context.documents, adding_up(context))
    assert [(p.low, p.best, p.high) for p in series] == [
        (3, 3, 3),
        (3, 7, 7),
        (3, 9, 9),
    ]
    assert [p.at.day if p.at else None for p in series] == [1, 2, None]
    assert [p.claims for p in series] == [("clm_a",), ("clm_c",), ("clm_b",)]


def test_what_nobody_tells_has_no_series() -> None:
    """Silence is no point, and not a zero."""
    record, context = _told(("a", 3, "2024-05-01"))
    assert (
        toll_series(record, context.documents, adding_up(context), Attribute.MISSING)
        == ()
    )
