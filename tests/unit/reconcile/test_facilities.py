"""Every incident at one place or facility, and what reports say of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rashomon.link.actors import same_name
from rashomon.model.account import Prominence
from rashomon.model.claim import Attribute
from rashomon.model.finding import Agreement, Finding, IncidentRecord, Position
from rashomon.model.ids import ClaimId, IncidentId
from rashomon.model.value import Target, TimePrecision, When
from rashomon.reconcile.facilities import About, visits


def _hit(story: Any, id_: str, target: str, day: int | None) -> IncidentRecord:
    """Return the story's incident with another id, target and day."""
    values = {Attribute.TARGET: Target(target, "industrial")}
    if day:
        first = date(2024, 5, day)
        values[Attribute.DATE] = When(first, first, TimePrecision.DAY)
    findings = tuple(
        Finding(
            attribute=attribute,
            positions=(
                Position(value=value, claim_ids=(ClaimId("clm_a"),), origins=("a",)),
            ),
            agreement=Agreement.SINGLE,
            chosen=(value,),
            rule="only-value",
            why="The only value.",
        )
        for attribute, value in values.items()
    )
    incident = replace(story.record.incident, id=IncidentId(id_))
    return replace(story.record, incident=incident, findings=findings)


def test_incidents_at_a_facility_stand_by_day(story: Any) -> None:
    """Under any of its spellings; another plant's are not among them, the undated last."""
    records = [
        _hit(story, "inc_1", "Verinov Machine Works", None),
        _hit(story, "inc_2", "Verinov Machine Works", 9),
        _hit(story, "inc_3", "Tarsk Chemical Plant", 2),
        _hit(story, "inc_4", "Verinovsky machine works", 4),
    ]
    found = visits(records, "Verinov machine works", story.documents, same_name)
    assert [v.record.incident.id for v in found] == ["inc_4", "inc_2", "inc_1"]
    assert found[0].names == ("Verinovsky machine works",)


def test_a_town_is_found_by_its_name(story: Any) -> None:
    """The place of the incident counts as the target does."""
    (visit,) = visits([story.record], "verin", story.documents, same_name)
    assert visit.names == ("Verin",)
    assert visits([story.record], "Tarsk", story.documents, same_name) == ()


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("The Verinov works makes radios for ships.", About.MAKES),
        ("The plant employs 2,000 people.", About.WORKFORCE),
        ("It is the second strike on the Verinov works this year.", About.HIT_BEFORE),
        ("The plant stands by the river.", None),
        ("A school in Tarsk employs 40 teachers.", None),
        ("Tarsk produces salt at its own factory.", None),
        ("The Tarsk Chemical factory makes salt for ships.", None),
        ("The old brick factory makes radios for ships.", About.MAKES),
    ],
)
def test_what_reports_say_of_the_facility_is_pointed_at(
    story: Any, sentence: str, about: About | None
) -> None:
    """What it makes, who works there, that it was hit before: the sentence itself."""
    record = _hit(story, "inc_1", "Verinov Works", 1)
    text = f"Fire broke out on Monday. {sentence} Nobody was hurt."
    documents = {k: replace(d, text=text) for k, d in story.documents.items()}
    (visit,) = visits([record], "Verinov Works", documents, same_name)
    told = {(r.about, r.span.of(text)) for r in visit.remarks}
    assert told == ({(about, sentence)} if about else set())


def test_who_only_recalls_it_tells_of_a_later_strike(story: Any) -> None:
    """ "The second strike on the works" is not said of the first one."""
    record = _hit(story, "inc_1", "Verinov Works", 1)
    recalled = tuple(
        replace(a, prominence=Prominence.BACKGROUND) for a in record.accounts
    )
    text = "It is the second strike on the Verinov works. The works makes radios."
    documents = {k: replace(d, text=text) for k, d in story.documents.items()}
    for accounts, told in (
        (record.accounts, {About.HIT_BEFORE, About.MAKES}),
        (recalled, {About.MAKES}),
    ):
        (visit,) = visits(
            [replace(record, accounts=accounts)], "Verinov Works", documents, same_name
        )
        assert {r.about for r in visit.remarks} == told


def test_what_a_copy_repeats_is_said_once(story: Any) -> None:
    """Two documents with the same sentence give one remark, of the first by id."""
    text = "The Verin works makes radios for ships."
    documents = {
        id_: replace(document, text=text) for id_, document in story.documents.items()
    }
    (visit,) = visits([story.record], "Verin", documents, same_name)
    assert [r.document_id for r in visit.remarks] == ["doc_a"]
