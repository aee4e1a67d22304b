"""ACLED's actors, and one row for each day of what lasted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rashomon.model.account import IncidentType
from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.finding import Agreement, Finding, Position
from rashomon.model.value import (
    Perpetrator,
    Target,
    TimePrecision,
    Value,
    Victim,
    When,
)
from rashomon.publish import acled
from rashomon.publish.fields import Cell, Told

LASTED = "\nShells fell from 3 to 6 May."


@pytest.fixture
def told(story: Any) -> Told:
    """Return the invented incident with its documents."""
    return Told(record=story.record, documents=story.documents, families=story.families)


def _rows(told: Told) -> list[dict[str, Cell]]:
    names = [field.name for field in acled.FIELDS]
    return [dict(zip(names, row, strict=True)) for row in acled.rows([told])]


def _with(told: Told, kind: IncidentType, *values: tuple[Attribute, Value]) -> Told:
    """Return it as another type, with findings of these values."""
    ids = told.record.accounts[0].claims[0].id
    added = {
        attribute: Finding(
            attribute=attribute,
            positions=(Position(value=value, claim_ids=(ids,), origins=("fam_1",)),),
            agreement=Agreement.SINGLE,
            chosen=(value,),
            rule="only-value",
            why="the only value that anybody gives",
        )
        for attribute, value in values
    }
    kept = tuple(x for x in told.record.findings if x.attribute not in added)
    record = replace(told.record, type=kind, findings=(*kept, *added.values()))
    return replace(told, record=record)


def _lasting(told: Told, kind: IncidentType, quote: str) -> Told:
    """Return it as lasting from 3 to 6 May, told so in the words of ``quote``."""
    first = told.documents[told.record.accounts[0].document_id]
    text = first.text + LASTED
    at = text.index(quote)
    account = told.record.accounts[0]
    claims = tuple(
        replace(c, span=Span(at, at + len(quote)))
        if c.attribute is Attribute.DATE
        else c
        for c in account.claims
    )
    days = When(date(2024, 5, 3), date(2024, 5, 6), TimePrecision.RANGE)
    dated = _with(told, kind, (Attribute.DATE, days))
    ids = tuple(c.id for c in claims if c.attribute is Attribute.DATE)
    findings = tuple(
        replace(x, positions=(replace(x.positions[0], claim_ids=ids),))
        if x.attribute is Attribute.DATE
        else x
        for x in dated.record.findings
    )
    accounts = (replace(account, claims=claims), *told.record.accounts[1:])
    record = replace(dated.record, accounts=accounts, findings=findings)
    documents = {**told.documents, first.id: replace(first, text=text)}
    return replace(dated, record=record, documents=documents)


def test_what_lasted_is_a_row_for_each_day(told: Told) -> None:
    """The toll of them all is shared out, and the first days have what is over."""
    rows = _rows(_lasting(told, IncidentType.SHELLING, "from 3 to 6 May"))
    assert [r["event_date"] for r in rows] == [f"2024-05-0{n}" for n in (3, 4, 5, 6)]
    assert [r["fatalities"] for r in rows] == [2, 1, 1, 1]
    assert {r["time_precision"] for r in rows} == {1}
    assert len({r["event_id_cnty"] for r in rows}) == 4
    assert "5 killed in 4 days, shared out" in str(rows[0]["notes"])


@pytest.mark.parametrize(
    ("kind", "quote"),
    [(IncidentType.SHELLING, "6 May"), (IncidentType.SHOOTING, "from 3 to 6 May")],
)
def test_what_was_on_some_day_is_one_row(
    told: Told, kind: IncidentType, quote: str
) -> None:
    """Words that do not name both ends, or a deed of one day, are in the middle."""
    (row,) = _rows(_lasting(told, kind, quote))
    assert (row["event_date"], row["time_precision"]) == ("2024-05-04", 2)
    assert row["fatalities"] == 5


def test_a_state_is_known_at_home_and_abroad(told: Told) -> None:
    """Other bodies have no type that a report gives."""
    for name, kind in (
        ("Italy", "State forces"),
        ("Russia", "External/Other forces"),
        ("the Verin Guard", None),
    ):
        blamed = (Attribute.PERPETRATOR, Perpetrator(name, name))
        (row,) = _rows(_with(told, IncidentType.AIR_STRIKE, blamed))
        assert (row["actor1"], row["inter1"]) == (name, kind)


def test_a_crowd_is_an_actor(told: Told) -> None:
    """Whoever the reports blame, ACLED codes protesters and rioters."""
    (row,) = _rows(_with(told, IncidentType.PROTEST))
    assert (row["actor1"], row["inter1"]) == ("Protesters (Italy)", "Protesters")
    (row,) = _rows(_with(told, IncidentType.RIOT))
    assert (row["actor1"], row["sub_event_type"]) == ("Rioters (Italy)", None)


def test_civilians_are_associated_with_a_military_target(told: Told) -> None:
    """Without one they are the second actor; in a battle they are none."""
    hurt = (Attribute.VICTIM, Victim("two bakers", kind="civilian"))
    base = (Attribute.TARGET, Target("Verin barracks", kind="military"))
    (row,) = _rows(_with(told, IncidentType.SHELLING, hurt, base))
    assert (row["actor2"], row["assoc_actor_2"]) == (
        "Verin barracks",
        "Civilians (Italy)",
    )
    (row,) = _rows(_with(told, IncidentType.SHELLING, hurt))
    assert (row["actor2"], row["inter2"]) == ("Civilians (Italy)", "Civilians")
    assert row["civilian_targeting"] == acled.CIVILIAN_TARGETING
    (row,) = _rows(_with(told, IncidentType.ARMED_CLASH, hurt))
    assert (row["actor2"], row["civilian_targeting"]) == (None, None)


def test_a_house_is_no_actor(told: Told) -> None:
    """What was hit is an actor only where it is somebody's or forces."""
    house = (Attribute.TARGET, Target("a bakery", kind="commercial"))
    (row,) = _rows(_with(told, IncidentType.SHELLING, house))
    assert (row["actor2"], row["inter2"]) == (None, None)
    owned = (Attribute.TARGET, Target("the mill", entity="Verin Mills"))
    (row,) = _rows(_with(told, IncidentType.SHELLING, owned))
    assert row["actor2"] == "Verin Mills"
