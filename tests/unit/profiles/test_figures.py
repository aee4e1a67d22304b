"""Which claims count for a figure of a codebook."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rashomon.extract.counts_sums import casualties
from rashomon.model.claim import Attribute
from rashomon.model.value import Count, Perpetrator, Victim
from rashomon.profiles import Figure, Source, Sources, read
from rashomon.profiles.evidence import CASUALTIES
from rashomon.profiles.sources import described

KILLED = Attribute.KILLED


def _figure(told: Any, book: str, row: str, sources: Sources | None = None) -> Figure:
    readings = read(told.record, told.documents, told.families, sources=sources)
    cell = next(r for r in readings if r.codebook.id == book).cell(row)
    assert isinstance(cell, Figure)
    return cell


def test_where_only_attackers_died_they_are_acleds_toll(tell: Any) -> None:
    """And none of GVA's victims, who keeps them apart."""
    told = tell(("A", [(KILLED, Count(1, 1, scope="attackers"))]))
    assert _figure(told, "acled", "killed").best == 1
    assert _figure(told, "gva", "killed").best is None
    assert _figure(told, "gva", "fighters killed").high == 1


def test_a_whole_toll_of_fighters_is_no_civilian_harm(tell: Any) -> None:
    """Where every victim that is described is a fighter."""
    fighters = (Attribute.VICTIM, Victim("five soldiers", kind="military"))
    told = tell(("A", [(KILLED, Count(5, 5)), fighters]))
    assert _figure(told, "airwars", "killed").high is None
    assert _figure(told, "ucdp", "killed").best == 5


def test_civilians_told_apart_come_before_the_whole(tell: Any) -> None:
    """A figure for civilians is theirs."""
    told = tell(
        ("A", [(KILLED, Count(9, 9)), (KILLED, Count(4, 4, scope="civilians"))])
    )
    assert _figure(told, "airwars", "killed").high == 4


def test_a_ceiling_is_no_lowest_figure(tell: Any) -> None:
    """ "Up to 40" says nothing of the least."""
    told = tell(("A", [(KILLED, Count(0, 40))]), ("B", [(KILLED, Count(12, 12))]))
    assert _figure(told, "acled", "killed").best == 12
    assert _figure(told, "airwars", "killed").high == 40


def test_the_accused_s_own_figure_is_set_aside_where_its_side_is_known(
    tell: Any,
) -> None:
    """Described as a party's voice and with nobody else behind it, it is not UCDP's."""
    accused = (Attribute.PERPETRATOR, Perpetrator("Osbria", "Osbria"))
    told = tell(
        ("A", [(KILLED, Count(50, 50), "Colonel Ivo Karr"), accused]),
        ("B", [(KILLED, Count(8, 8))]),
    )
    known = described([Source(name="Colonel Ivo Karr", side="Osbria")])
    assert _figure(told, "ucdp", "killed", known).high == 8
    assert _figure(told, "ucdp", "killed").high == 50


def test_casualties_alone_are_no_deaths_to_acled(tell: Any) -> None:
    """Whether anyone died is not said; a bare "people died" beside it is."""
    mention, *_ = casualties("There were casualties.", [])
    assert f"counts.{mention.rule}" == CASUALTIES
    told = tell(("A", [(KILLED, mention.count)]))
    assert _figure(told, "acled", "killed").best == 3
    accounts = tuple(
        replace(a, claims=tuple(replace(c, extractor=CASUALTIES) for c in a.claims))
        for a in told.record.accounts
    )
    unclear = replace(told, record=replace(told.record, accounts=accounts))
    cell = _figure(unclear, "acled", "killed")
    assert (cell.best, cell.is_of_silence) == (0, True)
    assert _figure(unclear, "ibc", "killed").low == 1


def _dated(told: Any, **days: str | None) -> Any:
    """Return it with its documents published on other days."""
    documents = {
        id_: replace(d, published=replace(d.published, value=days[id_]))
        for id_, d in told.documents.items()
    }
    return replace(told, documents=documents)


def test_what_its_speaker_replaced_is_not_acleds_lowest(tell: Any) -> None:
    """Another speaker's later figure replaces none, nor does one of unknown day."""
    five, three = (KILLED, Count(5, 5), "Ana Dol"), (KILLED, Count(3, 3), "Ana Dol")
    own, other = tell(("A", [three]), ("B", [five])), ("B", [(KILLED, Count(5, 5))])
    days = {"A": "2024-05-01", "B": "2024-05-02T08:00"}
    assert _figure(_dated(own, **days), "acled", "killed").best == 5
    assert _figure(_dated(own, **days), "ibc", "killed").low == 3
    for first, last in (("2024-05-01", None), (None, "2024-05-02"), (days["A"],) * 2):
        told = _dated(own, A=first, B=last)
        assert _figure(told, "acled", "killed").best == 3
    told = _dated(tell(("A", [three]), other), **days)
    assert _figure(told, "acled", "killed").best == 3
    again = tell(("A", [three]), ("B", [five]), ("C", [three], "A"))
    told = _dated(again, **days, C="2024-05-09")
    assert _figure(told, "acled", "killed").best == 5
