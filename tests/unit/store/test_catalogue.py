"""The catalogue follows the conclusions, and answers what pages ask."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from rashomon.model.finding import Agreement
from rashomon.pipeline.conclude import conclude
from rashomon.pipeline.ledger import Silent
from rashomon.store import catalogue
from rashomon.store.catalogue import Box, Known, Order, Wanted
from rashomon.store.sqlite import open_store

# The schema that had no catalogue yet.
BEFORE = 3


def _titles(path: Path, wanted: Wanted) -> list[str | None]:
    with open_store(path) as store, store.snapshot() as snapshot:
        found = catalogue.entries(snapshot, wanted)
        assert len(found) == catalogue.count(snapshot, wanted)
        return [entry.place for entry in found]


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(place="VERIN"),
        Wanted(words="verin gazette"),
        Wanted(since="2024-04-30", until="2024-05-02"),
        Wanted(status=Agreement.CONTESTED),
        Wanted(box=Box(12, 41, 13, 42)),
        Wanted(killed_from=6),
        Wanted(named=("place", "99")),
        Wanted(dated=Known.YES),
    ],
)
def test_each_filter_finds_the_incident(told_database: Path, wanted: Wanted) -> None:
    """And leaves the others out."""
    assert _titles(told_database, wanted) == ["Verin (IT)"]


def test_a_rectangle_may_cross_the_date_line(told_database: Path) -> None:
    """West is then greater than east, and what lies between is left out."""
    assert _titles(told_database, Wanted(box=Box(170, -90, -170, 90))) == []
    across = Wanted(box=Box(50, -90, -170, 90))
    assert set(_titles(told_database, across)) == {"Orsk (RU)"}


def test_nothing_is_dropped_for_want_of_a_day(told_database: Path) -> None:
    """The undated are in every list, the last of it."""
    for order in Order:
        places = _titles(told_database, Wanted(order=order))
        assert "Verin (IT)" in places
        assert "Orsk (RU)" in places
    assert _titles(told_database, Wanted())[0] == "Verin (IT)"


def test_an_incident_that_did_not_change_keeps_its_times(told_database: Path) -> None:
    """Concluding again from the same evidence makes nothing new in the feed."""
    with closing(sqlite3.connect(told_database)) as connection:
        connection.execute("UPDATE catalogue SET first_seen = 'then', changed = 'then'")
        connection.commit()
    with open_store(told_database) as store:
        conclude(store, Silent())
        with store.snapshot() as snapshot:
            entries = catalogue.entries(snapshot, Wanted())
    assert {(e.first_seen, e.changed) for e in entries} == {("then", "then")}


def test_a_toll_that_no_column_holds_is_listed_as_large_as_one_can_be(
    told_database: Path,
) -> None:
    """It may be in the evidence; nobody's report may keep all others from being listed."""
    toll = '{"min": 1000000000000000000000, "max": 1000000000000000000000}'
    with closing(sqlite3.connect(told_database)) as connection:
        connection.execute(
            "UPDATE claims SET value = ? WHERE attribute = 'killed'", (toll,)
        )
        connection.commit()
    with open_store(told_database) as store:
        conclude(store, Silent())
    assert _titles(told_database, Wanted(killed_from=10**9)) == _titles(
        told_database, Wanted()
    )


def test_a_database_without_a_catalogue_gets_one(told_database: Path) -> None:
    """With all its incidents, as if they had been concluded now."""
    before = _titles(told_database, Wanted())
    with closing(sqlite3.connect(told_database)) as connection:
        for table in ("catalogue", "catalogue_words", "catalogue_names"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DROP INDEX accounts_by_id")
        connection.execute(f"UPDATE schema_version SET version = {BEFORE}")
        connection.commit()
    assert _titles(told_database, Wanted()) == before


def test_a_word_for_a_toll_is_told_from_a_figure(told_database: Path) -> None:
    """ "Dozens" is kept as the word beside the number that it is read as."""
    _say_dozens(told_database)
    with open_store(told_database) as store:
        conclude(store, Silent())
        with store.snapshot() as snapshot:
            entries = catalogue.entries(snapshot, Wanted(place="orsk"))
    assert {(e.killed, e.killed_word) for e in entries} == {(24, "dozens")}


def test_a_database_from_before_words_learns_of_them(told_database: Path) -> None:
    """The words follow from the findings that it holds."""
    _say_dozens(told_database)
    with open_store(told_database) as store:
        conclude(store, Silent())
    with closing(sqlite3.connect(told_database)) as connection:
        connection.execute("ALTER TABLE catalogue DROP COLUMN killed_word")
        connection.execute("ALTER TABLE catalogue DROP COLUMN injured_word")
        connection.execute("UPDATE schema_version SET version = 6")
        connection.commit()
    with open_store(told_database) as store, store.snapshot() as snapshot:
        entries = catalogue.entries(snapshot, Wanted())
    words = {e.place: e.killed_word for e in entries}
    assert words == {"Orsk (RU)": "dozens", "Verin (IT)": None}


def _say_dozens(path: Path) -> None:
    """Let the reports of Orsk say "dozens"."""
    dozens = '{"min": 24, "max": null, "vague": true}'
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "UPDATE claims SET value = ? WHERE id IN"
            " ('clm_orsk_killed', 'clm_hostile_killed')",
            (dozens,),
        )
        connection.commit()
