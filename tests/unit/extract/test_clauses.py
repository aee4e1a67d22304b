"""Sentences of two incidents, parted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from rashomon.extract import clauses, heads, reading
from rashomon.extract.passages import Passage, split
from rashomon.model.claim import Attribute
from rashomon.model.document import DateBasis, Document, Published, Span
from rashomon.model.ids import DocumentId
from rashomon.model.mention import CountMention, TimeMention, Toponym
from rashomon.model.value import Count, GeoPrecision, Point, TimePrecision, When, Where

TOWNS = {
    "Alton": Where("Alton", GeoPrecision.SETTLEMENT, Point(50.0, 30.0), "XX", "East"),
    "Borton": Where("Borton", GeoPrecision.SETTLEMENT, Point(55.0, 37.0), "XX", "West"),
    "Milton": Where("Milton", GeoPrecision.SETTLEMENT, Point(50.1, 30.1), "XX", "East"),
    "Nearby": Where("Nearby", GeoPrecision.SETTLEMENT, Point(50.1, 30.1), "YY", "Rim"),
    "Nordland": Where("Nordland", GeoPrecision.COUNTRY, Point(60.0, 60.0), "YY"),
}


def span_of(text: str, words: str) -> Span:
    """Return where the words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def parted(
    text: str,
    names: Sequence[str] = (),
    dead: Sequence[str] = (),
    days: Sequence[tuple[str, int]] = (),
) -> list[Passage]:
    """Part a text with the towns, the dead and the days of May 2024 that it names."""
    read = reading.read(
        Document(
            id=DocumentId("d1"),
            text=text,
            raw_sha256="",
            origin="test",
            language="en",
            published=Published("2024-05-03", DateBasis.GIVEN),
        )
    )
    sentences = split(
        read,
        times=[
            TimeMention(
                span=span_of(text, words),
                when=When(date(2024, 5, n), date(2024, 5, n), TimePrecision.DAY),
                timex=f"2024-05-{n:02}",
                rule="test",
                relative=False,
            )
            for words, n in days
        ],
        counts=[
            CountMention(
                span=span_of(text, w),
                attribute=Attribute.KILLED,
                count=Count(2, 2),
                rule="test",
            )
            for w in dead
        ],
        mentions=[],
        toponyms=[
            Toponym(span=span_of(text, n), text=n, where=TOWNS[n]) for n in names
        ],
        seen=heads.read(read),
    )
    return clauses.parted(text, sentences)


def test_two_deeds_in_two_towns_are_two_passages() -> None:
    """Each keeps its own town and its own dead, and their words make the sentence."""
    text = "A blast in Alton killed two people, and drones struck a depot near Borton."
    first, second = parted(text, ["Alton", "Borton"], ["killed two people"])
    assert [t.text for t in first.toponyms] == ["Alton"]
    assert [t.text for t in second.toponyms] == ["Borton"]
    assert (len(first.counts), len(second.counts)) == (1, 0)
    assert (first.index, second.index) == (0, 1)
    assert first.words == "A blast in Alton killed two people"


def test_the_later_deed_takes_the_day_of_the_earlier() -> None:
    """A day said once at the head of the sentence is the day of both."""
    text = "On Thursday shells killed two in Alton, while a mine exploded in Borton."
    _, second = parted(text, ["Alton", "Borton"], ["killed two"], [("On Thursday", 2)])
    assert [t.span.of(text) for t in second.times] == ["On Thursday"]


def test_what_so_did_another_town_is_a_deed_too() -> None:
    """ "So did" tells the earlier deed again, of another town."""
    text = "A depot near Alton was shelled at night, and so was one near Borton."
    first, second = parted(text, ["Alton", "Borton"])
    assert second.words == "so was one near Borton."
    assert {t.span.of(text) for t in first.triggers if not t.whole} <= {
        t.span.of(text) for t in second.triggers
    }


