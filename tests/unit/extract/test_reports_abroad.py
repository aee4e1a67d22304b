"""Short invented reports in other languages than English, read as a run reads them."""

from __future__ import annotations

import pytest

from rashomon.model.account import Account, Prominence
from rashomon.model.claim import Attribute, Claim
from rashomon.model.document import DateBasis, Document, Published
from rashomon.model.ids import DocumentId
from rashomon.model.value import Count, Where
from rashomon.pipeline.stages import read_accounts


def accounts(text: str, language: str) -> list[Account]:
    """Return what a report of 3 May 2024 tells of."""
    report = Document(
        id=DocumentId("d1"),
        text=text,
        raw_sha256="",
        origin="test",
        language=language,
        published=Published("2024-05-03", DateBasis.GIVEN),
    )
    return list(read_accounts(report))


def claims(text: str, language: str, attribute: Attribute) -> list[Claim]:
    """Return the claims of the report's main account on an attribute."""
    found = accounts(text, language)
    main = [a for a in found if a.prominence is Prominence.MAIN]
    return [c for a in main for c in a.claims if c.attribute is attribute]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("ru", "Подросток с ножом напал на школьников в Вельске, трое детей ранены.", "stabbing"),
        ("ru", "Израильская авиация нанесла удар по складу в Рафахе.", "air_strike"),
        ("ru", "Автобус столкнулся с фурой под Самарой, погибли пять человек.", "accident"),
        ("ru", "Тракторист подорвался на мине в Херсонской области.", "landmine"),
        ("ru", "Неизвестные открыли стрельбу по машине судьи в Махачкале 1 мая.", "shooting"),
        ("uk", "Росіяни скинули керовані авіабомби на Куп'янськ.", "air_strike"),
        ("uk", "Загарбники вдарили дроном по автівці біля Покровська.", "drone_strike"),
        ("uk", "Чоловік кинув гранату в під'їзді у Дніпрі, двоє поранені.", "grenade"),
        ("uk", "Партизани спалили релейну шафу під Смоленськом.", "arson"),
        ("uk", "Сили оборони уразили нафтопереробний завод у Краснодарі.", "attack"),
        ("de", "In der Nacht haben russische Drohnen ein Wohnhaus in Odessa getroffen.", "drone_strike"),
        ("es", "Hombres armados mataron a tiros a ocho personas en un bar de Celaya.", "shooting"),
        ("it", "Un drone ha colpito un deposito di carburante a Feodosia.", "drone_strike"),
        ("fr", "Un train a déraillé près de Bordeaux, faisant deux morts.", "accident"),
        ("pl", "Atak nożem w Poznaniu, jedna osoba nie żyje.", "stabbing"),
    ],
)  # fmt: skip
def test_the_kind_is_what_the_words_say(language: str, text: str, kind: str) -> None:
    """Of kinds that one war's reports seldom tell of, too."""
    main = [a for a in accounts(text, language) if a.prominence is Prominence.MAIN]
    assert [a.type.value for a in main] == [kind]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Совет Вологды в четверг утвердил бюджет. Мэр рассказал о дорогах."),
        ("ru", "Сборная нанесла удар по воротам на 35-й минуте и выиграла матч 2:0."),
        (
            "uk",
            "Військові провели навчання біля Рівного. Умовний ворог атакував ракетами.",
        ),
    ],
)
def test_what_is_no_incident(language: str, text: str) -> None:
    """A budget, a match and a drill."""
    assert accounts(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "attribute", "figure"),
    [
        ("uk", "Дрон влучив у маршрутку в Херсоні: дев'ятеро поранених.", Attribute.INJURED, Count(9, 9)),
        ("uk", "У Львові застрелили колишню депутатку.", Attribute.KILLED, Count(1, 1)),
        ("ru", "Стрельба в Махачкале: судья Савелий Громов погиб на месте.", Attribute.KILLED, Count(1, 1)),
        ("ru", "Взрыв в Ижевске: шестеро попали в больницу.", Attribute.INJURED, Count(6, 6)),
        ("ru", "Взрыв в Ижевске: погибли 35 человек, в том числе 12 детей.", Attribute.KILLED, Count(12, 12, scope="children")),
    ],
)  # fmt: skip
def test_figures(language: str, text: str, attribute: Attribute, figure: Count) -> None:
    """Collective numerals, the verb's one victim, and who a total includes."""
    assert figure in [c.value for c in claims(text, language, attribute)]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("ru", "Взрыв в Воркуте унес жизни 12 горняков, сообщили в МЧС в четверг.", "МЧС"),
        ("ru", "Взрыв в Дербенте. Погибли 15 человек, сообщил глава Дагестана Савелий Громов в понедельник.", "Савелий Громов"),
        ("uk", "Удар по Херсону: троє загиблих. Про це повідомив очільник ОВА Остап Гай 2 травня.", "Остап Гай"),
        ("ru", "Поезд сошел с рельсов в Коми, двое погибших. Об этом сообщили в РЖД.", "РЖД"),
        ("pl", "W wybuchu w Katowicach zginęły dwie osoby, poinformowała straż pożarna w piątek.", "straż pożarna"),
    ],
)  # fmt: skip
def test_who_says_so(language: str, text: str, speaker: str) -> None:
    """Without the day or the channel; by a name, not by what its bearer heads."""
    said = claims(text, language, Attribute.KILLED)
    assert {c.speaker.name if c.speaker else None for c in said} == {speaker}


@pytest.mark.parametrize(
    ("language", "text", "geonameid"),
    [
        ("uk", "Росіяни скинули авіабомби на Куп'янськ.", 703656),
        ("uk", "Ракетний удар у Слов'янськ.", 693468),
        ("uk", "На Одещині внаслідок обстрілу загинули двоє.", 698738),
    ],
)
def test_places(language: str, text: str, geonameid: int) -> None:
    """A page in Ukrainian is at home in Ukraine; a name in its own letters; a province."""
    told = [c.value for c in claims(text, language, Attribute.PLACE)]
    assert [w.geonameid for w in told if isinstance(w, Where)] == [geonameid]
