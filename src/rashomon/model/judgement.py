"""Matches and judgements: are two accounts about one incident, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rashomon.errors import InvariantError
from rashomon.model.ids import AccountId


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of the waterfall: which comparison, what it weighs, and its detail.

    ``weight`` is in log2 odds (Fellegi-Sunter): +1 doubles the odds of a match.
    """

    comparison: str
    weight: float
    detail: str


@dataclass(frozen=True, slots=True)
class Match:
    """The weighed evidence for one pair; the pair is stored in id order."""

    left: AccountId
    right: AccountId
    reasons: tuple[Reason, ...]

    def __post_init__(self) -> None:
        """Refuse a pair out of order."""
        if self.left >= self.right:
            raise InvariantError(f"pair out of order: {self.left}, {self.right}")

    @property
    def weight(self) -> float:
        """The sum of the reasons."""
        return sum(reason.weight for reason in self.reasons)


class Verdict(StrEnum):
    """What a judge says of a pair."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A model's verdict on a pair; append-only. ``judge`` is ``model:name@version``."""

    pair: tuple[AccountId, AccountId]
    verdict: Verdict
    weight: float
    reasons: tuple[Reason, ...]
    judge: str
    made_at: datetime
