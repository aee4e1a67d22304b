"""Laws of reconciliation: copies add nothing, order does not matter, values are said."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import Attribute, Claim, Speaker, Stance
from rashomon.model.document import Document, Published, Span
from rashomon.model.finding import Agreement, IncidentRecord
from rashomon.model.ids import AccountId, ClaimId, DocumentId, FamilyId, IncidentId
from rashomon.model.incident import Incident
from rashomon.model.value import (
    Count,
    Outcome,
    Perpetrator,
    Target,
    TimePrecision,
    Unanchored,
    Value,
    When,
)
from rashomon.reconcile.records import assemble

TEXT = "Words of an invented outlet, long enough to be quoted from."


@st.composite
def counts(draw: st.DrawFn) -> Count:
    """Draw a figure: whole, open above, vague or for a part."""
    low = draw(st.integers(0, 60))
    return Count(
        low,
        draw(st.sampled_from([None, low, low + 5])),
        vague=draw(st.booleans()),
        approximate=draw(st.booleans()),
        scope=draw(st.sampled_from([None, None, "children"])),
    )


@st.composite
def days(draw: st.DrawFn) -> When | Unanchored:
    """Draw a day of May 2024, a range of them, or a weekday alone."""
    first = date(2024, 5, draw(st.integers(1, 9)))
    last = first + timedelta(draw(st.integers(0, 3)))
    weekday = Unanchored(f"XXXX-WXX-{first.isoweekday()}")
    return draw(st.sampled_from([When(first, last, TimePrecision.RANGE), weekday]))


said = st.one_of(
    st.tuples(
        st.sampled_from([Attribute.KILLED, Attribute.INJURED, Attribute.MISSING]),
        counts(),
    ),
    st.tuples(st.just(Attribute.DATE), days()),
    st.tuples(st.just(Attribute.OUTCOME), st.sampled_from(list(Outcome))),
    st.tuples(
        st.just(Attribute.PERPETRATOR),
        st.sampled_from([Perpetrator("Osbria", "Osbria"), Perpetrator("masked men")]),
    ),
    st.tuples(
        st.just(Attribute.TARGET), st.sampled_from([Target("Works"), Target("School")])
    ),
)
stances = st.sampled_from([Stance.ASSERTS, Stance.ASSERTS, Stance.DENIES])
speakers = st.sampled_from([None, None, "Ana Dol", "Ivo Karr"])
telling = st.tuples(
    st.lists(st.tuples(said, stances, speakers), max_size=4),
    st.sampled_from(list(Prominence)),
    st.sampled_from([None, "2024-05-01", "2024-05-09"]),
)
piles = st.lists(telling, min_size=1, max_size=4)
Said = tuple[tuple[Attribute, Value], Stance, str | None]
Pile = list[tuple[list[Said], Prominence, str | None]]


def build(pile: Pile) -> tuple[list[Account], dict[DocumentId, Document]]:
    """Return an account and a document for each telling."""
    accounts, documents = [], {}
    for number, (statements, prominence, published) in enumerate(pile):
        key = DocumentId(f"doc_{number}")
        claims = tuple(
            Claim(
                id=ClaimId(f"clm_{number}_{at}"),
                document_id=key,
                attribute=attribute,
                value=value,
                span=Span(at, at + 1),
                speaker=Speaker(name, Span(0, 1)) if name else None,
                stance=stance,
            )
            for at, ((attribute, value), stance, name) in enumerate(statements)
        )
        accounts.append(
            Account(
                id=AccountId(f"acc_{number}"),
                document_id=key,
                type=IncidentType.ATTACK,
                prominence=prominence,
                span=Span(0, 9),
                claims=claims,
            )
        )
        documents[key] = Document(
            id=key,
            text=TEXT,
            raw_sha256="0" * 64,
            origin=key,
            published=Published(published),
        )
    return accounts, documents


def record(
    accounts: Sequence[Account],
    documents: dict[DocumentId, Document],
    families: dict[DocumentId, FamilyId] | None = None,
) -> IncidentRecord:
    """Return the record of accounts that are all of one incident."""
    ids = tuple(sorted(a.id for a in accounts))
    incident = Incident(id=IncidentId("inc_a"), account_ids=ids)
    kin = families or {d: FamilyId(f"fam_{d}") for d in documents}
    return assemble(incident, accounts, documents, kin, str.casefold)


@given(piles, st.randoms(use_true_random=False))
def test_the_order_of_accounts_does_not_matter(
    pile: Pile, shuffler: random.Random
) -> None:
    """The same record, whatever came first."""
    accounts, documents = build(pile)
    expected = record(accounts, documents)
    shuffler.shuffle(accounts)
    assert record(accounts, documents) == expected


@given(piles)
def test_a_chosen_value_was_asserted_and_is_cited(pile: Pile) -> None:
    """Every value can be walked back to a claim that does not deny it."""
    accounts, documents = build(pile)
    claims = {c.id: c for a in accounts for c in a.claims}
    for finding in record(accounts, documents).findings:
        for value in finding.chosen:
            behind = [p for p in finding.positions if p.value == value]
            cited = [claims[c] for p in behind for c in p.claim_ids]
            assert any(c.stance is not Stance.DENIES for c in cited)
        assert set(finding.claim_ids) <= set(claims)


@given(piles)
def test_best_lies_between_low_and_high(pile: Pile) -> None:
    """And all three are there or none is."""
    accounts, documents = build(pile)
    for finding in record(accounts, documents).findings:
        edges = (finding.low, finding.best, finding.high)
        assert (None in edges) == (edges == (None, None, None))
        if finding.low is not None and finding.best is not None:
            assert finding.low <= finding.best <= (finding.high or 0)


@given(piles)
def test_a_part_never_stands_for_the_whole(pile: Pile) -> None:
    """Without the figures for parts the numbers are what they were."""
    accounts, documents = build(pile)
    whole = [
        replace(
            a,
            claims=tuple(
                c
                for c in a.claims
                if not (isinstance(c.value, Count) and c.value.scope)
            ),
        )
        for a in accounts
    ]
    with_parts, without = record(accounts, documents), record(whole, documents)
    for attribute in (Attribute.KILLED, Attribute.INJURED, Attribute.MISSING):
        one, other = with_parts.finding(attribute), without.finding(attribute)
        figures = (one.low, one.best, one.high) if one else (None, None, None)
        assert figures == (
            (other.low, other.best, other.high) if other else (None, None, None)
        )


@given(piles)
def test_a_copy_never_raises_independence(pile: Pile) -> None:
    """A reprint of each document changes no choice and adds no origin."""
    accounts, documents = build(pile)
    families = {d: FamilyId(f"fam_{d}") for d in documents}
    alone = record(accounts, documents, families)
    copies = []
    for account in accounts:
        key = DocumentId(f"{account.document_id}_copy")
        documents[key] = replace(documents[account.document_id], id=key)
        families[key] = families[account.document_id]
        claims = tuple(
            replace(c, id=ClaimId(f"{c.id}_copy"), document_id=key)
            for c in account.claims
        )
        copies.append(
            replace(
                account,
                id=AccountId(f"{account.id}_copy"),
                document_id=key,
                claims=claims,
            )
        )
    both = record([*accounts, *copies], documents, families)
    assert both.independent_sources == alone.independent_sources
    assert both.agreement is alone.agreement
    for one, other in zip(alone.findings, both.findings, strict=True):
        assert one.agreement is other.agreement
        assert (one.low, one.best, one.high) == (other.low, other.best, other.high)
        assert set(one.chosen) == set(other.chosen)
        told, kept = ({v for p in f.positions for v in p.origins} for f in (one, other))
        assert told == kept


@given(piles, st.data())
def test_repeating_one_account_changes_no_choice(
    pile: Pile, data: st.DataObject
) -> None:
    """However often one story is reprinted: same type, figures, values and agreement."""
    accounts, documents = build(pile)
    families = {d: FamilyId(f"fam_{d}") for d in documents}
    alone = record(accounts, documents, families)
    repeated = data.draw(st.sampled_from(accounts))
    for turn in range(data.draw(st.integers(1, 3))):
        key = DocumentId(f"{repeated.document_id}_{turn}")
        documents[key] = replace(documents[repeated.document_id], id=key)
        families[key] = families[repeated.document_id]
        claims = tuple(
            replace(c, id=ClaimId(f"{c.id}_{turn}"), document_id=key)
            for c in repeated.claims
        )
        name = AccountId(f"{repeated.id}_{turn}")
        accounts = [
            *accounts,
            replace(repeated, id=name, document_id=key, claims=claims),
        ]
    both = record(accounts, documents, families)
    assert (both.type, both.agreement) == (alone.type, alone.agreement)
    for one, other in zip(alone.findings, both.findings, strict=True):
        assert one.agreement is other.agreement
        assert (one.low, one.best, one.high) == (other.low, other.best, other.high)
        assert set(one.chosen) == set(other.chosen)


@given(piles)
def test_what_is_contested_says_how_and_every_position_since_when(pile: Pile) -> None:
    """And one value alone stands to nothing; a position is no older than its claims."""
    accounts, documents = build(pile)
    claims = {c.id: c for a in accounts for c in a.claims}
    for finding in record(accounts, documents).findings:
        assert (finding.relation is None) == (not finding.relation_why)
        if finding.agreement is Agreement.CONTESTED:
            assert finding.relation is not None
        for position in finding.positions:
            told = [documents[claims[c].document_id] for c in position.claim_ids]
            dated = [d.published.value for d in told if d.published.value]
            assert position.since == min(dated, default=None)


@given(piles)
def test_a_copy_changes_no_relation(pile: Pile) -> None:
    """Nor since when anything is claimed, whenever it is copied."""
    accounts, documents = build(pile)
    families = {d: FamilyId(f"fam_{d}") for d in documents}
    before = record(accounts, documents, families)
    later = [(said, main, "2024-05-20") for said, main, _ in pile]
    copied, held = build([*pile, *later])
    kin = dict(zip(held, [*families.values()] * 2, strict=True))
    after = record(copied, held, kin)
    dated = all(published for _, _, published in pile)
    for one, other in zip(before.findings, after.findings, strict=True):
        if dated:
            assert one.relation is other.relation
            assert [p.since for p in one.positions] == [
                p.since for p in other.positions
            ]
