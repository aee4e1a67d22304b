"""Match weight = prior + reasons; a judgement is what a weight means."""

from __future__ import annotations

from datetime import datetime

from rashomon.cluster.comparisons import APART, COMPARISONS
from rashomon.cluster.profiles import Profile
from rashomon.model.judgement import Judgement, Match, Reason, Verdict

JUDGE = "model:rules@2"

# Two accounts drawn at random from a pile are one incident with log-odds of -5.4
# (wire-dev) and -7.4 (gva); accounts in passing give few reasons, and with a prior of -5
# and below they stay alone (B-cubed of the annotated accounts: .96, at -5 .95, at -6 .93).
PRIOR = Reason("prior", -4.0, "two accounts of a pile, nothing known")

# Between these a person should look; beyond them the model decides.
SAME_ABOVE = 0.0
DIFFERENT_BELOW = -3.0


def match(left: Profile, right: Profile) -> Match:
    """Weigh the evidence that two accounts tell of one incident."""
    first, second = sorted((left, right), key=lambda p: p.account_id)
    found = (compare(first, second) for compare in COMPARISONS)
    reasons = (PRIOR, *(reason for reason in found if reason is not None))
    return Match(first.account_id, second.account_id, reasons)


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


def must_stay_apart(judgement: Judgement) -> bool:
    """Say whether nothing else may join the pair: two accounts of one document."""
    return judgement.weight <= APART / 2
