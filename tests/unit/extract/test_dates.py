"""The time tagger: what is found, which days it can be, and what is no time."""

from __future__ import annotations

import pytest

from rashomon.extract import dates
from rashomon.extract.reading import read
from rashomon.model.document import DateBasis, Document, Published
from rashomon.model.ids import DocumentId
from rashomon.model.mention import TimeMention
from rashomon.model.value import TimePrecision

THURSDAY = "2023-09-07"


def found(
    text: str,
    published: str | None = THURSDAY,
    *,
    language: str = "en",
    basis: DateBasis = DateBasis.GIVEN,
) -> list[TimeMention]:
    """Tag a text published on a Thursday."""
    told = Published(published, basis if published else DateBasis.UNKNOWN)
    document = Document(
        id=DocumentId("doc_time"),
        text=text,
        raw_sha256="",
        origin="test",
        language=language,
        published=told,
    )
    return dates.find(read(document))


def one(
    text: str, *, language: str = "en", published: str | None = THURSDAY
) -> TimeMention:
    """Tag a text that has one time expression."""
    mentions = found(text, published, language=language)
    assert len(mentions) == 1, [m.span.of(text) for m in mentions]
    return mentions[0]


def interval(mention: TimeMention) -> tuple[str, str] | None:
    """Return the first and last day of a mention, None where it has none."""
    when = mention.when
    return None if when is None else (str(when.first_day), str(when.last_day))


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("on August 10, 2022", "2022-08-10", "2022-08-10"),
        ("on 10 August 2022", "2022-08-10", "2022-08-10"),
        ("on Aug. 9", "2023-08-09", "2023-08-09"),
        ("on 9 Aug", "2023-08-09", "2023-08-09"),
        ("on 2023-09-01", "2023-09-01", "2023-09-01"),
        ("on 01.09.2023", "2023-09-01", "2023-09-01"),
        ("on 9/25/2022", "2022-09-25", "2022-09-25"),
        ("in 1998", "1998-01-01", "1998-12-31"),
        ("in the 1990s", "1990-01-01", "1999-12-31"),
        ("in March 2021", "2021-03-01", "2021-03-31"),
        ("in mid-July", "2023-07-10", "2023-07-20"),
        ("in late 2014", "2014-09-01", "2014-12-31"),
        ("in November of last year", "2022-11-01", "2022-11-30"),
        ("last November", "2022-11-01", "2022-11-30"),
        ("in the spring of 2021", "2021-03-01", "2021-05-31"),
        ("on the morning of August 15, 2022", "2022-08-15", "2022-08-15"),
    ],
)
def test_calendar_dates_are_read(words: str, first: str, last: str) -> None:
    """A date with its month or year names the days that it says and no fewer."""
    assert interval(one(f"A depot burned {words} near Velm.")) == (first, last)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("on Friday", "2023-09-01", "2023-09-01"),
        ("on Thursday", "2023-09-07", "2023-09-07"),
        ("on Tuesday evening", "2023-09-05", "2023-09-05"),
        ("last Thursday", "2023-08-31", "2023-08-31"),
        ("yesterday", "2023-09-06", "2023-09-06"),
        ("last night", "2023-09-06", "2023-09-07"),
        ("three days ago", "2023-09-04", "2023-09-04"),
        ("four years ago", "2019-01-01", "2019-12-31"),
        ("last week", "2023-08-28", "2023-09-03"),
        ("earlier this week", "2023-09-04", "2023-09-07"),
        ("earlier this month", "2023-09-01", "2023-09-07"),
        ("over the weekend", "2023-09-02", "2023-09-03"),
        ("in the past 24 hours", "2023-09-06", "2023-09-07"),
    ],
)
def test_relative_times_are_reckoned_back(words: str, first: str, last: str) -> None:
    """A report tells of what has been: the latest such time up to its own day."""
    assert interval(one(f"A depot burned {words} near Velm.")) == (first, last)


def test_more_than_reaches_further_back() -> None:
    """More than 18 months ago is not a single month."""
    when = one("The war began more than 18 months ago.").when
    assert when is not None
    assert (str(when.last_day), when.precision) == ("2022-03-31", TimePrecision.RANGE)
    assert str(when.first_day) < "2022-03-01"


