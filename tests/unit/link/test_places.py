"""Which place a name means."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rashomon.link import places
from rashomon.model.document import Span
from rashomon.model.mention import Mention, MentionKind, Toponym
from rashomon.model.value import GeoPrecision
from rashomon.store.gazetteer import Gazetteer, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    """Open the machine's gazetteer, compiled on first use."""
    opened = open_gazetteer()
    yield opened
    opened.close()


def _resolve(
    gazetteer: Gazetteer,
    text: str,
    names: list[str],
    *,
    kind: MentionKind = MentionKind.UNKNOWN,
    language: str = "en",
) -> dict[str, Toponym]:
    mentions = []
    for name in names:
        at = text.index(name)
        mentions.append(Mention(Span(at, at + len(name)), name, kind))
    found = places.resolve(text, mentions, gazetteer, language=language)
    assert all(t.span.of(text) == t.text for t in found)
    return {t.text: t for t in found}


def test_a_container_that_follows_chooses_the_namesake(gazetteer: Gazetteer) -> None:
    """ "Lewiston, Maine" is not the larger Lewiston of Idaho."""
    text = "Shots were fired in Lewiston, Maine."
    found = _resolve(gazetteer, text, ["Lewiston", "Maine"])
    where = found["Lewiston"].where
    assert where is not None
    assert (where.country, where.admin1) == ("US", "Maine")
    assert dict(found["Lewiston"].reasons)["followed by what contains it"] > 0


def test_an_abbreviated_state_counts_after_a_comma(gazetteer: Gazetteer) -> None:
    """ "Gary, Ind." is Gary in Indiana."""
    found = _resolve(gazetteer, "A fire in Gary, Ind., killed two.", ["Gary", "Ind."])
    where = found["Gary"].where
    assert where is not None
    assert where.admin1 == "Indiana"


@pytest.mark.parametrize(
    ("text", "name", "language", "geonameid"),
    [
        ("Взрыв прогремел в Люберцах.", "Люберцах", "ru", 532615),
        ("Удар по Часовом Яру, Украина.", "Часовом Яру", "ru", 710915),
        ("Вибухи пролунали у Харкові.", "Харкові", "uk", 706483),
    ],
)
def test_inflected_names_are_resolved(
    gazetteer: Gazetteer, text: str, name: str, language: str, geonameid: int
) -> None:
    """Slavic names decline, the gazetteer's do not."""
    found = _resolve(gazetteer, text, [name], language=language)
    where = found[name].where
    assert where is not None
    assert where.geonameid == geonameid
    assert where.name.isascii()


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("Shelling hit the Bryansk region.", "Bryansk", "en"),
        ("Обстрел Брянской области.", "Брянской", "ru"),
        ("Fire in Bryansk Oblast, Russia.", "Bryansk Oblast", "en"),
    ],
)
def test_a_word_for_a_region_means_the_region(
    gazetteer: Gazetteer, text: str, name: str, language: str
) -> None:
    """The city of the same name is not meant."""
    where = _resolve(gazetteer, text, [name], language=language)[name].where
    assert where is not None
    assert where.precision is GeoPrecision.REGION
    assert where.country == "RU"


def test_a_name_of_a_district_means_the_district(gazetteer: Gazetteer) -> None:
    """An adjective with "district" is a second-order division."""
    text = "It burned in Shilovsky District, Russia."
    where = _resolve(gazetteer, text, ["Shilovsky District"])[
        "Shilovsky District"
    ].where
    assert where is not None
    assert where.precision is GeoPrecision.DISTRICT


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("We had a nice day. Nice work, they told us.", "Nice", MentionKind.UNKNOWN),
        ("In March it rained. March was wet.", "March", MentionKind.UNKNOWN),
        ("Doctor Florence Whitby spoke.", "Florence Whitby", MentionKind.PERSON),
        ("The minister, Mr Jackson, left.", "Jackson", MentionKind.PERSON),
    ],
)
def test_words_and_people_are_no_places(
    gazetteer: Gazetteer, text: str, name: str, kind: MentionKind
) -> None:
    """Towns bear such names; the text means none of them."""
    assert all(
        t.where is None for t in _resolve(gazetteer, text, [name], kind=kind).values()
    )