def test_one_deed_in_one_place_stays_whole() -> None:
    """Suburbs, a country and a second verb part nothing."""
    for text in (
        "A blast in Alton killed two, and fire spread to Milton.",
        "A blast killed two in Alton, near Borton, and a shell hit the mill.",
        "A blast killed two in Alton, 90 km south of Borton, and hit the mill.",
        "A blast in Alton killed two, and a man of Nordland was shot.",
        "A blast killed two in Alton, and the mill burned down.",
    ):
        named = [n for n in TOWNS if n in text]
        assert len(parted(text, named, ["killed two"])) == 1


def test_another_day_parts_only_what_is_called_another() -> None:
    """Two days of one sentence may be the deed's and the aftermath's."""
    dead = ["killed two"]
    days = [("on Wednesday", 1), ("on Friday", 3)]
    marked = "Shells killed two on Wednesday, and a second strike hit on Friday."
    plain = "Shells killed two on Wednesday, and the shelled mill burned on Friday."
    assert len(parted(marked, [], dead, days)) == 2
    assert len(parted(plain, [], dead, days)) == 1


def test_a_boundary_at_the_end_parts_nothing() -> None:
    """A passage that ends in a comma or a dash has no empty part."""
    text = "A blast in Alton killed two, – "
    (whole,) = parted(text, ["Alton"], ["killed two"])
    assert whole.words == text.strip()


def test_what_a_strike_answers_is_another_deed() -> None:
    """Also where one of them is told of by its country alone."""
    text = "Jets bombed a camp in Nordland after the attack on a bus station in Alton."
    first, second = parted(text, ["Nordland", "Alton"])
    assert second.words.startswith("after the attack")
    assert first.words.endswith("in Nordland")
    whole = "A man of Nordland was shot in Alton after the attack."
    assert len(parted(whole, ["Nordland", "Alton"])) == 1


def test_each_of_the_days_of_several_deeds_is_one_deed() -> None:
    """ "The raids of 1 May and 2 May": of both it is told that there was a raid."""
    text = "The raids of 1 May and 2 May left the mill in ruins."
    first, second = parted(text, [], [], [("1 May", 1), ("2 May", 2)])
    assert {t.type for t in first.deeds} == {t.type for t in second.deeds}
    assert [t.timex for t in second.times] == ["2024-05-02"]
    period = "The raid lasted between 1 May and 2 May and hit the mill."
    assert len(parted(period, [], [], [("1 May", 1), ("2 May", 2)])) == 1


@pytest.mark.parametrize(
    "behind",
    [
        "hours after a bomb attack in Borton",
        "after the Borton bombing",
        "two days after an attack near the interior ministry in Borton",
    ],
)
def test_what_was_answered_may_be_told_by_hours_or_its_town(behind: str) -> None:
    """ "Hours after", "after the Borton bombing", "near the ministry in Borton"."""
    text = f"Jets bombed camps in Nordland on Sunday, {behind}."
    first, second = parted(text, ["Nordland", "Borton"])
    assert [t.text for t in first.toponyms] == ["Nordland"]
    assert [t.text for t in second.toponyms] == ["Borton"]


def test_what_was_answered_lies_over_a_border_however_near() -> None:
    """A rocket from one side of a border, bombs on the other."""
    text = "Jets bombed a mill in Alton on Sunday after a rocket hit a house in Nearby."
    first, second = parted(text, ["Alton", "Nearby"])
    assert [t.text for t in second.toponyms] == ["Nearby"]
    assert [t.text for t in first.toponyms] == ["Alton"]


def test_again_on_another_day_is_one_more() -> None:
    """At the same place, of which the same was hit; "again" alone is no other day."""
    text = "A school in Alton was shelled on Friday and again on Monday."
    first, second = parted(text, ["Alton"], days=[("Friday", 3), ("Monday", 6)])
    assert [t.text for t in second.toponyms] == ["Alton"]
    assert [t.when and t.when.start.day for p in (first, second) for t in p.times] == [
        3,
        6,
    ]
    hit = [s for s in second.statements if s.attribute is Attribute.TARGET]
    assert [s.span.of(text) for s in hit] == [
        s.span.of(text) for s in first.statements if s.attribute is Attribute.TARGET
    ]
    assert hit
    whole = "A school in Alton was shelled again on Monday."
    assert len(parted(whole, ["Alton"], days=[("Monday", 6)])) == 1
