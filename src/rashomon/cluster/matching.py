"""Match weight = prior + reasons; a judgement is what a weight means."""

from __future__ import annotations

import math
from datetime import datetime
from functools import cache

from rashomon.cluster.comparisons import COMPARISONS, rare_names, wording
from rashomon.cluster.profiles import Pile, Profile
from rashomon.cluster.weights import (
    APART,
    PRIOR,
    PRIOR_PER_DOUBLING,
    SMALL_PILE,
    WEIGHTS,
)
from rashomon.model.judgement import Judgement, Match, Reason, Verdict

JUDGE = "model:log-odds@3"

# Between these (15 and 50 %) a person should look; beyond them the model decides.
SAME_ABOVE = 0.0
DIFFERENT_BELOW = -2.5


def prior(pile: Pile) -> Reason:
    """Return what two candidates weigh of whom nothing is known: the less, the more
    accounts there are to be confused with."""
    return _prior(pile.accounts)


@cache
def _prior(accounts: int) -> Reason:
    bits = prior_bits(accounts, PRIOR, PRIOR_PER_DOUBLING)
    return Reason("prior", bits, "two accounts, nothing known of them")


def prior_bits(accounts: int, small: float, per_doubling: float) -> float:
    """Return the prior in a pile: that of a small one, less so much a doubling."""
    doublings = math.log2(max(1.0, accounts / SMALL_PILE))
    return round(small - per_doubling * doublings, 2)


def match(left: Profile, right: Profile, pile: Pile) -> Match:
    """Weigh the evidence that two accounts of a pile tell of one incident."""
    first, second = sorted((left, right), key=lambda p: p.account_id)
    found = [compare(first, second) for compare in COMPARISONS]
    found += [wording(first, second, pile), rare_names(first, second, pile)]
    reasons = [Reason(g.name, WEIGHTS[g.name], g.detail) for g in found if g]
    return Match(first.account_id, second.account_id, (prior(pile), *reasons))


def judge(matched: Match, made_at: datetime) -> Judgement:
    """Turn a weight into a verdict; the reasons stay with it."""
    verdict = Verdict.UNSURE
    if matched.weight > SAME_ABOVE:
        verdict = Verdict.SAME
    elif matched.weight < DIFFERENT_BELOW:
        verdict = Verdict.DIFFERENT
    return Judgement(
        pair=(matched.left, matched.right),
        verdict=verdict,
        weight=matched.weight,
        reasons=matched.reasons,
        judge=JUDGE,
        made_at=made_at,
    )


def must_stay_apart(weight: float) -> bool:
    """Say whether nothing else may join such a pair: two accounts of one document."""
    return weight <= APART / 2
