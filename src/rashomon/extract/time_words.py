"""English words of time, each with its kind: tables, no logic.

A row is (kind, value, words); ``_`` in a word stands for a space. The kinds are the
alphabet of ``time_grammar``:

M month, k month that is also a common word or short, W weekday, V short weekday,
p part of the day, U day to decade, u days to decades, H hour or minute, w weekend, S season, X holiday,
q number word, ~ roughly, A ago, b before, f after, L last, t this, n next, c that,
s same, K every, h the, a a, o of, i in/on/at, y between/from, z to/and, e early/late,
v overnight, J half a, d today, j noon, g now, T a.m., Z time zone, G "года" after a
year, r ordinal word, l half, m fiscal, P recent.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Word(NamedTuple):
    """What a word of time is: its kind and what it stands for."""

    kind: str
    value: str


Rows = tuple[tuple[str, str, str], ...]

# The months as a page writes them in full, for patterns of others than the tagger.
MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November"
    "|December"
)

ENGLISH: Rows = (
    ("M", "1", "january"), ("M", "2", "february"), ("k", "3", "march mar"),
    ("M", "4", "april"), ("k", "5", "may"), ("M", "6", "june"), ("M", "7", "july"),
    ("M", "8", "august"), ("M", "9", "september"), ("M", "10", "october"),
    ("M", "11", "november"), ("M", "12", "december"),
    ("k", "1", "jan"), ("k", "2", "feb"), ("k", "4", "apr"), ("k", "6", "jun"),
    ("k", "7", "jul"), ("k", "8", "aug"), ("k", "9", "sept sep"), ("k", "10", "oct"),
    ("k", "11", "nov"), ("k", "12", "dec"),
    ("W", "0", "monday"), ("W", "1", "tuesday"), ("W", "2", "wednesday"),
    ("W", "3", "thursday"), ("W", "4", "friday"), ("W", "5", "saturday"),
    ("W", "6", "sunday"),
    ("V", "0", "mon"), ("V", "1", "tue tues"), ("V", "2", "wed"),
    ("V", "3", "thu thur thurs"), ("V", "4", "fri"), ("V", "5", "sat"), ("V", "6", "sun"),
    ("p", "MO", "morning early_hours first_hours small_hours wee_hours"),
    ("p", "AF", "afternoon"), ("p", "EV", "evening"), ("p", "NI", "night"),
    ("p", "MO", "dawn predawn daybreak sunrise"), ("p", "EV", "dusk nightfall sunset sundown"),
    ("p", "MI", "lunchtime"),
    ("U", "day", "day"), ("U", "week", "week"), ("U", "month", "month"),
    ("U", "year", "year"), ("U", "decade", "decade"), ("U", "quarter", "quarter"),
    ("U", "century", "century"), ("l", "half", "half"), ("m", "", "fiscal fiscal_year"),
    ("r", "1", "first"), ("r", "2", "second"), ("r", "3", "third"), ("r", "4", "fourth"),
    ("P", "", "recent"),
    ("u", "day", "days"), ("u", "week", "weeks"), ("u", "month", "months"),
    ("u", "year", "years"), ("u", "decade", "decades"),
    ("H", "hour", "hour hours"), ("H", "minute", "minute minutes"),
    ("w", "", "weekend"),
    ("S", "SP", "spring"), ("S", "SU", "summer"), ("S", "FA", "autumn fall"),
    ("S", "WI", "winter"),
    ("X", "12-25", "christmas christmas_day"), ("X", "12-24", "christmas_eve"),
    ("X", "01-01", "new_year's_day"), ("X", "12-31", "new_year's_eve"),
    ("X", "easter", "easter easter_sunday"), ("X", "10-31", "halloween"),
    ("X", "07-04", "fourth_of_july july_fourth independence_day"),
    ("X", "02-14", "valentine's_day valentine’s_day"), ("X", "01-01", "new_year’s_day"),
    ("X", "12-31", "new_year’s_eve"), ("X", "01-3MO", "martin_luther_king_day martin_luther_king_jr._day"),
    ("X", "05-LMO", "memorial_day"), ("X", "09-1MO", "labor_day"),
    ("X", "05-2SU", "mother's_day mother’s_day"), ("X", "06-3SU", "father's_day father’s_day"),
    ("X", "good_friday", "good_friday"), ("X", "11-4TH", "thanksgiving thanksgiving_day"),
    ("q", "1", "one"), ("q", "2", "two"), ("q", "3", "three"), ("q", "4", "four"),
    ("q", "5", "five"), ("q", "6", "six"), ("q", "7", "seven"), ("q", "8", "eight"),
    ("q", "9", "nine"), ("q", "10", "ten"), ("q", "11", "eleven"), ("q", "12", "twelve"),
    ("q", "15", "fifteen"), ("q", "20", "twenty"), ("q", "30", "thirty"),
    ("q", "", "several few a_few a_couple_of a_couple couple many some"),
    ("~", "", "almost nearly about around roughly approximately over"),
    ("~", "more", "more_than at_least just_over"), ("~", "", "less_than just_under"),
    ("A", "", "ago"), ("J", "", "half_a half_an"), ("b", "", "earlier before prior"), ("f", "", "later after afterwards"),
    ("L", "last", "last past"), ("L", "previous", "previous preceding"),
    ("t", "", "this"), ("n", "next", "next coming upcoming"), ("n", "following", "following"),
    ("c", "", "that"), ("s", "", "same"), ("K", "", "every each per"),
    ("h", "", "the"), ("a", "", "a an"), ("o", "", "of"),
    ("i", "", "in on at during since by within throughout"), ("i", "", "until"),
    ("y", "", "between from"), ("z", "to", "to into through till"), ("z", "and", "and"),
    ("e", "early", "early"), ("e", "late", "late"), ("e", "mid", "mid"),
    ("e", "early", "the_start_of the_beginning_of the_start_of_the the_beginning_of_the"),
    ("e", "late", "the_end_of the_end_of_the end_of"), ("e", "mid", "the_middle_of the_middle_of_the"),
    ("v", "", "overnight"),
    ("d", "0", "today"), ("d", "0NI", "tonight"), ("d", "-1", "yesterday"),
    ("d", "1", "tomorrow"),
    ("d", "-2", "day_before_yesterday the_day_before_yesterday"),
    ("d", "2", "day_after_tomorrow the_day_after_tomorrow"),
    ("j", "12", "noon midday"), ("j", "0", "midnight"),
    ("g", "PRESENT_REF", "now currently nowadays current at_present at_the_moment at_this_time these_days"),
    ("g", "PAST_REF", "recently lately"), ("g", "FUTURE_REF", "future"),
    ("T", "", "o'clock o’clock"),
    ("Z", "", "gmt utc bst est edt cst cdt pst pdt cet cest eet eest msk ist local_time moscow_time kyiv_time kiev_time"),
)  # fmt: skip

# "The Sunday Times", "Black Friday", "May Day": names, not days.
NAMED_AFTER = frozenset(
    {
        "times", "telegraph", "express", "mail", "herald", "mirror", "post", "world",
        "agreement", "people", "school", "mosque",
    }
)  # fmt: skip
NAMED_BEFORE = frozenset(
    {"black", "bloody", "good", "palm", "super", "ash", "cyber", "holy", "man"}
)


def table(*sources: Rows) -> dict[str, Word]:
    """Return one look-up from every written form, the first row of a form winning."""
    words: dict[str, Word] = {}
    for kind, value, forms in _all(sources):
        for form in forms.split():
            words.setdefault(form.replace("_", " "), Word(kind, value))
    return words


def _all(sources: Iterable[Rows]) -> Iterable[tuple[str, str, str]]:
    return (row for rows in sources for row in rows)
