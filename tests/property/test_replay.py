"""Laws of replay and of the codebooks' readings, on invented piles."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import Attribute, Claim, Stance
from rashomon.model.document import DateBasis, Document, Published, Span
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import AccountId, ClaimId, DocumentId, FamilyId, IncidentId
from rashomon.model.incident import Incident
from rashomon.model.value import Count
from rashomon.profiles import ROWS, cell_words, read
from rashomon.reconcile.records import assemble
from rashomon.reconcile.replay import (
    adding_up,
    as_it_stood,
    end_of,
    published_by,
    toll_series,
)
from rashomon.reconcile.voices import Context

days = st.sampled_from([None, "2024-05-01", "2024-05-02T08:00", "2024-05-09"])
figures = st.tuples(
    st.integers(0, 60),
    st.sampled_from([0, None]),
    st.booleans(),
    st.sampled_from([None, None, "children", "civilians", "soldiers", "attackers"]),
    st.sampled_from([Stance.ASSERTS, Stance.ASSERTS, Stance.DOUBTS, Stance.DENIES]),
)
reports = st.lists(
    st.tuples(days, st.lists(figures, max_size=3)), min_size=1, max_size=5
)
Reports = list[
    tuple[str | None, list[tuple[int, int | None, bool, str | None, Stance]]]
]


def told(pile: Reports, copies: int = 0) -> tuple[IncidentRecord, Context]:
    """Return the record of a pile, and what its claims are weighed in.

    The last ``copies`` reports are of the family of the first.
    """
    documents, accounts = {}, []
    for number, (day, said) in enumerate(pile):
        key = DocumentId(f"doc_{number}")
        basis = DateBasis.GIVEN if day else DateBasis.UNKNOWN
        documents[key] = Document(
            id=key,
            text="Words of an invented outlet.",
            raw_sha256="0" * 64,
            origin=key,
            published=Published(day, basis),
        )
        claims = tuple(
            Claim(
                id=ClaimId(f"clm_{number}_{at}"),
                document_id=key,
                attribute=Attribute.KILLED,
                value=Count(low, None if more is None else low, vague, scope=scope),
                span=Span(at, at + 1),
                stance=stance,
            )
            for at, (low, more, vague, scope, stance) in enumerate(said)
        )
        accounts.append(
            Account(
                id=AccountId(f"acc_{number}"),
                document_id=key,
                type=IncidentType.SHELLING,
                prominence=Prominence.MAIN,
                span=Span(0, 5),
                claims=claims,
            )
        )
    families = {d: FamilyId(f"fam_{d}") for d in documents}
    for copy in list(documents)[len(documents) - copies :]:
        families[copy] = FamilyId("fam_doc_0")
    ids = tuple(a.id for a in accounts)
    incident = Incident(id=IncidentId("inc_a"), account_ids=ids)
    record = assemble(incident, accounts, documents, families, str.casefold)
    return record, Context(
        documents=documents, families=families, name_key=str.casefold
    )


@given(reports)
def test_as_of_the_end_is_no_as_of(pile: Reports) -> None:
    """At the last document's moment everything is there, the undated too."""
    record, context = told(pile)
    at = end_of(context.documents) or datetime(2024, 1, 1)
    there = published_by(context.documents, at)
    assert as_it_stood(record, there, adding_up(context)) == record


@given(reports, st.integers(0, 10), st.integers(0, 10))
def test_a_later_record_holds_an_earlier_one(
    pile: Reports, first: int, more: int
) -> None:
    """Nothing that was there is gone, and the range only widens upwards or downwards."""
    record, context = told(pile)
    start = datetime(2024, 4, 30)
    early = published_by(context.documents, start + timedelta(days=first))
    late = published_by(context.documents, start + timedelta(days=first + more))
    assert early <= late
    before = as_it_stood(record, early, adding_up(context))
    after = as_it_stood(record, late, adding_up(context))
    if before is not None:
        assert after is not None
        assert set(before.accounts) <= set(after.accounts)
        assert before.independent_sources <= after.independent_sources


@given(reports)
def test_a_toll_ends_where_the_record_stands(pile: Reports) -> None:
    """Each claim is in one point, and the last point has the record's figures."""
    record, context = told(pile)
    series = toll_series(record, context.documents, adding_up(context))
    finding = record.finding(Attribute.KILLED)
    cited = [c for point in series for c in point.claims]
    assert len(cited) == len(set(cited))
    if finding is None:
        assert series == ()
        return
    assert set(cited) == set(finding.claim_ids)
    last = series[-1]
    assert (last.low, last.best, last.high) == (finding.low, finding.best, finding.high)


@given(reports)
def test_a_reading_is_ordered_and_cited(pile: Reports) -> None:
    """Low, best and high in that order, each figure with its claims or of silence."""
    record, context = told(pile)
    claims = {c.id for a in record.accounts for c in a.claims}
    for reading in read(record, context.documents, context.families):
        for figure in reading.figures:
            edges = [e for e in (figure.low, figure.best, figure.high) if e is not None]
            assert edges == sorted(edges)
            assert not edges or figure.claims or figure.is_of_silence
            assert set(figure.claims) <= claims


def cells(pile: Reports, copies: int = 0) -> list[tuple[object, ...]]:
    """Return what every codebook has in every cell, without the claims behind it."""
    record, context = told(pile, copies)
    return [
        (reading.codebook.id, row, cell_words(reading.cell(row)))
        for reading in read(record, context.documents, context.families)
        for row in ROWS
    ]


@given(reports, st.integers(1, 3))
def test_a_copy_changes_no_reading(pile: Reports, copies: int) -> None:
    """However often a report is reprinted: same figures, codes and grades."""
    assert cells([*pile, *[pile[0]] * copies], copies) == cells(pile)


@given(reports, st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_no_reading(
    pile: Reports, shuffler: random.Random
) -> None:
    """Same figures, codes and grades, whatever came first."""
    turned = list(pile)
    shuffler.shuffle(turned)
    assert cells(turned) == cells(pile)
