"""What accounts touch, grouped anew, and the records that this changes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rashomon.algorithms.components import parted
from rashomon.cluster import bonds, incidents
from rashomon.model.account import Account, Prominence
from rashomon.model.decision import Decision, DecisionKind, standing
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import AccountId, IncidentId, incident_id
from rashomon.model.incident import Incident
from rashomon.model.value import Unanchored
from rashomon.pipeline import records
from rashomon.pipeline.ledger import Progress
from rashomon.pipeline.records import Heirs
from rashomon.store.amending import Amendment


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What new accounts touch, grouped anew.

    ``derived`` are the incidents there, ``changed`` those of them that are not what they
    were, and ``gone`` the incidents that are no more. ``judged`` are the accounts that
    people decided of, where they did so since.
    """

    derived: Mapping[AccountId, Incident]
    changed: dict[IncidentId, Incident]
    gone: Collection[IncidentId]
    judged: Collection[AccountId]
    decided: Sequence[Decision]
    heirs: Heirs


def scene(
    held: Amendment, touched: Collection[AccountId], anew_decided: bool, most: int
) -> Scene | None:
    """Group anew what some accounts touch; None where that is more than ``most``."""
    log = held.decisions()
    decided, heirs = standing(log), held.successors() if log else {}
    said = bonds.of(decided, heirs)
    # One decision may set free what another held, so all of them are looked at again.
    about = {heirs.get(a, a) for d in log if anew_decided for a in _about(d)}
    judged = held.tellers(about).keys() if about else set()
    accounts = joined(held, {*touched, *judged}, said, most)
    if len(accounts) > most:
        return None
    before, derived = grouped(held, accounts, said)
    return Scene(
        derived={a: incident for incident in derived for a in incident.account_ids},
        changed={i.id: i for i in derived if before.get(i.id) != i},
        gone=before.keys() - {incident.id for incident in derived},
        judged=judged,
        decided=decided,
        heirs=heirs,
    )


def grouped(
    held: Amendment, accounts: Collection[AccountId], said: bonds.Bonds
) -> tuple[dict[IncidentId, Incident], list[Incident]]:
    """Return the incidents that accounts were of, by id, and those that they are of now."""
    before = {incident.id: incident for incident in held.incidents_with(accounts)}
    mints = {incident_id(a, *turn) for a in accounts for turn in ((), (1,), (2,))}
    tellers = held.tellers(accounts)
    derived = incidents.derive(
        accounts,
        parted(held.weights_among(accounts), said.together),
        list(before.values()),
        said,
        main=[a for a, (_, how) in tellers.items() if how is Prominence.MAIN],
        taken=held.living(mints) - before.keys(),
    )
    return before, derived


def _about(decision: Decision) -> tuple[AccountId, ...]:
    return *decision.accounts, *decision.others


def joined(
    held: Amendment,
    touched: Collection[AccountId],
    said: bonds.Bonds,
    most: int | None,
) -> set[AccountId]:
    """Return all accounts that may have to be grouped anew with some that are touched.

    That is whoever weighs above zero with one of them, is of one incident with it, or is
    held together with it by people, and so on; more than ``most`` are not sought.
    """
    groups = {a: group for group in said.together for a in group}
    found: set[AccountId] = set()
    waiting = set(touched)
    while waiting:
        found |= waiting
        if most is not None and len(found) > most:
            break
        near = held.linked(waiting) | held.mates(waiting)
        near.update(a for one in waiting for a in groups.get(one, ()))
        waiting = near - found
    return found


def widened(held: Amendment, scene: Scene) -> dict[IncidentId, Incident]:
    """Return the incidents that changed, and those whose records change with them.

    These have an open day on a page of one that changed, or a value that people set.
    """
    wanted = scene.changed | _homes(held, scene, [*scene.judged, *_set_there(scene)])
    members = {a for incident in wanted.values() for a in incident.account_ids}
    pages = {document for document, _ in held.tellers(members).values()}
    opened = [a.id for a in held.accounts_in(pages) if _is_open(a)]
    return wanted | _homes(held, scene, opened)


def records_of(
    held: Amendment,
    scene: Scene,
    wanted: Mapping[IncidentId, Incident],
    progress: Progress,
) -> list[IncidentRecord]:
    """Make the records of the wanted incidents, by id."""
    known: dict[AccountId, Account] = {}

    def load(incidents: Mapping[IncidentId, Incident]) -> list[Account]:
        members = {a for i in incidents.values() for a in i.account_ids}
        missing = members - known.keys()
        known.update({a.id: a for a in held.accounts(missing)} if missing else {})
        return [known[a] for a in members]

    opened = {account.document_id for account in load(wanted) if _is_open(account)}
    pages = held.accounts_in(opened) if opened else []
    main = [a.id for a in pages if a.prominence is Prominence.MAIN]
    context = {**wanted, **_homes(held, scene, [*main, *_set(scene)])}
    stored = held.documents({account.document_id for account in load(context)})
    evidence = records.Evidence(
        incidents=[context[id_] for id_ in sorted(context)],
        accounts=known,
        documents={d.document.id: d.document for d in stored},
        families={d.document.id: d.family for d in stored if d.family},
        decided=scene.decided,
        heirs=scene.heirs,
    )
    return records.make([wanted[id_] for id_ in sorted(wanted)], evidence, progress)


def _homes(
    held: Amendment, scene: Scene, accounts: Collection[AccountId]
) -> dict[IncidentId, Incident]:
    """Return the incidents that some accounts are of now."""
    there = [scene.derived[a] for a in accounts if a in scene.derived]
    others = [a for a in accounts if a not in scene.derived]
    there += held.incidents_with(others) if others else []
    return {incident.id: incident for incident in there}


def _set(scene: Scene) -> list[AccountId]:
    """Return the accounts of the incidents that people set values of."""
    setting = (d for d in scene.decided if d.kind is DecisionKind.SET)
    return [scene.heirs.get(a, a) for d in setting for a in d.accounts]


def _set_there(scene: Scene) -> list[AccountId]:
    """Return these, of decisions on an account that was grouped anew."""
    found = []
    for decision in scene.decided:
        now = [scene.heirs.get(a, a) for a in decision.accounts]
        if decision.kind is DecisionKind.SET and any(a in scene.derived for a in now):
            found += now
    return found


def _is_open(account: Account) -> bool:
    return any(isinstance(claim.value, Unanchored) for claim in account.claims)
