"""Which incidents a reader asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.errors import UnknownAttributeError, UnknownIncidentError
from rashomon.model.account import IncidentType, Prominence
from rashomon.model.claim import Attribute
from rashomon.model.finding import Agreement, Finding, IncidentRecord
from rashomon.model.value import Perpetrator, Responsibility, Where
from rashomon.publish.countries import country_name
from rashomon.publish.wording import finding_words, type_words
from rashomon.store.catalogue import Box, Known

# How many candidates an error message names.
NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What to keep; None or empty keeps all. Every word must occur somewhere.

    ``place`` is the whole name of a published place, its country or its first division;
    ``actor`` is in the name of who is published as having done, claimed or denied it.
    Of the killed the range counts: 3 to 7 is at least 5, and at most 5.
    """

    type: IncidentType | None = None
    status: Agreement | None = None
    since: date | None = None
    until: date | None = None
    place: str = ""
    words: tuple[str, ...] = ()
    actor: str = ""
    killed_from: int | None = None
    killed_to: int | None = None
    sources_from: int = 0
    dated: Known = Known.ANY
    placed: Known = Known.ANY
    box: Box | None = None

    def keeps(self, record: IncidentRecord) -> bool:
        """Say whether an incident was asked for."""
        return (
            self.type in {None, record.type}
            and self.status in {None, record.agreement}
            and self._keeps_day(record)
            and self._keeps_known(record)
            and self._keeps_place(record)
            and self._keeps_actor(record)
            and self._keeps_killed(record)
            and record.independent_sources >= self.sources_from
            and self._keeps_words(record)
        )

    def _keeps_day(self, record: IncidentRecord) -> bool:
        if self.since is None and self.until is None:
            return True
        when = record.when
        if when is None:
            return False
        return (self.since is None or when.last_day >= self.since) and (
            self.until is None or when.first_day <= self.until
        )

    def _keeps_known(self, record: IncidentRecord) -> bool:
        """Say whether it has a day and a point, or lacks them, as is asked."""
        point = record.where and record.where.point
        if self.box is not None and not (
            point and self.box.holds(point.lat, point.lon)
        ):
            return False
        return all(
            asked is Known.ANY or (asked is Known.YES) == known
            for asked, known in (
                (self.dated, record.when is not None),
                (self.placed, point is not None),
            )
        )

    def _keeps_place(self, record: IncidentRecord) -> bool:
        asked = self.place.strip().casefold()
        if not asked:
            return True
        finding = record.finding(Attribute.PLACE)
        return any(
            asked in {name.casefold() for name in _place_names(where) if name}
            for where in (finding.chosen if finding else ())
            if isinstance(where, Where)
        )

    def _keeps_actor(self, record: IncidentRecord) -> bool:
        asked = self.actor.strip().casefold()
        found = (v for f in record.findings for v in f.chosen)
        return not asked or any(asked in _actor_name(v).casefold() for v in found)

    def _keeps_killed(self, record: IncidentRecord) -> bool:
        if self.killed_from is None and self.killed_to is None:
            return True
        finding = record.finding(Attribute.KILLED)
        if finding is None or finding.low is None or finding.high is None:
            return False
        least, most = self.killed_from or 0, self.killed_to
        return finding.high >= least and (most is None or finding.low <= most)

    def _keeps_words(self, record: IncidentRecord) -> bool:
        if not self.words:
            return True
        values = " ".join(finding_words(finding) for finding in record.findings)
        told = f"{record.title} {type_words(record.type)} {values} {' '.join(record.sources)}"
        folded = told.casefold()
        return all(word.casefold() in folded for word in self.words)


def _actor_name(value: object) -> str:
    """Return the name of whoever a published value is about, empty for another value."""
    if isinstance(value, Perpetrator):
        return value.entity or value.name
    return value.actor if isinstance(value, Responsibility) else ""


def _place_names(where: Where) -> tuple[str | None, ...]:
    country = country_name(where.country) if where.country else None
    return where.name, where.admin1, where.country, country


def by_day(record: IncidentRecord) -> tuple[str, str]:
    """Order incidents by day, those without one last, then by id."""
    when = record.when
    return (when.first_day.isoformat() if when else "9999", record.incident.id)


def find_incident(records: Iterable[IncidentRecord], asked: str) -> IncidentRecord:
    """Return the incident with this id, or whose id alone begins so.

    The id of an incident that was merged into another leads to that one.
    """
    prefixes = (asked, f"inc_{asked}")
    found: dict[str, IncidentRecord] = {}
    for record in records:
        ids = (record.incident.id, *record.incident.supersedes)
        if asked in ids:
            return record
        if asked and any(id_.startswith(prefixes) for id_ in ids):
            found[record.incident.id] = record
    if len(found) == 1:
        return next(iter(found.values()))
    if not found:
        raise UnknownIncidentError(
            f"no incident begins with {asked!r}; `rashomon list` shows them all"
        )
    named = ", ".join(sorted(found)[:NAMED])
    more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
    raise UnknownIncidentError(
        f"{len(found)} incidents begin with {asked!r}: {named}{more};"
        " give more of the id"
    )


def most_disputed(records: Sequence[IncidentRecord]) -> IncidentRecord:
    """Return the incident that most independent sources tell of, and dispute most."""
    if not records:
        raise UnknownIncidentError(
            "there is no incident to show; read reports first: rashomon run INPUT..."
        )

    def disputes(record: IncidentRecord) -> int:
        return sum(f.agreement is Agreement.CONTESTED for f in record.findings)

    def told(record: IncidentRecord) -> int:
        return sum(a.prominence is Prominence.MAIN for a in record.accounts)

    return max(
        records,
        key=lambda r: (r.independent_sources, told(r), disputes(r), r.incident.id),
    )


def find_finding(record: IncidentRecord, asked: str) -> Finding:
    """Return what an incident has on an attribute, by the attribute's name."""
    name = asked.strip().lower().replace("-", "_").replace(" ", "_")
    known = [attribute.value for attribute in Attribute]
    if name not in known:
        raise UnknownAttributeError(
            f"no attribute is called {asked!r}; there are {', '.join(known)}"
        )
    finding = record.finding(Attribute(name))
    if finding is None:
        told = {f.attribute for f in record.findings}
        has = ", ".join(a.value for a in Attribute if a in told) or "nothing"
        raise UnknownAttributeError(
            f"{record.incident.id}: no report speaks of {name} (which is not the same"
            f" as none); it has {has}"
        )
    return finding
