"""The log of decisions gives back what it was given, in order."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from rashomon.model.claim import Attribute
from rashomon.model.decision import Decision, DecisionKind
from rashomon.model.document import Span
from rashomon.model.ids import AccountId, DecisionId, DocumentId
from rashomon.model.value import Count, TimePrecision, When
from rashomon.store.sqlite import open_store

NOW = datetime(2024, 6, 1, 9, 30, tzinfo=UTC)
FIRST = date(2024, 5, 1)


def test_decisions_are_given_back_in_order_as_they_were(tmp_path: Path) -> None:
    """Of every kind of meaning: accounts, values, the words of a claim, another one."""
    made = [
        Decision(
            id=DecisionId("dec_b"),
            kind=DecisionKind.SPLIT,
            person="Ada",
            made_at=NOW,
            target=("inc_1", "acc_1"),
            note="two raids",
            accounts=(AccountId("acc_1"),),
            others=(AccountId("acc_2"), AccountId("acc_3")),
        ),
        Decision(
            id=DecisionId("dec_a"),
            kind=DecisionKind.REJECT,
            person="Ivo",
            made_at=NOW,
            target=("clm_1",),
            attribute=Attribute.KILLED,
            values=(Count(5, None),),
            document_id=DocumentId("doc_1"),
            span=Span(3, 9),
        ),
        Decision(
            id=DecisionId("dec_c"),
            kind=DecisionKind.SET,
            person="Ivo",
            made_at=NOW,
            target=("inc_1",),
            attribute=Attribute.DATE,
            values=(When(FIRST, FIRST, TimePrecision.DAY),),
        ),
        Decision(
            id=DecisionId("dec_d"),
            kind=DecisionKind.UNDO,
            person="Ada",
            made_at=NOW,
            target=("dec_a",),
        ),
    ]
    with open_store(tmp_path / "a.db") as store:
        for decision in made:
            store.add_decision(decision)
        assert store.decisions() == made


def test_a_database_without_a_log_gets_one(tmp_path: Path) -> None:
    """One made by the first Rashomon is brought up to date when it is opened."""
    import sqlite3
    from contextlib import closing

    path = tmp_path / "old.db"
    open_store(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE decisions")
        connection.execute("UPDATE schema_version SET version = 1")
        connection.commit()
    with open_store(path) as store:
        assert store.decisions() == []
