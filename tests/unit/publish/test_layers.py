"""Rows of annotate are the contract's."""

from __future__ import annotations

from datetime import date
from typing import Any

from rashomon.model.claim import Attribute, Attribution, Stance
from rashomon.model.document import Span
from rashomon.model.mention import CountMention, TimeMention, Toponym
from rashomon.model.value import (
    Count,
    GeoPrecision,
    Point,
    TimePrecision,
    When,
    Where,
)
from rashomon.publish import layers
from rashomon.publish.layers import Layer, annotation_row

TEXT = "Two died in Verin on 1 May, the mayor said."


def test_a_row_points_into_the_text() -> None:
    """Its text is what its offsets say."""
    row = annotation_row(
        "d1", Layer.PLACES, TEXT, layers.Annotation(Span(12, 17), None)
    )
    assert row == {
        "document": "d1",
        "layer": "places",
        "start": 12,
        "end": 17,
        "text": "Verin",
        "value": None,
    }


def test_an_unresolved_place_is_null() -> None:
    """Found but not known where: said on purpose."""
    assert (
        layers.of_toponym(Toponym(span=Span(12, 17), text="Verin", where=None)).value
        is None
    )
    nowhere = Where("Verin", GeoPrecision.SETTLEMENT)
    toponym = Toponym(span=Span(12, 17), text="Verin", where=nowhere)
    assert layers.of_toponym(toponym).value is None


def test_a_resolved_place_has_the_contracts_fields() -> None:
    """Name, point, country, first-order division and GeoNames id."""
    where = Where(
        "Verin", GeoPrecision.SETTLEMENT, Point(41.5, 12.25), "IT", "Lazio", 99
    )
    value: Any = layers.of_toponym(
        Toponym(span=Span(12, 17), text="Verin", where=where)
    ).value
    assert {k: value[k] for k in ("name", "lat", "lon", "country", "admin1", "geonameid")} == {
        "name": "Verin", "lat": 41.5, "lon": 12.25, "country": "IT", "admin1": "Lazio",
        "geonameid": 99,
    }  # fmt: skip


def test_a_time_has_its_interval_and_its_timex() -> None:
    """An expression without a calendar time has a timex alone."""
    day = When(date(2024, 5, 1), date(2024, 5, 1), TimePrecision.DAY)
    known = TimeMention(
        span=Span(21, 26), when=day, timex="2024-05-01", rule="r", relative=False
    )
    assert layers.of_time(known).value == {
        "from": "2024-05-01", "to": "2024-05-01", "precision": "day", "timex": "2024-05-01",
    }  # fmt: skip
    once = TimeMention(
        span=Span(21, 26), when=None, timex="PAST_REF", rule="r", relative=True
    )
    assert layers.of_time(once).value == {
        "from": None, "to": None, "precision": None, "timex": "PAST_REF",
    }  # fmt: skip


def test_a_count_says_what_it_counts() -> None:
    """The attribute stands beside the value."""
    mention = CountMention(
        span=Span(0, 8), attribute=Attribute.KILLED, count=Count(2, 2), rule="r"
    )
    assert layers.of_count(mention).value == {"attribute": "killed", "min": 2, "max": 2}


def test_reported_speech_gives_offsets_of_source_and_cue() -> None:
    """Null where nobody is named."""
    said = Attribution(
        content=Span(0, 26), source=Span(28, 37), cue=Span(38, 42), speaker=None,
        stance=Stance.ASSERTS,
    )  # fmt: skip
    assert layers.of_attribution(said).value == {
        "source": [28, 37], "cue": [38, 42], "stance": "asserts",
    }  # fmt: skip


def test_an_account_lists_what_it_claims_and_what_it_denies(story: Any) -> None:
    """What the Herald denies is not among what it claims."""
    value: Any = layers.of_account(story.record.accounts[2]).value
    assert (value["type"], value["prominence"]) == ("drone_strike", "main")
    assert value["killed"] == [{"min": 7, "max": 7}]
    assert "outcome" not in value
    assert value["denied"] == {"outcome": ["hit"]}
