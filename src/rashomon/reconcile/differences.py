"""What differs between two records of the same events: two moments, or two databases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.claim import Attribute
from rashomon.model.finding import Agreement, Finding, IncidentRecord
from rashomon.model.ids import AccountId, IncidentId


class Happened(StrEnum):
    """What became of an incident between two records."""

    APPEARED = "appeared"
    GONE = "gone"
    MERGED = "merged"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One attribute of which the two records say another thing; None: nothing."""

    attribute: Attribute
    before: Finding | None
    after: Finding | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One incident that differs. ``merged``: ``after`` now holds ``before``'s accounts.

    ``sources`` are the outlets that were added.
    """

    happened: Happened
    before: IncidentRecord | None
    after: IncidentRecord | None
    changes: tuple[Change, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def record(self) -> IncidentRecord:
        """The incident as it is, or as it was where it is gone."""
        found = self.after or self.before
        assert found is not None  # a difference has at least one side
        return found


def compare(
    before: Iterable[IncidentRecord], after: Iterable[IncidentRecord]
) -> tuple[Difference, ...]:
    """Return the incidents that differ, by id.

    An incident is the same one under its id, under an id that it supersedes, or where
    it holds most of the other's accounts.
    """
    old, new = list(before), list(after)
    heirs = _heirs(old, new)
    heads = _heads(old, heirs)
    found = []
    for record in old:
        heir = heirs.get(record.incident.id)
        if heir is None:
            found.append(Difference(happened=Happened.GONE, before=record, after=None))
        elif heads[heir.incident.id] != record.incident.id:
            found.append(
                Difference(happened=Happened.MERGED, before=record, after=heir)
            )
        else:
            found.extend(_changed(record, heir))
    found.extend(
        Difference(happened=Happened.APPEARED, before=None, after=record)
        for record in new
        if record.incident.id not in heads
    )
    return tuple(sorted(found, key=lambda d: (d.record.incident.id, d.happened)))


def _heirs(
    old: Sequence[IncidentRecord], new: Sequence[IncidentRecord]
) -> dict[IncidentId, IncidentRecord]:
    """Return what each earlier incident has become."""
    by_id = {
        id_: record
        for record in new
        for id_ in (*record.incident.supersedes, record.incident.id)
    }
    owner: dict[AccountId, IncidentRecord] = {
        account: record for record in new for account in record.incident.account_ids
    }
    heirs = {}
    for record in old:
        held = Counter(
            owner[a].incident.id for a in record.incident.account_ids if a in owner
        )
        heir = by_id.get(record.incident.id)
        if heir is None and held:
            most = max(held, key=lambda id_: (held[id_], id_))
            heir = by_id[most]
        if heir is not None:
            heirs[record.incident.id] = heir
    return heirs


def _heads(
    old: Sequence[IncidentRecord], heirs: dict[IncidentId, IncidentRecord]
) -> dict[IncidentId, IncidentId]:
    """Return, for each later incident, the earlier one that it is above all."""
    heads: dict[IncidentId, tuple[bool, int, IncidentId]] = {}
    for record in old:
        heir = heirs.get(record.incident.id)
        if heir is None:
            continue
        id_ = record.incident.id
        shared = len({*record.incident.account_ids} & {*heir.incident.account_ids})
        claim = (id_ == heir.incident.id, shared, id_)
        heads[heir.incident.id] = max(claim, heads.get(heir.incident.id, claim))
    return {new: claim[-1] for new, claim in heads.items()}


def _changed(before: IncidentRecord, after: IncidentRecord) -> Iterable[Difference]:
    changes = tuple(
        Change(attribute=a, before=before.finding(a), after=after.finding(a))
        for a in Attribute
        if _published(before.finding(a)) != _published(after.finding(a))
    )
    sources = tuple(s for s in after.sources if s not in before.sources)
    same = before.type is after.type and before.agreement is after.agreement
    if changes or sources or not same:
        yield Difference(
            happened=Happened.CHANGED,
            before=before,
            after=after,
            changes=changes,
            sources=sources,
        )


def _published(finding: Finding | None) -> object:
    """Return what a reader sees of a finding: its values and how far they agree."""
    if finding is None:
        return None
    values = finding.chosen, finding.low, finding.best, finding.high
    contested = finding.agreement is Agreement.CONTESTED
    return values, finding.agreement, finding.relation if contested else None
