"""The same grammar in the other languages that reports come in."""

from __future__ import annotations

import pytest

from rashomon.extract import dates
from rashomon.extract.reading import read
from rashomon.model.document import DateBasis, Document, Published
from rashomon.model.ids import DocumentId


def first_of(text: str, language: str) -> tuple[str, str, str]:
    """Return the first expression's words, first day and last day."""
    document = Document(
        id=DocumentId("doc_time"),
        text=text,
        raw_sha256="",
        origin="test",
        language=language,
        published=Published("2023-09-07", DateBasis.GIVEN),
    )
    mention = dates.find(read(document))[0]
    assert mention.when is not None
    when = mention.when
    return mention.span.of(text), str(when.first_day), str(when.last_day)


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("Склад горел 9 августа 2022 года.", "9 августа 2022", "2022-08-09", "2022-08-09"),
        ("Склад горел 9 августа.", "9 августа", "2023-08-09", "2023-08-09"),
        ("Склад загорелся в пятницу.", "пятницу", "2023-09-01", "2023-09-01"),
        ("В ночь на 7 сентября упал дрон.", "ночь на 7 сентября", "2023-09-06", "2023-09-07"),
        ("В ночь на пятницу упал дрон.", "ночь на пятницу", "2023-08-31", "2023-09-01"),
        ("Вчера вечером упал дрон.", "Вчера вечером", "2023-09-06", "2023-09-06"),
        ("Завод горел четыре года назад.", "четыре года назад", "2019-01-01", "2019-12-31"),
        ("На прошлой неделе упал дрон.", "прошлой неделе", "2023-08-28", "2023-09-03"),
        ("Мост горел в сентябре прошлого года.", "сентябре прошлого года", "2022-09-01", "2022-09-30"),
        ("Накануне упал дрон.", "Накануне", "2023-09-06", "2023-09-06"),
        ("Дрон упал утром 5 сентября.", "утром 5 сентября", "2023-09-05", "2023-09-05"),
    ],
)  # fmt: skip
def test_russian_times(text: str, words: str, first: str, last: str) -> None:
    """Russian cases and word order lead to the same days as English ones."""
    assert first_of(text, "ru") == (words, first, last)


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("Склад горів 9 серпня.", "9 серпня", "2023-08-09", "2023-08-09"),
        ("Горіло минулої п'ятниці.", "минулої п'ятниці", "2023-09-01", "2023-09-01"),
        ("Вранці 10 липня упав дрон.", "Вранці 10 липня", "2023-07-10", "2023-07-10"),
        ("У ніч проти 10 липня упав дрон.", "ніч проти 10 липня", "2023-07-09", "2023-07-10"),
        ("Три дні тому упав дрон.", "Три дні тому", "2023-09-04", "2023-09-04"),
        ("Дрон упав у вівторок, 5 вересня.", "вівторок, 5 вересня", "2023-09-05", "2023-09-05"),
    ],
)  # fmt: skip
def test_ukrainian_times(text: str, words: str, first: str, last: str) -> None:
    """Ukrainian apostrophes and «проти» are read."""
    assert first_of(text, "uk") == (words, first, last)


@pytest.mark.parametrize(
    ("text", "language", "first", "last"),
    [
        ("Am 9. August 2022 brannte es.", "de", "2022-08-09", "2022-08-09"),
        ("Es brannte am Freitagabend.", "de", "2023-09-01", "2023-09-01"),
        ("In der Nacht auf Montag brannte es.", "de", "2023-09-03", "2023-09-04"),
        ("Ardió el 9 de agosto de 2022.", "es", "2022-08-09", "2022-08-09"),
        ("La noche del jueves al viernes ardió.", "es", "2023-08-31", "2023-09-01"),
        ("È bruciato il 9 agosto 2022.", "it", "2022-08-09", "2022-08-09"),
        ("Le dépôt a brûlé le 9 août 2022.", "fr", "2022-08-09", "2022-08-09"),
        ("Magazyn spłonął w piątek.", "pl", "2023-09-01", "2023-09-01"),
    ],
)
def test_western_dates(text: str, language: str, first: str, last: str) -> None:
    """Plain dates are read in German, Spanish, Italian, French and Polish."""
    assert first_of(text, language)[1:] == (first, last)


def test_russian_clock_has_the_day_of_its_sentence() -> None:
    """A clock written with a stop is a clock behind «сегодня в»."""
    document = Document(
        id=DocumentId("doc_time"),
        text="Сегодня в 6.07 взорвался грузовик.",
        raw_sha256="",
        origin="test",
        language="ru",
        published=Published("2023-09-07", DateBasis.GIVEN),
    )
    assert dates.find(read(document))[-1].timex == "2023-09-07T06:07"
