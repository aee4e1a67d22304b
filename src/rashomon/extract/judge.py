"""Whether an account is told at all, and which names are part of it: learnt judgements.

Two logistic regressions over traits (``account_traits``, ``claim_traits``), with weights
in ``data/judge_accounts.tsv`` and ``data/judge_claims.tsv``, and others for texts in capitals
(``…_capitals.tsv``). ``training/accept.py`` learns
them from the keys of MUC-4's training documents and from wire-dev; what they pay is in
``docs/decisions/0006-heads.md``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from rashomon.extract import account_traits, claim_traits
from rashomon.extract.account_traits import Told, Traits
from rashomon.extract.claim_traits import Grammar
from rashomon.extract.incident_types import OPEN_KINDS
from rashomon.model.account import Account
from rashomon.model.claim import Attribute, Claim


@dataclass(frozen=True, slots=True)
class Bar:
    """An account, or a name in it, with a lower chance is not told."""

    account: float
    claim: float


# By the text's manner (``heads.manner``). In capitals, with 0.25 and 0.45 for accounts MUC-4's
# relevance is 0.843 and 0.83 instead of 0.854. In ordinary print 0.35 and 0.45 for accounts
# and 0.5 for names give wire-dev the same; 0.3 for names costs it two targets.
BARS = {"": Bar(0.4, 0.4), "_capitals": Bar(0.35, 0.22)}

CONSTANT = "(constant)"


@cache
def weights(name: str) -> Mapping[str, float]:
    """Return the learnt weights of a judge: "accounts" or "claims" with the text's manner."""
    table = files("rashomon") / "data" / f"judge_{name}.tsv"
    lines = table.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {trait: float(weight) for trait, weight in rows}


def chance(name: str, traits: Traits) -> float:
    """Return how likely a judge holds it, from 0 to 1."""
    known = weights(name)
    total = known[CONSTANT] + sum(
        known.get(trait, 0.0) * value for trait, value in traits.items()
    )
    return 1.0 / (1.0 + math.exp(-total))


def settled(told: Told, grammar: Grammar) -> Account | None:
    """Return the account with the names that are part of it, None where it is not told.

    Only of kinds that the heads know an account is doubted; of each attribute the
    likeliest name stays, so that what is known of an incident is known after it.
    """
    account = told.account
    traits = account_traits.of(told)
    manner = told.manner
    bar = BARS[manner]
    doubted = account.type in OPEN_KINDS and not told.certain
    if doubted and chance(f"accounts{manner}", traits) < bar.account:
        return None
    named = claim_traits.of(told, traits, grammar)
    chances = {i: chance(f"claims{manner}", seen) for i, seen in named.items()}
    best: dict[Attribute, float] = {}
    for claim in account.claims:
        likely = chances.get(claim.id, 0.0)
        best[claim.attribute] = max(best.get(claim.attribute, 0.0), likely)

    def stays(claim: Claim) -> bool:
        """Say whether a claim names nobody and nothing, or what is part of it."""
        likely = chances.get(claim.id, 1.0)
        return likely >= min(bar.claim, best[claim.attribute])

    return replace(account, claims=tuple(c for c in account.claims if stays(c)))
