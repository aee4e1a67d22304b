"""New documents are laid to what was concluded, and when they cannot be."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from rashomon.cluster import blocking
from rashomon.model.claim import Attribute
from rashomon.model.decision import Decision, DecisionKind
from rashomon.model.ids import AccountId, DecisionId, DocumentId
from rashomon.model.value import Count
from rashomon.pipeline import amend, records
from rashomon.pipeline.conclude import conclude
from rashomon.pipeline.ledger import Silent
from rashomon.pipeline.stages import CONCLUDERS
from rashomon.store.rows import DocumentReading
from rashomon.store.sqlite import Store, open_store

Tells = Callable[..., DocumentReading]


@pytest.fixture
def store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tells: Tells
) -> Iterator[Store]:
    """Return a store of 64 reports of as many incidents, concluded as a large pile."""
    monkeypatch.setattr(blocking, "ALL_PAIRS_UP_TO", 10)
    with open_store(tmp_path / "a.db") as opened:
        opened.add_readings([tells(n) for n in range(64)], "one")
        conclude(opened, Silent())
        yield opened


def _amend(store: Store) -> bool:
    return amend.amend(store, Silent(), CONCLUDERS)


def test_one_more_report_changes_its_own_incident_only(
    store: Store, monkeypatch: pytest.MonkeyPatch, tells: Tells
) -> None:
    """One record is made anew; all others are what they were."""
    before = {r.incident.id: r for r in store.records()}
    made = []
    assemble = records.assemble
    monkeypatch.setattr(
        records, "assemble", lambda *given: made.append(given[0]) or assemble(*given)
    )
    store.add_readings([tells(90, town=7)], "one")
    assert _amend(store)
    assert [incident.account_ids for incident in made] == [
        ("acc_doc_007", "acc_doc_090")
    ]
    after = {r.incident.id: r for r in store.records()}
    assert after.keys() == before.keys()
    changed = {id_ for id_, record in after.items() if before[id_] != record}
    assert changed == {made[0].id}


def test_a_report_of_something_new_is_an_incident_of_its_own(
    store: Store, tells: Tells
) -> None:
    """Nothing else changes, and nothing is due after it."""
    store.add_readings([tells(80)], "one")
    assert _amend(store)
    assert len(store.incidents()) == 65
    assert store.stamps().concluded == f"{store.stamps().evidence}, {CONCLUDERS}"


def test_a_copy_joins_the_family_that_was_there(store: Store, tells: Tells) -> None:
    """Whichever of the two ids comes first: the family keeps its name."""
    story = " ".join(f"word{n}" for n in range(40))
    store.add_readings([tells(81, text=story)], "one")
    assert _amend(store)
    (family,) = {d.family for d in store.documents([DocumentId("doc_081")])}
    store.add_readings([tells(79, text=f"{story} again")], "one")
    assert _amend(store)
    both = store.documents([DocumentId("doc_079"), DocumentId("doc_081")])
    assert {d.family for d in both} == {family}


def test_what_joins_two_families_is_concluded_anew(store: Store, tells: Tells) -> None:
    """For then accounts that were compared long ago turn out to be copies."""
    one = " ".join(f"word{n}" for n in range(40))
    other = " ".join(f"term{n}" for n in range(40))
    store.add_readings([tells(80, text=one), tells(81, text=other)], "one")
    assert _amend(store)
    store.add_readings([tells(82, text=f"{one} {other}")], "one")
    assert not _amend(store)
    conclude(store, Silent())
    families = {d.family for d in store.documents() if d.document.id > "doc_08"}
    assert len(families) == 1


def test_a_pile_grown_by_a_sixteenth_is_surveyed_anew(
    store: Store, tells: Tells
) -> None:
    """64 accounts take four more; the fifth begins a new survey."""
    for number in (80, 81, 82, 83):
        store.add_readings([tells(number)], "one")
        assert _amend(store)
    store.add_readings([tells(84)], "one")
    assert not _amend(store)
    conclude(store, Silent())
    with store.amending() as held:
        kept = held.kept()
    assert kept is not None
    assert (kept.accounts, kept.since) == (69, 0)


def test_what_was_read_before_is_concluded_anew(store: Store, tells: Tells) -> None:
    """What it said then no longer holds."""
    store.add_readings([tells(7, town=8)], "two")
    assert not _amend(store)
    conclude(store, Silent())
    assert len(store.incidents()) == 63


def test_other_concluders_conclude_anew(store: Store) -> None:
    """They may change anything."""
    assert not amend.amend(store, Silent(), "others")


def _decided(number: int, kind: DecisionKind, *target: str) -> Decision:
    accounts = tuple(AccountId(t) for t in target if t.startswith("acc"))
    return Decision(
        id=DecisionId(f"dec_{number}"),
        kind=kind,
        person="editor",
        made_at=datetime(2024, 6, 1, tzinfo=UTC),
        target=target,
        accounts=accounts,
        attribute=Attribute.KILLED if kind is DecisionKind.SET else None,
        values=(Count(9, 9),) if kind is DecisionKind.SET else (),
    )


def test_a_decision_is_applied_to_what_it_is_about(store: Store, tells: Tells) -> None:
    """It goes on to hold when more comes, until it is taken back."""
    pair = AccountId("acc_doc_001"), AccountId("acc_doc_002")
    store.add_decision(_decided(1, DecisionKind.SAME, *pair))
    assert _amend(store)
    assert len(store.incidents()) == 63
    store.add_readings([tells(80, town=1)], "one")
    assert _amend(store)
    (held,) = (i for i in store.incidents() if pair[0] in i.account_ids)
    assert held.account_ids == (*pair, "acc_doc_080")
    store.add_decision(_decided(2, DecisionKind.UNDO, "dec_1"))
    assert _amend(store)
    groups = {i.account_ids for i in store.incidents()}
    assert {(pair[0], "acc_doc_080"), (pair[1],)} <= groups


def test_a_value_that_is_set_is_published_and_taken_back(store: Store) -> None:
    """No incident changes by it, only the record."""
    account = "acc_doc_003"
    before = store.records()
    store.add_decision(_decided(1, DecisionKind.SET, account))
    assert _amend(store)
    (held,) = (r for r in store.records() if account in r.incident.account_ids)
    killed = held.finding(Attribute.KILLED)
    assert killed is not None
    assert killed.best == 9
    store.add_decision(_decided(2, DecisionKind.UNDO, "dec_1"))
    assert _amend(store)
    assert store.records() == before


def test_a_small_pile_is_compared_as_a_whole(tmp_path: Path, tells: Tells) -> None:
    """Nothing is kept for it."""
    with open_store(tmp_path / "b.db") as small:
        small.add_readings([tells(n) for n in range(3)], "one")
        conclude(small, Silent())
        small.add_readings([tells(3)], "one")
        assert not _amend(small)


def test_a_report_that_could_not_be_read_changes_no_incident(
    store: Store, tells: Tells
) -> None:
    """It is concluded with all the same."""
    broken = replace(tells(80), accounts=())
    store.add_readings([broken], "one")
    before = store.records()
    assert _amend(store)
    assert store.records() == before


def test_many_are_laid_to_it_step_by_step(
    store: Store, monkeypatch: pytest.MonkeyPatch, tells: Tells
) -> None:
    """A stop between two steps leaves the first concluded with, and the next goes on."""
    monkeypatch.setattr(amend, "AT_ONCE", 2)
    store.add_readings([tells(n, town=n - 80) for n in range(80, 83)], "one")
    with monkeypatch.context() as patch:
        patch.setattr(records, "make", _stopping_at(2))
        with pytest.raises(KeyboardInterrupt):
            _amend(store)
    assert store.stamps().concluded == f"documents 66, decisions 0, {CONCLUDERS}"
    assert _amend(store)
    assert store.stamps().concluded == f"documents 67, decisions 0, {CONCLUDERS}"
    groups = {i.account_ids for i in store.incidents()}
    wanted = {(f"acc_doc_{n:03}", f"acc_doc_{80 + n:03}") for n in range(3)}
    assert wanted <= groups


def _stopping_at(turn: int) -> Callable[..., object]:
    """Return a maker of records that is interrupted at its so-manieth turn."""
    turns, make = itertools.count(1), records.make

    def stopped(*given: Any) -> object:
        if next(turns) == turn:
            raise KeyboardInterrupt
        return make(*given)

    return stopped


def test_a_change_too_wide_is_concluded_anew(
    store: Store, monkeypatch: pytest.MonkeyPatch, tells: Tells
) -> None:
    """Nothing of what was begun is written."""
    monkeypatch.setattr(amend, "MOST_TOUCHED", 1)
    store.add_readings([tells(80, town=7)], "one")
    for _ in range(2):
        assert not _amend(store)
    conclude(store, Silent())
    assert any(len(i.account_ids) == 2 for i in store.incidents())
