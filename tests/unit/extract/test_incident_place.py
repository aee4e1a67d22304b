"""Which place among those named is the incident's, and why."""

from __future__ import annotations

import pytest

from rashomon.clean.documents import clean
from rashomon.extract import counts, dates, incident_place, mentions, passages, reading
from rashomon.extract.incident_place import Candidate, Report
from rashomon.extract.passages import Passage
from rashomon.ingest.raw import raw_of_fields
from rashomon.link import places
from rashomon.model.document import Document
from rashomon.pipeline.stages import gazetteer


def read_of(text: str) -> tuple[Report, list[Passage]]:
    """Return a report and its sentences."""
    document = clean(raw_of_fields({"text": text}, b"", "test"))
    assert isinstance(document, Document)
    read = reading.read(document)
    named = mentions.find(read)
    toponyms = places.resolve(read.text, named, gazetteer(), language="en")
    split = passages.split(
        read,
        times=dates.find(read),
        toponyms=toponyms,
        counts=counts.find(read),
        mentions=named,
    )
    return Report(read.text, read.title, toponyms), split


def candidates_of(text: str) -> list[Candidate]:
    """Return the candidates among all places of a report."""
    return incident_place.candidates(*read_of(text))


def chosen_of(text: str) -> str:
    """Return the name of the place that is chosen."""
    return incident_place.choose(*read_of(text))[0].text


def best_of(text: str) -> str:
    """Return the name of the place with the highest sum of reasons."""
    best = max(candidates_of(text), key=lambda c: c.score)
    return best.toponyms[0].text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "A shell hit a market in Kherson on Friday and killed four people."
            " Officials in Kyiv condemned the attack. Moscow did not comment.",
            "Kherson",
        ),
        (
            "DAYTON, Ohio — Police said a man was shot and killed outside his home late"
            " on Saturday. The victim used to live in Columbus.",
            "DAYTON",
        ),
        (
            "A drone hit a plant in Lyubertsy, near Moscow, on Friday. Fire crews came"
            " from Moscow, the governor said.",
            "Lyubertsy",
        ),
        (
            "Four rockets were fired from Sidon at the port of Haifa on Sunday, the army"
            " said. Two people were hurt.",
            "Haifa",
        ),
        (
            "Three people were wounded by gunfire in Toledo, Ohio, on Sunday. Toledo"
            " police said that the gunman fled towards Michigan.",
            "Toledo",
        ),
    ],
)
def test_the_place_of_the_deed_speaks_most_for_itself(text: str, place: str) -> None:
    """Not where somebody spoke, lived or fled to."""
    assert best_of(text) == place


def test_a_candidate_itemises_its_reasons() -> None:
    """Each has a name, and all weights that count are in the shipped table."""
    for candidate in candidates_of("A bomb killed two people in Mosul on Friday."):
        names = [name for name, _ in candidate.reasons]
        assert len(names) == len(set(names))
        assert "after a word of place" in names


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("in Lyubertsy, near Moscow,", True),
        ("in Lyubertsy, a small town 20 km southeast of Moscow,", True),
        ("in Lyubertsy, about twenty kilometers from Moscow,", True),
        ("in Lyubertsy and in Moscow", False),
        ("in Lyubertsy, more than 400 km from Bryansk,", False),
    ],
)
def test_a_place_that_is_explained_is_the_news(words: str, *, told: bool) -> None:
    """Who tells where a village lies tells news of it; a mere distance does not."""
    text = f"A drone hit a plant {words} on Friday and killed three people."
    reasons = {c.toponyms[0].text: dict(c.reasons) for c in candidates_of(text)}
    assert bool(reasons["Lyubertsy"]["told by where it is"]) is told
    assert not any(r["told by where it is"] for n, r in reasons.items() if n[0] != "L")


def test_a_road_called_after_a_town_is_no_place() -> None:
    """ "Lowell Street" lies in whatever town the report is from."""
    text = (
        "A man was shot dead on Lowell Street in Taunton, Massachusetts, on Friday."
        " Neighbours on Lowell Street heard four shots."
    )
    assert {t.text for c in candidates_of(text) for t in c.toponyms} == {
        "Taunton",
        "Massachusetts",
    }


