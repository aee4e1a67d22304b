"""From the evidence to the conclusions: copies, matches, incidents, findings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from rashomon.cluster import blocking, incidents, matching, reprints
from rashomon.cluster.profiles import profile
from rashomon.link.actors import name_key
from rashomon.model.judgement import Judgement, Verdict
from rashomon.pipeline.ledger import Progress
from rashomon.reconcile.records import assemble
from rashomon.store.rows import Conclusions, DocumentStatus
from rashomon.store.sqlite import Store

# A model's verdict whose weight moved less is the same verdict: it is not logged again.
SAME_WEIGHT = 0.01


def conclude(store: Store, progress: Progress) -> Conclusions:
    """Draw every conclusion anew from the evidence held, and replace the old ones."""
    evidence, _ = store.evidence()
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
    candidates = blocking.pairs(profiles)
    progress.step("comparing accounts", len(candidates))
    now = datetime.now(UTC)
    made = []
    for left, right in candidates:
        made.append(matching.judge(matching.match(left, right), now))
        progress.advance()
    held = store.judgements()
    people = [judgement for judgement in held if judgement.by_person]
    previous = [record.incident for record in store.records()]
    derived = incidents.derive(accounts, [*made, *people], previous)
    progress.step("adding up", len(derived))
    records = []
    for incident in derived:
        members = [accounts[a] for a in incident.account_ids]
        records.append(assemble(incident, members, documents, families, name_key))
        progress.advance()
    store.add_judgements(_new(made, held))
    drawn = Conclusions(reprints=tuple(copies), records=tuple(records))
    store.conclude(drawn, evidence)
    return drawn


def _new(made: Iterable[Judgement], held: Iterable[Judgement]) -> list[Judgement]:
    """Return the model's verdicts that say something new; a plain no is not logged."""
    latest = {j.pair: j for j in held if not j.by_person}
    return [
        judgement
        for judgement in made
        if _changed(judgement, latest.get(judgement.pair))
    ]


def _changed(judgement: Judgement, before: Judgement | None) -> bool:
    if before is None:
        return judgement.verdict is not Verdict.DIFFERENT
    moved = abs(before.weight - judgement.weight) > SAME_WEIGHT
    return before.verdict is not judgement.verdict or moved
