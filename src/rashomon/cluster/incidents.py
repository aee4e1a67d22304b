"""Weights to incidents: people outrank models, and ids stay what they were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from rashomon.algorithms import components
from rashomon.cluster.bonds import Bonds
from rashomon.cluster.matching import must_stay_apart
from rashomon.model.ids import AccountId, IncidentId, incident_id
from rashomon.model.incident import Incident

# What a pair weighs that was never compared: blocking saw nothing in common.
UNSEEN = -3.0
NOBODY = Bonds()

Pair = tuple[AccountId, AccountId]


def derive(
    accounts: Iterable[AccountId],
    parted: Iterable[Mapping[Pair, float]],
    previous: Sequence[Incident] = (),
    bonds: Bonds = NOBODY,
    main: Collection[AccountId] = (),
    taken: Collection[IncidentId] = (),
) -> list[Incident]:
    """Rebuild every incident, by id: what people decided holds, whatever models weigh.

    ``parted`` are the weights of pairs in order, in parts that nothing above zero and no
    decision links (``components.parted``). What reports are about (``main``) is grouped
    first, and what they mention in passing then joins: a passage that one report tells
    twice keeps no two reports apart. A group keeps the id of the previous incident that it
    holds most accounts of; ids that it swallowed stand in ``supersedes``. ``taken`` are
    ids that incidents of other accounts have.
    """
    alone, about = set(accounts), set(main)
    held = {a: group for group in _known(bonds.together, alone) for a in group}
    barred: dict[AccountId, list[Pair]] = defaultdict(list)
    for pair in bonds.apart:
        if alone.issuperset(pair):
            barred[pair[0]].append(pair)
    groups: list[tuple[AccountId, ...]] = []
    for weights in parted:
        there = {account for pair in weights for account in pair}
        together = tuple({held[a] for a in there & held.keys()})
        there.update(account for group in together for account in group)
        alone -= there
        apart = (pair for a in there & barred.keys() for pair in barred[a])
        said = Bonds(together, tuple(p for p in apart if p[1] in there))
        groups += _grouped(there, weights, said, about & there)
    groups += {held.get(account, (account,)) for account in alone}
    return _named(sorted(groups), previous, taken)


def _grouped(
    accounts: Collection[AccountId],
    weights: Mapping[Pair, float],
    bonds: Bonds,
    main: Collection[AccountId],
) -> list[tuple[AccountId, ...]]:
    """Group a part: first what reports are about, then all that they mention."""
    held = {a: group[0] for group in bonds.together for a in group}
    forbidden = (pair for pair, weight in weights.items() if must_stay_apart(weight))
    apart = [*bonds.apart, *(pair for pair in forbidden if not _held(pair, held))]
    first, together = {*main, *held}, list(bonds.together)
    if main and len(first) < len(accounts):
        about = components.agglomerate(
            first,
            {pair: w for pair, w in weights.items() if first.issuperset(pair)},
            [pair for pair in apart if first.issuperset(pair)],
            unseen=UNSEEN,
            together=together,
        )
        together = [group for group in about if len(group) > 1]
    return components.agglomerate(
        accounts, weights, apart, unseen=UNSEEN, together=together
    )


def _held(pair: Pair, held: Mapping[AccountId, AccountId]) -> bool:
    """Say whether people hold a pair together."""
    return pair[0] in held and held[pair[0]] == held.get(pair[1])


def _known(
    groups: Iterable[tuple[AccountId, ...]], known: set[AccountId]
) -> list[tuple[AccountId, ...]]:
    """Return the groups of the accounts that are there; of one alone nothing follows."""
    kept = (tuple(sorted(a for a in group if a in known)) for group in groups)
    return [group for group in kept if len(group) > 1]


def _named(
    groups: Sequence[tuple[AccountId, ...]],
    previous: Sequence[Incident],
    others: Collection[IncidentId],
) -> list[Incident]:
    owner = {a: incident for incident in previous for a in incident.account_ids}
    claims: list[tuple[int, IncidentId, int]] = []
    for index, group in enumerate(groups):
        held: dict[IncidentId, int] = {}
        for account in group:
            if account in owner:
                held[owner[account].id] = held.get(owner[account].id, 0) + 1
        claims += [(-count, old, index) for old, count in held.items()]
    name: dict[int, IncidentId] = {}
    swallowed: dict[int, set[IncidentId]] = {}
    taken: set[IncidentId] = set()
    for _, old, index in sorted(claims):
        if old in taken:
            continue
        taken.add(old)
        if index in name:
            swallowed.setdefault(index, set()).add(old)
        else:
            name[index] = old
    before = {incident.id: incident for incident in previous}
    taken.update(others)
    ids = [name.get(n) or _mint(group[0], taken) for n, group in enumerate(groups)]
    living, made = set(ids), []
    for index, (new, group) in enumerate(zip(ids, groups, strict=True)):
        merged = swallowed.get(index, set())
        older = {o for i in (new, *merged) if i in before for o in before[i].supersedes}
        gone = tuple(sorted((merged | older) - living))
        made.append(Incident(id=new, account_ids=group, supersedes=gone))
    return sorted(made, key=lambda incident: incident.id)


def _mint(account: AccountId, taken: set[IncidentId]) -> IncidentId:
    new, turn = incident_id(account), 0
    while new in taken:  # the account left an incident that keeps its old name
        turn += 1
        new = incident_id(account, turn)
    taken.add(new)
    return new
