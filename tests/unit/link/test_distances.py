"""Distances that a report states, against where its places are."""

from __future__ import annotations

import time

import pytest

from rashomon.link import distances
from rashomon.model.document import Span
from rashomon.model.mention import Toponym
from rashomon.model.value import GeoPrecision, Point, Where
from rashomon.store.gazetteer import open_gazetteer

_PLACES = {
    "Ryazan": (54.63, 39.74, "RU", GeoPrecision.SETTLEMENT),
    "Moscow": (55.75, 37.62, "RU", GeoPrecision.SETTLEMENT),
    "Izhevsk": (56.85, 53.2, "RU", GeoPrecision.SETTLEMENT),
    "Russia": (60.0, 100.0, "RU", GeoPrecision.COUNTRY),
    "Рязань": (54.63, 39.74, "RU", GeoPrecision.SETTLEMENT),
    "Москвы": (55.75, 37.62, "RU", GeoPrecision.SETTLEMENT),
}


def _notes(text: str) -> dict[str, str | None]:
    toponyms = []
    for number, (name, (lat, lon, country, precision)) in enumerate(_PLACES.items()):
        at = text.find(name)
        if at >= 0:
            where = Where(name, precision, Point(lat, lon), country, None, number + 1)
            toponyms.append(
                Toponym(span=Span(at, at + len(name)), text=name, where=where)
            )
    toponyms.sort(key=lambda t: t.span)
    checked = distances.checked(text, toponyms, open_gazetteer())
    assert checked == toponyms  # a note makes no other place
    return {t.text: t.where.note for t in checked if t.where}


@pytest.mark.parametrize(
    "text",
    [
        "A depot burns in Ryazan, about 180 km southeast of Moscow.",
        "A depot burns in Ryazan, 112 miles (180 km) from Moscow.",
        "A depot burns in Ryazan. It lies some 200 kilometres from Moscow.",
        "Склад горит: Рязань, в 180 км к юго-востоку от Москвы.",
        "Izhevsk, Russia, lies more than 1,000 kilometers from the Ukrainian border.",
        "Drones hit Ryazan after a flight of 900 km from Moscow.",
        "In Ryazan they fired rockets that fly 900 km from Moscow.",
    ],
)
def test_a_distance_that_fits_leaves_no_note(text: str) -> None:
    """What agrees, is rounded or is of a flight says nothing against the place."""
    assert not any(_notes(text).values())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A depot burns in Ryazan, about 20 km from Moscow.", "183 km from it"),
        ("A depot burns in Ryazan, 180 km north of Moscow.", "another direction"),
        ("Izhevsk lies 40 miles from the Ukrainian border.", "the border of UA"),
        ("Рязань, в 20 км от Москвы, без света.", "183 km from it"),
        ("Ryazan lies 900 km from Moscow.", "183 km from it"),
    ],
)
def test_a_distance_that_does_not_fit_is_noted(text: str, said: str) -> None:
    """A mismatch beyond rounding and roads is a note on the place that is spoken of."""
    notes = {name: note for name, note in _notes(text).items() if note}
    assert len(notes) == 1
    assert said in next(iter(notes.values()))


def test_a_bare_border_is_of_the_only_other_country() -> None:
    """ "The border" in a report that names one other country is that country's."""
    assert not any(_notes("Izhevsk lies 700 miles from the border.").values())


@pytest.mark.parametrize("run", [" " * 30_000, "9" * 30_000, "over \n" * 5_000])
def test_a_run_of_space_or_digits_costs_no_time(run: str) -> None:
    """Nothing is stated in it, and each of its places is looked at once."""
    before = time.process_time()
    assert _notes(f"A depot burns in Ryazan,{run} from Moscow.") == {
        "Ryazan": None,
        "Moscow": None,
    }
    assert time.process_time() - before < 3.0
