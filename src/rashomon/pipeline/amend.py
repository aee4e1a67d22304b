"""New documents laid to what was concluded: only what they touch is drawn anew.

A new account meets the candidates in its own blocks. What it is linked to, and those are
linked to, is grouped anew; the records of incidents that change so, and of those whose
open days they tell, are made anew; all others stay as they are. What is common in the
pile is asked of the survey that was taken when all was concluded the last time.
"""

from __future__ import annotations

from rashomon.cluster.profiles import Pile
from rashomon.pipeline import copies, regrouping
from rashomon.pipeline.ledger import Progress
from rashomon.pipeline.placing import placed, worth_logging
from rashomon.store.amending import Amendment, Follows
from rashomon.store.rows import (
    Amended,
    DocumentStatus,
    Kept,
    Stamps,
    Survey,
    evidence_of,
)
from rashomon.store.sqlite import Store

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
    rows = copies.of_new(held, [d.document for d in documents])
    if rows is None:
        raise _AllAnew
    held.put_reprints(rows)
    progress.step("comparing accounts", len(accounts))
    touched, judged = placed(held, accounts, _pile(held, kept), progress)
    decided = stamps.decisions > kept.decisions
    scene = regrouping.scene(held, touched, decided, MOST_TOUCHED)
    if scene is None:
        raise _AllAnew
    wanted = regrouping.widened(held, scene)
    progress.step("adding up", len(wanted))
    amended = Amended(
        records=regrouping.records_of(held, scene, wanted, progress),
        gone=scene.gone,
        judgements=worth_logging(judged),
    )
    follows = Follows(len(accounts), news.last, stamps.decisions)
    held.amend(amended, follows, concluders)
    return news.last >= stamps.documents


def _follows(kept: Kept, stamps: Stamps, concluders: str) -> bool:
    """Say whether what is kept is what was concluded last, by the same concluders."""
    before = evidence_of(kept.documents, kept.decisions)
    return stamps.concluded == f"{before}, {concluders}"


def _pile(held: Amendment, kept: Kept) -> Pile:
    """Return the pile as it was surveyed, read once as long as the survey is the same."""
    known = _SURVEYS.get(kept.digest)
    if known is None:
        _SURVEYS.clear()
        known = _SURVEYS[kept.digest] = held.survey()
    return Pile(accounts=known.accounts, names=known.names, words=known.words)
