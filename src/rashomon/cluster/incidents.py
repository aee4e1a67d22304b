"""Judgements to incidents: people outrank models, and ids stay what they were."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.algorithms.components import agglomerate
from rashomon.cluster.bonds import Bonds
from rashomon.cluster.matching import must_stay_apart
from rashomon.model.ids import AccountId, IncidentId, incident_id
from rashomon.model.incident import Incident
from rashomon.model.judgement import Judgement

# What a pair weighs that was never compared: blocking saw nothing in common.
UNSEEN = -3.0
NOBODY = Bonds()


def derive(
    accounts: Iterable[AccountId],
    judgements: Iterable[Judgement],
    previous: Sequence[Incident] = (),
    bonds: Bonds = NOBODY,
) -> list[Incident]:
    """Rebuild every incident, by id: what people decided holds, whatever models weigh.

    A group keeps the id of the previous incident that it holds most accounts of; ids
    that it swallowed stand in ``supersedes``.
    """
    known = set(accounts)
    ranked = sorted(judgements, key=lambda j: j.made_at)
    latest = {j.pair: j for j in ranked if known.issuperset(j.pair)}
    weights = {(str(a), str(b)): j.weight for (a, b), j in latest.items()}
    held = {a: group[0] for group in bonds.together for a in group}
    apart = [
        (str(a), str(b))
        for a, b in (
            *(
                p
                for p, j in latest.items()
                if must_stay_apart(j) and not _held(p, held)
            ),
            *(pair for pair in bonds.apart if known.issuperset(pair)),
        )
    ]
    groups = agglomerate(
        [str(a) for a in known],
        weights,
        apart,
        unseen=UNSEEN,
        together=_known(bonds.together, known),
    )
    return _named([tuple(AccountId(a) for a in group) for group in groups], previous)


def _held(pair: tuple[AccountId, AccountId], held: dict[AccountId, AccountId]) -> bool:
    """Say whether people hold a pair together."""
    return pair[0] in held and held[pair[0]] == held.get(pair[1])


def _known(
    groups: Iterable[tuple[AccountId, ...]], known: set[AccountId]
) -> list[tuple[str, ...]]:
    """Return the groups of the accounts that are there; of one alone nothing follows."""
    kept = (tuple(str(a) for a in group if a in known) for group in groups)
    return [group for group in kept if len(group) > 1]


def _named(
    groups: Sequence[tuple[AccountId, ...]], previous: Sequence[Incident]
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
