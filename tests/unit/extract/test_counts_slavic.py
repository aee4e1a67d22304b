"""Counts of people harmed in invented Russian and Ukrainian sentences."""

from __future__ import annotations

import pytest

from rashomon.extract import counts, numbers, reading
from rashomon.model.claim import Attribute
from rashomon.model.document import Document
from rashomon.model.ids import DocumentId

KILLED, INJURED, SERIOUS = (
    Attribute.KILLED,
    Attribute.INJURED,
    Attribute.SERIOUSLY_INJURED,
)


def told(language: str, text: str) -> set[tuple[Attribute, str, str | None]]:
    """Return what is counted, how much, and of whom."""
    document = Document(
        id=DocumentId("d1"), text=text, raw_sha256="", origin="test", language=language
    )
    said = counts.find(reading.read(document))
    return {(m.attribute, str(m.count), m.count.scope) for m in said}


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ru", "погибли двадцать семь горняков", 27),
        ("ru", "о ста сорока двух раненых", 142),
        ("uk", "загинули тридцять п’ять людей", 35),
        ("uk", "за двадцятьма ні, але двадцять одна особа", 21),
        ("pl", "zginęło dwadzieścia trzy osób", 23),
        ("de", "einunddreißig Menschen starben", 31),
        ("es", "cuarenta y dos heridos", 42),
        ("it", "trentotto feriti", 38),
        ("fr", "une trentaine de blessés", 30),
    ],
)
def test_number_words_beyond_twenty(language: str, text: str, value: int) -> None:
    """In two words, in one, in an oblique case."""
    assert value in {q.count.low for q in numbers.find(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("ru", "После взрыва у шестерых состояние тяжёлое.", (SERIOUS, "6", None)),
        ("ru", "В больницах города лежат 14 человек.", (INJURED, "14", None)),
        ("ru", "Погибли тогда девять.", (KILLED, "9", None)),
        ("ru", "Погибших, по данным завода, 14.", (KILLED, "14", None)),
        ("ru", "Взрыв кончился гибелью шести рабочих.", (KILLED, "6", None)),
        ("ru", "Счёт убитых вырос до 16.", (KILLED, "16", None)),
        ("ru", "Ожоги, говорит врач, получили более 60 рабочих.", (INJURED, "60+", None)),
        ("ru", "В селе девять пропавших.", (Attribute.MISSING, "9", None)),
        ("uk", "На складі згоріли та задихнулися 12 працівників.", (KILLED, "12", None)),
        ("uk", "Зниклими безвісти лишаються 15 осіб.", (Attribute.MISSING, "15", None)),
        ("es", "La riada se cobró 18 vidas.", (KILLED, "18", None)),
        ("es", "Hubo 44 lesionados en la feria.", (INJURED, "44", None)),
        ("es", "Con siete personas desaparecidas acabó el día.", (Attribute.MISSING, "7", None)),
        ("es", "Nueve resultaron heridos, tres de ellos de gravedad.", (SERIOUS, "3", None)),
        ("es", "La guardia ha detenido a 14 hombres.", (Attribute.DETAINED, "14", None)),
        ("fr", "Vingt et une personnes sont blessées.", (INJURED, "21", None)),
        ("fr", "Personne n'a été blessé à la gare.", (INJURED, "0", None)),
        ("ru", "Под стражей одиннадцать рабочих.", (Attribute.DETAINED, "11", None)),
        ("fr", "Vingt-deux ouvriers ont été grièvement blessés.", (SERIOUS, "22", None)),
        ("de", "Sieben Arbeiter wurden schwer verletzt.", (SERIOUS, "7", None)),
        ("ru", "Число раненых возросло до восьми.", (INJURED, "8", None)),
        ("ru", "Убиты двое рабочих и женщина.", (KILLED, "3", None)),
        ("uk", "Поранені троє дорослих та двоє дітей.", (INJURED, "5", None)),
        ("uk", "Загиблих тепер 17.", (KILLED, "17", None)),
        ("uk", "Постраждали п'ятеро, двоє з них — у важкому стані.", (SERIOUS, "2", None)),
        ("uk", "Доля трьох рибалок невідома.", (Attribute.MISSING, "3", None)),
        ("uk", "За життя ще двох поранених борються медики.", (SERIOUS, "2", None)),
        ("ru", "Пропала связь с 12 рыбаками.", (Attribute.MISSING, "12", None)),
        ("ru", "Люди не пострадали.", (INJURED, "0", None)),
        ("ru", "Задержанных пока нет.", (Attribute.DETAINED, "0", None)),
    ],
)  # fmt: skip
def test_how_reports_say_how_many(
    language: str, text: str, said: tuple[Attribute, str, str | None]
) -> None:
    """With the figure behind its noun, in a sum, and nobody."""
    assert said in told(language, text)


@pytest.mark.parametrize(
    ("language", "text", "what"),
    [
        ("ru", "Громовенко ранен, сообщили врачи.", INJURED),
        ("ru", "Водитель трактора погиб на месте.", KILLED),
        ("ru", "В подъезде убит таксист.", KILLED),
        ("ru", "Третий попал в районную больницу.", INJURED),
        ("uk", "У Луцьку застрелили підприємця.", KILLED),
        ("uk", "Остап Гайовий, якого вчора затримали, мовчить.", Attribute.DETAINED),
    ],
)
def test_one_person(language: str, text: str, what: Attribute) -> None:
    """By a surname, a trade, an order, a clause."""
    assert (what, "1", None) in told(language, text)


def test_a_doer_is_not_harmed() -> None:
    """ "A man wounded three with a knife": three, and not the man."""
    said = told("ru", "Мужчина ножом ранил троих прохожих.")
    assert said == {(INJURED, "3", None)}


def test_who_died_by_his_own_hand_is_apart() -> None:
    """An attacker is none of the victims."""
    said = told("ru", "Убиты шесть человек, нападавший покончил с собой.")
    assert {(KILLED, "6", None), (KILLED, "1", "attackers")} <= said


def test_parts_of_a_toll() -> None:
    """ "Seven of them pupils", "among them a boy"."""
    said = told("ru", "Погибли девять пассажиров, семеро из них школьники.")
    assert (KILLED, "7", "children") in said
    said = told("uk", "Загинули четверо, серед них шестирічний хлопчик.")
    assert (KILLED, "1", "children") in said


def test_heavy_things_are_no_people() -> None:
    """ "Three heavy drones" counts nobody."""
    assert told("ru", "Сбиты три тяжёлых дрона, два тяжёлых танка подбиты.") == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Дело возбудили в связи с 12 жителями посёлка."),
        ("es", "El casco salvó 27 vidas."),
        ("es", "Hubo tres incidentes de gravedad en la feria."),
    ],
)
def test_nobody_is_missing_or_dead(language: str, text: str) -> None:
    """ "In connection with" is no lost contact, and lives that were saved are none lost."""
    assert told(language, text) == set()