def test_the_headline_and_the_rest_of_a_report_are_weighed() -> None:
    """A place in the headline says so, and one in none of the account's sentences."""
    text = (
        "A man was shot dead on Friday, police said. He had come from Dayton, Ohio."
        " Officers of Toledo in Ohio look for a gunman."
    )
    document = clean(
        raw_of_fields(
            {"text": text, "title": "Man shot in Toledo - Dayton News"}, b"", "t"
        )
    )
    assert isinstance(document, Document)
    read = reading.read(document)
    named = mentions.find(read)
    toponyms = places.resolve(read.text, named, gazetteer(), language="en")
    split = passages.split(
        read,
        times=dates.find(read),
        toponyms=toponyms,
        counts=counts.find(read),
        mentions=named,
    )
    report = incident_place.Report(read.text, read.title, toponyms)
    own = [p for p in split if "Dayton, Ohio" in p.words]
    found = {
        c.toponyms[0].text: dict(c.reasons)
        for c in incident_place.candidates(report, own, split)
    }
    assert "in the headline" in found["Toledo"]
    assert "in none of its sentences" in found["Toledo"]
    assert "in the headline" not in found["Dayton"]
    assert "in none of its sentences" not in found["Dayton"]


def test_a_place_of_another_incident_speaks_against_itself() -> None:
    """Where its sentences all tell of another one, that is a reason of its own."""
    text = "A bomb destroyed a bridge in Kherson on Thursday. A bridge in Poltava was hit, too."
    document = clean(raw_of_fields({"text": text}, b"", "test"))
    assert isinstance(document, Document)
    read = reading.read(document)
    named = mentions.find(read)
    toponyms = places.resolve(read.text, named, gazetteer(), language="en")
    split = passages.split(read, times=[], toponyms=toponyms, counts=[], mentions=named)
    report = incident_place.Report(read.text, None, toponyms, apart={1})
    found = incident_place.candidates(report, split[:1], split)
    told = {c.toponyms[0].text: dict(c.reasons) for c in found}
    assert told["Poltava"]["told of another incident"] == 1.0
    assert "told of another incident" not in told["Kherson"]


@pytest.mark.parametrize(
    "text",
    [
        "A shell hit a barn in Mykolaivka, in the Kramatorsk district, on Friday.",
        "Un incendio è scoppiato a Mykolaivka, nel distretto di Kramatorsk, venerdì.",
    ],
)
def test_a_village_told_by_its_district_is_what_the_news_is_of(text: str) -> None:
    """In English and in others: who names its district says where it lies."""
    told = {c.toponyms[0].text: dict(c.reasons) for c in candidates_of(text)}
    assert told["Mykolaivka"]["told by where it is"] == 1.0


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "MANAGUA (Agency) — Gunmen killed three journalists in El Salvador on"
            " Monday, a union said.",
            "El Salvador",
        ),
        (
            "NAIROBI, Kenya (Agency) — Gunmen killed 12 people in Somalia on Monday.",
            "Somalia",
        ),
        (
            "SALINA, Kan. – A man who had fought in Iraq was shot dead on Friday,"
            " police said.",
            "SALINA",
        ),
        (
            "John Doe, 55, of Salina was stabbed in an alley in Topeka on Friday.",
            "Topeka",
        ),
        (
            "A bomb hit an embassy in Nairobi on Friday. It was well planned, a"
            " spokesman said in Washington.",
            "Nairobi",
        ),
    ],
)
def test_where_it_was_written_said_or_lived_is_not_where_it_was(
    text: str, place: str
) -> None:
    """A dateline, a spokesman's town and a victim's home."""
    assert chosen_of(text) == place


def test_whose_deed_it_was_is_no_place() -> None:
    """ "Israel's shelling of the village": the village was hit."""
    text = "Israel's shelling of the village killed two people on Monday."
    assert candidates_of(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "BERLIN — A van sped along a street in the middle of Koblenz, a city in the"
            " west, on Tuesday and killed two people, police said.",
            "Koblenz",
        ),
        (
            "MOSCOW (Agency) – A mill burned on Wednesday.\n\nIn Ryazan, 180 km (110"
            " miles) from Moscow, rockets fell on the mill and hurt two people.\n\n"
            "(Reporting in Moscow and Melbourne)",
            "Ryazan",
        ),
        (
            "ADEN/WASHINGTON (Agency) - No fewer than seven men died in strikes on"
            " Taiz in Yemen on Thursday, officials said.",
            "Taiz",
        ),
    ],
)
def test_the_town_of_a_bureau_is_not_the_news(text: str, place: str) -> None:
    """The report tells where it was; its bureau is named besides only in passing."""
    assert chosen_of(text) == place


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "France bombed an oil port in Mali on Friday and killed 20 people. The"
            " France Central Command said that it struck the port.",
            {"Mali"},
        ),
        (
            "Seventy people were killed in France strikes on a port in Mali.",
            {"Mali"},
        ),
        (
            "France was bombed by a gang on Friday. Nine people died in France.",
            {"France"},
        ),
    ],
)
def test_a_state_that_struck_is_not_where_it_was(text: str, names: set[str]) -> None:
    """Unless it is named as a place as well."""
    assert {c.toponyms[0].text for c in candidates_of(text)} == names
