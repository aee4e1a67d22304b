"""What differs between two records."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rashomon.model.account import IncidentType
from rashomon.model.claim import Attribute
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import AccountId, IncidentId
from rashomon.reconcile.differences import Happened, compare


def _of(record: IncidentRecord, id_: str, *accounts: str, **known: Any) -> Any:
    incident = replace(
        record.incident,
        id=IncidentId(id_),
        account_ids=tuple(AccountId(a) for a in accounts),
        supersedes=known.get("supersedes", ()),
    )
    return replace(record, incident=incident)


def test_a_record_does_not_differ_from_itself(story: Any) -> None:
    """Nothing is told of what stayed as it was."""
    assert compare([story.record], [story.record]) == ()


def test_a_new_incident_appeared_and_a_lost_one_is_gone(story: Any) -> None:
    """One side of the difference is empty."""
    (new,) = compare([], [story.record])
    (gone,) = compare([story.record], [])
    assert (new.happened, new.before) == (Happened.APPEARED, None)
    assert (gone.happened, gone.after) == (Happened.GONE, None)


def test_a_changed_value_is_told_with_both(story: Any) -> None:
    """Before and after, and only the attributes that differ."""
    killed = story.record.finding(Attribute.KILLED)
    findings = tuple(
        replace(f, high=9) if f.attribute is Attribute.KILLED else f
        for f in story.record.findings
        if f.attribute is not Attribute.DAMAGE
    )
    sources = (*story.record.sources, "River Echo")
    after = replace(story.record, findings=findings, sources=sources)
    (difference,) = compare([story.record], [after])
    assert difference.happened is Happened.CHANGED
    assert difference.sources == ("River Echo",)
    told = {c.attribute: (c.before, c.after) for c in difference.changes}
    assert set(told) == {Attribute.KILLED, Attribute.DAMAGE}
    assert told[Attribute.KILLED] == (killed, replace(killed, high=9))
    assert told[Attribute.DAMAGE][1] is None


def test_a_new_type_alone_is_a_change(story: Any) -> None:
    """It is named by no attribute."""
    after = replace(story.record, type=IncidentType.BOMBING)
    (difference,) = compare([story.record], [after])
    assert (difference.happened, difference.changes) == (Happened.CHANGED, ())


def test_an_incident_is_known_by_its_accounts_under_another_id(story: Any) -> None:
    """Two databases name one incident as each first published it."""
    one = _of(story.record, "inc_a", "x", "y")
    other = _of(story.record, "inc_b", "x", "y", "z")
    assert compare([one], [other]) == ()


def test_merged_incidents_are_told_as_merged(story: Any) -> None:
    """The smaller went into the one that keeps its name."""
    large = _of(story.record, "inc_a", "x", "y")
    small = _of(story.record, "inc_b", "z")
    both = _of(story.record, "inc_a", "x", "y", "z", supersedes=("inc_b",))
    (difference,) = compare([large, small], [both])
    assert difference.happened is Happened.MERGED
    assert difference.before == small
    assert difference.after == both
