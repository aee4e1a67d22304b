"""A figure under a codebook: which claims count, and which rule chooses among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.model.claim import Attribute
from rashomon.model.finding import IncidentRecord, Position
from rashomon.model.ids import ClaimId
from rashomon.model.value import Count
from rashomon.profiles.evidence import Evidence, asserted
from rashomon.profiles.rules import FigureRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of a reading; all three None: unknown, which is not 0.

    ``claims`` are those it rests on; none where silence is coded (``unmentioned``).
    """

    name: str
    row: str
    low: int | None
    best: int | None
    high: int | None
    claims: tuple[ClaimId, ...]
    rule: FigureRule

    @property
    def is_of_silence(self) -> bool:
        """Whether the codebook makes a number of nobody's saying anything."""
        return not self.claims and self.best is not None


@dataclass(frozen=True, slots=True)
class _Told:
    """One position as a codebook codes it: ``low`` None for a mere ceiling."""

    position: Position
    low: int | None
    high: int
    voices: frozenset[str]

    @property
    def number(self) -> int:
        return self.high if self.low is None else self.low


def figure(rule: FigureRule, evidence: Evidence, vague: Mapping[int, int]) -> Figure:
    """Return what a rule makes of a record."""
    told = _told(rule, evidence, vague)
    if not told:
        silent = rule.unmentioned
        return _figure(rule, (silent, silent, silent), ())
    numbers = [t.low for t in told if t.low is not None] or [t.high for t in told]
    low, high = min(numbers), max(t.high for t in told)
    cited = tuple(dict.fromkeys(c for t in told for c in t.position.claim_ids))
    if rule.choose == "range":
        return _figure(rule, (low, None, high), cited)
    if rule.choose == "as recorded":
        finding = evidence.record.finding(rule.attribute)
        if finding is not None and finding.best is not None:
            return _figure(rule, (finding.low, finding.best, finding.high), cited)
        return _figure(rule, (low, None, high), cited)
    if rule.choose == "lowest":
        chosen = _lowest(told, rule.corroborated_by)
        return _figure(
            rule, (chosen.number,) * 3, tuple(dict.fromkeys(chosen.position.claim_ids))
        )
    best = _most_supported(told, evidence.record, rule.attribute)
    return _figure(rule, (min(low, best), best, max(high, best)), cited)


def _figure(
    rule: FigureRule,
    values: tuple[int | None, int | None, int | None],
    claims: tuple[ClaimId, ...],
) -> Figure:
    low, best, high = values
    return Figure(
        name=rule.name,
        row=rule.row,
        low=low,
        best=best,
        high=high,
        claims=claims,
        rule=rule,
    )


def _told(
    rule: FigureRule, evidence: Evidence, vague: Mapping[int, int]
) -> list[_Told]:
    """Return the positions that count, a figure before a word, as they are coded."""
    positions = counted(rule.attribute, rule.counts, evidence.record)
    if rule.casualties_set_aside:
        positions = [p for p in positions if not evidence.is_of_casualties(p)]
    if rule.choose == "lowest":
        positions = evidence.standing(positions)
    told = [_coded(p, evidence, vague) for p in positions]
    if rule.parties_set_aside:
        kept = [
            t
            for t in told
            if not evidence.is_partys_own(t.position)
            or any(o is not t and o.number == t.number for o in told)
        ]
        told = kept or told
    exact = [t for t in told if not _count(t.position).vague]
    return exact or told


def counted(
    attribute: Attribute, counts: Sequence[str], record: IncidentRecord
) -> list[Position]:
    """Return the positions for the first of the wanted groups that any report gives."""
    held = asserted(record, attribute)
    only_fighters = _only_fighters(record)
    for wanted in counts:
        if wanted == "whole unless fighters" and only_fighters:
            continue
        if wanted.startswith("whole"):
            found = [p for p in held if _count(p).scope is None]
        else:
            scopes = set(wanted.split("+"))
            found = [p for p in held if _count(p).scope in scopes]
        if found:
            return found
    return []


def _only_fighters(record: IncidentRecord) -> bool:
    """Say whether every victim that a report describes is a fighter."""
    kinds = {
        getattr(p.value, "kind", None) for p in asserted(record, Attribute.VICTIM)
    } - {None}
    return bool(kinds) and kinds <= {"military", "perpetrator"}


def _coded(position: Position, evidence: Evidence, vague: Mapping[int, int]) -> _Told:
    count = _count(position)
    voices = evidence.voices(position)
    if count.vague:
        low = vague.get(count.low, count.low)
        return _Told(position, low, low, voices)
    if count.low == 0 and count.high:
        return _Told(position, None, count.high, voices)
    return _Told(position, count.low, count.high or count.low, voices)


def _lowest(told: Sequence[_Told], corroborated_by: int) -> _Told:
    """Return the lowest, or the best corroborated of the positions with voices enough."""
    lowest = min(told, key=lambda t: (t.low is None, t.number))
    if not corroborated_by:
        return lowest
    backed = [t for t in told if len(t.voices) >= corroborated_by and t.low is not None]
    if not backed or len(lowest.voices) >= corroborated_by:
        return lowest
    return max(backed, key=lambda t: (len(t.voices), -t.number))


def _most_supported(
    told: Sequence[_Told], record: IncidentRecord, attribute: Attribute
) -> int:
    """Return the number with the most voices; of several, the record's, then the lower."""
    voices: dict[int, set[str]] = {}
    for t in told:
        voices.setdefault(t.number, set()).update(t.voices)
    finding = record.finding(attribute)
    best = finding.best if finding else None
    return max(voices, key=lambda n: (len(voices[n]), n == best, -n))


def _count(position: Position) -> Count:
    value = position.value
    assert isinstance(value, Count)  # the rule's attribute is a count
    return value
