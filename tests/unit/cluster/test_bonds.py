"""What people hold together and apart."""

from __future__ import annotations

from datetime import UTC, datetime

from rashomon.cluster import bonds
from rashomon.model.decision import Decision, DecisionKind
from rashomon.model.ids import AccountId, DecisionId

NOW = datetime(2024, 6, 1, tzinfo=UTC)


def _ids(names: str) -> tuple[AccountId, ...]:
    return tuple(AccountId(name) for name in names)


def _decide(kind: DecisionKind, accounts: str, others: str = "") -> Decision:
    return Decision(
        id=DecisionId(f"dec_{accounts}_{others}"),
        kind=kind,
        person="Ada",
        made_at=NOW,
        target=(),
        accounts=_ids(accounts),
        others=_ids(others),
    )


def test_same_and_merge_hold_together() -> None:
    """Also by way of a third account."""
    said = [_decide(DecisionKind.SAME, "ab"), _decide(DecisionKind.MERGE, "bcd")]
    assert bonds.of(said, {}) == bonds.Bonds((_ids("abcd"),), ())


def test_a_split_holds_apart_those_that_leave_and_those_that_stay() -> None:
    """And holds together those that leave."""
    found = bonds.of([_decide(DecisionKind.SPLIT, "ab", "cd")], {})
    assert found.together == (_ids("ab"),)
    assert found.apart == (_ids("ac"), _ids("ad"), _ids("bc"), _ids("bd"))


def test_the_newest_decision_wins() -> None:
    """Whichever of the two it is."""
    same, other = (
        _decide(DecisionKind.SAME, "ab"),
        _decide(DecisionKind.DIFFERENT, "a", "b"),
    )
    assert bonds.of([same, other], {}) == bonds.Bonds((), (_ids("ab"),))
    assert bonds.of([other, same], {}) == bonds.Bonds((_ids("ab"),), ())


def test_a_no_outlives_an_older_merger_of_many() -> None:
    """The one account leaves, and the others stay together."""
    said = [
        _decide(DecisionKind.MERGE, "abcd"),
        _decide(DecisionKind.DIFFERENT, "a", "b"),
    ]
    found = bonds.of(said, {})
    assert found.together == (_ids("acd"),)
    assert found.apart == (_ids("ab"),)


def test_a_verdict_holds_for_those_that_took_the_place_of_its_accounts() -> None:
    """After a re-reading."""
    heirs = {AccountId("a"): AccountId("z")}
    assert bonds.of([_decide(DecisionKind.SAME, "ab")], heirs).together == (_ids("bz"),)


def test_nothing_is_left_to_say_of_two_that_became_one() -> None:
    """Neither together nor apart."""
    heirs = {AccountId("a"): AccountId("z"), AccountId("b"): AccountId("z")}
    said = [_decide(DecisionKind.DIFFERENT, "a", "b")]
    assert bonds.of(said, heirs) == bonds.Bonds()
