"""From the evidence to the conclusions: copies, matches, incidents, findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from rashomon.cluster import blocking, bonds, incidents, matching, reprints
from rashomon.cluster.profiles import profile, survey
from rashomon.link.actors import name_key
from rashomon.model.account import Prominence
from rashomon.model.decision import standing
from rashomon.model.ids import AccountId
from rashomon.model.incident import Incident
from rashomon.model.judgement import Judgement, Verdict
from rashomon.pipeline.ledger import Progress
from rashomon.pipeline.stages import CONCLUDERS
from rashomon.reconcile import anchors, overruling
from rashomon.reconcile.records import assemble
from rashomon.store.rows import Conclusions, DocumentStatus, Standing
from rashomon.store.sqlite import Store

Heirs = Mapping[AccountId, AccountId]

# A model's verdict whose weight moved less is the same verdict: it is not logged again.
SAME_WEIGHT = 0.01


def is_due(store: Store) -> bool:
    """Say whether there is evidence, or a concluding stage, that is not concluded with.

    So a run that was stopped between reading and concluding is gone on with.
    """
    held = store.standing()
    return held.concluded != _stamp(held)


def _stamp(held: Standing) -> str:
    return f"{held.evidence}, {CONCLUDERS}"


def conclude(store: Store, progress: Progress) -> Conclusions:
    """Draw every conclusion anew from the evidence held, and replace the old ones."""
    stamp = _stamp(store.standing())
    stored = [d for d in store.documents() if d.status is DocumentStatus.READ]
    documents = {d.document.id: d.document for d in stored}
    accounts = {a.id: a for a in store.accounts() if a.document_id in documents}
    progress.step("finding copies", None)
    copies = reprints.find(list(documents.values()))
    families = {c.document_id: c.family for c in copies}
    profiles = [
        profile(a, documents[a.document_id], families[a.document_id], name_key)
        for a in accounts.values()
    ]
    pile = survey(profiles)
    candidates = blocking.pairs(profiles, pile)
    progress.step("comparing accounts", len(candidates))
    now = datetime.now(UTC)
    logged = {j.pair: j for j in store.judgements()}
    weights, made = {}, []
    for left, right in candidates:
        judged = matching.judge(matching.match(left, right, pile), now)
        weights[judged.pair] = judged.weight
        if _says_something(judged, logged.get(judged.pair)):
            made.append(judged)
        progress.advance()
    heirs, decided = store.successors(), standing(store.decisions())
    previous = [_continued(incident, heirs) for incident in store.incidents()]
    derived = incidents.derive(
        accounts,
        weights,
        previous,
        bonds.of(decided, heirs),
        main=[a.id for a in accounts.values() if a.prominence is Prominence.MAIN],
    )
    progress.step("adding up", len(derived))
    struck = overruling.rejected(accounts.values(), decided)
    chosen = overruling.set_values(derived, decided, heirs)
    records = []
    told = anchors.anchored(accounts, derived)
    for incident in derived:
        members = [told[a] for a in incident.account_ids]
        heard = [overruling.without(account, struck) for account in members]
        record = assemble(incident, heard, documents, families, name_key)
        said = chosen.get(incident.id, {})
        records.append(overruling.overrule(record, members, struck, said))
        progress.advance()
    store.add_judgements(made)
    drawn = Conclusions(reprints=tuple(copies), records=tuple(records))
    store.conclude(drawn, stamp)
    return drawn


def _continued(incident: Incident, heirs: Heirs) -> Incident:
    """Let an incident go on in the accounts that took the place of its own."""
    now = {heirs.get(account, account) for account in incident.account_ids}
    return replace(incident, account_ids=tuple(sorted(now)))


def _says_something(judgement: Judgement, before: Judgement | None) -> bool:
    """Say whether a verdict is new; a plain no on a pair unheard of is not logged."""
    if before is None:
        return judgement.verdict is not Verdict.DIFFERENT
    moved = abs(before.weight - judgement.weight) > SAME_WEIGHT
    return before.verdict is not judgement.verdict or moved
