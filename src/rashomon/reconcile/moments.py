"""When something was published, as far as a document says it.

Moments are UTC; one without an offset is taken as it stands. A document of which only
the day is known, or whose time is exactly midnight (oftener a missing time than a
moment), may be of any moment of that day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from rashomon.model.claim import Stance
from rashomon.reconcile.voices import Voice

# Reports closer than this are of the same hour.
SAME_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Moments:
    """When a text was published: from the earliest to the latest moment it may have been."""

    earliest: datetime
    latest: datetime

    @property
    def exact(self) -> bool:
        """Whether the moment is known, not the day alone."""
        return self.earliest == self.latest

    def is_before(self, other: Moments) -> bool:
        """Say whether it was certainly an hour or more before the other."""
        if self.exact and other.exact:
            return self.latest + SAME_HOUR <= other.earliest
        return self.latest < other.earliest

    def is_same_hour(self, other: Moments) -> bool:
        """Say whether both were certainly published less than an hour apart."""
        near = abs(self.earliest - other.earliest) < SAME_HOUR
        return self.exact and other.exact and near


def moments_of(published: str | None) -> Moments | None:
    """Return when a document was published (ISO 8601); None where nobody knows."""
    if published is None:
        return None
    at = datetime.fromisoformat(published)
    at = at.astimezone(UTC).replace(tzinfo=None) if at.tzinfo else at
    if at.time() != time.min:
        return Moments(at, at)
    return Moments(at, datetime.combine(at.date(), time.max))


def since(voices: Iterable[Voice]) -> str | None:
    """Return when the first dated document that asserts it was published, as it says.

    None where no document that asserts it is dated.
    """
    told = {v.published for v in voices if v.claim.stance is not Stance.DENIES}
    known = [(m.earliest, p) for p in told if p and (m := moments_of(p))]
    return min(known)[1] if known else None
