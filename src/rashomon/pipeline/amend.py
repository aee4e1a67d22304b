"""New documents laid to what was concluded: only what they touch is drawn anew.

A new account meets the candidates in its own blocks. What it is linked to, and those are
linked to, is grouped anew; the records of incidents that change so, and of those whose
open days they tell, are made anew; all others stay as they are. What is common in the
pile is asked of the survey that was taken when all was concluded the last time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from rashomon.algorithms import minhash
from rashomon.cluster import blocking, bonds, incidents, matching, reprints
from rashomon.cluster.keeping import packed, unpacked
from rashomon.cluster.profiles import Pile, Profile, profile
from rashomon.link.actors import name_key
from rashomon.model.account import Account, Prominence
from rashomon.model.decision import Decision, DecisionKind, standing
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import AccountId, DocumentId, IncidentId, incident_id
from rashomon.model.incident import Incident, Reprint
from rashomon.model.judgement import Judgement, Verdict
from rashomon.model.value import Unanchored
from rashomon.pipeline import records
from rashomon.pipeline.ledger import Progress
from rashomon.pipeline.records import Heirs
from rashomon.store.amending import Amendment, Follows
from rashomon.store.rows import (
    Amended,
    DocumentStatus,
    Kept,
    Stamps,
    StoredDocument,
    Survey,
    Weighed,
    evidence_of,
)
from rashomon.store.sqlite import Store

Pair = tuple[AccountId, AccountId]

# When a pile has grown by a sixteenth, all is concluded anew with a new survey: what a
# pair weighs of itself has moved by 0.04 bits then (0.45 for each doubling), and growing
# one by one costs seventeen times what concluding at once costs, whatever the size.
RENEWED_AFTER = 16
# So many documents are laid to the conclusions in one transaction.
AT_ONCE = 200
# A change of so many accounts is no small one: SQLite takes 32,766 ids in a question.
MOST_TOUCHED = 30_000

# The survey that this process read last, by its digest: it is the largest thing kept.
_SURVEYS: dict[str, Survey] = {}


def amend(store: Store, progress: Progress, concluders: str) -> bool:
    """Lay new documents to the conclusions; False where all must be concluded anew.

    What people decided since is applied, too. All must be concluded anew: of a small
    pile; once it has grown by a sixteenth since the survey; by other concluders; after a
    document that was read before; and where a new document makes one family of two.
    """
    try:
        done = False
        while not done:
            with store.amending() as held:
                done = _amended(held, progress, concluders)
    except _AllAnew:
        return False
    return True


class _AllAnew(Exception):
    """What is new may change too much; what was begun of it is not written."""


def _amended(held: Amendment, progress: Progress, concluders: str) -> bool:
    """Lay the next new documents to the conclusions; say whether these were the last."""
    kept, stamps = held.kept(), held.stamps()
    if kept is None or not _follows(kept, stamps, concluders):
        raise _AllAnew
    grown = kept.since + held.accounts_after(kept.documents)
    if grown > kept.accounts // RENEWED_AFTER:
        raise _AllAnew
    news = held.read_after(kept.documents, AT_ONCE)
    if news is None:
        raise _AllAnew
    documents = [d for d in news.documents if d.status is DocumentStatus.READ]
    told = {d.document.id for d in documents}
    accounts = [a for a in news.accounts if a.document_id in told]
    held.put_reprints(_copies(held, documents))
    progress.step("comparing accounts", len(accounts))
    touched, judged = _placed(held, accounts, _pile(held, kept), progress)
    scene = _scene(held, touched, stamps.decisions > kept.decisions)
    made = _records(held, scene, progress)
    amended = Amended(records=made, gone=scene.gone, judgements=judged)
    follows = Follows(len(accounts), news.last, stamps.decisions)
    held.amend(amended, follows, concluders)
    return news.last >= stamps.documents


def _follows(kept: Kept, stamps: Stamps, concluders: str) -> bool:
    """Say whether what is kept is what was concluded last, by the same concluders."""
    before = evidence_of(kept.documents, kept.decisions)
    return stamps.concluded == f"{before}, {concluders}"


def _copies(held: Amendment, documents: Sequence[StoredDocument]) -> list[Reprint]:
    """Return the rows of the families that new documents are of."""
    new = {d.document.id: d.document for d in documents}
    banded = {id_: reprints.bands(document) for id_, document in new.items()}
    asked = {band for own in banded.values() for band in own}
    near, crowded = held.sharing(asked, minhash.MAX_BAND)
    kin = {d.document.id: d for d in held.documents(held.kin(near))}
    banded |= {id_: reprints.bands(d.document) for id_, d in kin.items()}
    usable = {
        id_: [band for band in own if band not in crowded]
        for id_, own in banded.items()
    }
    named = {id_: d.family for id_, d in kin.items() if d.family}
    texts = [*new.values(), *(d.document for d in kin.values())]
    rows = reprints.find(texts, usable, named)
    if any(named.get(row.document_id, row.family) != row.family for row in rows):
        raise _AllAnew  # one of these makes one family of two
    for id_ in new:
        held.add_bands(id_, banded[id_])
    touched = {row.family for row in rows if row.document_id in new}
    return [row for row in rows if row.family in touched]


def _pile(held: Amendment, kept: Kept) -> Pile:
    """Return the pile as it was surveyed, read once as long as the survey is the same."""
    known = _SURVEYS.get(kept.digest)
    if known is None:
        _SURVEYS.clear()
        known = _SURVEYS[kept.digest] = held.survey()
    return Pile(accounts=known.accounts, names=known.names, words=known.words)


def _placed(
    held: Amendment, accounts: Sequence[Account], pile: Pile, progress: Progress
) -> tuple[set[AccountId], list[Judgement]]:
    """Put new accounts into their blocks and weigh the pairs that they are in.

    Returns the accounts that this touches, and the judgements worth logging.
    """
    new = _profiles(held, accounts)
    met: Counter[Pair] = Counter()
    parted: Counter[Pair] = Counter()
    for id_ in sorted(new):
        at, keys = blocking.day_of(new[id_]), blocking.keys(new[id_], pile)
        joined, pushed = held.enter(id_, at, keys, blocking.REACH)
        met.update(joined)
        parted.update(pushed)
    met.subtract({pair: parted.pop(pair) for pair in met.keys() & parted.keys()})
    pairs = sorted(pair for pair, ways in met.items() if ways > 0)
    others = {a for pair in pairs for a in pair} - new.keys()
    known = new | {a: unpacked(kept) for a, kept in held.profiles(others).items()}
    now = datetime.now(UTC)
    weighed, judged = [], []
    for left, right in pairs:
        said = matching.judge(matching.match(known[left], known[right], pile), now)
        weighed.append(Weighed(left, right, met[left, right], said.weight))
        if said.verdict is not Verdict.DIFFERENT:
            judged.append(said)
    held.add_profiles((id_, packed(one)) for id_, one in new.items())
    gone = held.weigh(weighed, parted)
    progress.advance(len(accounts))
    return new.keys() | gone, judged


def _profiles(held: Amendment, accounts: Sequence[Account]) -> dict[AccountId, Profile]:
    stored = {
        d.document.id: d for d in held.documents({a.document_id for a in accounts})
    }
    made = {}
    for account in accounts:
        told = stored[account.document_id]
        if told.family is not None:
            made[account.id] = profile(account, told.document, told.family, name_key)
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
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


def _scene(
    held: Amendment, touched: Collection[AccountId], anew_decided: bool
) -> _Scene:
    log = held.decisions()
    decided, heirs = standing(log), held.successors() if log else {}
    said = bonds.of(decided, heirs)
    # One decision may set free what another held, so all of them are looked at again.
    about = {heirs.get(a, a) for d in log if anew_decided for a in _about(d)}
    judged = held.tellers(about).keys() if about else set()
    accounts = _joined(held, {*touched, *judged}, said.together)
    previous = held.incidents_with(accounts)
    mints = {incident_id(a, *turn) for a in accounts for turn in ((), (1,), (2,))}
    before = {incident.id: incident for incident in previous}
    tellers = held.tellers(accounts)
    derived = incidents.derive(
        accounts,
        held.weights_among(accounts),
        previous,
        said,
        main=[a for a, (_, how) in tellers.items() if how is Prominence.MAIN],
        taken=held.living(mints) - before.keys(),
    )
    return _Scene(
        derived={a: incident for incident in derived for a in incident.account_ids},
        changed={i.id: i for i in derived if before.get(i.id) != i},
        gone=before.keys() - {incident.id for incident in derived},
        judged=judged,
        decided=decided,
        heirs=heirs,
    )


def _about(decision: Decision) -> tuple[AccountId, ...]:
    return *decision.accounts, *decision.others


def _joined(
    held: Amendment,
    touched: Collection[AccountId],
    together: Sequence[tuple[AccountId, ...]],
) -> set[AccountId]:
    """Return all accounts that may have to be grouped anew with some that are touched.

    That is whoever weighs above zero with one of them, is of one incident with it, or is
    held together with it by people, and so on.
    """
    groups = {a: group for group in together for a in group}
    found: set[AccountId] = set()
    waiting = set(touched)
    while waiting:
        found |= waiting
        if len(found) > MOST_TOUCHED:
            raise _AllAnew
        near = held.linked(waiting)
        near |= held.mates(waiting)
        near.update(a for one in waiting for a in groups.get(one, ()))
        waiting = near - found
    return found


def _records(
    held: Amendment, scene: _Scene, progress: Progress
) -> list[IncidentRecord]:
    """Make the records of the incidents that changed or whose open days they tell."""
    known: dict[AccountId, Account] = {}

    def load(incidents: Mapping[IncidentId, Incident]) -> set[DocumentId]:
        missing = {a for i in incidents.values() for a in i.account_ids} - known.keys()
        known.update({a.id: a for a in held.accounts(missing)} if missing else {})
        accounts = (known[a] for i in incidents.values() for a in i.account_ids)
        return {a.document_id for a in accounts}

    wanted = scene.changed | _homes(held, scene, [*scene.judged, *_set_there(scene)])
    beside = held.accounts_in(load(wanted))
    known.update({account.id: account for account in beside})
    wanted = wanted | _homes(held, scene, [a.id for a in beside if _is_open(a)])
    load(wanted)
    members = (known[a] for i in wanted.values() for a in i.account_ids)
    opened = {account.document_id for account in members if _is_open(account)}
    pages = held.accounts_in(opened) if opened else []
    main = [a.id for a in pages if a.prominence is Prominence.MAIN]
    context = wanted | _homes(held, scene, [*main, *_set(scene)])
    stored = held.documents(load(context))
    evidence = records.Evidence(
        incidents=[context[id_] for id_ in sorted(context)],
        accounts={a: known[a] for i in context.values() for a in i.account_ids},
        documents={d.document.id: d.document for d in stored},
        families={d.document.id: d.family for d in stored if d.family},
        decided=scene.decided,
        heirs=scene.heirs,
    )
    progress.step("adding up", len(wanted))
    return records.make([wanted[id_] for id_ in sorted(wanted)], evidence, progress)


def _homes(
    held: Amendment, scene: _Scene, accounts: Collection[AccountId]
) -> dict[IncidentId, Incident]:
    """Return the incidents that some accounts are of now."""
    there = [scene.derived[a] for a in accounts if a in scene.derived]
    others = [a for a in accounts if a not in scene.derived]
    there += held.incidents_with(others) if others else []
    return {incident.id: incident for incident in there}


def _set(scene: _Scene) -> list[AccountId]:
    """Return the accounts of the incidents that people set values of."""
    setting = (d for d in scene.decided if d.kind is DecisionKind.SET)
    return [scene.heirs.get(a, a) for d in setting for a in d.accounts]


def _set_there(scene: _Scene) -> list[AccountId]:
    """Return these, of decisions on an account that was grouped anew."""
    found = []
    for decision in scene.decided:
        now = [scene.heirs.get(a, a) for a in decision.accounts]
        if decision.kind is DecisionKind.SET and any(a in scene.derived for a in now):
            found += now
    return found


def _is_open(account: Account) -> bool:
    return any(isinstance(claim.value, Unanchored) for claim in account.claims)