@pytest.mark.parametrize(
    ("words", "first", "last", "timex"),
    [
        ("overnight into Tuesday", "2023-09-04", "2023-09-05", "2023-09-04TNI"),
        ("on the night of July 1st", "2023-06-30", "2023-07-01", "2023-07-01TNI"),
        ("in the night of 28 to 29 July", "2023-07-28", "2023-07-29", "2023-07-28TNI"),
        ("overnight", "2023-09-06", "2023-09-07", "2023-09-06TNI"),
    ],
)
def test_nights_touch_two_days(words: str, first: str, last: str, timex: str) -> None:
    """A night is of the evening before it and of the morning after it."""
    mention = one(f"The drone fell {words}.")
    assert (interval(mention), mention.timex) == ((first, last), timex)
    assert mention.when is not None
    assert mention.when.precision is TimePrecision.PART_OF_DAY


def test_overnight_on_a_day_may_be_either_night() -> None:
    """The words do not say whether the night began or ended on Friday."""
    assert interval(one("It fell overnight on Friday.")) == ("2023-08-31", "2023-09-02")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("between 3 and 5 May", "2023-05-03", "2023-05-05"),
        ("on June 1-3", "2023-06-01", "2023-06-03"),
        ("from Monday to Wednesday", "2023-09-04", "2023-09-06"),
    ],
)
def test_ranges_have_both_ends(words: str, first: str, last: str) -> None:
    """A range is one expression from its first day to its last."""
    mention = one(f"Shells fell {words}.")
    assert interval(mention) == (first, last)
    assert mention.when is not None
    assert mention.when.precision is TimePrecision.RANGE


def test_days_listed_are_two_expressions() -> None:
    """April 24 and 25 are two dates of one month."""
    mentions = found("They met on April 24 and 25 in Velm.")
    assert [m.timex for m in mentions] == ["2023-04-24", "2023-04-25"]


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("at 13:03 GMT on Tuesday", "2023-09-05T13:03"),
        ("at 10:35 a.m. on Tuesday", "2023-09-05T10:35"),
        ("at 6.15 pm on Tuesday", "2023-09-05T18:15"),
        ("on Tuesday just before 6 in the morning", "2023-09-05T06:00"),
        ("at 0735 GMT on Tuesday", "2023-09-05T07:35"),
        ("at 12:10 am on Tuesday", "2023-09-05T00:10"),
        ("at noon on Tuesday", "2023-09-05T12:00"),
    ],
)
def test_clock_takes_the_day_of_its_sentence(words: str, moment: str) -> None:
    """A clock time belongs to the day named beside it, before it or after it."""
    clocks = [m for m in found(f"The siren rang {words}.") if m.rule == "clock"]
    assert [c.timex for c in clocks] == [moment]


def test_clock_joined_with_its_day_is_one_expression() -> None:
    """Nothing stands between the hour and the weekday."""
    mention = one("The siren rang at 9 a.m. Tuesday.")
    assert (mention.timex, mention.rule) == ("2023-09-05T09:00", "clock_on")


def test_clock_far_from_background_dates_is_of_the_report() -> None:
    """A clock time after an old date in another sentence is not of that old date."""
    text = "A mine went off on May 3, 2021. The siren rang at 9:30."
    assert found(text)[-1].timex == "2023-09-07T09:30"


@pytest.mark.parametrize(
    ("words", "timex"),
    [
        ("The day before, shops closed.", "2022-05-02"),
        ("Two days earlier, shops closed.", "2022-05-01"),
        ("The next day shops closed.", "2022-05-04"),
        ("The same day shops closed.", "2022-05-03"),
        ("That night shops closed.", "2022-05-03TNI"),
        ("Later that year shops closed.", "2022"),
        ("On March 14 of that year shops closed.", "2022-03-14"),
    ],
)
def test_anaphora_reckons_from_the_day_named_last(words: str, timex: str) -> None:
    """The previous day is the day before the one the text is speaking of."""
    assert found(f"A mine went off on May 3, 2022. {words}")[-1].timex == timex


def test_anaphora_falls_back_on_publication() -> None:
    """With no day named before it, a day earlier is the eve of publication."""
    assert one("A day earlier, a mine went off.").timex == "2023-09-06"


