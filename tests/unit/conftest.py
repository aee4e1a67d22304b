"""One invented incident, told by three outlets: two tolls, a denial and a copy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import Attribute, Claim, Speaker, Stance
from rashomon.model.document import DateBasis, Document, Published, Span
from rashomon.model.finding import Agreement, Finding, IncidentRecord, Position
from rashomon.model.ids import AccountId, ClaimId, DocumentId, FamilyId, IncidentId
from rashomon.model.incident import Incident
from rashomon.model.value import (
    Count,
    Damage,
    DamageDegree,
    GeoPrecision,
    Outcome,
    Point,
    TimePrecision,
    Value,
    When,
    Where,
)

GAZETTE = (
    "A drone hit a bakery in Verin on 1 May. At least five people were killed,"
    " mayor Ana Dol said. The bakery was destroyed."
)
HERALD = (
    "Seven people died in Verin on 1 May, police chief Ivo Karr said."
    " The ministry denied that a drone hit the bakery."
)
VERIN = Where("Verin", GeoPrecision.SETTLEMENT, Point(41.5, 12.25), "IT", "Lazio", 99)
FIRST_OF_MAY = When(date(2024, 5, 1), date(2024, 5, 1), TimePrecision.DAY)


def _document(id_: str, source: str, text: str, day: str) -> Document:
    return Document(
        id=DocumentId(id_),
        text=text,
        raw_sha256="0" * 64,
        origin=f"{id_}.txt",
        source=source,
        title="Strike in Verin",
        url=f"https://news.example/{id_}",
        published=Published(day, DateBasis.GIVEN),
        language="en",
    )


def _claim(
    document: Document,
    attribute: Attribute,
    value: Value,
    quote: str,
    *,
    speaker: str | None = None,
    stance: Stance = Stance.ASSERTS,
) -> Claim:
    start = document.text.index(quote)
    said_by = None
    if speaker is not None:
        at = document.text.index(speaker)
        said_by = Speaker(speaker, Span(at, at + len(speaker)))
    cue_at = document.text.find(" said")
    return Claim(
        id=ClaimId(f"clm_{document.id}_{attribute.value}"),
        document_id=document.id,
        attribute=attribute,
        value=value,
        span=Span(start, start + len(quote)),
        speaker=said_by,
        stance=stance,
        cue=Span(cue_at + 1, cue_at + 5) if speaker else None,
    )


def _telling(document: Document) -> list[Claim]:
    """Return the claims of the gazette's text, or of its copy."""
    return [
        _claim(document, Attribute.DATE, FIRST_OF_MAY, "1 May"),
        _claim(document, Attribute.PLACE, VERIN, "Verin"),
        _claim(
            document, Attribute.KILLED, Count(5, None),
            "At least five people were killed", speaker="Ana Dol",
        ),
        _claim(
            document, Attribute.DAMAGE, Damage("bakery", DamageDegree.DESTROYED),
            "The bakery was destroyed",
        ),
        _claim(document, Attribute.OUTCOME, Outcome.HIT, "A drone hit a bakery"),
    ]  # fmt: skip


def _other_telling(document: Document) -> list[Claim]:
    return [
        _claim(document, Attribute.DATE, FIRST_OF_MAY, "1 May"),
        _claim(document, Attribute.PLACE, VERIN, "Verin"),
        _claim(
            document, Attribute.KILLED, Count(7, 7), "Seven people died",
            speaker="Ivo Karr",
        ),
        _claim(
            document, Attribute.OUTCOME, Outcome.HIT, "a drone hit the bakery",
            speaker="The ministry", stance=Stance.DENIES,
        ),
    ]  # fmt: skip


def _account(document: Document, claims: list[Claim]) -> Account:
    return Account(
        id=AccountId(f"acc_{document.id}"),
        document_id=document.id,
        type=IncidentType.DRONE_STRIKE,
        prominence=Prominence.MAIN,
        span=Span(0, document.text.index(".") + 1),
        claims=tuple(claims),
    )


def _position(value: Value, origins: tuple[str, ...], *ids: str) -> Position:
    return Position(value=value, claim_ids=tuple(map(ClaimId, ids)), origins=origins)


def _finding(
    attribute: Attribute, value: Value, agreement: Agreement, *documents: str
) -> Finding:
    ids = [f"clm_{d}_{attribute.value}" for d in documents]
    origins = ("fam_1", "fam_2") if "doc_c" in documents else ("fam_1",)
    return Finding(
        attribute=attribute,
        positions=(_position(value, origins, *ids),),
        agreement=agreement,
        chosen=(value,),
        rule="most-voices",
        why="All who speak of it say so.",
    )


def _killed() -> Finding:
    return Finding(
        attribute=Attribute.KILLED,
        positions=(
            _position(Count(7, 7), ("fam_2",), "clm_doc_c_killed"),
            _position(
                Count(5, None), ("fam_1",), "clm_doc_a_killed", "clm_doc_b_killed"
            ),
        ),
        agreement=Agreement.CONTESTED,
        chosen=(Count(5, None),),
        rule="most-voices",
        why="The figure that came first stands.",
        low=5,
        high=7,
        best=5,
    )


def _outcome() -> Finding:
    both = (ClaimId("clm_doc_a_outcome"), ClaimId("clm_doc_b_outcome"))
    denied = replace(
        _position(Outcome.HIT, ("fam_1",), *both),
        denied_by=(ClaimId("clm_doc_c_outcome"),),
    )
    return Finding(
        attribute=Attribute.OUTCOME,
        positions=(denied,),
        agreement=Agreement.CONTESTED,
        chosen=(Outcome.HIT,),
        rule="asserted",
        why="One side asserts it and another denies it.",
    )


@dataclass(frozen=True, slots=True)
class Story:
    """A record with the documents that it quotes and their families."""

    record: IncidentRecord
    documents: dict[DocumentId, Document]
    families: dict[DocumentId, FamilyId]


@pytest.fixture
def story() -> Story:
    """Return the invented incident of Verin."""
    a = _document("doc_a", "Harbour Gazette", GAZETTE, "2024-05-02")
    b = _document("doc_b", "Verin Post", GAZETTE, "2024-05-03")
    c = _document("doc_c", "Northern Herald", HERALD, "2024-05-02T18:00:00")
    accounts = (
        _account(a, _telling(a)),
        _account(b, _telling(b)),
        _account(c, _other_telling(c)),
    )
    agreed = Agreement.AGREED
    record = IncidentRecord(
        incident=Incident(
            id=IncidentId("inc_verin0000001"), account_ids=tuple(x.id for x in accounts)
        ),
        type=IncidentType.DRONE_STRIKE,
        title="Drone strike in Verin",
        accounts=accounts,
        findings=(
            _killed(),
            _outcome(),
            _finding(
                Attribute.DATE, FIRST_OF_MAY, agreed, "doc_a", "doc_b", "doc_c"
            ),
            _finding(Attribute.PLACE, VERIN, agreed, "doc_a", "doc_b", "doc_c"),
            _finding(
                Attribute.DAMAGE, Damage("bakery", DamageDegree.DESTROYED),
                Agreement.SINGLE, "doc_a", "doc_b",
            ),
        ),
        sources=("Harbour Gazette", "Northern Herald", "Verin Post"),
        independent_sources=2,
        agreement=Agreement.CONTESTED,
    )  # fmt: skip
    families = {
        a.id: FamilyId("fam_1"),
        b.id: FamilyId("fam_1"),
        c.id: FamilyId("fam_2"),
    }
    return Story(record, {d.id: d for d in (a, b, c)}, families)
