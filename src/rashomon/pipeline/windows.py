"""All conclusions drawn anew in windows, so that less of the pile is held at once.

Five passes over the evidence: the wording of each document, its copies, the survey, the
candidates of each account, and the groups. What is held of the whole pile is a survey, a
row a document, and which accounts each incident has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from rashomon.cluster import bonds
from rashomon.cluster.profiles import Pile, profile
from rashomon.link.actors import name_key
from rashomon.model.account import Account
from rashomon.model.decision import standing
from rashomon.model.document import Document
from rashomon.model.ids import AccountId, DocumentId, FamilyId
from rashomon.model.incident import Incident
from rashomon.pipeline import copies, regrouping
from rashomon.pipeline.ledger import Progress
from rashomon.pipeline.placing import placed, worth_logging
from rashomon.store.amending import Amendment, Follows
from rashomon.store.rows import Amended, DocumentStatus, Survey
from rashomon.store.sqlite import Store

# So many documents, or incidents, are held at once, and all that they are compared with.
AT_ONCE = 50
NOBODY = FamilyId("")


def conclude_in_windows(store: Store, progress: Progress, concluders: str) -> None:
    """Draw every conclusion anew and replace the old ones, all of them or none."""
    with store.amending() as held:
        stamps = held.stamps()
        held.go_on_in(held.successors())
        held.let_go()
        progress.step("finding copies", None)
        named = held.families()
        held.forget_reprints()
        held.put_reprints(copies.of_all(held, lambda: _documents(held), named))
        pile = _surveyed(held)
        held.keep_survey(Survey(pile.accounts, pile.names, pile.words))
        progress.step("comparing accounts", pile.accounts)
        for _, accounts in _windows(held):
            # One pile a window: it remembers each report that was weighed with it.
            known = Pile(accounts=pile.accounts, names=pile.names, words=pile.words)
            _, judged = placed(held, accounts, known, progress)
            logged = held.logged([said.pair for said in judged])
            held.log(worth_logging(judged, logged))
        scene = _scene(held)
        progress.step("adding up", len(scene.changed))
        held.part_all(scene.gone)
        follows = Follows(0, stamps.documents, stamps.decisions)
        waiting = iter(sorted(scene.changed))
        while some := list(islice(waiting, AT_ONCE)):
            wanted = {id_: scene.changed[id_] for id_ in some}
            made = regrouping.records_of(held, scene, wanted, progress)
            held.amend(
                Amended(records=made, gone=(), judgements=()), follows, concluders
            )
        held.amend(Amended(records=(), gone=(), judgements=()), follows, concluders)


def _windows(held: Amendment) -> Iterator[tuple[list[Document], list[Account]]]:
    """Yield the documents that were read, some at once, with their accounts."""
    last: DocumentId | None = None
    while stored := held.documents_after(last, AT_ONCE):
        last = stored[-1].document.id
        read = [d.document for d in stored if d.status is DocumentStatus.READ]
        yield read, held.accounts_in([document.id for document in read])


def _documents(held: Amendment) -> Iterator[Document]:
    return (document for documents, _ in _windows(held) for document in documents)


def _surveyed(held: Amendment) -> Pile:
    """Count the words and names of all accounts."""
    names: Counter[str] = Counter()
    words: Counter[str] = Counter()
    number = 0
    for documents, accounts in _windows(held):
        texts = {document.id: document for document in documents}
        for account in accounts:
            one = profile(account, texts[account.document_id], NOBODY, name_key)
            names.update(one.names)
            words.update(one.words)
            number += 1
    return Pile(accounts=number, names=names, words=words)


def _scene(held: Amendment) -> regrouping.Scene:
    """Group all accounts, some and what they hang together with at once."""
    log = held.decisions()
    decided, heirs = standing(log), held.successors() if log else {}
    said = bonds.of(decided, heirs)
    derived: dict[AccountId, Incident] = {}
    gone = held.living(None)
    for _, accounts in _windows(held):
        waiting = {account.id for account in accounts} - derived.keys()
        if waiting:
            touched = regrouping.joined(held, waiting, said, None)
            _, found = regrouping.grouped(held, touched, said)
            derived.update({a: one for one in found for a in one.account_ids})
    changed = {one.id: one for one in derived.values()}
    return regrouping.Scene(
        derived=derived,
        changed=changed,
        gone=gone - changed.keys(),
        judged=(),
        decided=decided,
        heirs=heirs,
    )
