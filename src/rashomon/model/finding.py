"""Findings: what the accounts of one incident add up to, attribute by attribute."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.account import Account, IncidentType
from rashomon.model.claim import Attribute, Claim
from rashomon.model.ids import ClaimId
from rashomon.model.incident import Incident
from rashomon.model.value import TimePrecision, Unanchored, Value, When, Where


class Agreement(StrEnum):
    """``single``: one independent source; ``agreed``: two or more, compatible;
    ``contested``: values that cannot all be true, or one asserted and denied."""

    SINGLE = "single"
    AGREED = "agreed"
    CONTESTED = "contested"


class Relation(StrEnum):
    """How several values of one attribute stand to each other.

    ``compatible``: all can be true at once ("at least 3" and 5); ``evolving``: one toll
    that moved on (3, and 5 at a later hour); ``disputed``: they contradict each other;
    ``undetermined``: evolving or disputed, as the times are not known well enough.
    """

    COMPATIBLE = "compatible"
    EVOLVING = "evolving"
    DISPUTED = "disputed"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One answer to one question, and who gives it.

    ``origins`` are the independent voices (families of documents) behind it;
    ``denied_by`` the claims that deny it. ``since`` is when the first dated document
    that asserts it was published (ISO 8601), None where none is dated.
    """

    value: Value
    claim_ids: tuple[ClaimId, ...]
    origins: tuple[str, ...]
    denied_by: tuple[ClaimId, ...] = ()
    since: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """All answers to one question, and which rule chose one.

    ``chosen`` is one value, or several for an attribute that lists (victim, damage,
    responsibility, consequence, evidence); ``low`` and ``high`` are for counts.
    ``rule`` is the id of the rule, ``why`` says in a sentence how it chose.
    ``rejected`` are claims that a person struck out: they stay to be seen, and count for
    nothing. ``relation`` says how several values stand to each other (None of one value
    alone), ``relation_why`` what that rests on.
    """

    attribute: Attribute
    positions: tuple[Position, ...]
    agreement: Agreement
    chosen: tuple[Value, ...]
    rule: str
    why: str
    low: int | None = None
    high: int | None = None
    best: int | None = None
    rejected: tuple[ClaimId, ...] = ()
    relation: Relation | None = None
    relation_why: str = ""

    @property
    def since(self) -> str | None:
        """When the one published value was first claimed (ISO 8601).

        None where no dated document claims it, and where several values are published.
        """
        if len(self.chosen) != 1:
            return None
        return next(
            (p.since for p in self.positions if p.value == self.chosen[0]), None
        )

    @property
    def claim_ids(self) -> tuple[ClaimId, ...]:
        """Every claim behind the finding, deniers included, each once."""
        ids = [c for p in self.positions for c in (*p.claim_ids, *p.denied_by)]
        return tuple(dict.fromkeys(ids))

    def day_told(self, claim: Claim) -> When | None:
        """Return the day that other reports tell of a claim that leaves it open.

        None where the claim's own words say the day, or where no report tells it.
        """
        if not isinstance(claim.value, Unanchored):
            return None
        for position in self.positions:
            day = position.value
            if isinstance(day, When) and (
                claim.id in position.claim_ids or claim.id in position.denied_by
            ):
                weekend = len(claim.value.weekdays) > 1
                precision = TimePrecision.RANGE if weekend else claim.value.precision
                return When(day.first_day, day.last_day, precision)
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRecord:
    """The published unit: an incident with everything said of it.

    ``sources`` are outlet names (or document ids where no outlet is named), sorted;
    ``independent_sources`` counts origins, so a copy does not add to it.
    """

    incident: Incident
    type: IncidentType
    title: str
    accounts: tuple[Account, ...]
    findings: tuple[Finding, ...]
    sources: tuple[str, ...]
    independent_sources: int
    agreement: Agreement

    def finding(self, attribute: Attribute) -> Finding | None:
        """Return what is known of one attribute, None where nothing was said."""
        for finding in self.findings:
            if finding.attribute is attribute:
                return finding
        return None

    def published(self, attribute: Attribute) -> Value | None:
        """Return the chosen value of an attribute, the first of a list, None of none."""
        finding = self.finding(attribute)
        return finding.chosen[0] if finding and finding.chosen else None

    @property
    def when(self) -> When | None:
        """The published time, None where nobody says."""
        value = self.published(Attribute.DATE)
        return value if isinstance(value, When) else None

    @property
    def where(self) -> Where | None:
        """The published place, None where nobody says."""
        value = self.published(Attribute.PLACE)
        return value if isinstance(value, Where) else None

    def since(self, claim: Claim) -> str | None:
        """Return when the value that a claim gives was first claimed, None if unknown."""
        finding = self.finding(claim.attribute)
        positions = finding.positions if finding else ()
        held = (p.since for p in positions if claim.id in (*p.claim_ids, *p.denied_by))
        return next(held, None)

    def day_told(self, claim: Claim) -> When | None:
        """Return the day that other reports tell of a claim that leaves it open."""
        finding = self.finding(claim.attribute)
        return finding.day_told(claim) if finding else None
