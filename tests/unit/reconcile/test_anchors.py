"""Days that one report leaves open, told by the others of its incident."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import Attribute, Claim
from rashomon.model.document import Span
from rashomon.model.ids import AccountId, ClaimId, DocumentId, IncidentId
from rashomon.model.incident import Incident
from rashomon.model.value import TimePrecision, Unanchored, When
from rashomon.reconcile.anchors import anchored


def day(year: int, month: int, number: int) -> When:
    """Return one day."""
    one = date(year, month, number)
    return When(one, one, TimePrecision.DAY)


def account(
    name: str,
    *values: When | Unanchored,
    document: str | None = None,
    prominence: Prominence = Prominence.MAIN,
) -> Account:
    """Return an account with these dates."""
    page = DocumentId(document or name)
    claims = tuple(
        Claim(
            id=ClaimId(f"{name}{number}"),
            document_id=page,
            attribute=Attribute.DATE,
            value=value,
            span=Span(number, number + 1),
        )
        for number, value in enumerate(values)
    )
    return Account(
        id=AccountId(name),
        document_id=page,
        type=IncidentType.SHELLING,
        prominence=prominence,
        span=Span(0, 5),
        claims=claims,
    )


def dates_of(accounts: Sequence[Account], *groups: Sequence[str]) -> dict[str, str]:
    """Return the first date of each account after anchoring, accounts in groups."""
    incidents = [
        Incident(
            id=IncidentId(f"inc{n}"), account_ids=tuple(AccountId(a) for a in group)
        )
        for n, group in enumerate(groups)
    ]
    found = anchored({a.id: a for a in accounts}, incidents)
    return {id_: str(a.claims[0].value) for id_, a in found.items() if a.claims}


def test_a_date_without_a_year_takes_the_nearest_of_the_other_reports() -> None:
    """Under another report's stamp of November, September 1 is of that year."""
    told = account("b", Unanchored("XXXX-09-01"))
    found = dates_of([account("a", day(2023, 11, 10)), told], ["a", "b"])
    assert found["b"] == "2023-09-01"


def test_a_date_of_another_season_stays_open() -> None:
    """A day half a year from what the others tell may be any year's."""
    told = account("b", Unanchored("XXXX-03-01"))
    found = dates_of([account("a", day(2023, 9, 10)), told], ["a", "b"])
    assert found["b"] == "XXXX-03-01"


def test_a_weekday_is_the_day_that_another_report_gives() -> None:
    """Some Monday is the Monday of the other report, and no other day is made up."""
    others = account("a", day(2024, 9, 2))
    monday = account("b", Unanchored("XXXX-WXX-1"))
    friday = account("c", Unanchored("XXXX-WXX-5"))
    found = dates_of([others, monday, friday], ["a", "b", "c"])
    assert found == {"a": "2024-09-02", "b": "2024-09-02", "c": "XXXX-WXX-5"}


def test_a_day_found_dates_the_rest_of_its_page() -> None:
    """A page whose news is of a Friday tells of the Tuesday before it."""
    page = [
        account("b", Unanchored("XXXX-09-01")),
        account(
            "c",
            Unanchored("XXXX-WXX-2TEV", TimePrecision.PART_OF_DAY),
            document="b",
            prominence=Prominence.BACKGROUND,
        ),
    ]
    found = dates_of([account("a", day(2023, 8, 30)), *page], ["a", "b"], ["c"])
    assert found["c"] == "2023-08-29"


def test_a_page_may_tell_of_the_day_after_its_news() -> None:
    """A blast late on Saturday, and another on Sunday: not the Sunday before."""
    for timex, expected in (("XXXX-WXX-7", "2023-09-03"), ("XXXX-WXX-1", "2023-08-28")):
        page = [
            account("b", Unanchored("XXXX-WXX-6")),
            account(
                "c",
                Unanchored(timex),
                document="b",
                prominence=Prominence.BACKGROUND,
            ),
        ]
        found = dates_of([account("a", day(2023, 9, 2)), *page], ["a", "b"], ["c"])
        assert (found["b"], found["c"]) == ("2023-09-02", expected)


def test_a_weekend_is_both_its_days_and_a_night_two() -> None:
    """What is told stays as wide as it was told."""
    weekend = account("b", Unanchored("XXXX-WXX-WE"))
    night = account("c", Unanchored("XXXX-WXX-7TNI", TimePrecision.PART_OF_DAY))
    found = dates_of([account("a", day(2024, 9, 1)), weekend, night], ["a", "b", "c"])
    assert found["b"] == "2024-08-31/2024-09-01"
    assert found["c"] == "2024-09-01/2024-09-02"


def test_an_account_with_a_day_of_its_own_keeps_its_claims() -> None:
    """Nothing is told of a report that says when it was."""
    own = account("b", day(2024, 9, 3), Unanchored("XXXX-WXX-1"))
    accounts = {a.id: a for a in (account("a", day(2024, 9, 2)), own)}
    incident = Incident(id=IncidentId("inc"), account_ids=tuple(accounts))
    assert anchored(accounts, [incident])[AccountId("b")] == own
