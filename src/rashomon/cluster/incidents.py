"""Judgements to incidents: people outrank models, and ids stay what they were."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.algorithms.components import agglomerate
from rashomon.cluster.matching import must_stay_apart
from rashomon.model.ids import AccountId, IncidentId, incident_id
from rashomon.model.incident import Incident
from rashomon.model.judgement import Judgement, Verdict

# What a pair weighs that was never compared: blocking saw nothing in common.
UNSEEN = -3.0
BY_PERSON = 1000.0


def derive(
    accounts: Iterable[AccountId],
    judgements: Iterable[Judgement],
    previous: Sequence[Incident] = (),
) -> list[Incident]:
    """Rebuild every incident, by id: the latest verdict of a person on a pair wins.

    A group keeps the id of the previous incident that it holds most accounts of; ids
    that it swallowed stand in ``supersedes``.
    """
    known = set(accounts)
    ranked = sorted(judgements, key=lambda j: (j.by_person, j.made_at))
    latest = {j.pair: j for j in ranked if known.issuperset(j.pair)}
    weights = {
        (str(pair[0]), str(pair[1])): _weight(judgement)
        for pair, judgement in latest.items()
    }
    apart = [(str(a), str(b)) for (a, b), j in latest.items() if must_stay_apart(j)]
    groups = agglomerate([str(a) for a in known], weights, apart, unseen=UNSEEN)
    return _named([tuple(AccountId(a) for a in group) for group in groups], previous)


def _weight(judgement: Judgement) -> float:
    if not judgement.by_person:
        return judgement.weight
    if judgement.verdict is Verdict.UNSURE:
        return judgement.weight
    return BY_PERSON if judgement.verdict is Verdict.SAME else -BY_PERSON


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
    made = []
    for index, group in enumerate(groups):
        new = name.get(index) or _mint(group[0], taken)
        merged = swallowed.get(index, set())
        older = {o for i in (new, *merged) if i in before for o in before[i].supersedes}
        made.append(
            Incident(
                id=new, account_ids=group, supersedes=tuple(sorted(merged | older))
            )
        )
    return sorted(made, key=lambda incident: incident.id)


def _mint(account: AccountId, taken: set[IncidentId]) -> IncidentId:
    new, turn = incident_id(account), 0
    while new in taken:  # the account left an incident that keeps its old name
        turn += 1
        new = incident_id(account, turn)
    taken.add(new)
    return new
