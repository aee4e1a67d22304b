"""What a finding knows of a claim that leaves its day open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from rashomon.model.claim import Attribute
from rashomon.model.value import TimePrecision, Unanchored, When


def test_a_day_left_open_is_told_by_the_finding(story: Any) -> None:
    """1 May 2024 is what the others say; what the claim itself gives is its own word."""
    finding = story.record.finding(Attribute.DATE)
    claim = next(
        c for c in story.record.accounts[0].claims if c.attribute is Attribute.DATE
    )
    assert finding.day_told(claim) is None
    first = date(2024, 5, 1)
    wednesday = replace(claim, value=Unanchored("XXXX-WXX-3"))
    assert story.record.day_told(wednesday) == When(first, first, TimePrecision.DAY)
    evening = Unanchored("XXXX-05-01TEV", TimePrecision.PART_OF_DAY)
    told = story.record.day_told(replace(claim, value=evening))
    assert told is not None
    assert told.precision is TimePrecision.PART_OF_DAY


def test_a_day_that_nobody_tells_stays_open(story: Any) -> None:
    """Of a claim that no position with a day cites nothing is made up."""
    finding = story.record.finding(Attribute.DATE)
    claim = next(
        c for c in story.record.accounts[0].claims if c.attribute is Attribute.DATE
    )
    monday = Unanchored("XXXX-WXX-1")
    open_one = replace(finding.positions[0], value=monday)
    open_finding = replace(finding, positions=(open_one,), chosen=())
    assert open_finding.day_told(replace(claim, value=monday)) is None