def test_the_day_before_something_is_no_date() -> None:
    """What it is the day before of, the words say and the calendar does not."""
    assert found("They met three days after the raid, the day before the vote.") == []


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("The ministers will meet on Saturday.", "2023-09-09"),
        ("The talks are scheduled for Monday.", "2023-09-11"),
        ("He must leave by Oct. 4.", "2023-10-04"),
        ("The truce was extended until Sunday.", "2023-09-10"),
        ("The hearing will be in January.", "2024-01"),
    ],
)
def test_plans_lie_ahead(text: str, timex: str) -> None:
    """What is still to come takes the next such day, not the latest one."""
    assert one(text).timex == timex


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("A shell killed two men on December 3.", "2022-12-03"),
        ("Militants attacked in October.", "2022-10"),
        ("Drone kills two on Saturday", "2023-09-02"),
        ("They asked for ways around Saturday's ruling.", "2023-09-02"),
    ],
)
def test_what_is_told_lies_behind(text: str, timex: str) -> None:
    """A past tense, a headline's present and a possessive point back."""
    assert one(text).timex == timex


def test_weekday_is_the_date_that_explains_it() -> None:
    """A date in brackets after a weekday says which one is meant."""
    mentions = found("Shots were fired on Monday (July 3).")
    assert [m.timex for m in mentions] == ["2023-07-03", "2023-07-03"]


@pytest.mark.parametrize(
    "text",
    [
        "May said the troops may march again.",
        "The Sunday Times asked him.",
        "Route 9 was closed after a 3-2 win; call 555-2000.",
        "It cost $2000, or 1999 dollars, for 24 people and 1998 soldiers.",
        "He was second, 20 percent behind, in 2 minutes.",
        "They stayed for three hours on a three-day visit every Friday.",
        "Jan Kovar drove a 1987 Tatra.",
        "A Christmas market was near.",
        "Black Friday was calm.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    """Names, counts, prices, durations and habits are no times."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("word", "timex"),
    [("now", "PRESENT_REF"), ("recently", "PAST_REF"), ("currently", "PRESENT_REF")],
)
def test_vague_references_have_no_interval(word: str, timex: str) -> None:
    """A word such as "recently" has a TIMEX3 value and no place on a calendar."""
    mention = one(f"The bridge is {word} shut.")
    assert (mention.when, mention.timex) == (None, timex)


def test_nothing_is_invented_without_an_anchor() -> None:
    """Where nothing dates the text, only full dates have an interval."""
    text = "It fell on Monday. On 5 May it burned. Two days ago it rained, in 2014 not."
    mentions = found(text, None)
    assert [m.when is None for m in mentions] == [True, True, True, False]
    assert mentions[0].timex == "XXXX-WXX-1"
    assert mentions[1].timex == "XXXX-05-05"


def test_ambiguous_slashes_tell_the_year_only() -> None:
    """Nobody can say whether 09/11 is in September or in November."""
    assert interval(one("It fell on 09/11/2022.")) == ("2022-01-01", "2022-12-31")


def test_impossible_dates_are_left_out() -> None:
    """There is no 31st of April, so nothing is said."""
    assert all(m.when is None for m in found("It fell on 31 April 2023."))


def test_month_of_publication_dates_days_without_a_year() -> None:
    """July 14 seen in July 2022 is of that year; a weekday has no day to count from."""
    mentions = found("It fell on July 14, on Thursday.", "2022-07")
    assert [interval(m) for m in mentions] == [("2022-07-14", "2022-07-14"), None]


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("It grew in the third quarter of 2012.", "2012-Q3"),
        ("It fell in the first half of last year.", "2022-H1"),
        ("It ended in fiscal 2012.", "FY2012"),
        ("It began in the 21st century.", "20"),
        ("It stood there in the '90s.", "199X"),
        ("It had struck in recent months.", "PAST_REF"),
        ("It had struck in the past.", "PAST_REF"),
        ("It burned on the Fourth of July.", "2023-07-04"),
        ("It burned on Memorial Day.", "2023-05-29"),
        ("It burned on Good Friday.", "2023-04-07"),
        ("It burned on 25-12-2022.", "2022-12-25"),
        ("It rose from the year-ago level.", "2022"),
    ],
)
def test_parts_of_the_year_and_days_by_name(text: str, timex: str) -> None:
    """Quarters, halves, fiscal years, centuries and holidays have TIMEX3 values."""
    assert one(text).timex == timex


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The deadline was extended until 9 a.m. Tuesday.", "2023-09-12T09:00"),
        ("They could leave as early as Tuesday.", "2023-09-12"),
        ("A man is dead after a shooting Tuesday.", "2023-09-05"),
        ("The hearing is on Tuesday.", "2023-09-12"),
    ],
)
def test_what_points_forward_is_after_publication(text: str, day: str) -> None:
    """Deadlines, plans and fixed dates lie ahead; "is dead" does not."""
    assert one(text).timex == day


