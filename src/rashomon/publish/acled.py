"""The 31 columns of ACLED, filled as far as reports say (CODEBOOKS.md 3.1)."""

from __future__ import annotations

from rashomon.model.precision import geo_precision
from rashomon.model.time_precision import acled_event_date, acled_time_precision
from rashomon.publish import fields as f
from rashomon.publish.fields import Cell, Field, Told

# How exported ACLED files write the flag; its codebook has "Civilians targeted".
CIVILIAN_TARGETING = "Civilian targeting"
_DISORDER = {"Protests": "Demonstrations", "Strategic developments": None}
_POLITICAL = "Political violence"


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


def _targeting(told: Told) -> Cell:
    return CIVILIAN_TARGETING if f.harms_civilians(told) else None


def _second_actor_type(told: Told) -> Cell:
    return "Civilians" if f.harms_civilians(told) else None


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

FIELDS: tuple[Field, ...] = (
    Field("event_id_cnty", "text", "the incident's id", lambda t: t.record.incident.id),
    Field("event_date", "text", "the day by ACLED's rules, YYYY-MM-DD", _day),
    Field("year", "integer", "the year of event_date", _year),
    Field("time_precision", "integer", "1 day, 2 week, 3 month", _time_precision),
    Field("disorder_type", "text", "political violence, demonstrations, …", _disorder),
    Field("event_type", "text", "ACLED's name of the type", lambda t: f.type_in(t, "acled_event_type")),
    Field("sub_event_type", "text", "ACLED's name of the sub-type", lambda t: f.type_in(t, "acled_sub_event_type")),
    Field("actor1", "text", "who is said to have done it", f.actor_of),
    Field("assoc_actor_1", "text", _BLANK, f.nothing),
    Field("inter1", "text", _BLANK, f.nothing),
    Field("actor2", "text", "who was harmed or what was hit", f.recipient_of),
    Field("assoc_actor_2", "text", _BLANK, f.nothing),
    Field("inter2", "text", "Civilians, where reports speak of civilians harmed", _second_actor_type),
    Field("interaction", "text", _BLANK, f.nothing),
    Field("civilian_targeting", "text", "set where reports speak of civilians harmed", _targeting),
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
    Field("notes", "text", "the incident's title", lambda t: t.record.title),
    Field("fatalities", "integer", "ACLED's reading of the killed; empty where no report gives a figure, which ACLED itself would code as 0", _fatalities),
    Field("tags", "text", "how the sources stand to each other", lambda t: f"sources={t.record.agreement.value}"),
    Field("timestamp", "integer", "left empty: the same database gives the same bytes", f.nothing),
)  # fmt: skip
