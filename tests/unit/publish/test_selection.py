"""A reader gets the incidents asked for, and no others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rashomon.errors import UnknownAttributeError, UnknownIncidentError
from rashomon.model.account import IncidentType
from rashomon.model.finding import Agreement
from rashomon.model.value import Perpetrator, Responsibility, ResponsibilityPosition
from rashomon.publish.selection import (
    Selection,
    by_day,
    find_finding,
    find_incident,
)
from rashomon.store.catalogue import Box, Known


@pytest.mark.parametrize(
    ("selection", "kept"),
    [
        (Selection(), True),
        (Selection(type=IncidentType.DRONE_STRIKE), True),
        (Selection(type=IncidentType.FIRE), False),
        (Selection(status=Agreement.CONTESTED), True),
        (Selection(status=Agreement.SINGLE), False),
        (Selection(since=date(2024, 5, 1)), True),
        (Selection(since=date(2024, 5, 2)), False),
        (Selection(until=date(2024, 5, 1)), True),
        (Selection(until=date(2024, 4, 30)), False),
        (Selection(place="verin"), True),
        (Selection(place="LAZIO"), True),
        (Selection(place="Italy"), True),
        (Selection(place="it"), True),
        (Selection(place="Ver"), False),
        (Selection(place="Verin", since=date(2024, 5, 2)), False),
        (Selection(killed_from=7), True),
        (Selection(killed_from=8), False),
        (Selection(killed_to=5), True),
        (Selection(killed_to=4), False),
        (Selection(killed_from=6, killed_to=6), True),
        (Selection(sources_from=2), True),
        (Selection(sources_from=3), False),
        (Selection(actor="nobody of that name"), False),
        (Selection(dated=Known.YES, placed=Known.YES), True),
        (Selection(dated=Known.NO), False),
        (Selection(placed=Known.NO), False),
        (Selection(box=Box.read("12,41,13,42")), True),
        (Selection(box=Box.read("13,41,14,42")), False),
        (Selection(box=Box.read("170,-90,-170,90")), False),
        (Selection(box=Box.read("10,-90,-170,90")), True),
        (Selection(words=("VERIN", "bakery")), True),
        (Selection(words=("Verin", "harbourmaster")), False),
    ],
)
def test_selection(story: Any, selection: Selection, kept: bool) -> None:
    """Type, status, days, a place's whole name, the killed, sources, and any words."""
    assert selection.keeps(story.record) is kept


def test_an_undated_incident_is_in_no_range(story: Any) -> None:
    """Nobody knows the day or place, so it lies in no range, at no place; it sorts last."""
    undated = replace(story.record, findings=())
    assert not Selection(since=date(2000, 1, 1)).keeps(undated)
    assert not Selection(place="Verin").keeps(undated)
    assert not Selection(box=Box.read("-180,-90,180,90")).keeps(undated)
    assert Selection(dated=Known.NO, placed=Known.NO).keeps(undated)
    assert not Selection(placed=Known.YES).keeps(undated)
    assert by_day(story.record) < by_day(undated)


@pytest.mark.parametrize("asked", ["inc_verin0000001", "inc_verin", "verin", "inc_"])
def test_an_incident_is_found_by_the_beginning_of_its_id(
    story: Any, asked: str
) -> None:
    """The whole id, or as much of it as only one has, with or without inc_."""
    assert find_incident([story.record], asked) is story.record


def test_a_merged_incident_leads_to_the_one_that_holds_it(story: Any) -> None:
    """An id once published stays good."""
    incident = replace(story.record.incident, supersedes=("inc_old",))
    merged = replace(story.record, incident=incident)
    assert find_incident([merged], "inc_old") is merged
    assert find_incident([merged], "inc_o") is merged


def test_an_ambiguous_beginning_names_the_candidates(story: Any) -> None:
    """Two incidents begin so: both are named, and nothing is guessed."""
    other = replace(
        story.record, incident=replace(story.record.incident, id="inc_verona")
    )
    with pytest.raises(
        UnknownIncidentError, match=r"2 incidents.*inc_verin.*inc_verona"
    ):
        find_incident([story.record, other], "inc_ver")


@pytest.mark.parametrize("asked", ["inc_zzz", ""])
def test_an_unknown_incident_is_refused(story: Any, asked: str) -> None:
    """The message says how to see them all."""
    with pytest.raises(UnknownIncidentError, match="rashomon list"):
        find_incident([story.record], asked)


def test_an_attribute_is_found_by_its_name(story: Any) -> None:
    """However it is written; what nobody speaks of is told from what does not exist."""
    assert find_finding(story.record, "Killed").best == 5
    with pytest.raises(UnknownAttributeError, match="no attribute is called"):
        find_finding(story.record, "colour")
    with pytest.raises(UnknownAttributeError, match="no report speaks of seriously"):
        find_finding(story.record, "seriously-injured")


def test_an_actor_is_who_did_claims_or_denies_it(story: Any) -> None:
    """Any part of the name in any letter case; a bare record has none."""
    finding = story.record.findings[0]
    for value in (
        Perpetrator("gunmen", "Verin Guard"),
        Responsibility("Verin Guard", ResponsibilityPosition.DENIES),
    ):
        record = replace(story.record, findings=(replace(finding, chosen=(value,)),))
        assert Selection(actor="verin g").keeps(record)
        assert not Selection(actor="gunmen").keeps(record)
    nothing = replace(story.record, findings=())
    assert not Selection(actor="verin").keeps(nothing)
    assert not Selection(killed_to=99).keeps(nothing)
