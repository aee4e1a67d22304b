"""All conclusions drawn anew in windows, so that less of the pile is held at once.

Passes over the evidence: the wording of each document, its copies, the survey, what each
account is compared by, the pairs, and the groups. What is held of the whole pile is a
survey, a row a document, numbers for its bands and keys, the pairs as numbers, and which
accounts each incident has.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from rashomon.algorithms.blocks import Entries, Integers
from rashomon.cluster import blocking, bonds
from rashomon.cluster.keeping import packed, unpacked
from rashomon.cluster.profiles import Pile, Profile
from rashomon.model.account import Account
from rashomon.model.decision import standing
from rashomon.model.document import Document
from rashomon.model.ids import AccountId, DocumentId
from rashomon.model.incident import Incident
from rashomon.pipeline import copies, placing, regrouping
from rashomon.pipeline.ledger import Progress
from rashomon.store.amending import Amendment, Follows
from rashomon.store.rows import Amended, DocumentStatus, Survey, Weighed
from rashomon.store.sqlite import Store

# So many documents, or incidents, are held at once, and all that they are compared with.
AT_ONCE = 50
# So many accounts are compared at once with those that come after them.
COMPARED_AT_ONCE = 500


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
        _weigh(held, _met(held, pile), pile, progress)
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
    """Keep what each account is compared by; return how common its words and names are."""
    names: Counter[str] = Counter()
    words: Counter[str] = Counter()
    number = 0
    for _, accounts in _windows(held):
        made = placing.profiles_of(held, accounts)
        held.add_profiles((id_, packed(one)) for id_, one in made.items())
        names.update(name for one in made.values() for name in one.names)
        words.update(word for one in made.values() for word in one.words)
        number += len(made)
    return _pile(number, names, words)


def _pile(number: int, names: Counter[str], words: Counter[str]) -> Pile:
    return Pile(accounts=number, names=_spread(names), words=_spread(words))


def _spread(held: Counter[str]) -> dict[str, int]:
    """Return what more than one account has: the rest is as rare as what nobody has."""
    return {name: number for name, number in held.items() if number > 1}


class _Crowd(NamedTuple):
    """All accounts in order of day and id, and the pairs to compare, by their places."""

    ids: list[AccountId]
    codes: Integers
    ways: blocking.Ways


def _met(held: Amendment, pile: Pile) -> _Crowd:
    """Keep the blocks that accounts are in; return who meets whom."""
    entries, ids, days = Entries(), list[AccountId](), array("i")
    for id_, kept in held.all_profiles():
        one = unpacked(kept)
        entries.put(len(ids), blocking.keys(one, pile))
        ids.append(id_)
        days.append(blocking.day_of(one))
    order = sorted(range(len(ids)), key=lambda at: (days[at], ids[at]))
    blocks = entries.blocks(blocking.places(np.array(order, np.int64)))
    held.add_keys((key, days[order[place]], ids[order[place]]) for key, place in blocks)
    met = blocks.shared().met(blocking.REACH)
    return _Crowd([ids[at] for at in order], *met)


def _weigh(held: Amendment, crowd: _Crowd, pile: Pile, progress: Progress) -> None:
    """Compare those who meet, and keep what they weigh.

    Those of near days come together, so that most that a window needs the one before it
    has read.
    """
    ids, size, weights = crowd.ids, len(crowd.ids), array("d")
    known: dict[AccountId, Profile] = {}
    for first in range(0, size, COMPARED_AT_ONCE):
        bounds = np.array([first, first + COMPARED_AT_ONCE]) * size
        start, end = np.searchsorted(crowd.codes, bounds)
        met = [divmod(code, size) for code in crowd.codes[start:end].tolist()]
        wanted = {ids[at] for pair in met for at in pair}
        known = {id_: known[id_] for id_ in wanted & known.keys()}
        kept = held.profiles(wanted - known.keys())
        known.update((id_, unpacked(one)) for id_, one in kept.items())
        # One pile a window: it remembers each report that was weighed with it.
        pile = Pile(accounts=pile.accounts, names=pile.names, words=pile.words)
        pairs = [(ids[one], ids[other]) for one, other in met]
        judged = placing.weighed(pairs, known, pile)
        weights.extend(said.weight for said in judged)
        logged = held.logged([said.pair for said in judged])
        held.log(placing.worth_logging(judged, logged))
        progress.advance(min(COMPARED_AT_ONCE, size - first))
    held.weigh(_by_id(crowd, weights), Counter())


def _by_id(crowd: _Crowd, weights: Sequence[float]) -> Iterator[Weighed]:
    """Yield the weighed pairs in the order of their ids, as the table has them."""
    by_id = np.array(sorted(range(len(crowd.ids)), key=crowd.ids.__getitem__), np.int64)
    size, named = len(by_id), blocking.places(by_id)
    one, other = named[crowd.codes // size], named[crowd.codes % size]
    left, right = np.minimum(one, other), np.maximum(one, other)
    for at in np.lexsort((right, left)):
        pair = crowd.ids[by_id[left[at]]], crowd.ids[by_id[right[at]]]
        yield Weighed(*pair, int(crowd.ways[at]), weights[at])


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
