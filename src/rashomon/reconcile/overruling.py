"""What people decided of values, laid over what the claims add up to.

A rejected claim counts for nothing and stays to be seen; a set value is the published
one, whatever is claimed, and the claims stay beside it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.model.account import Account
from rashomon.model.claim import Attribute, Claim
from rashomon.model.decision import Decision, DecisionKind
from rashomon.model.finding import Agreement, Finding, IncidentRecord
from rashomon.model.ids import AccountId, ClaimId, IncidentId
from rashomon.model.incident import Incident
from rashomon.model.value import Count
from rashomon.reconcile.records import title_of

Heirs = Mapping[AccountId, AccountId]


def rejected(
    accounts: Iterable[Account], decisions: Sequence[Decision]
) -> set[ClaimId]:
    """Return the claims that people struck out.

    A claim is known again by its document, attribute, value and words, so a verdict
    holds also when the document was read anew.
    """
    struck: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.kind is DecisionKind.REJECT and decision.document_id:
            struck[decision.document_id].append(decision)
    if not struck:
        return set()
    return {
        claim.id
        for account in accounts
        for claim in account.claims
        if any(_is_meant(claim, d) for d in struck.get(claim.document_id, ()))
    }


def _is_meant(claim: Claim, decision: Decision) -> bool:
    if claim.id in decision.target:
        return True
    return (
        decision.span is not None
        and claim.attribute is decision.attribute
        and claim.value in decision.values
        and claim.span.overlaps(decision.span)
    )


def without(account: Account, struck: set[ClaimId]) -> Account:
    """Return the account less its rejected claims."""
    if not any(claim.id in struck for claim in account.claims):
        return account
    kept = tuple(claim for claim in account.claims if claim.id not in struck)
    return replace(account, claims=kept)


def set_values(
    incidents: Iterable[Incident], decisions: Sequence[Decision], heirs: Heirs
) -> dict[IncidentId, dict[Attribute, Decision]]:
    """Return which values people set, for the incident that holds most of the accounts.

    The latest decision on an attribute of an incident wins.
    """
    setting = [d for d in decisions if d.kind is DecisionKind.SET and d.attribute]
    if not setting:
        return {}
    home = {a: incident.id for incident in incidents for a in incident.account_ids}
    found: dict[IncidentId, dict[Attribute, Decision]] = defaultdict(dict)
    for decision in setting:
        now = {heirs.get(a, a) for a in decision.accounts}
        votes = Counter(home[account] for account in now if account in home)
        if votes and decision.attribute:
            winner = min(votes, key=lambda incident: (-votes[incident], incident))
            found[winner][decision.attribute] = decision
    return dict(found)


def overrule(
    record: IncidentRecord,
    accounts: Sequence[Account],
    struck: set[ClaimId],
    chosen: Mapping[Attribute, Decision],
) -> IncidentRecord:
    """Return the record with whole accounts, struck claims named and values set.

    ``record`` was assembled without the struck claims; ``accounts`` have them all.
    """
    out: dict[Attribute, list[ClaimId]] = defaultdict(list)
    for account in sorted(accounts, key=lambda a: (a.document_id, a.span)):
        for claim in account.claims:
            if claim.id in struck:
                out[claim.attribute].append(claim.id)
    if not out and not chosen:
        return record
    held = {finding.attribute: finding for finding in record.findings}
    for attribute, claims in out.items():
        known = held.get(attribute) or _nothing_left(attribute)
        held[attribute] = replace(known, rejected=tuple(dict.fromkeys(claims)))
    for attribute, decision in chosen.items():
        held[attribute] = _set(
            held.get(attribute) or _nothing_left(attribute), decision
        )
    findings = tuple(held[a] for a in Attribute if a in held)
    return replace(
        record,
        title=title_of(record.type, findings),
        accounts=tuple(sorted(accounts, key=lambda a: (a.document_id, a.span))),
        findings=findings,
    )


def _nothing_left(attribute: Attribute) -> Finding:
    return Finding(
        attribute=attribute,
        positions=(),
        agreement=Agreement.SINGLE,
        chosen=(),
        rule="rejected",
        why="every claim of it was rejected; nothing is chosen",
    )


def _set(finding: Finding, decision: Decision) -> Finding:
    """Return the finding with a person's value; range and agreement stay the sources'."""
    value = decision.values[0] if decision.values else None
    day = decision.made_at.date().isoformat()
    note = f": {decision.note}" if decision.note else ""
    overruled = replace(
        finding,
        chosen=decision.values,
        rule=f"set by {decision.person}",
        why=f"{decision.person} set it on {day}{note}",
    )
    if not isinstance(value, Count):
        return overruled
    return replace(
        overruled,
        best=value.low,
        low=finding.low if finding.low is not None else value.low,
        high=finding.high if finding.high is not None else value.high,
    )
