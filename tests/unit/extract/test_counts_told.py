"""Counts in other words, lists that explain a figure, and whom a figure is not for."""

from __future__ import annotations

import pytest

from rashomon.extract import counts, counts_single
from rashomon.extract.counts_scope import without_totals
from rashomon.extract.reading import Reading, read
from rashomon.model.claim import Attribute
from rashomon.model.document import Document, Span
from rashomon.model.ids import DocumentId

KILLED, INJURED = Attribute.KILLED, Attribute.INJURED
SERIOUSLY, MISSING = Attribute.SERIOUSLY_INJURED, Attribute.MISSING
DETAINED = Attribute.DETAINED
AFFECTED = "affected, including the dead"


def reading(text: str) -> Reading:
    """Read an English text."""
    identity = DocumentId("d1")
    return read(
        Document(id=identity, text=text, raw_sha256="", origin="test", language="en")
    )


def told(text: str) -> set[tuple[Attribute, str, str | None]]:
    """Return each count of a text as (what, how many, of whom)."""
    return {
        (m.attribute, str(m.count), m.count.scope) for m in counts.find(reading(text))
    }


@pytest.mark.parametrize(
    ("text", "what", "count"),
    [
        ("Seven fight for their lives after the fire.", SERIOUSLY, "7"),
        ("One office gives the toll as 38.", KILLED, "38"),
        ("The union puts the dead at 19 by noon.", KILLED, "19"),
        ("A wire listed the number of those killed as nine.", KILLED, "9"),
        ("He wrote down the count of the wounded as 71.", INJURED, "71"),
        ("A union reckons the injured alone at about 140.", INJURED, "~140"),
        ("The nurse said four patients were deceased.", KILLED, "4"),
        ("In Orvela nine villagers were massacred.", KILLED, "9"),
        ("The council puts the deaths in Orvela at 140.", KILLED, "140"),
        ("A nurse gave 17 as the number of dead.", KILLED, "17"),
        ("At 12 noon the number of injured stood at 50.", INJURED, "50"),
        ("It took the lives of a policeman and a passing cyclist.", KILLED, "2"),
        ("Raiders abducted 40 pupils in Orvela.", MISSING, "40"),
        ("Some 40 pupils were kidnapped in Orvela.", MISSING, "~40"),
        ("No one has been arrested so far.", DETAINED, "0"),
        ("There have been no arrests.", DETAINED, "0"),
        ("There were no early reports of casualties.", KILLED, "0"),
        ("Nineteen of the seriously injured went to Maro.", SERIOUSLY, "19"),
        ("Nine dead, more than in any raid since the war began.", KILLED, "9"),
        ("The toll of the ferry crash was cut to 16 by noon.", KILLED, "16"),
        ("The number of dead stood at nine and that of the hurt at 30.", INJURED, "30"),
        ("The number of dead stood at nine and that of the hurt at 30.", KILLED, "9"),
        ("Ten guards were injured, two of them seriously.", SERIOUSLY, "2"),
        ("A bomb killed the military blogger Peter Karlov at a cafe.", KILLED, "1"),
    ],
)
def test_other_words_for_a_harm(text: str, what: Attribute, count: str) -> None:
    """The same harms in words less often used, and nobody held."""
    assert [c for a, c, scope in told(text) if a is what and not scope] == [count]


def test_who_fights_for_life_is_not_dead() -> None:
    """Lives are lost or claimed; those that are fought for are not."""
    assert not [t for t in told("Seven fight for their lives.") if t[0] is KILLED]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nine of the victims, five women and four guards, died there.", None),
        ("Three people, two cooks and a guard, were killed.", "3"),
        ("12 pupils, 2 teachers killed in Orvela school shooting", "14"),
        ("At Least 12 Pupils & 2 Teachers Are Dead In Orvela", "14+"),
        ("The 12 pupils, at the minimum, and two teachers were killed.", "14"),
        ("Four men, three women and a child were killed.", "8"),
    ],
)
def test_a_list_is_a_sum_or_says_who_a_figure_is(text: str, count: str | None) -> None:
    """Kinds joined are added; a list behind people or victims only says who they are."""
    whole = [c for a, c, scope in told(text) if a is KILLED and not scope]
    assert whole == ([count] if count else [])


