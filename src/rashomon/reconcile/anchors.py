"""Days that one report leaves open, told by the other reports of its incident.

"On Monday" in a page that nobody dates is some Monday; where another report of the same
incident gives a day, it is that one. What is found so also dates the rest of the page.
A stored claim keeps what its own words say: this is a view of it, for reconciling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rashomon.model.account import Account, Prominence
from rashomon.model.claim import Attribute, Claim, Stance
from rashomon.model.ids import AccountId, DocumentId
from rashomon.model.incident import Incident
from rashomon.model.value import TimePrecision, Unanchored, When

_Teller = Callable[[Unanchored], When | None]

# A day of the year is taken in the year that brings it nearest to the days that others
# tell; further off than this it may be another year's, and stays open. Reports of an
# incident come weeks after it, and a crawler's stamp months (the seeds: ten weeks).
REACH_DAYS = 120

# Only a day told this closely says which one a weekday is.
CLOSE_DAYS = 3


def anchored(
    accounts: Mapping[AccountId, Account], incidents: Iterable[Incident]
) -> dict[AccountId, Account]:
    """Return the accounts with the open days told that the other reports can tell."""
    found = dict(accounts)
    pages: dict[DocumentId, tuple[AccountId, date]] = {}
    for incident in incidents:
        members = [accounts[a] for a in incident.account_ids]
        known = sorted(
            {when for account in members for when in _days(account)},
            key=lambda when: (when.days, when.first_day, when.last_day),
        )
        for account in members:
            told = _with_days(account, known) if known else account
            found[account.id] = told
            day = next(iter(_days(told)), None) if told is not account else None
            if day is not None and account.prominence is Prominence.MAIN:
                told_first = account.id, day.last_day
                page = pages.get(account.document_id, told_first)
                pages[account.document_id] = min(page, told_first)
    for account in list(found.values()):
        if account.document_id in pages:
            found[account.id] = _on_page(account, pages[account.document_id][1])
    return found


def _days(account: Account) -> list[When]:
    return [
        claim.value
        for claim in account.claims
        if isinstance(claim.value, When)
        and claim.stance is Stance.ASSERTS
        and not claim.is_rival
        and claim.value.days <= CLOSE_DAYS
    ]


def _with_days(account: Account, known: Sequence[When]) -> Account:
    """Return an account that gives no day with the days that others can tell of it."""
    if _days(account):
        return account
    return _replaced(account, lambda value: _told_by(value, known))


def _on_page(account: Account, page: date) -> Account:
    """Return an account with its open days reckoned from the day of its page's news."""
    return _replaced(account, lambda value: _beside(value, page))


def _replaced(account: Account, tell: _Teller) -> Account:
    claims = tuple(_told(claim, tell) for claim in account.claims)
    return account if claims == account.claims else replace(account, claims=claims)


def _told(claim: Claim, tell: _Teller) -> Claim:
    if claim.attribute is not Attribute.DATE or not isinstance(claim.value, Unanchored):
        return claim
    if claim.value.bounded:
        return claim
    when = tell(claim.value)
    return claim if when is None else replace(claim, value=when)


def _told_by(value: Unanchored, known: Sequence[When]) -> When | None:
    """Return the day that others tell: of a weekday only one that falls on it."""
    if value.weekdays:
        days = (_fitting(value, when) for when in known)
        return next((day for day in days if day), None)
    nearest = [_nearest(value, when.first_day) for when in known]
    return next((day for day in nearest if day), None)


def _fitting(value: Unanchored, when: When) -> When | None:
    for number in range(when.days):
        day = when.first_day + timedelta(days=number)
        if value.can_be(day):
            return _when(value, day)
    return None


def _beside(value: Unanchored, page: date) -> When | None:
    """Return the day beside that of the page's news: a weekday of the week before it,
    or of the day after, which the page may still tell of."""
    if not value.weekdays:
        return _nearest(value, page)
    days = (page + timedelta(days=offset) for offset in (0, -1, 1, -2, -3, -4, -5))
    return next((_when(value, day) for day in days if value.can_be(day)), None)


def _nearest(value: Unanchored, around: date) -> When | None:
    """Return the nearest day that a day of the year can be."""
    for distance in range(REACH_DAYS + 1):
        for way in (-1, 1):
            day = around + timedelta(days=way * distance)
            if value.can_be(day):
                return _when(value, day)
    return None


def _when(value: Unanchored, day: date) -> When:
    weekend = len(value.weekdays) > 1
    last = day + timedelta(days=weekend and day.weekday() == 5)
    first = day - timedelta(days=weekend and day.weekday() == 6)
    night = value.timex.endswith("TNI")
    precision = TimePrecision.RANGE if weekend else value.precision
    return When(first, last + timedelta(days=night), precision)
