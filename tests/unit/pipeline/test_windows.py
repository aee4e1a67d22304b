"""A very large pile is concluded from in windows, and comes out as it would at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rashomon.cluster import blocking
from rashomon.pipeline import conclude as concluding
from rashomon.pipeline import windows
from rashomon.pipeline.conclude import conclude
from rashomon.pipeline.ledger import Silent
from rashomon.store.rows import DocumentReading
from rashomon.store.sqlite import Store, open_store

Tells = Callable[..., DocumentReading]
STORY = " ".join(f"word{n}" for n in range(40))


@pytest.fixture
def store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tells: Tells
) -> Iterator[Store]:
    """Return a store of 60 reports of 50 incidents, two of them copies."""
    monkeypatch.setattr(blocking, "ALL_PAIRS_UP_TO", 10)
    monkeypatch.setattr(windows, "AT_ONCE", 7)
    monkeypatch.setattr(windows, "COMPARED_AT_ONCE", 7)
    with open_store(tmp_path / "a.db") as opened:
        told = [tells(n, town=n % 50) for n in range(58)]
        copies = [tells(n, town=90, text=f"{STORY} {n}") for n in (58, 59)]
        opened.add_readings([*told, *copies], "one")
        yield opened


def test_windows_conclude_as_all_at_once(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same records, families and log; and what comes next is laid to them."""
    conclude(store, Silent())
    records, families = store.records(), [d.family for d in store.documents()]
    logged = [(j.pair, j.weight) for j in store.judgements()]
    assert families[58] == families[59]
    monkeypatch.setattr(concluding, "IN_MEMORY_UP_TO", 10)
    concluding.conclude_anew(store, Silent())
    assert store.records() == records
    assert [d.family for d in store.documents()] == families
    assert [(j.pair, j.weight) for j in store.judgements()] == logged
    assert not concluding.is_due(store)


def test_windows_over_nothing_conclude(
    store: Store, monkeypatch: pytest.MonkeyPatch, tells: Tells
) -> None:
    """From nothing concluded before; then one more is laid to it."""
    monkeypatch.setattr(concluding, "IN_MEMORY_UP_TO", 10)
    conclude(store, Silent())
    assert len(store.incidents()) == 51
    store.add_readings([tells(80, town=3)], "one")
    monkeypatch.setattr(concluding, "conclude_anew", None)
    conclude(store, Silent())
    assert max(len(i.account_ids) for i in store.incidents()) == 3


def test_an_incident_goes_on_when_its_report_is_read_again(
    store: Store, monkeypatch: pytest.MonkeyPatch, tells: Tells
) -> None:
    """In the account that took the place of its own; what lost all of them is gone."""
    monkeypatch.setattr(concluding, "IN_MEMORY_UP_TO", 10)
    conclude(store, Silent())
    before = {i.account_ids: i.id for i in store.incidents()}
    store.add_readings([tells(20, town=21)], "two")
    conclude(store, Silent())
    after = {i.account_ids: i.id for i in store.incidents()}
    assert len(after) == 50
    assert len(after["acc_doc_020", "acc_doc_021"]) == len("inc_000000000000")
    assert all(after[a] == id_ for a, id_ in before.items() if a in after)


def test_an_interrupt_leaves_the_earlier_conclusions(
    store: Store, monkeypatch: pytest.MonkeyPatch, tells: Tells
) -> None:
    """All of it is written, or nothing."""
    conclude(store, Silent())
    before = store.records()
    store.add_readings([tells(n) for n in range(100, 119)], "one")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(concluding, "IN_MEMORY_UP_TO", 10)
    with monkeypatch.context() as patch:
        patch.setattr(windows.regrouping, "records_of", stop)
        with pytest.raises(KeyboardInterrupt):
            conclude(store, Silent())
    assert store.records() == before
    assert concluding.is_due(store)
    conclude(store, Silent())
    assert len(store.records()) == len(before) + 19
