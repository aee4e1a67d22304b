"""The 49 columns of UCDP GED, filled as far as reports say (CODEBOOKS.md 3.2)."""

from __future__ import annotations

import math

from rashomon.model.precision import where_prec
from rashomon.model.time_precision import ucdp_date_prec
from rashomon.publish import fields as f
from rashomon.publish.fields import Cell, Field, Told

# PRIO-GRID: cells of half a degree, numbered from the south-west by rows of 720.
CELLS_A_DEGREE = 2
CELLS_A_ROW = 720
ROWS = 360


def recorded(told: Told) -> bool:
    """Say whether UCDP would code it: a death in some figure, a day and a place."""
    deaths, when = f.figure(told, "ucdp", "deaths"), f.when_of(told)
    known = f.where_of(told) is not None and when is not None
    return known and deaths is not None and (deaths.high or deaths.best or 0) > 0


def _year(told: Told) -> Cell:
    when = f.when_of(told)
    return when.first_day.year if when else None


def _violence(told: Told) -> Cell:
    kind = f.type_in(told, "ucdp_type_of_violence") or ""
    return int(kind) if kind.isdecimal() else None


def _documents(told: Told, name: str) -> str:
    values = [str(getattr(d, name) or "") for d in told.cited]
    return "; ".join(values)


def _articles(told: Told) -> Cell:
    return "; ".join(
        f'"{d.source or d.id},{d.published.value or ""},{d.title or ""}"'
        for d in told.cited
    )


def _published(told: Told) -> Cell:
    return "; ".join((d.published.value or "")[:10] for d in told.cited)


def _speakers(told: Told) -> Cell:
    claims = (c for a in told.record.accounts for c in a.claims)
    return "; ".join(sorted({c.speaker.name for c in claims if c.speaker})) or None


def _where_prec(told: Told) -> Cell:
    where = f.where_of(told)
    return where_prec(where) if where else None


def _place(told: Told) -> Cell:
    where = f.where_of(told)
    return where.name if where else None


def _admin1(told: Told) -> Cell:
    where = f.where_of(told)
    return where.admin1 if where else None


def _wkt(told: Told) -> Cell:
    lat, lon = f.latitude(6)(told), f.longitude(6)(told)
    return None if lat is None else f"POINT ({lon} {lat})"


def _grid(told: Told) -> Cell:
    where = f.where_of(told)
    if where is None or where.point is None:
        return None
    row = min(math.floor((where.point.lat + 90) * CELLS_A_DEGREE), ROWS - 1)
    column = min(math.floor((where.point.lon + 180) * CELLS_A_DEGREE), CELLS_A_ROW - 1)
    return row * CELLS_A_ROW + column + 1


def _date_prec(told: Told) -> Cell:
    when = f.when_of(told)
    return ucdp_date_prec(when) if when else None


def _start(told: Told) -> Cell:
    when = f.when_of(told)
    return f"{when.first_day.isoformat()} 00:00:00.000" if when else None


def _end(told: Told) -> Cell:
    when = f.when_of(told)
    return f"{when.last_day.isoformat()} 00:00:00.000" if when else None


def _deaths(told: Told) -> tuple[int | None, int | None, int | None]:
    """Return low, best and high: in order wherever they are known."""
    found = f.figure(told, "ucdp", "deaths")
    return (found.low, found.best, found.high) if found else (None, None, None)


def _civilians(told: Told) -> Cell:
    found, best = f.figure(told, "ucdp", "deaths_civilians"), _deaths(told)[1]
    if found is None or found.best is None or best is None:
        return None
    return min(found.best, best)


def _unknown(told: Told) -> Cell:
    best, civilians = _deaths(told)[1], _civilians(told)
    if best is None:
        return None
    return best - (civilians if isinstance(civilians, int) else 0)


_BLANK = "left empty: UCDP's own number or name, which reports do not give"
_SIDES = "left empty: nobody's side is made up; the dead are in deaths_unknown"

FIELDS: tuple[Field, ...] = (
    Field("id", "text", "the incident's id", lambda t: t.record.incident.id),
    Field("relid", "text", _BLANK, f.nothing),
    Field("year", "integer", "the year of date_start", _year),
    Field("active_year", "integer", _BLANK, f.nothing),
    Field("code_status", "text", "how the sources stand to each other", lambda t: t.record.agreement.value),
    Field("type_of_violence", "integer", "1 state-based, 2 non-state, 3 one-sided; empty where the type leaves it open", _violence),
    *(Field(name, "text", _BLANK, f.nothing) for name in ("conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id")),
    Field("side_a", "text", "who is said to have done it", f.actor_of),
    *(Field(name, "text", _BLANK, f.nothing) for name in ("side_b_dset_id", "side_b_new_id")),
    Field("side_b", "text", "who was harmed or what was hit", f.recipient_of),
    Field("number_of_sources", "integer", "outlets that tell of it", lambda t: len(t.record.sources)),
    Field("source_article", "text", "outlet, date and headline of each document", _articles),
    Field("source_office", "text", "the outlet of each document", lambda t: _documents(t, "source")),
    Field("source_date", "text", "the day each document was published", _published),
    Field("source_headline", "text", "the headline of each document", lambda t: _documents(t, "title")),
    Field("source_original", "text", "who the information comes from", _speakers),
    Field("where_prec", "integer", "1 exact to 7 international waters", _where_prec),
    Field("where_coordinates", "text", "the place's name", _place),
    Field("where_description", "text", _BLANK, f.nothing),
    Field("adm_1", "text", "the first-order division", _admin1),
    Field("adm_2", "text", _BLANK, f.nothing),
    Field("latitude", "number", "degrees, 6 decimals", f.latitude(6)),
    Field("longitude", "number", "degrees, 6 decimals", f.longitude(6)),
    Field("geom_wkt", "text", "the point as WKT", _wkt),
    Field("priogrid_gid", "integer", "the PRIO-GRID cell of the point", _grid),
    Field("country", "text", "the country's name", f.country_of),
    Field("country_id", "integer", _BLANK, f.nothing),
    Field("region", "text", _BLANK, f.nothing),
    Field("event_clarity", "integer", "1 a single event, 2 an aggregate", lambda t: f.code(t, "ucdp", "event_clarity")),
    Field("date_prec", "integer", "1 day to 5 up to a year", _date_prec),
    Field("date_start", "text", "the earliest day", _start),
    Field("date_end", "text", "the latest day", _end),
    Field("deaths_a", "integer", _SIDES, f.nothing),
    Field("deaths_b", "integer", _SIDES, f.nothing),
    Field("deaths_civilians", "integer", "civilians among the best estimate; empty where no report says", _civilians),
    Field("deaths_unknown", "integer", "the rest of the best estimate", _unknown),
    Field("best", "integer", "UCDP's reading of the killed; empty: unknown", lambda t: _deaths(t)[1]),
    Field("high", "integer", "the highest figure; empty: unknown", lambda t: _deaths(t)[2]),
    Field("low", "integer", "the lowest figure; empty: unknown", lambda t: _deaths(t)[0]),
    Field("gwnoa", "text", _BLANK, f.nothing),
    Field("gwnob", "text", _BLANK, f.nothing),
)  # fmt: skip
