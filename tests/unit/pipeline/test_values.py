"""Values as a person types them."""

from __future__ import annotations

from datetime import date

import pytest

from rashomon.errors import DecisionError
from rashomon.model.claim import Attribute
from rashomon.model.value import (
    Count,
    Outcome,
    Point,
    Target,
    TimePrecision,
    Value,
    Victim,
    When,
    Where,
)
from rashomon.pipeline.values import from_words


def _when(first: str, last: str) -> str:
    """Return an interval as JSON."""
    return f'{{"from": "{first}", "to": "{last}", "precision": "range"}}'


FIRST, THIRD = date(2024, 5, 1), date(2024, 5, 3)


@pytest.mark.parametrize(
    ("attribute", "words", "value"),
    [
        (Attribute.KILLED, "12", Count(12, 12)),
        (Attribute.KILLED, "3-7", Count(3, 7)),
        (Attribute.INJURED, "5+", Count(5, None)),
        (Attribute.DATE, "2024-05-01", When(FIRST, FIRST, TimePrecision.DAY)),
        (Attribute.DATE, "2024-05-01/2024-05-03", When(FIRST, THIRD, TimePrecision.RANGE)),
        (Attribute.TARGET, "Cupola Works", Target("Cupola Works")),
        (Attribute.OUTCOME, "hit", Outcome.HIT),
        (Attribute.VICTIM, '{"description": "a baker"}', Victim("a baker")),
    ],
)  # fmt: skip
def test_a_value_is_read(attribute: Attribute, words: str, value: Value) -> None:
    """In its short form, or as the contract has it."""
    assert from_words(attribute, words) == (value,)


def test_several_values_are_a_list() -> None:
    """For the attributes that list."""
    words = '[{"description": "a baker"}, {"description": "a child", "count": 2}]'
    found = from_words(Attribute.VICTIM, words)
    assert found == (Victim("a baker"), Victim("a child", count=2))


def test_a_place_is_a_name_and_a_point() -> None:
    """Its country is the nearest known place's."""
    (found,) = from_words(Attribute.PLACE, "Old Mill, 51.5, -0.12")
    assert isinstance(found, Where)
    assert (found.name, found.point, found.country) == (
        "Old Mill",
        Point(51.5, -0.12),
        "GB",
    )


@pytest.mark.parametrize(
    ("attribute", "words"),
    [
        (Attribute.KILLED, "many"),
        (Attribute.KILLED, "7-3"),
        (Attribute.DATE, "last Friday"),
        (Attribute.DATE, "2024-05-03/2024-05-01"),
        (Attribute.PLACE, "Verin"),
        (Attribute.PLACE, "Verin, 95, 12"),
        (Attribute.OUTCOME, "splendid"),
        (Attribute.VICTIM, "a baker"),
        (Attribute.VICTIM, '{"who": "a baker"}'),
        (Attribute.TARGET, ""),
        (Attribute.KILLED, "9" * 5_000),
        (Attribute.VICTIM, "[" * 100_000),
        (Attribute.KILLED, "9" * 20),
        (Attribute.KILLED, '{"min": 1, "max": 10000000000000000000000}'),
        (Attribute.KILLED, '{"min": 1.5, "max": 2}'),
        (Attribute.KILLED, '{"min": true, "max": null}'),
        (Attribute.KILLED, '{"min": 3, "max": null, "scope": {"x": 1}}'),
        (Attribute.TARGET, '{"name": 5}'),
        (Attribute.TARGET, '{"name": " "}'),
        (Attribute.TARGET, '{"name": "\\ud800"}'),
        (Attribute.VICTIM, '{"description": "a baker", "count": "many"}'),
        (Attribute.PLACE, '{"name": "Verin", "lat": "1", "lon": 2}'),
        (Attribute.PLACE, '{"name": "Verin", "lat": 1e999, "lon": 2}'),
        (Attribute.PLACE, '{"name": "Verin", "lat": NaN, "lon": 2}'),
        (Attribute.PLACE, '{"name": "Verin", "lat": 1, "lon": 2, "country": 7}'),
        (Attribute.DATE, _when("2024-05-03", "2024-05-01")),
        (Attribute.DATE, _when("2024-05-03T10:00:00", "2024-05-03T11:00:00+02:00")),
        (Attribute.DATE, _when("2024-05-03", "2024-05-03T11:00:00")),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_form(
    attribute: Attribute, words: str
) -> None:
    """Nothing is guessed."""
    with pytest.raises(DecisionError, match=f"no value of {attribute.value}: write"):
        from_words(attribute, words)
