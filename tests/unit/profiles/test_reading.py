"""The same claims under each codebook: the worked example of the field's notes.

A ministry has 5 dead; a governor at least 7 and dozens hurt; one agency 7, which another
copies; a monitor 9, two of them children; the accused denies it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from rashomon.model.claim import Attribute, Stance
from rashomon.model.value import (
    Count,
    Outcome,
    Perpetrator,
    Responsibility,
    ResponsibilityPosition,
)
from rashomon.profiles import Code, Figure, Reading, cell_words, read, reading_json

KILLED, INJURED = Attribute.KILLED, Attribute.INJURED
DENIES = (
    Attribute.RESPONSIBILITY,
    Responsibility("Osbria", ResponsibilityPosition.DENIES),
    "Osbria",
)


def _worked(tell: Any, *more: Any) -> Any:
    return tell(
        ("Harbour Gazette", [(KILLED, Count(5, 5), "Ministry of Health")]),
        (
            "Verin Post",
            [
                (KILLED, Count(7, None), "Governor Ana Dol"),
                (INJURED, Count(24, None, vague=True), "Governor Ana Dol"),
            ],
        ),
        ("Agency North", [(KILLED, Count(7, 7))]),
        ("Agency South", [(KILLED, Count(7, 7))], "Agency North"),
        (
            "Field Monitor",
            [(KILLED, Count(9, 9)), (KILLED, Count(2, 2, scope="children"))],
        ),
        ("Osbria Today", [DENIES, (Attribute.PERPETRATOR, Perpetrator("Osbria", "Osbria"), "Governor Ana Dol")]),
        *more,
    )  # fmt: skip


def _read(told: Any) -> Mapping[str, Reading]:
    return {r.codebook.id: r for r in read(told.record, told.documents, told.families)}


def _edges(cell: Figure | Code | None) -> tuple[int | None, int | None, int | None]:
    assert isinstance(cell, Figure)
    return cell.low, cell.best, cell.high


def test_acled_takes_the_lowest_until_one_is_corroborated(tell: Any) -> None:
    """Five: that seven stands in two ways, exact and as a bound, corroborates neither."""
    reading = _read(_worked(tell))["acled"]
    assert _edges(reading.cell("killed")) == (5, 5, 5)
    assert reading.cell("injured") is None


def test_acled_revises_to_a_corroborated_figure(tell: Any) -> None:
    """Two independent voices with the very same figure outweigh one lower."""
    told = _worked(tell, ("River Echo", [(KILLED, Count(7, 7))]))
    assert _edges(_read(told)["acled"].cell("killed")) == (7, 7, 7)


def test_ucdp_has_low_best_and_high(tell: Any) -> None:
    """Five, seven (which most voices give) and nine."""
    reading = _read(_worked(tell))["ucdp"]
    assert _edges(reading.cell("killed")) == (5, 7, 9)


def test_airwars_gives_a_range_and_grades_it(tell: Any) -> None:
    """Five to nine civilians, two children; fair, as a strike is likely; not confirmed."""
    reading = _read(_worked(tell))["airwars"]
    assert _edges(reading.cell("killed")) == (5, None, 9)
    assert _edges(reading.cell("children killed")) == (2, None, 2)
    assert cell_words(reading.cell("grade")) == "fair"


def test_airwars_is_contested_where_another_is_accused(tell: Any) -> None:
    """Two belligerents accused of one strike compete."""
    accused = (Attribute.PERPETRATOR, Perpetrator("Norland", "Norland"))
    told = _worked(tell, ("River Echo", [accused]))
    assert cell_words(_read(told)["airwars"].cell("grade")) == "contested"


def test_ibc_says_which_value_a_vague_word_has(tell: Any) -> None:
    """Least 5, most 9; dozens are 24 here."""
    reading = _read(_worked(tell))["ibc"]
    assert _edges(reading.cell("killed")) == (5, None, 9)
    assert _edges(reading.cell("injured")) == (24, None, 24)


def test_acled_has_its_own_value_for_a_vague_word(tell: Any) -> None:
    """Dozens are 12 to ACLED."""
    told = tell(("Verin Post", [(KILLED, Count(24, None, vague=True))]))
    assert _edges(_read(told)["acled"].cell("killed")) == (12, 12, 12)


def test_silence_is_a_zero_only_to_who_codes_it_so(tell: Any) -> None:
    """ACLED codes no mention as 0 and says that nobody said it; elsewhere it is unknown."""
    readings = _read(tell(("Verin Post", [(Attribute.OUTCOME, Outcome.HIT)])))
    acled = readings["acled"].cell("killed")
    assert isinstance(acled, Figure)
    assert (acled.best, acled.claims, acled.is_of_silence) == (0, (), True)
    for other in ("as_reported", "ucdp", "airwars", "gva", "ibc"):
        assert _edges(readings[other].cell("killed")) == (None, None, None)


def test_none_is_not_unknown(tell: Any) -> None:
    """A report that nobody died is a claim of 0."""
    readings = _read(tell(("Verin Post", [(KILLED, Count(0, 0))])))
    for reading in readings.values():
        cell = reading.cell("killed")
        assert isinstance(cell, Figure)
        assert (cell.low, cell.high, len(cell.claims)) == (0, 0, 1)


def test_a_denied_figure_is_nobodys(tell: Any) -> None:
    """A figure that is only denied does not count."""
    told = tell(("Verin Post", [(KILLED, Count(7, 7), None, Stance.DENIES)]))
    assert _edges(_read(told)["ucdp"].cell("killed")) == (None, None, None)


def test_every_figure_of_a_reading_cites_a_claim_or_is_of_silence(tell: Any) -> None:
    """No number leaves without the words behind it."""
    told = _worked(tell)
    claims = {c.id for a in told.record.accounts for c in a.claims}
    for reading in _read(told).values():
        for figure in reading.figures:
            assert set(figure.claims) <= claims
            if figure.low is not None:
                assert figure.claims or figure.is_of_silence


def test_scripts_get_the_rules_with_the_figures(tell: Any) -> None:
    """Each with where it is written and whether that was verified."""
    line = reading_json(_read(_worked(tell))["ucdp"])
    figures: Any = line["figures"]
    assert (figures[0]["best"], figures[0]["verified"]) == (7, False)
    assert "3.2" in figures[0]["source"]


@pytest.mark.parametrize(
    ("low", "best", "high", "told"),
    [(5, 7, 9, "7 (5–9)"), (5, None, 9, "5–9"), (5, 5, 5, "5"), (None,) * 3 + ("–",)],
)
def test_a_cell_is_told_in_few_words(
    tell: Any, low: int | None, best: int | None, high: int | None, told: str
) -> None:
    """A best figure first, then the range; a dash for unknown."""
    rule = _read(tell(("Verin Post", [])))["ucdp"].figures[0].rule
    figure = Figure(
        name="a", row="a", low=low, best=best, high=high, claims=(), rule=rule
    )
    assert cell_words(figure) == told