def test_a_surname_of_a_person_in_the_text_is_no_place(gazetteer: Gazetteer) -> None:
    """Once Peter Reading is named, Reading is he."""
    text = "Peter Reading was held. Later Reading was freed."
    full = Mention(Span(0, 13), "Peter Reading", MentionKind.PERSON)
    later = Mention(Span(30, 37), "Reading", MentionKind.ORGANISATION)
    found = places.resolve(text, [full, later], gazetteer, language="en")
    assert all(t.where is None for t in found)


def test_a_demonym_is_flagged(gazetteer: Gazetteer) -> None:
    """It leads to a country but names no place of an incident."""
    found = _resolve(gazetteer, "Turkish police made arrests.", ["Turkish"])["Turkish"]
    assert found.demonym
    assert found.where is not None
    assert found.where.country == "TR"


def test_a_capital_that_speaks_is_a_metonym(gazetteer: Gazetteer) -> None:
    """ "Moscow denied" is a government; "in Moscow" is a place."""
    assert _resolve(gazetteer, "Moscow denied the report.", ["Moscow"])[
        "Moscow"
    ].metonym
    assert not _resolve(gazetteer, "Shots rang out in Moscow.", ["Moscow"])[
        "Moscow"
    ].metonym


def test_countries_named_in_the_text_choose_the_namesake(gazetteer: Gazetteer) -> None:
    """London is in Ontario where all else is Canadian."""
    text = (
        "Police in Valencia, Venezuela, arrested two. Caracas sent troops to Venezuela."
    )
    where = _resolve(gazetteer, text, ["Valencia", "Venezuela", "Caracas"])[
        "Valencia"
    ].where
    assert where is not None
    assert where.country == "VE"


def test_two_places_in_one_mention_are_two_toponyms(gazetteer: Gazetteer) -> None:
    """The model fuses lists of places."""
    text = "Drones flew over Belgorod and Kursk."
    found = _resolve(gazetteer, text, ["Belgorod and Kursk"])
    assert {"Belgorod", "Kursk"} <= set(found)


def test_the_reasons_add_up_to_more_than_the_threshold(gazetteer: Gazetteer) -> None:
    """A score is the sum of its reasons, and a place is above the line."""
    found = _resolve(gazetteer, "A blast hit central Izhevsk.", ["Izhevsk"])["Izhevsk"]
    assert sum(weight for _, weight in found.reasons) >= places.THRESHOLD


def test_no_mentions_give_no_toponyms(gazetteer: Gazetteer) -> None:
    """Nothing named, nothing found."""
    assert places.resolve("It rained.", [], gazetteer, language="en") == []


def test_an_airport_is_a_facility(gazetteer: Gazetteer) -> None:
    """An airport by its whole name is itself, not the town it is called after."""
    text = "Flights to Heathrow Airport were stopped."
    found = _resolve(gazetteer, text, ["Heathrow Airport"], kind=MentionKind.FACILITY)
    where = found["Heathrow Airport"].where
    assert where is not None
    assert where.country == "GB"
    assert where.precision is GeoPrecision.FACILITY


def test_a_ministry_is_no_division(gazetteer: Gazetteer) -> None:
    """ "U.S. Department of …" is of the country, not a French département."""
    text = "The U.S. Department of Labor said so."
    found = _resolve(
        gazetteer, text, ["U.S. Department of Labor"], kind=MentionKind.ORGANISATION
    )
    assert {t.where.country for t in found.values() if t.where} <= {"US"}


def test_a_state_spelled_letter_by_letter_needs_no_comma(gazetteer: Gazetteer) -> None:
    """ "B.C." is the Canadian province wherever it stands."""
    found = _resolve(gazetteer, "Fires burn in B.C. again.", ["B.C."])
    where = found["B.C."].where
    assert where is not None
    assert (where.country, where.precision) == ("CA", GeoPrecision.REGION)


def test_a_distance_that_does_not_fit_is_noted(gazetteer: Gazetteer) -> None:
    """Resolving checks what the report says of how far a place is."""
    text = "A depot burns in Ryazan, about 20 km from Moscow."
    where = _resolve(gazetteer, text, ["Ryazan", "Moscow"])["Ryazan"].where
    assert where is not None
    assert where.note is not None
    assert "but Ryazan is" in where.note


