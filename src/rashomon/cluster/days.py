"""What the days that two accounts give, and those of their reports, say for one incident.

One function a reason, as in ``comparisons``.
"""

from __future__ import annotations

from datetime import date, timedelta

from rashomon.cluster.grounds import Ground, stepped
from rashomon.cluster.profiles import Profile
from rashomon.model.account import Prominence
from rashomon.model.value import TimePrecision, Unanchored, When

# How late a crawler may have seen a page whose weekday we reckon from its stamp.
LATE_STAMP_DAYS = 100


def dates(left: Profile, right: Profile) -> Ground | None:
    """The same day speaks for one incident, days apart against it."""
    if left.when is None or right.when is None:
        return None
    gap = _gap_days(left.when, right.when)
    wide = max(left.when.days, right.when.days)
    if gap == 0:
        named = ("same_day", "same_days", "dates_overlap", "dates_overlap_widely")
        return Ground(stepped(wide, (2, 4, 32), named), f"{left.when} and {right.when}")
    detail = f"{gap} days between {left.when} and {right.when}"
    ahead = left.when.first_day > right.when.first_day
    late = left if ahead else right
    if late.weak_date and 2 <= gap <= LATE_STAMP_DAYS:
        # A stamp may be weeks late, so a day reckoned from it may be weeks off.
        return Ground("days_apart_reckoned", detail)
    apart = ("next_day", "two_days_apart", "days_apart", "a_week_apart", "weeks_apart")
    return Ground(stepped(gap, (2, 3, 5, 15), apart), detail)


def _gap_days(left: When, right: When) -> int:
    return max(
        (right.first_day - left.last_day).days,
        (left.first_day - right.last_day).days,
        0,
    )


# Nobody reports what comes weeks later: one of the two days was misread at best.
LONG_BEFORE_DAYS = 7


def date_against_publication(left: Profile, right: Profile) -> Ground | None:
    """A report without a day of its own tells of what happened shortly before it."""
    if (left.when is None) == (right.when is None):
        return None
    dated, undated = (left, right) if left.when else (right, left)
    if (
        undated.published is None
        or dated.when is None
        or undated.prominence is Prominence.BACKGROUND
    ):
        return Ground("day_of_one_unknown", "only one of them can be put on a day")
    age = (undated.published - dated.when.last_day).days
    detail = f"published {undated.published}, the other is dated {dated.when}"
    weak = "_stamped" if undated.weak_published else ""
    if age < -LONG_BEFORE_DAYS and not weak:
        return Ground("published_weeks_before", detail)
    named = (
        "published_before",
        "published_just_after",
        "published_after",
        "published_long_after",
    )
    step = stepped(age, (-1, 5, 15), named)
    return Ground(step if step == "published_just_after" else step + weak, detail)


# Of three days and more almost every weekday is one.
_NARROW_DAYS = 2


def open_days(left: Profile, right: Profile) -> Ground | None:
    """ "On Monday", "on 21 December": they fit the other's day, or do not."""
    if left.when and right.when:
        return None
    met = [
        (one, other)
        for one in _told_days(left)
        for other in _told_days(right)
        if _comparable(one, other)
    ]
    if not met:
        return None
    by_date = any(isinstance(d, Unanchored) and d.day_of_year for p in met for d in p)
    fits = any(_one_day(one, other) for one, other in met)
    told = {" and ".join(sorted(map(str, pair))) for pair in met}
    detail = "; ".join(sorted(told)[:2])
    if by_date and not fits and _is_that_weekday(left, right):
        return Ground("days_apart_reckoned", detail)
    if by_date:
        return Ground("date_fits" if fits else "other_date", detail)
    return Ground("weekday_fits" if fits else "other_weekday", detail)


def _is_that_weekday(left: Profile, right: Profile) -> bool:
    """Say whether "Friday", reckoned from a stamp, may be the Friday of an open date.

    The stamp may be weeks late, so it may be any such day of the weeks before.
    """
    dated, opened = (left, right) if left.when else (right, left)
    if dated.when is None or not dated.weak_date:
        return False
    reckoned = dated.when.first_day
    before = (reckoned - timedelta(days) for days in range(7, LATE_STAMP_DAYS, 7))
    told = {Unanchored(day).day_of_year for day in opened.open_days}
    return any((day.month, day.day) in told for day in before)


def told_apart(left: Profile, right: Profile) -> Ground | None:
    """What a report tells as another day's is not what it is about.

    "The third, after those of 1 and 3 May": this is neither of them.
    """
    if left.document_id == right.document_id:
        return None
    for one, other in ((left, right), (right, left)):
        if one.when is None and (days := _days_met(one.days_apart, other)):
            return Ground("told_apart", f"told apart there: {days}")
    return None


def _days_met(apart: frozenset[str], other: Profile) -> str:
    """Return the first of some days that an account gives as its own, "" for none."""
    own = _told_days(other)
    for day in sorted(apart):
        told = _day(day)
        if any(_comparable(told, mine) and _one_day(told, mine) for mine in own):
            return day
    return ""


def _day(written: str) -> When | Unanchored:
    if written.startswith("X"):
        return Unanchored(written)
    day = date.fromisoformat(written)
    return When(day, day, TimePrecision.DAY)


def _told_days(one: Profile) -> list[When | Unanchored]:
    if one.when is not None:
        return [one.when] if one.when.days <= _NARROW_DAYS else []
    return [Unanchored(day) for day in sorted(one.open_days)]


def _comparable(one: When | Unanchored, other: When | Unanchored) -> bool:
    if isinstance(one, Unanchored) and isinstance(other, Unanchored):
        return bool(one.weekdays) == bool(other.weekdays)
    return True


def _one_day(one: When | Unanchored, other: When | Unanchored) -> bool:
    if isinstance(one, Unanchored):
        return one.agrees_with(other)
    return other.agrees_with(one)


def publications(left: Profile, right: Profile) -> Ground | None:
    """Where neither gives a day, the days of publication say something."""
    if left.when or right.when:
        return None
    gap = _published_gap(left.published, right.published)
    if gap is None or Prominence.BACKGROUND in {left.prominence, right.prominence}:
        return Ground("days_unknown", "neither can be put on a day")
    named = ("published_together", "published_days_apart", "published_weeks_apart")
    return Ground(stepped(gap, (4, 11), named), f"{gap} days between the publications")


def reports(left: Profile, right: Profile) -> Ground | None:
    """What two reports are about is the likelier one incident, the closer they appeared."""
    gap = _published_gap(left.published, right.published)
    if gap is None or left.prominence is not right.prominence:
        return None
    if left.weak_published or right.weak_published:
        return None  # a crawler may have seen a page months later
    if left.prominence is Prominence.BACKGROUND or not (left.when or right.when):
        return None
    named = (
        "reported_together",
        "reported_days_apart",
        "reported_weeks_apart",
        "reported_months_apart",
    )
    return Ground(stepped(gap, (3, 11, 46), named), f"{gap} days between the reports")


def _published_gap(left: date | None, right: date | None) -> int | None:
    return None if left is None or right is None else abs((left - right).days)