@pytest.mark.parametrize(
    "text",
    [
        "More than 30 people were killed or wounded in the raid.",
        "The raid killed or injured 30 villagers.",
    ],
)
def test_the_dead_or_hurt_together_are_neither(text: str) -> None:
    """A figure for both at once is no toll of the dead, nor of the hurt."""
    harmed = [t for t in told(text) if t[0] in {KILLED, INJURED}]
    assert harmed
    assert {scope for _, _, scope in harmed} == {AFFECTED}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Five died on Monday. The protests have now cost 46 lives.", "46"),
        ("Five died on Monday. In three weeks of protests 46 were killed.", "46"),
        ("Five died. In May, 46 people were killed in raids across the country.", "46"),
    ],
)
def test_the_toll_of_a_movement_or_a_month(text: str, count: str) -> None:
    """It is no one day's."""
    said = told(text)
    assert {(KILLED, "5", None), (KILLED, count, "over a period")} <= said


def test_a_days_figure_told_again_is_the_same_days() -> None:
    """ "A day after he killed nine" is no other deed where the report has nine dead."""
    text = "Nine people were killed. He was held a day after he killed nine people."
    assert {scope for a, _, scope in told(text) if a is KILLED} == {None}
    text = "Six people were killed. It came a day after a blast killed nine people."
    assert (KILLED, "9", "another incident") in told(text)


def test_who_is_recalled_as_killed_is_one() -> None:
    """A background incident has its dead though the report has a figure for another."""
    text = "A blast killed 30 people in Orvela. General Adil Karo was killed in May in Maro."
    read_once = reading(text)
    at = text.index("General")
    there, here = Span(at, len(text)), Span(0, at)
    alone = counts_single.alone(read_once, [], [there])
    assert [(m.attribute, str(m.count)) for m in alone] == [(KILLED, "1")]
    assert not counts_single.alone(read_once, [], [here])
    assert not counts_single.alone(read_once, alone, [there])


@pytest.mark.parametrize(
    "text",
    ["None of the dead was from the town.", "A Maro shell had brought the deaths."],
)
def test_what_is_said_of_the_dead_is_no_figure(text: str) -> None:
    """Their age, or what killed them, is no count of them."""
    assert not told(text)


def test_some_of_the_wounded_stand_where_no_figure_is_for_all() -> None:
    """ "Forty of the wounded" is the only figure of its incident, or a part beside one."""
    some = counts.find(reading("Forty of the wounded were brought to Maro."))
    assert [(str(m.count), m.count.scope) for m in some] == [("40", "part")]
    assert [m.count.scope for m in without_totals(some)] == [None]
    both = counts.find(
        reading("The raid injured 90. Forty of the wounded were brought to Maro.")
    )
    assert {m.count.scope for m in without_totals(both)} == {None, "part"}


def test_who_is_hurt_in_an_incident_that_is_recalled_is_one() -> None:
    """Told by who it was, beside another incident's figure."""
    text = "A blast injured 30 people in Orvela. A bomb in Maro tore a car apart, injuring the driver."
    at = text.index("A bomb")
    alone = counts_single.alone(reading(text), [], [Span(at, len(text))])
    assert [(m.attribute, str(m.count)) for m in alone] == [(INJURED, "1")]


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("Une vingtaine de morts et des dégâts à Orvela.", "fr", "20"),
        ("En Orvela han muerto 39 personas.", "es", "39"),
    ],
)
def test_the_dead_in_french_and_spanish(text: str, language: str, count: str) -> None:
    """A round number by its own noun, and the verb before the figure."""
    document = Document(
        id=DocumentId("d1"), text=text, raw_sha256="", origin="test", language=language
    )
    found = [m for m in counts.find(read(document)) if m.attribute is KILLED]
    assert [str(m.count) for m in found] == [count]
