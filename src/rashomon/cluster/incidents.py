"""Weights to incidents: people outrank models, and ids stay what they were."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from rashomon.algorithms.components import agglomerate, linked
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
    weights: Mapping[Pair, float],
    previous: Sequence[Incident] = (),
    bonds: Bonds = NOBODY,
    main: Collection[AccountId] = (),
    taken: Collection[IncidentId] = (),
) -> list[Incident]:
    """Rebuild every incident, by id: what people decided holds, whatever models weigh.

    ``weights`` are of pairs in order. What reports are about (``main``) is grouped first,
    and what they mention in passing then joins: a passage that one report tells twice
    keeps no two reports apart. A group keeps the id of the previous incident that it
    holds most accounts of; ids that it swallowed stand in ``supersedes``. ``taken`` are
    ids that incidents of other accounts have.
    """
    known = set(accounts)
    together = _known(bonds.together, known)
    weighed = linked({(str(a), str(b)): w for (a, b), w in weights.items()}, together)
    held = {str(a): group[0] for group in together for a in group}
    apart = [
        *(
            (a, b)
            for (a, b), weight in weighed.items()
            if must_stay_apart(weight) and not _held((a, b), held)
        ),
        *((str(a), str(b)) for a, b in bonds.apart if known.issuperset((a, b))),
    ]
    first = {str(a) for a in main} | {a for group in together for a in group}
    if main:
        about = agglomerate(
            first,
            {pair: w for pair, w in weighed.items() if first.issuperset(pair)},
            [pair for pair in apart if first.issuperset(pair)],
            unseen=UNSEEN,
            together=together,
        )
        together = [group for group in about if len(group) > 1]
    groups = agglomerate(
        [str(a) for a in known], weighed, apart, unseen=UNSEEN, together=together
    )
    named = [tuple(AccountId(a) for a in group) for group in groups]
    return _named(named, previous, taken)


def _held(pair: tuple[str, str], held: dict[str, str]) -> bool:
    """Say whether people hold a pair together."""
    return pair[0] in held and held[pair[0]] == held.get(pair[1])


def _known(
    groups: Iterable[tuple[AccountId, ...]], known: set[AccountId]
) -> list[tuple[str, ...]]:
    """Return the groups of the accounts that are there; of one alone nothing follows."""
    kept = (tuple(str(a) for a in group if a in known) for group in groups)
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
