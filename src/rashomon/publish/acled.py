"""The 31 columns of ACLED, filled as far as reports say (CODEBOOKS.md 3.1).

An event of ACLED is of one day. An incident that a report says lasted from one day to
another is a row for each, and a toll of them all is shared out as ACLED does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from rashomon.model.account import IncidentType
from rashomon.model.claim import Attribute, Claim
from rashomon.model.finding import IncidentRecord
from rashomon.model.precision import geo_precision
from rashomon.model.time_precision import (
    MONTH_DAYS,
    acled_event_date,
    acled_time_precision,
)
from rashomon.model.value import Perpetrator, Target, TimePrecision, When
from rashomon.publish import fields as f
from rashomon.publish.countries import country_named
from rashomon.publish.fields import Cell, Field, Told

# How exported ACLED files write the flag; its codebook has "Civilians targeted".
CIVILIAN_TARGETING = "Civilian targeting"
_DISORDER = {"Protests": "Demonstrations", "Strategic developments": None}
_POLITICAL = "Political violence"
_BATTLES, _REMOTE = "Battles", "Explosions/Remote violence"

# What goes on for days; who is killed between two days was killed on one of them.
_LASTING = frozenset(
    {
        IncidentType.AIR_STRIKE,
        IncidentType.ARMED_CLASH,
        IncidentType.DRONE_STRIKE,
        IncidentType.MISSILE_STRIKE,
        IncidentType.PROTEST,
        IncidentType.RIOT,
        IncidentType.SHELLING,
    }
)
_CROWDS = {IncidentType.PROTEST: "Protesters", IncidentType.RIOT: "Rioters"}


def recorded(told: Told) -> bool:
    """Say whether ACLED would code it: a type, a day and a place it has codes for."""
    where, day = f.where_of(told), _day(told)
    known = where is not None and geo_precision(where) is not None
    return known and day is not None and f.type_in(told, "acled_event_type") is not None


def _day(told: Told) -> str | None:
    when = f.when_of(told)
    day = acled_event_date(when) if when else None
    return day.isoformat() if day else None


def _year(told: Told) -> Cell:
    day = _day(told)
    return int(day[:4]) if day else None


def _time_precision(told: Told) -> Cell:
    when = f.when_of(told)
    return acled_time_precision(when) if when else None


def _geo_precision(told: Told) -> Cell:
    where = f.where_of(told)
    return geo_precision(where) if where else None


def _disorder(told: Told) -> Cell:
    kind = f.type_in(told, "acled_event_type")
    if kind is None:
        return None
    return _DISORDER.get(kind, _POLITICAL) or kind


def _sub_type(told: Told) -> Cell:
    kind = f.type_in(told, "acled_sub_event_type")
    return None if kind is None or " or " in kind else kind


def _is(told: Told, event_type: str) -> bool:
    return f.type_in(told, "acled_event_type") == event_type


def _harms_civilians(told: Told) -> bool:
    """Civilians harmed in a battle are in its toll, and no actor of it."""
    return f.harms_civilians(told) and not _is(told, _BATTLES)


def _targeting(told: Told) -> Cell:
    return CIVILIAN_TARGETING if _harms_civilians(told) else None


def _of_country(crowd: str, told: Told) -> str:
    country = f.country_of(told)
    return f"{crowd} ({country})" if country else crowd


def _actor1(told: Told) -> str | None:
    crowd = _CROWDS.get(told.record.type)
    return _of_country(crowd, told) if crowd else f.actor_of(told)


def _body_hit(told: Told) -> str | None:
    """Return whose the target is, or the forces that it is; a house is no actor."""
    value = f.chosen(told, Attribute.TARGET)
    if not isinstance(value, Target):
        return None
    return value.entity or (value.name if value.kind == "military" else None)


def _struck_forces(told: Told) -> str | None:
    """Return the armed target of a strike, beside which civilians are associated."""
    value = f.chosen(told, Attribute.TARGET)
    armed = isinstance(value, Target) and value.kind == "military"
    return _body_hit(told) if armed and _is(told, _REMOTE) else None


def _opponent(told: Told) -> str | None:
    """Return the other side of a battle: the next body that is named."""
    finding = told.record.finding(Attribute.PERPETRATOR)
    named = [
        p.value.entity or p.value.name
        for p in (finding.positions if finding else ())
        if isinstance(p.value, Perpetrator) and p.claim_ids
    ]
    return next((name for name in named if name != _actor1(told)), None)


def _actor2(told: Told) -> str | None:
    if _is(told, _BATTLES):
        return _opponent(told) or _body_hit(told)
    if _harms_civilians(told):
        return _struck_forces(told) or _of_country("Civilians", told)
    return _body_hit(told)


def _assoc_actor2(told: Told) -> str | None:
    if _harms_civilians(told) and _struck_forces(told):
        return _of_country("Civilians", told)
    return None


def _actor_type(told: Told, actor: str | None) -> str | None:
    """Return ACLED's name of an actor's type where the actor itself tells it."""
    if actor is None:
        return None
    for crowd in ("Civilians", *_CROWDS.values()):
        if actor == _of_country(crowd, told):
            return crowd
    where, code = f.where_of(told), country_named(actor)
    if code is None or where is None or where.country is None:
        return None
    return "State forces" if code == where.country else "External/Other forces"


def _numeric(told: Told) -> Cell:
    code = f.country_code(told, "numeric")
    return int(code) if code else None


def _admin1(told: Told) -> Cell:
    where = f.where_of(told)
    return where.admin1 if where else None


def _location(told: Told) -> Cell:
    where = f.where_of(told)
    return where.name if where else None


def _fatalities(told: Told) -> Cell:
    found = f.figure(told, "acled", "fatalities")
    return found.best if found else None


_BLANK = "left empty: reports do not give it"
_ACTOR_TYPE = (
    "state forces at home or abroad, a crowd, civilians; empty of other bodies"
)

FIELDS: tuple[Field, ...] = (
    Field("event_id_cnty", "text", "the incident's id; with the number of the day where it lasted several", lambda t: t.record.incident.id),
    Field("event_date", "text", "the day by ACLED's rules, YYYY-MM-DD", _day),
    Field("year", "integer", "the year of event_date", _year),
    Field("time_precision", "integer", "1 day, 2 week, 3 month", _time_precision),
    Field("disorder_type", "text", "political violence, demonstrations, …", _disorder),
    Field("event_type", "text", "ACLED's name of the type", lambda t: f.type_in(t, "acled_event_type")),
    Field("sub_event_type", "text", "ACLED's name of the sub-type; empty where the type leaves it open", _sub_type),
    Field("actor1", "text", "who is said to have done it; the crowd of a protest or riot", _actor1),
    Field("assoc_actor_1", "text", _BLANK, f.nothing),
    Field("inter1", "text", _ACTOR_TYPE, lambda t: _actor_type(t, _actor1(t))),
    Field("actor2", "text", "civilians harmed, the body or forces hit, the other side of a battle; no object", _actor2),
    Field("assoc_actor_2", "text", "civilians harmed by a strike on a military target", _assoc_actor2),
    Field("inter2", "text", _ACTOR_TYPE, lambda t: _actor_type(t, _actor2(t))),
    Field("interaction", "text", _BLANK, f.nothing),
    Field("civilian_targeting", "text", "set where reports speak of civilians harmed, not in battles", _targeting),
    Field("iso", "integer", "ISO 3166 numeric code of the country", _numeric),
    Field("region", "text", _BLANK, f.nothing),
    Field("country", "text", "the country's name", f.country_of),
    Field("admin1", "text", "the first-order division", _admin1),
    Field("admin2", "text", _BLANK, f.nothing),
    Field("admin3", "text", _BLANK, f.nothing),
    Field("location", "text", "the place's name", _location),
    Field("latitude", "number", "degrees, 4 decimals, of the place's centre", f.latitude(4)),
    Field("longitude", "number", "degrees, 4 decimals, of the place's centre", f.longitude(4)),
    Field("geo_precision", "integer", "1 town, 2 part of a region, 3 region", _geo_precision),
    Field("source", "text", "the outlets, apart by semicolons", f.outlets),
    Field("source_scale", "text", _BLANK, f.nothing),
    Field("notes", "text", "the incident's title, and how a toll of several days was shared out", lambda t: t.record.title),
    Field("fatalities", "integer", "ACLED's reading of the killed; empty where no report gives a figure, which ACLED itself would code as 0", _fatalities),
    Field("tags", "text", "how the sources stand to each other", lambda t: f"sources={t.record.agreement.value}"),
    Field("timestamp", "integer", "left empty: the same database gives the same bytes", f.nothing),
)  # fmt: skip

_NAMES = [field.name for field in FIELDS]


def rows(told: Iterable[Told]) -> Iterator[list[Cell]]:
    """Yield the cells of each event: an incident that lasted is one for each day."""
    for each in told:
        if not recorded(each):
            continue
        days = _days_it_lasted(each)
        if not days:
            yield [field.of(each) for field in FIELDS]
            continue
        for number, day in enumerate(days):
            yield _row_of_day(each, day, number, len(days))


def _days_it_lasted(told: Told) -> list[date]:
    """Return the days of what a report says went on from one day to another.

    Such words name both ends ("from 3 to 7 May"); "last week" and "early May" name none,
    and the event has the day in their middle.
    """
    when = f.when_of(told)
    if when is None or when.precision is not TimePrecision.RANGE:
        return []
    if told.record.type not in _LASTING or not 1 < when.days < MONTH_DAYS:
        return []
    ends = {str(when.first_day.day), str(when.last_day.day)}
    if not any(ends <= _numbers(told, claim) for claim in _dated(told.record, when)):
        return []
    return [when.first_day + timedelta(n) for n in range(when.days)]


def _dated(record: IncidentRecord, when: When) -> list[Claim]:
    """Return the claims that give the published time."""
    finding = record.finding(Attribute.DATE)
    alike = [p for p in (finding.positions if finding else ()) if p.value == when]
    ids = {claim_id for position in alike for claim_id in position.claim_ids}
    return [c for account in record.accounts for c in account.claims if c.id in ids]


def _numbers(told: Told, claim: Claim) -> set[str]:
    """Return the numbers in a claim's words."""
    quote = claim.span.of(told.documents[claim.document_id].text)
    return {number.lstrip("0") for number in re.findall(r"\d+", quote)}


def _row_of_day(told: Told, day: date, number: int, days: int) -> list[Cell]:
    """Return the row of one day; the first days have what a toll leaves over."""
    one = replace(told, record=_on(told.record, day))
    cells = dict(zip(_NAMES, (field.of(one) for field in FIELDS), strict=True))
    cells["event_id_cnty"] = f"{told.record.incident.id}.{number + 1}"
    total = _fatalities(told)
    if isinstance(total, int):
        share, left = divmod(total, days)
        cells["fatalities"] = share + (number < left)
        cells["notes"] = (
            f"{told.record.title}; {total} killed in {days} days, shared out"
        )
    return list(cells.values())


def _on(record: IncidentRecord, day: date) -> IncidentRecord:
    """Return the record with one day for its date."""
    when = When(day, day, TimePrecision.DAY)
    return replace(
        record,
        findings=tuple(
            replace(found, chosen=(when,))
            if found.attribute is Attribute.DATE
            else found
            for found in record.findings
        ),
    )