def test_a_block_of_a_street_is_no_year() -> None:
    """ "The 1500 block" is an address."""
    assert found("Shots were fired in the 1500 block of Elm Street.") == []


def test_a_weekday_is_the_date_near_it_under_a_weak_anchor() -> None:
    """Under a late stamp, the Friday is the Friday that the text dates itself."""
    text = "A depot burned on Friday. Pictures of September 1, 2023 show the smoke."
    told = found(text, "2023-11-13", basis=DateBasis.STAMP)
    assert told[0].timex == "2023-09-01"
    assert str(told[0].rival) == "2023-11-10"


def test_what_another_date_of_the_document_makes_of_a_time_is_kept() -> None:
    """The Friday by the text's own today, and the one by the stamp; full dates have one."""
    text = "Today, September 1, a depot burned. It burned on Friday, and on 3 May 2020."
    told = found(text, "2023-11-13", basis=DateBasis.STAMP)
    assert [(m.timex, str(m.rival)) for m in told[-2:]] == [
        ("2023-09-01", "2023-11-10"),
        ("2020-05-03", "None"),
    ]
    assert all(m.rival is None for m in found(text, "2023-09-01"))


def test_a_chain_of_days_is_read_to_its_end() -> None:
    """Hundreds of days in one sentence neither break the reader nor hang it."""
    assert len(found("Friday and Monday " * 400)) == 800


def test_impossible_days_are_no_times() -> None:
    """31 February and the year 9999 name no day that a calendar has."""
    assert found("It burned on February 31. It ends in the year 9999.") == []


@pytest.mark.parametrize("digits", ["9" * 5_000, "²", "12345678901234567890"])
@pytest.mark.parametrize("words", ["{} days ago", "on {} May", "on May {}", "in {}"])
def test_a_number_without_end_is_no_time(words: str, digits: str) -> None:
    """Nor does it end the reading."""
    told = found(f"It burned {words.format(digits)}. It began on 3 May 2024.")
    assert [t.timex for t in told][-1] == "2024-05-03"


def test_a_month_that_is_a_persons_name_is_no_time() -> None:
    """April Dol is a person; the April of a year is not."""
    assert found("Police say April Dol was hurt.") == []
    assert one("It burned in April.").timex == "2023-04"


@pytest.mark.parametrize("words", ["on a Saturday afternoon", "of a Saturday"])
def test_a_day_of_the_week_that_is_one_of_many_is_not_the_latest(words: str) -> None:
    """What was "on a Saturday" was on any of them; "on Saturday" is last Saturday."""
    assert one(f"Armed men stormed the shop {words}.").when is None
    assert one("Armed men stormed the shop on Saturday.").when is not None


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("They were killed on or before May 2.", "../2024-05-02"),
        ("The mine was laid no later than 30 April.", "../2024-04-30"),
        ("He was dead by Tuesday at the latest.", "../2024-04-30"),
        ("The village burned some time before April 20.", "../2024-04-19"),
        ("It was laid no earlier than 20 April.", "2024-04-20/.."),
        ("He was killed sometime after April 20.", "2024-04-21/.."),
    ],
)
def test_a_day_that_is_an_end_is_no_day(text: str, bound: str) -> None:
    """On or before, no later than, sometime after: TIMEX3's mod, and an open interval."""
    told = one(text, published="2024-05-03")
    assert str(told.bound) == bound
    assert told.mod
    assert one("They were killed on May 2.", published="2024-05-03").bound is None


def test_before_dawn_is_no_end() -> None:
    """A part of a day is when it was."""
    assert (
        one("They were shot before dawn on Wednesday.", published="2024-05-03").bound
        is None
    )
