"""Which accounts people hold together and apart: their decisions, newest first.

The newest decision wins: an older one that it rules out, also by way of others, is
passed over. So what comes out never contradicts itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from rashomon.model.decision import Decision, DecisionKind
from rashomon.model.ids import AccountId

Heirs = Mapping[AccountId, AccountId]
Pair = tuple[AccountId, AccountId]

_JOINING = {DecisionKind.SAME, DecisionKind.MERGE, DecisionKind.SPLIT}
_PARTING = {DecisionKind.DIFFERENT, DecisionKind.SPLIT}


@dataclass(frozen=True, slots=True)
class Bonds:
    """Groups of accounts that are one incident, and pairs that are two, by decision."""

    together: tuple[tuple[AccountId, ...], ...] = ()
    apart: tuple[Pair, ...] = ()


class _Groups:
    """Accounts joined so far, and which groups may not be joined."""

    def __init__(self) -> None:
        self.members: dict[AccountId, set[AccountId]] = {}
        self.root: dict[AccountId, AccountId] = {}
        self.barred: dict[AccountId, set[AccountId]] = {}

    def find(self, account: AccountId) -> AccountId:
        if account not in self.root:
            self.root[account] = account
            self.members[account] = {account}
            self.barred[account] = set()
        return self.root[account]

    def join(self, left: AccountId, right: AccountId) -> bool:
        keep, gone = self.find(left), self.find(right)
        if keep == gone:
            return True
        if gone in self.barred[keep]:
            return False
        for member in self.members[gone]:
            self.root[member] = keep
        self.members[keep] |= self.members.pop(gone)
        for other in self.barred.pop(gone):
            self.barred[other] = (self.barred[other] - {gone}) | {keep}
            self.barred[keep].add(other)
        return True

    def part(self, left: AccountId, right: AccountId) -> None:
        one, two = self.find(left), self.find(right)
        if one != two:
            self.barred[one].add(two)
            self.barred[two].add(one)


def of(decisions: Sequence[Decision], heirs: Heirs) -> Bonds:
    """Return what the standing decisions hold together and apart.

    ``heirs`` lead from accounts of earlier readings to those that took their place.
    """
    groups = _Groups()
    apart: set[Pair] = set()
    for decision in reversed(decisions):
        accounts = _now(decision.accounts, heirs)
        if decision.kind in _PARTING:
            for left, right in product(accounts, _now(decision.others, heirs)):
                if groups.find(left) != groups.find(right):
                    groups.part(left, right)
                    apart.add((min(left, right), max(left, right)))
        if decision.kind in _JOINING:
            for at, account in enumerate(accounts):
                any(groups.join(before, account) for before in accounts[:at])
    together = [tuple(sorted(m)) for m in groups.members.values() if len(m) > 1]
    return Bonds(tuple(sorted(together)), tuple(sorted(apart)))


def _now(accounts: Iterable[AccountId], heirs: Heirs) -> list[AccountId]:
    return list(dict.fromkeys(heirs.get(account, account) for account in accounts))
