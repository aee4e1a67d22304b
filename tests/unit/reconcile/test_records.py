"""The record of one incident, put together from its accounts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import Attribute, Claim, Stance
from rashomon.model.document import Document, Published, Span
from rashomon.model.finding import Agreement, IncidentRecord
from rashomon.model.ids import AccountId, ClaimId, DocumentId, FamilyId, IncidentId
from rashomon.model.incident import Incident
from rashomon.model.value import (
    Count,
    GeoPrecision,
    Outcome,
    Perpetrator,
    Point,
    Responsibility,
    ResponsibilityPosition,
    TimePrecision,
    Value,
    When,
    Where,
)
from rashomon.reconcile.records import assemble

TEXT = "Words of an invented outlet, long enough to be quoted from."
DAY = When(date(2024, 5, 1), date(2024, 5, 1), TimePrecision.DAY)
VERIN = Where("Verin", GeoPrecision.SETTLEMENT, Point(41.5, 12.25), "IT")
Said = tuple[Attribute, Value] | tuple[Attribute, Value, Stance]


def account(
    document: str,
    *said: Said,
    kind: IncidentType = IncidentType.DRONE_STRIKE,
    prominence: Prominence = Prominence.MAIN,
) -> Account:
    """Return an account that says these things."""
    claims = tuple(
        Claim(
            id=ClaimId(f"clm_{document}_{number}"), document_id=DocumentId(document),
            attribute=one[0], value=one[1], span=Span(number, number + 1),
            stance=one[2] if len(one) == 3 else Stance.ASSERTS,
        )
        for number, one in enumerate(said)
    )  # fmt: skip
    return Account(
        id=AccountId(f"acc_{document}"), document_id=DocumentId(document), type=kind,
        prominence=prominence, span=Span(0, 10), claims=claims,
    )  # fmt: skip


def record(accounts: Sequence[Account], copies: Sequence[str] = ()) -> IncidentRecord:
    """Return the record; the documents named in ``copies`` are one family."""
    documents = {
        a.document_id: Document(
            id=a.document_id, text=TEXT, raw_sha256="0" * 64, origin=a.document_id,
            source=f"Outlet {a.document_id}", published=Published("2024-05-02"),
        )
        for a in accounts
    }  # fmt: skip
    families = {d: FamilyId("fam_x" if d in copies else f"fam_{d}") for d in documents}
    ids = tuple(a.id for a in accounts)
    incident = Incident(id=IncidentId("inc_a"), account_ids=ids)
    return assemble(incident, accounts, documents, families, str.casefold)


def killed(number: int) -> Said:
    """Return a statement of the dead."""
    return Attribute.KILLED, Count(number, number)


def test_what_nobody_speaks_of_has_no_finding() -> None:
    """Silence is not denial, and unknown is not zero."""
    found = record([account("a", killed(5))])
    assert [f.attribute for f in found.findings] == [Attribute.KILLED]
    assert found.finding(Attribute.INJURED) is None


def test_every_chosen_value_cites_a_claim() -> None:
    """Each finding can be walked back to the words it rests on."""
    said = [killed(5), (Attribute.DATE, DAY), (Attribute.PLACE, VERIN)]
    found = record([account("a", *said), account("b", *said)])
    known = {c.id for a in found.accounts for c in a.claims}
    assert all(f.claim_ids and set(f.claim_ids) <= known for f in found.findings)


def test_a_copy_adds_no_independent_source() -> None:
    """Though its outlet is listed."""
    pair = [account("a", killed(5)), account("b", killed(5))]
    copied = record(pair, copies=["a", "b"])
    assert copied.independent_sources == 1
    assert copied.sources == ("Outlet a", "Outlet b")
    assert copied.agreement is Agreement.SINGLE
    assert record(pair).agreement is Agreement.AGREED


def test_a_contested_headline_makes_the_record_contested() -> None:
    """An attribute off the headline does not."""
    tolls = record([account("a", killed(5)), account("b", killed(7))])
    assert tolls.agreement is Agreement.CONTESTED
    hurt = [(Attribute.INJURED, Count(n, n)) for n in (3, 4)]
    aside = record([account("a", hurt[0]), account("b", hurt[1])])
    assert aside.agreement is Agreement.AGREED


def test_a_denial_of_responsibility_reaches_the_perpetrator() -> None:
    """It is kept as the actor's position and contests the accusation."""
    denied = Responsibility("Osbria", ResponsibilityPosition.DENIES)
    found = record(
        [
            account("a", (Attribute.PERPETRATOR, Perpetrator("Osbria", "Osbria"))),
            account("b", (Attribute.RESPONSIBILITY, denied, Stance.DENIES)),
        ]
    )
    finding = found.finding(Attribute.PERPETRATOR)
    assert finding is not None
    assert finding.agreement is Agreement.CONTESTED


def test_a_telling_type_outranks_a_general_one() -> None:
    """An explosion that half the reports call a drone strike is a drone strike."""
    general = [account(n, kind=IncidentType.EXPLOSION) for n in ("a", "b")]
    found = record([*general, account("c", kind=IncidentType.DRONE_STRIKE)])
    assert found.type is IncidentType.DRONE_STRIKE
    passing = account("c", kind=IncidentType.ARSON, prominence=Prominence.BACKGROUND)
    assert record([*general, passing]).type is IncidentType.EXPLOSION


def test_the_title_is_made_of_chosen_values() -> None:
    """Type, place and day, and nothing that nobody said."""
    said = [(Attribute.DATE, DAY), (Attribute.PLACE, VERIN)]
    assert record([account("a", *said)]).title == "Drone strike in Verin (2024-05-01)"
    assert record([account("a")]).title == "Drone strike"


def test_hit_for_one_and_stopped_for_another_is_contested() -> None:
    """Both are kept, each with its claim."""
    pair = [
        account("a", (Attribute.OUTCOME, Outcome.HIT)),
        account("b", (Attribute.OUTCOME, Outcome.INTERCEPTED)),
    ]
    finding = record(pair).finding(Attribute.OUTCOME)
    assert finding is not None
    assert finding.agreement is Agreement.CONTESTED
    assert len(finding.positions) == 2
