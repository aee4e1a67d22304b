"""Laws of the time tagger."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.extract import dates
from rashomon.extract.reading import read
from rashomon.model.document import DateBasis, Document, Published
from rashomon.model.ids import DocumentId
from rashomon.model.mention import TimeMention

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
DAYS = st.dates(date(1950, 1, 2), date(2049, 12, 30))
PIECES = st.lists(
    st.sampled_from(
        "Friday night the of on may May 5 31 2023 24 days ago last next week overnight "
        "into and to - ( ) , . a.m. 10:35 99:99 June 1-3 earlier two later that same "
        "в ночь на пятницу 9 августа года назад people 1998 early Christmas".split()
    ),
    max_size=14,
).map(" ".join)


def find(text: str, published: date | None) -> list[TimeMention]:
    """Tag a text without a parse, which no law needs."""
    value = published.isoformat() if published else None
    basis = DateBasis.GIVEN if published else DateBasis.UNKNOWN
    document = Document(
        id=DocumentId("doc_law"),
        text=text,
        raw_sha256="",
        origin="test",
        language="ru",
        published=Published(value, basis),
    )
    return dates.find(read(document))


def find_english(text: str, published: date) -> list[TimeMention]:
    """Tag an English text."""
    document = Document(
        id=DocumentId("doc_law"),
        text=text,
        raw_sha256="",
        origin="test",
        language="en",
        published=Published(published.isoformat(), DateBasis.GIVEN),
    )
    return dates.find(read(document))


@given(PIECES, st.none() | DAYS)
@settings(deadline=None, max_examples=300)
def test_mentions_lie_inside_the_text_in_order(
    text: str, published: date | None
) -> None:
    """Whatever the words, spans are ordered, apart from each other and inside."""
    spans = [m.span for m in find(text, published)]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(PIECES, DAYS)
@settings(deadline=None, max_examples=100)
def test_tagging_is_deterministic(text: str, published: date) -> None:
    """The same text gives the same mentions."""
    assert find(text, published) == find(text, published)


@given(st.text(max_size=80), st.none() | DAYS)
@settings(deadline=None, max_examples=200)
def test_any_text_can_be_read(text: str, published: date | None) -> None:
    """No text breaks the tagger, and every mention has a TIMEX3 value."""
    assert all(m.timex for m in find(text, published))


@given(DAYS, DAYS)
@settings(deadline=None, max_examples=60)
def test_full_dates_need_no_anchor(day: date, published: date) -> None:
    """A written date names its day, whenever the text was published."""
    text = f"It burned on {day:%B} {day.day}, {day.year} in Velm."
    mention = find_english(text, published)[0]
    assert mention.when is not None
    assert (mention.when.first_day, mention.when.last_day) == (day, day)
    assert not mention.relative


@given(st.integers(0, 6), DAYS)
@settings(deadline=None, max_examples=60)
def test_told_weekday_is_in_the_week_up_to_publication(
    number: int, published: date
) -> None:
    """A weekday in a past report is the latest such day up to its own day."""
    mention = find_english(f"A depot burned on {WEEKDAYS[number]}.", published)[0]
    assert mention.when is not None
    day = mention.when.first_day
    assert day.weekday() == number
    assert timedelta(0) <= published - day < timedelta(days=7)
