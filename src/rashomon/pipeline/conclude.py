"""From the evidence to the conclusions: copies, matches, incidents, findings.

What is new is laid to what was concluded where that can be done (``amend``); otherwise
every conclusion is drawn anew.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from rashomon.cluster import blocking, bonds, incidents, matching, reprints
from rashomon.cluster.keeping import packed
from rashomon.cluster.profiles import Pile, profile, survey, together
from rashomon.link.actors import name_key
from rashomon.model.account import Prominence
from rashomon.model.decision import standing
from rashomon.model.ids import DocumentId
from rashomon.model.incident import Incident
from rashomon.model.judgement import Judgement
from rashomon.pipeline import records
from rashomon.pipeline.amend import amend
from rashomon.pipeline.ledger import Progress
from rashomon.pipeline.placing import says_something
from rashomon.pipeline.records import Heirs
from rashomon.pipeline.stages import CONCLUDERS
from rashomon.pipeline.windows import conclude_in_windows
from rashomon.store.rows import (
    Conclusions,
    DocumentStatus,
    Matching,
    Stamps,
    Survey,
    Weighed,
)
from rashomon.store.sqlite import Store

# So many accounts take some 1.5 GB at once, at 29 KiB each (benchmarks/results/scale.md);
# more are concluded from in windows: half as long again, and 3 to 5 KiB each.
IN_MEMORY_UP_TO = 50_000


def is_due(store: Store) -> bool:
    """Say whether there is evidence, or a concluding stage, that is not concluded with.

    So a run that was stopped between reading and concluding is gone on with.
    """
    held = store.stamps()
    return held.concluded != _stamp(held)


def _stamp(held: Stamps) -> str:
    return f"{held.evidence}, {CONCLUDERS}"


def conclude(store: Store, progress: Progress) -> None:
    """Bring the conclusions up to the evidence held."""
    if not amend(store, progress, CONCLUDERS):
        conclude_anew(store, progress)


def conclude_anew(store: Store, progress: Progress) -> None:
    """Draw every conclusion anew from the evidence held, and replace the old ones."""
    if store.standing().accounts > IN_MEMORY_UP_TO:
        conclude_in_windows(store, progress, CONCLUDERS)
    else:
        _conclude_in_memory(store, progress)


def _conclude_in_memory(store: Store, progress: Progress) -> None:
    stamp = _stamp(store.stamps())
    stored = [d for d in store.documents() if d.status is DocumentStatus.READ]
    documents = {d.document.id: d.document for d in stored}
    accounts = {a.id: a for a in store.accounts() if a.document_id in documents}
    progress.step("finding copies", None)
    bands = {id_: reprints.bands(document) for id_, document in documents.items()}
    named = {d.document.id: d.family for d in stored if d.family}
    copies = reprints.find(list(documents.values()), bands, named)
    families = {c.document_id: c.family for c in copies}
    told = together(accounts.values())
    profiles = [
        profile(account, documents[id_], families[id_], name_key, beside)
        for id_, beside in told.items()
        for account in beside
    ]
    pile = survey(profiles)
    candidates = blocking.pairs(profiles, pile)
    weights, judged = _weigh(store, candidates, pile, progress)
    heirs, decided = store.successors(), standing(store.decisions())
    said = bonds.of(decided, heirs)
    derived = incidents.derive(
        accounts,
        blocking.parted(candidates, weights, said.together),
        [_continued(incident, heirs) for incident in store.incidents()],
        said,
        main=[a.id for a in accounts.values() if a.prominence is Prominence.MAIN],
    )
    progress.step("adding up", len(derived))
    evidence = records.Evidence(
        incidents=derived,
        accounts=accounts,
        documents=documents,
        families=families,
        decided=decided,
        heirs=heirs,
    )
    made = records.make(derived, evidence, progress)
    store.add_judgements(judged)
    kept = _kept(candidates, pile, weights, bands)
    drawn = Conclusions(reprints=tuple(copies), records=tuple(made), matching=kept)
    store.conclude(drawn, stamp)


def _weigh(
    store: Store, candidates: blocking.Candidates, pile: Pile, progress: Progress
) -> tuple[Sequence[float], list[Judgement]]:
    """Return what each candidate weighs, and the judgements that say something new."""
    progress.step("comparing accounts", len(candidates))
    now = datetime.now(UTC)
    logged = {j.pair: j for j in store.judgements()}
    weights, told = array("d"), []
    for left, right in candidates:
        judged = matching.judge(matching.match(left, right, pile), now)
        weights.append(judged.weight)
        if says_something(judged, logged.get(judged.pair)):
            told.append(judged)
        progress.advance()
    return weights, told


def _kept(
    candidates: blocking.Candidates,
    pile: Pile,
    weights: Sequence[float],
    bands: Mapping[DocumentId, Sequence[int]],
) -> Matching | None:
    """Return what is kept for the next accounts; of a small pile nothing is."""
    profiles = candidates.profiles
    if len(profiles) <= blocking.ALL_PAIRS_UP_TO:
        return None
    return Matching(
        survey=Survey(pile.accounts, pile.names, pile.words),
        profiles=((one.account_id, packed(one)) for one in profiles),
        keys=sorted(
            (key, blocking.day_of(one), one.account_id)
            for one in profiles
            for key in blocking.keys(one, pile)
        ),
        pairs=(
            Weighed(one.account_id, other.account_id, int(ways), weight)
            for (one, other), ways, weight in zip(
                candidates, candidates.ways, weights, strict=True
            )
        ),
        bands=sorted({(b, id_) for id_, held in bands.items() for b in held}),
    )


def _continued(incident: Incident, heirs: Heirs) -> Incident:
    """Let an incident go on in the accounts that took the place of its own."""
    now = {heirs.get(account, account) for account in incident.account_ids}
    return replace(incident, account_ids=tuple(sorted(now)))
