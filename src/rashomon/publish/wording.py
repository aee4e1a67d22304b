"""Values in a few words, for people: what a cell of the matrix or a table says."""

from __future__ import annotations

from functools import singledispatch

from rashomon.model.account import IncidentType
from rashomon.model.claim import COUNT_ATTRIBUTES, Attribute, Claim
from rashomon.model.finding import Agreement, Finding, Position
from rashomon.model.value import (
    Consequence,
    Count,
    Damage,
    Evidence,
    Outcome,
    Perpetrator,
    Responsibility,
    Target,
    TimePrecision,
    Unanchored,
    Value,
    Victim,
    Weapon,
    When,
    Where,
)


def claim_words(claim: Claim, told: When | None) -> str:
    """Return what a claim says; ``told`` is its day where other reports tell it."""
    if claim.is_rival:
        return (
            f"{value_words(claim.value)} (by a date of the page that was not believed)"
        )
    if told is None:
        return value_words(claim.value)
    return f"{value_words(told)} (the day by other reports)"


@singledispatch
def value_words(value: Value) -> str:
    """Return a value in a few words ("5 (of them children)", "damaged: 2 houses")."""
    return str(value)


@value_words.register
def _(value: Count) -> str:
    if value.low == 0 and value.high == 0:
        figure = "none"
    elif value.vague:
        figure = f"{value.word} ({value.low}+)"
    else:
        figure = str(value)
    return f"{figure} ({value.scope})" if value.scope else figure


@value_words.register
def _(value: When) -> str:
    first, last = value.first_day.isoformat(), value.last_day.isoformat()
    # "Earlier this month", told on the first, can only be that day.
    if value.precision is TimePrecision.YEAR and first[:4] == last[:4]:
        return first if first == last else first[:4]
    if value.precision is TimePrecision.MONTH and first[:7] == last[:7]:
        return first if first == last else first[:7]
    if value.precision in {TimePrecision.DAY, TimePrecision.RANGE}:
        return first if first == last else f"{first} to {last}"
    start, end = _moment(value.start.isoformat()), _moment(value.end.isoformat())
    if start == end:
        return start
    if start[:10] == end[:10] and len(end) > 10:
        return f"{start}–{end[11:]}"
    return f"{start} to {end}"


_WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)


@value_words.register
def _(value: Unanchored) -> str:
    if value.until:
        return f"{value.until} or before"
    if value.since:
        return f"{value.since} or after"
    told = value.day_of_year
    if told:
        return f"{told[0]:02d}-{told[1]:02d} (year not told)"
    names = [_WEEKDAYS[n] for n in sorted(value.weekdays)]
    return f"a {' or '.join(names)} (which one is not told)"


def _moment(written: str) -> str:
    """Return a date-time to the minute, with a space for the T."""
    return written[:16].replace("T", " ")


@value_words.register
def _(value: Where) -> str:
    larger = [part for part in (value.admin1, value.country) if part]
    inside = ", ".join(part for part in larger if part != value.name)
    return f"{value.name} ({inside})" if inside else value.name


@value_words.register
def _(value: Victim) -> str:
    described = value.description
    if value.name and value.name.casefold() not in described.casefold():
        described = f"{value.name}, {described}"
    if value.count is not None and str(value.count) not in described:
        described = f"{value.count} × {described}"
    if value.harm and value.harm != "none":
        return f"{described} ({value.harm})"
    return f"{described} (unharmed)" if value.harm == "none" else described


@value_words.register
def _(value: Target) -> str:
    return _with_entity(value.name, value.entity)


@value_words.register
def _(value: Perpetrator) -> str:
    return _with_entity(value.name, value.entity)


def _with_entity(name: str, entity: str | None) -> str:
    if entity is None or entity.casefold() == name.casefold():
        return name
    return f"{name} [{entity}]"


@value_words.register
def _(value: Damage) -> str:
    number = f"{value.count} × " if value.count is not None else ""
    return f"{number}{value.object}: {value.degree.value.replace('_', ' ')}"


@value_words.register
def _(value: Weapon) -> str:
    number = f"{value.count} × " if value.count is not None else ""
    model = f" ({value.model})" if value.model else ""
    return f"{number}{value.type.replace('_', ' ')}{model}"


@value_words.register
def _(value: Responsibility) -> str:
    if value.position is None:
        return f"{value.actor} accused"
    return f"{value.actor} {value.position.value.replace('_', ' ')}"


@value_words.register
def _(value: Outcome) -> str:
    return value.value


@value_words.register
def _(value: Consequence) -> str:
    return f"{value.kind.replace('_', ' ')} {value.state}"


@value_words.register
def _(value: Evidence) -> str:
    told = value.kind.replace("_", " ")
    told += f" of {value.time}" if value.time else ""
    told += f" by {value.by}" if value.by else ""
    return told + (f", verified by {value.verified_by}" if value.verified_by else "")


def attribute_words(attribute: Attribute) -> str:
    """Return an attribute's name as people read it."""
    return attribute.value.replace("_", " ")


def type_words(kind: IncidentType) -> str:
    """Return an incident type's name as people read it."""
    return kind.value.replace("_", " ")


def range_words(finding: Finding) -> str:
    """Return the best figure with its low and high: "5 (3–7)"; a dash for none.

    What rests on words alone is told as such: "dozens (24+)", "~3 (1–3)".
    """
    low, high = finding.low, finding.high
    vague = [v for v in finding.chosen if isinstance(v, Count) and v.vague]
    if finding.best is None:
        if low is None and high is None:
            return "–"
        return f"{low if low is not None else 0}–{high if high is not None else '?'}"
    bottom = finding.best if low is None else low
    top = finding.best if high is None else high
    if bottom == top == finding.best:
        return value_words(vague[0]) if vague else str(finding.best)
    return f"{'~' if vague else ''}{finding.best} ({bottom}–{top})"


def status_words(finding: Finding) -> str:
    """Return how the sources stand: "contested, evolving", "single"."""
    told = contested_how(finding)
    return f"{finding.agreement.value}, {told}" if told else finding.agreement.value


def contested_how(finding: Finding) -> str | None:
    """Return how contested values stand to each other, None where nothing is contested."""
    contested = finding.agreement is Agreement.CONTESTED
    return finding.relation.value if contested and finding.relation else None


def since_words(position: Position) -> str:
    """Return since when a value is claimed: "since 2024-05-02 08:00"."""
    if position.since is None:
        return "since when is not known"
    return f"since {_moment(position.since)}"


def finding_words(finding: Finding) -> str:
    """Return the published value in a few words; a dash where none stands."""
    if finding.attribute in COUNT_ATTRIBUTES:
        return range_words(finding)
    return "; ".join(value_words(value) for value in finding.chosen) or "–"
