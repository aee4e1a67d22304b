"""How precise a time is in the codebooks' terms: UCDP's date_prec, ACLED's time_precision.

The scales are those that CODEBOOKS.md quotes (UCDP GED codebook 26.1; ACLED codebook,
"Time precision"), with its suggested cross-walk between them.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from rashomon.model.value import When

WEEK_DAYS = 7
MONTH_DAYS = 31
YEAR_DAYS = 366

# UCDP: 1 exact day; 2 a range of 2 to 6 days; 3 a week; 4 8 to 30 days or a month; 5 more
# than a month, up to a year.
_UCDP = ((1, 1), (WEEK_DAYS - 1, 2), (WEEK_DAYS, 3), (MONTH_DAYS, 4), (YEAR_DAYS, 5))

# ACLED: 1 the actual date; 2 a known week or weekend; 3 a known month; less is not coded.
_ACLED = {1: 1, 2: 2, 3: 2, 4: 3}

_EARLY_ENDS = 10
_LATE_BEGINS = 20


def ucdp_date_prec(when: When) -> int | None:
    """Return UCDP's date_prec by how many days it can be; None: more than a year.

    A night touches two days, so that it is a range of them.
    """
    return next((code for most, code in _UCDP if when.days <= most), None)


def acled_time_precision(when: When) -> int | None:
    """Return ACLED's time_precision; None: less is known than the month."""
    code = ucdp_date_prec(when)
    return _ACLED.get(code) if code is not None else None


def acled_event_date(when: When) -> date | None:
    """Return the one day ACLED's rules put it on; None where it would not be coded.

    The middle of what is known ("last week": its Thursday), the first day of an early
    part of a month and the last of a late one.
    """
    if acled_time_precision(when) is None:
        return None
    first, last = when.first_day, when.last_day
    if when.days > WEEK_DAYS and (first.year, first.month) == (last.year, last.month):
        end = calendar.monthrange(first.year, first.month)[1]
        if first.day == 1 and last.day <= _EARLY_ENDS:
            return first
        if first.day >= _LATE_BEGINS and last.day == end:
            return last
    return first + timedelta(days=(when.days - 1) // 2)