def test_a_part_of_a_town_is_the_town(gazetteer: Gazetteer) -> None:
    """ "west Toledo" is Toledo, not a place called West."""
    found = _resolve(gazetteer, "A man was shot in west Toledo, Ohio.", ["west Toledo"])
    assert "west" not in found
    assert found["Toledo"].where is not None


def test_a_valley_that_bears_a_towns_name_is_not_the_town(gazetteer: Gazetteer) -> None:
    """What lies before a word for a landscape is weighed down, and says so."""
    text = "Hikers met in Boulder Canyon, and police in Boulder were told."
    at = text.index("Boulder")
    mentions = [Mention(Span(at, at + 7), "Boulder", MentionKind.UNKNOWN)]
    found = places.resolve(text, mentions, gazetteer, language="en")
    assert all(("before a word for a landscape", -2.5) in t.reasons for t in found)
    assert not [t for t in found if t.where is not None]


def test_the_town_of_a_name_leads_its_other_mentions(gazetteer: Gazetteer) -> None:
    """Once it is "the town of Valencia, Venezuela", a bare Valencia is that town."""
    text = "Fire in the town of Valencia, Venezuela. Spain sent help to Valencia."
    at = [text.index("Valencia"), text.rindex("Valencia")]
    mentions = [Mention(Span(i, i + 8), "Valencia", MentionKind.PLACE) for i in at]
    at = text.index("Venezuela")
    mentions.insert(1, Mention(Span(at, at + 9), "Venezuela", MentionKind.PLACE))
    found = places.resolve(text, mentions, gazetteer, language="en")
    named = [t.where.country for t in found if t.text == "Valencia" and t.where]
    assert named == ["VE", "VE"]


def test_a_small_town_alone_in_its_region_is_doubted(gazetteer: Gazetteer) -> None:
    """A village of a state that nothing else names is rarely meant."""
    text = "Mr Howland, of Columbus, Ohio, met friends in Dayton. Howland left."
    at = text.rindex("Howland")
    mentions = [
        Mention(Span(text.index(n), text.index(n) + len(n)), n, MentionKind.PLACE)
        for n in ("Columbus", "Ohio", "Dayton")
    ]
    mentions.append(Mention(Span(at, at + 7), "Howland", MentionKind.UNKNOWN))
    found = places.resolve(text, mentions, gazetteer, language="en")
    assert not [t for t in found if t.text == "Howland" and t.where]


def test_an_abbreviated_first_word_is_part_of_the_name(gazetteer: Gazetteer) -> None:
    """ "ST." before "LOUIS", which alone was read as a name, belongs to it."""
    text = "ST. LOUIS, Mo. - Two men were shot."
    found = _resolve(gazetteer, text, ["LOUIS", "Mo."])
    assert "ST. LOUIS" in found
    where = found["ST. LOUIS"].where
    assert where is not None
    assert where.admin1 == "Missouri"


def test_a_district_speaks_for_no_town_of_its_own_name(gazetteer: Gazetteer) -> None:
    """Every country that has both would seem to be meant."""
    text = (
        "Gunmen hit a patrol in Karak on Sunday. Karak district lies south of Amman,"
        " the capital of Jordan."
    )
    names = ["Karak", "Karak district", "Amman", "Jordan"]
    found = _resolve(gazetteer, text, names, kind=MentionKind.PLACE)
    where = found["Karak"].where
    assert where is not None
    assert where.country == "JO"


@pytest.mark.parametrize(
    "text",
    [
        "Shots were fired in the 400 block of South Boston at noon.",
        "A man was hit at the corner of Third and Boston.",
        "A boy was shot near Boston and Fifth avenues.",
    ],
)
def test_a_street_bears_a_towns_name(gazetteer: Gazetteer, text: str) -> None:
    """It speaks against the town."""
    told = _resolve(gazetteer, text, ["Boston"])
    assert all(t.where is None for t in told.values())


def test_a_name_like_that_of_a_place_abroad_is_unknown(gazetteer: Gazetteer) -> None:
    """The gazetteer lacks Kasindi: it is no town of China that is spelt nearly so."""
    text = "A bomb went off in Kasindi, in the Democratic Republic of Congo."
    names = ["Kasindi", "Democratic Republic of Congo"]
    found = _resolve(gazetteer, text, names, kind=MentionKind.PLACE)
    assert all(t.where is None for name, t in found.items() if name == "Kasindi")
