"""Which day relative times are reckoned from, and why."""

from __future__ import annotations

from datetime import date

from rashomon.extract.time_anchor import Anchor, choose
from rashomon.extract.time_grammar import shapes_of
from rashomon.extract.time_tokens import tokens_of
from rashomon.model.document import DateBasis, Published

SEEN = Published("2023-11-13", DateBasis.STAMP)


def anchor_of(text: str, published: Published) -> Anchor:
    """Choose the anchor of an English text."""
    return choose(shapes_of(tokens_of(text, "en")), published)


def test_given_date_comes_first() -> None:
    """What the caller knows is believed before what the text says."""
    text = "Today, September 1, a drone fell."
    published = Published("2023-09-03", DateBasis.GIVEN)
    assert anchor_of(text, published).day == date(2023, 9, 3)


def test_date_time_counts_by_its_day() -> None:
    """A published date-time anchors as its day."""
    published = Published("2023-09-03T23:10:00+02:00", DateBasis.METADATA)
    assert anchor_of("It fell.", published).day == date(2023, 9, 3)


def test_today_in_the_text_beats_a_stamp() -> None:
    """A crawler's stamp is months late; the text knows its own today."""
    text = "A plant burned on Friday. Today, September 1, a drone fell."
    chosen = anchor_of(text, SEEN)
    assert (chosen.day, chosen.why) == (
        date(2023, 9, 1),
        "the text calls this day today",
    )


def test_today_later_in_the_year_than_the_stamp_is_last_years() -> None:
    """Nothing was published after it was seen."""
    assert anchor_of("Today, December 1, it fell.", SEEN).day == date(2022, 12, 1)


def test_dateline_beats_a_stamp() -> None:
    """A full date at the head of the text is when it was written."""
    chosen = anchor_of("VELM, September 1, 2023. A plant burned on Friday.", SEEN)
    assert (chosen.day, chosen.why) == (date(2023, 9, 1), "the dateline")


def test_dateline_after_the_stamp_is_not_believed() -> None:
    """A text cannot be dated after somebody saw it."""
    chosen = anchor_of("VELM, December 24, 2023. A plant burned.", SEEN)
    assert chosen.day == date(2023, 11, 13)


def test_stamp_is_used_where_the_text_is_silent() -> None:
    """A weak hint is better than none, and says that it is one."""
    assert anchor_of("A plant burned.", SEEN) == Anchor(
        date(2023, 11, 13), "a crawler's stamp", latest=date(2023, 11, 15)
    )


def test_date_in_the_lead_is_a_loose_anchor() -> None:
    """Without any published date the day of the story is near, but it is not today."""
    chosen = anchor_of("A plant burned on September 1, 2023 in Velm.", Published())
    assert (chosen.day, chosen.loose) == (date(2023, 9, 1), True)


def test_nothing_anchors_nothing() -> None:
    """A text without dates has no anchor."""
    assert anchor_of("A plant burned on Friday.", Published()).day is None


def test_month_gives_the_year_but_no_day() -> None:
    """A stamp of a month alone says nothing of today, but nothing is later than it."""
    chosen = anchor_of("It fell on July 14.", Published("2022-07", DateBasis.STAMP))
    assert (chosen.day, chosen.latest) == (None, date(2022, 7, 31))


def test_a_day_that_no_calendar_has_anchors_nothing() -> None:
    """Nor does it end the reading; the next date does."""
    chosen = anchor_of("VELM, 2024-02-30. It burned on 2024-03-01.", Published())
    assert chosen.day == date(2024, 3, 1)


def test_the_day_that_was_not_believed_is_kept() -> None:
    """A stamp beside the text's own today, or a today far before the published date."""
    stamped = anchor_of("Today, September 1, a drone fell.", SEEN)
    assert stamped.rival == date(2023, 11, 13)
    given = Published("2023-11-13", DateBasis.GIVEN)
    assert anchor_of("Today, September 1, it fell.", given).rival == date(2023, 9, 1)
    assert anchor_of("Today, November 12, it fell.", given).rival is None
    moved = Published("2014-08-09", DateBasis.TEXT, rival="2017-01-28T10:00:00")
    assert anchor_of("It fell.", moved).rival == date(2017, 1, 28)


def test_one_day_has_no_rival() -> None:
    """What the other date would have made of it is the same."""
    chosen = anchor_of("Today, November 13, a drone fell.", SEEN)
    assert chosen.by_rival is None
