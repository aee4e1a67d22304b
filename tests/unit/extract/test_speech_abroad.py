"""Who says what in invented Russian and Ukrainian reports."""

from __future__ import annotations

import pytest

from rashomon.extract import attribution, reading, speaker_offices, speech_leads
from rashomon.model.document import Document
from rashomon.model.ids import DocumentId

PRONOUNS = frozenset({"он", "він"})


def voice(language: str, text: str, words: str) -> str | None:
    """Return the speaker of these words, None where the report says them itself."""
    document = Document(
        id=DocumentId("d1"), text=text, raw_sha256="", origin="test", language=language
    )
    at = text.index(words)
    said = attribution.find(reading.read(document))
    holds = (a for a in said if a.content.start <= at < a.content.end)
    found = next(holds, None)
    return found.speaker.name if found and found.speaker else None


@pytest.mark.parametrize(
    ("lead", "source"),
    [
        ("Днём мэр города тоже", "мэр города"),
        ("Водночас місцева влада", "місцева влада"),
        ("Цифра, которую он", "он"),
        ("В мэрии", "мэрии"),
        ("Группировка «Север» причастность", "Группировка «Север»"),
        ("Спершу Гай", "Гай"),
        ("Портозаліз» зранку", "Портозаліз"),
        ("Неофициально", None),
        ("Первые", None),
        ("О раненых власти не", None),
        ("вдоль дороги", None),
    ],
)
def test_who_speaks_before_a_verb(lead: str, source: str | None) -> None:
    """Without when and how; nobody where nobody speaks."""
    found = speech_leads.source_in(lead, PRONOUNS, plural=True)
    assert (found.of(lead) if found else None) == source


@pytest.mark.parametrize(
    ("language", "text", "words", "speaker"),
    [
        ("ru", "При обстреле рынка в центре города ранены пятеро, сообщил мэр Торжка Пётр Окунев. Двое госпитализированы.", "Двое", "Пётр Окунев"),
        ("ru", "«Двое ранены. Дом цел», - сказал Окунев.", "Двое", "Окунев"),
        ("ru", "— Двое ранены. Дом цел, — сообщил Окунев в канале.", "Двое", "Окунев"),
        ("ru", "Губернатор Пётр Окунев молчал. По словам главы региона, погибли трое.", "погибли", "Пётр Окунев"),
        ("ru", "Погибли трое. Эту цифру назвал министр здравоохранения Коми Лев Зимин.", "Погибли", "Лев Зимин"),
        ("ru", "Версию взрыва подтвердил губернатор Лев Зимин.", "Версию", "Лев Зимин"),
        ("ru", "Мэр Лев Зимин уехал. Погибли трое, сообщила прокуратура Коми. Ранены, по её данным, пятеро.", "пятеро", "прокуратура Коми"),
        ("uk", "Канал «Вежа» пише про пожежу. За даними каналу, поранені троє.", "поранені", "Канал «Вежа»"),
        ("uk", "Поранені троє. Так стверджує пресслужба мерії.", "Поранені", "пресслужба мерії"),
        ("ru", "Губернатор Лев Зимин прибыл и рассказал о взрыве. Ранены, по его словам, девять рабочих.", "Ранены", "Лев Зимин"),
        ("ru", "Погибли трое. Об этом ранним утром в среду, 8 мая, написал в Telegram мэр Торжка Лев Зимин.", "Погибли", "Лев Зимин"),
        ("ru", "Задержаны пятеро, сообщил в субботу, 4 мая, глава полиции Лев Зимин.", "Задержаны", "Лев Зимин"),
        ("ru", "МВД края подтвердило гибель двух рабочих.", "гибель", "МВД края"),
        ("ru", "12:20. Глава Торжка Лев Зимин: погибли семь рабочих. Ещё девять в больнице.", "девять", "Лев Зимин"),
        ("ru", "▪️ Горит склад\n▪️ МЧС: по предварительным данным, двое раненых\n", "двое", "МЧС"),
        ("uk", "Станом на 9:30 пресслужба мерії додала: поранені троє.", "поранені", "пресслужба мерії"),
        ("uk", "Мер Остап Гай скаржився на обстріл Торжка вночі.", "обстріл", "Остап Гай"),
        ("fr", "Une source médicale parle d'au moins neuf morts.", "neuf", "Une source médicale"),
        ("fr", "Les voisins, eux, comptent neuf morts et trente blessés.", "neuf", "Les voisins"),
        ("fr", "La préfecture faisait état mardi d'une douzaine de blessés.", "douzaine", "La préfecture"),
        ("es", "Una hora antes había dicho que al menos nueve murieron.", "nueve", None),
        ("uk", "Мер Остап Гай прибув. За його версією, дрон упав у двір.", "дрон", "Остап Гай"),
    ],
)  # fmt: skip
def test_whose_words_they_are(
    language: str, text: str, words: str, speaker: str
) -> None:
    """Told on, quoted at length, by an office told again, behind the verb."""
    assert voice(language, text, words) == speaker


def test_nobody_says_what_was_not_said() -> None:
    """ "Authorities did not report" attributes nothing."""
    text = "Дом горит. О пострадавших власти не сообщали."
    assert voice("ru", text, "Дом") is None


def test_offices_that_are_one() -> None:
    """A governor is the head of the region, a town hall is no mayor."""
    kind_of = speaker_offices.kind_of
    assert kind_of("губернатор") == kind_of("очільника")
    assert kind_of("мэрии") is None
    named = speaker_offices.holders("Министр транспорта Коми Лев Зимин выехал.")
    assert [name for _, _, name in named] == ["Лев Зимин"]
    both = speaker_offices.holders("Губернатор Лев Зимин и мэр Пётр Окунев молчали.")
    assert speaker_offices.holder(both, "главы", 60) == "Лев Зимин"
    assert speaker_offices.holder(both, "мэра", 60) == "Пётр Окунев"
