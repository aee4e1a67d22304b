"""Accounts put among all others: into their blocks, and weighed with whom they meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from rashomon.cluster import blocking, matching
from rashomon.cluster.keeping import packed, unpacked
from rashomon.cluster.profiles import Pile, Profile, profile, together
from rashomon.link.actors import name_key
from rashomon.model.account import Account
from rashomon.model.ids import AccountId
from rashomon.model.judgement import Judgement, Verdict
from rashomon.pipeline.ledger import Progress
from rashomon.store.amending import Amendment
from rashomon.store.rows import Weighed

Pair = tuple[AccountId, AccountId]

# A model's verdict whose weight moved less is the same verdict: it is not logged again.
SAME_WEIGHT = 0.01


def placed(
    held: Amendment, accounts: Sequence[Account], pile: Pile, progress: Progress
) -> tuple[set[AccountId], list[Judgement]]:
    """Put new accounts into their blocks and weigh the pairs that they are in.

    Returns the accounts that this touches, and what is judged of the pairs.
    """
    new = profiles_of(held, accounts)
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
    judged = weighed(pairs, known, pile)
    kept = (Weighed(*said.pair, met[said.pair], said.weight) for said in judged)
    held.add_profiles((id_, packed(one)) for id_, one in new.items())
    gone = held.weigh(kept, parted)
    progress.advance(len(accounts))
    return new.keys() | gone, judged


def weighed(
    pairs: Iterable[Pair], known: Mapping[AccountId, Profile], pile: Pile
) -> list[Judgement]:
    """Return what is judged of pairs, by the profiles of their accounts."""
    now = datetime.now(UTC)
    matched = (matching.match(known[one], known[other], pile) for one, other in pairs)
    return [matching.judge(said, now) for said in matched]


def profiles_of(
    held: Amendment, accounts: Sequence[Account]
) -> dict[AccountId, Profile]:
    """Return what the accounts of documents that are of a family are compared by."""
    stored = {
        d.document.id: d for d in held.documents({a.document_id for a in accounts})
    }
    made = {}
    for id_, beside in together(accounts).items():
        document, family = stored[id_].document, stored[id_].family
        if family is None:
            continue
        for account in beside:
            made[account.id] = profile(account, document, family, name_key, beside)
    return made


def worth_logging(
    judged: Iterable[Judgement], logged: Iterable[Judgement] = ()
) -> list[Judgement]:
    """Return the verdicts that say something new beside those that are logged."""
    latest = {before.pair: before for before in logged}
    return [said for said in judged if says_something(said, latest.get(said.pair))]


def says_something(judgement: Judgement, before: Judgement | None) -> bool:
    """Say whether a verdict is new; a plain no on a pair unheard of is not logged."""
    if before is None:
        return judgement.verdict is not Verdict.DIFFERENT
    moved = abs(before.weight - judgement.weight) > SAME_WEIGHT
    return before.verdict is not judgement.verdict or moved
