"""The 40 columns of POLECAT, filled as far as reports say (CODEBOOKS.md 3.8)."""

from __future__ import annotations

from rashomon.model.claim import Attribute
from rashomon.model.value import Perpetrator, Target
from rashomon.publish import fields as f
from rashomon.publish.fields import Cell, Field, Told

_NO_TYPE = "none"
_VERSION = "rashomon"


def recorded(told: Told) -> bool:
    """Say whether PLOVER has a type for it and the day is known."""
    kind = f.type_in(told, "plover_event_type")
    return kind not in {None, _NO_TYPE} and f.when_of(told) is not None


def _day(told: Told) -> Cell:
    when = f.when_of(told)
    return when.first_day.isoformat() if when else None


def _raw_actor(told: Told) -> Cell:
    value = f.chosen(told, Attribute.PERPETRATOR)
    return value.name if isinstance(value, Perpetrator) else None


def _raw_recipient(told: Told) -> Cell:
    value = f.chosen(told, Attribute.TARGET)
    return value.name if isinstance(value, Target) else None


def _place(told: Told) -> Cell:
    where = f.where_of(told)
    return where.name if where else None


def _level(told: Told, level: str) -> Cell:
    where = f.where_of(told)
    return where.name if where and where.precision.value == level else None


def _province(told: Told) -> Cell:
    where = f.where_of(told)
    return where.admin1 if where else None


def _geonames(told: Told) -> Cell:
    where = f.where_of(told)
    return where.geonameid if where else None


def _feature(told: Told) -> Cell:
    where = f.where_of(told)
    return where.precision.value if where else None


def _first_published(told: Told) -> Cell:
    days = [d.published.value[:10] for d in told.cited if d.published.value]
    return min(days, default=None)


def _languages(told: Told) -> Cell:
    return "; ".join(sorted({d.language for d in told.cited if d.language})) or None


_BLANK = 'written "None": reports do not give it'


def _blank(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name, "text", _BLANK, f.nothing) for name in names)


FIELDS: tuple[Field, ...] = (
    Field("Event ID", "text", "the incident's id", lambda t: t.record.incident.id),
    Field("Event Date", "text", "the first day it may have been", _day),
    Field("Event Type", "text", "PLOVER's event type", lambda t: f.type_in(t, "plover_event_type")),
    Field("Event Mode", "text", "our type of incident", lambda t: t.record.type.value),
    *_blank("Intensity", "Quad Code", "Contexts"),
    Field("Actor Name", "text", "who is said to have done it", f.actor_of),
    *_blank("Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title"),
    Field("Actor Name Raw", "text", "the same in the report's words", _raw_actor),
    *_blank("Wikipedia Actor ID"),
    Field("Recipient Name", "text", "who was harmed or what was hit", f.recipient_of),
    *_blank("Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title"),
    Field("Recipient Name Raw", "text", "what was hit, in the report's words", _raw_recipient),
    *_blank("Wikipedia Recipient ID"),
    Field("Placename", "text", "the place's name", _place),
    Field("City", "text", "the place, where it is a town", lambda t: _level(t, "settlement")),
    Field("District", "text", "the place, where it is a district", lambda t: _level(t, "district")),
    Field("Province", "text", "the first-order division", _province),
    Field("Country", "text", "ISO 3166 alpha-3", lambda t: f.country_code(t, "alpha_3")),
    Field("Latitude", "number", "degrees, 4 decimals", f.latitude(4)),
    Field("Longitude", "number", "degrees, 4 decimals", f.longitude(4)),
    Field("GeoNames ID", "integer", "the gazetteer's id", _geonames),
    Field("Raw Placename", "text", "the place's name", _place),
    Field("Feature Type", "text", "how fine the place is", _feature),
    Field("Source", "text", "the outlets", f.outlets),
    Field("Publication Date", "text", "the day of the first document", _first_published),
    *_blank("Story People", "Story Organizations", "Story Locations"),
    Field("Language", "text", "the documents' languages", _languages),
    Field("Version", "text", "who made the row", lambda _: _VERSION),
)  # fmt: skip
