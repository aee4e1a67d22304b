"""Numbers as reports write them, and those that count nobody."""

from __future__ import annotations

import pytest

from rashomon.extract import numbers
from rashomon.extract.numbers import MAX_DIGITS
from rashomon.extract.statements import read_number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("25", 25),
        ("1,300", 1300),
        ("twenty-five", 25),
        ("9" * MAX_DIGITS, 10**MAX_DIGITS - 1),
        ("9" * (MAX_DIGITS + 1), None),
        ("1" + ",000" * 2_000, None),
    ],
)
def test_a_number_is_read_unless_it_is_no_toll(words: str, value: int | None) -> None:
    """Nothing of a thousand million and more is counted, however it is written."""
    assert numbers.read(words, "en") == value


@pytest.mark.parametrize("words", ["9" * (MAX_DIGITS + 1), "1" + ",000" * 2_000, "²"])
def test_a_number_of_things_has_the_same_bound(words: str) -> None:
    """Two billion windows are no damage, either."""
    assert read_number(words) is None
    assert read_number("1,300") == 1300


def test_a_range_without_a_toll_at_its_end_has_no_end() -> None:
    """What is read of it is its beginning."""
    (found,) = numbers.find("12 to 9,999,999,999,999 people died.", "en")
    assert (found.count.low, found.count.high) == (12, 12)


@pytest.mark.parametrize(
    ("text", "language", "kept"),
    [
        ("Rs 5 lakh each, and 7 were hurt", "en", [7]),
        ("He paid 10 million rubles; 3 died", "en", [3]),
        ("Выплатят 500 тысяч рублей, погибли 4", "ru", [4]),
    ],
)
def test_money_counts_nobody(text: str, language: str, kept: list[int]) -> None:
    """What the kin of the dead are paid is no toll."""
    assert [q.count.low for q in numbers.find(text, language)] == kept
